/** How it ended: the reason, what was tried, and what came out of it. It has the room that a success has. */
import { Link } from 'react-router';
import { EntityLink } from '@hub/core/web';
import { Markdown, SummaryList, type Fact } from '@hub/ui';
import { endingReasonWords } from '../ending-words';
import type { ShownAdaptation, ShownEnding } from './record';

interface EndingSectionProps {
  readonly adaptation: ShownAdaptation;
  /** Where it can be corrected; null for those who may not. */
  readonly editPath: string | null;
}

/** Nothing while it has not ended. */
export function EndingSection({ adaptation, editPath }: EndingSectionProps) {
  const { stage, ending, site } = adaptation;
  if (stage !== 'STOPPED' && stage !== 'DECLINED') return null;
  return (
    <section aria-labelledby="ending">
      <h2 id="ending">{stage === 'STOPPED' ? 'Why it stopped' : 'Why they decided against it'}</h2>
      {ending ? <EndingFacts ending={ending} /> : <p>{site.name} has not said why yet.</p>}
      {editPath !== null && (
        <p className="hub-no-print">
          <Link to={`${editPath}/ending`}>{ending ? 'Correct how it ended' : 'Say how it ended'}</Link>
        </p>
      )}
    </section>
  );
}

/** What was not answered is left out. */
export function EndingFacts({ ending }: { readonly ending: ShownEnding }) {
  const { reason, words, tried, cameOfIt, grew } = ending;
  const facts: Fact[] = [
    { name: 'Main reason', value: endingReasonWords[reason] },
    ...[
      { name: 'In their words', text: words },
      { name: 'What was tried', text: tried },
      { name: 'What came out of it', text: cameOfIt },
    ].flatMap(({ name, text }) => (text ? [{ name, value: <Markdown text={text} /> }] : [])),
    ...(grew.length > 0 ? [{ name: 'What grew from it', value: <Grown grew={grew} /> }] : []),
  ];
  return <SummaryList facts={facts} />;
}

function Grown({ grew }: Pick<ShownEnding, 'grew'>) {
  return (
    <ul className="nhsuk-list nhsuk-u-margin-bottom-0">
      {grew.map(({ thing }) => (
        <li key={thing.id}>
          <EntityLink reference={thing.id}>{'title' in thing ? thing.title : thing.id}</EntityLink>
        </li>
      ))}
    </ul>
  );
}
