/** The facts of a record: from which version, by whom, how far, what came of it. */
import { Link } from 'react-router';
import { EntityLink } from '@hub/core/web';
import { Markdown, StageTag, SummaryList, Time, type Fact } from '@hub/ui';
import { decisionWords } from '../words';
import type { ShownAdaptation } from './record';
import { benefitFacts } from './benefit-words';
import { FurtherSources } from './further-sources';
import { SourceLine } from './source-line';

interface RecordSummaryProps {
  readonly adaptation: ShownAdaptation;
  readonly path: string;
}

/** Rows that have nothing to say are left out, but for the reason, which reads "Not known". */
export function RecordSummary({ adaptation, path }: RecordSummaryProps) {
  const { site, stage, startedAt, why, result, decision, modifications, viewerCanEdit } = adaptation;
  const facts: Fact[] = [
    { name: 'From', value: <SourceLine {...adaptation} /> },
    ...(adaptation.furtherSources.length > 0
      ? [{ name: 'Also draws on', value: <FurtherSources sources={adaptation.furtherSources} /> }]
      : []),
    { name: 'By', value: <EntityLink reference={site.id}>{site.name}</EntityLink> },
    { name: 'Stage', value: <StageTag stage={stage} /> },
    ...(decision ? [{ name: 'Decision', value: decisionWords(decision, modifications.length) }] : []),
    { name: 'Started', value: <Time at={startedAt} /> },
    ...(why ? [{ name: 'Why they looked at it', value: <Markdown text={why} /> }] : []),
    ...benefitFacts(adaptation),
    ...(result ? [{ name: 'What came of it', value: <ResultWords result={result} /> }] : []),
  ];
  return (
    <>
      <SummaryList facts={facts} />
      {result && (
        <p className="hub-no-print">
          <Link to={`${path}/compare`}>See what {site.name} changed, side by side</Link>
        </p>
      )}
      {viewerCanEdit && (
        <p className="hub-no-print">
          <Link to={`${path}/benefit`}>Say whether people benefit</Link>, or{' '}
          <Link to={`${path}/sources`}>what else it draws on</Link>
        </p>
      )}
    </>
  );
}

function ResultWords({ result }: { readonly result: NonNullable<ShownAdaptation['result']> }) {
  const { currentVersion } = result;
  return (
    <>
      <EntityLink reference={result.id}>{result.title}</EntityLink>
      {currentVersion ? `, version ${currentVersion.number}` : ', not published yet'}
    </>
  );
}
