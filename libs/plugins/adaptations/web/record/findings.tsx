/** "Is it right for us?" for those who read: what the site found out, with its figures. */
import { useId } from 'react';
import { Link } from 'react-router';
import { BarChart, Markdown, Meta, Time } from '@hub/ui';
import { rowName } from '../address';
import { findingKindOrder, findingKinds, yesNo } from '../words';
import { Compared } from './compared';
import type { ShownFinding } from './record';

interface FindingsProps {
  readonly findings: readonly ShownFinding[];
  /** Where the entries can be corrected; null for those who may not. */
  readonly editPath: string | null;
  readonly headingLevel?: 2 | 3;
  /** The source's site and the adapting one, by name. */
  readonly sites: { readonly there: string; readonly here: string };
}

/** Grouped by how the site found out, in the order of the task list. Give it at least one. */
export function Findings({ findings, editPath, sites, headingLevel = 3 }: FindingsProps) {
  return findingKindOrder.flatMap((kind) =>
    findings
      .filter((finding) => finding.kind === kind)
      .map((finding) => <FindingView key={finding.id} {...{ finding, editPath, sites, headingLevel }} />),
  );
}

interface FindingViewProps {
  readonly finding: ShownFinding;
  readonly editPath: string | null;
  readonly sites: FindingsProps['sites'];
  readonly headingLevel: 2 | 3;
}

function FindingView({ finding, editPath, sites, headingLevel }: FindingViewProps) {
  const { kind, title, happenedOn, recordedBy, supports, figures, statements, compared } = finding;
  const comparedId = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <article className="hub-record-entry">
      <Heading className="nhsuk-heading-s">
        <span className="nhsuk-caption-m">{findingKinds[kind].heading}</span>
        <span className="nhsuk-u-visually-hidden">: </span>
        {title}
      </Heading>
      <Meta>
        {happenedOn && (
          <>
            <Time at={happenedOn} />
            {'. '}
          </>
        )}
        {supports !== null && `Speaks for it: ${yesNo(supports)}. `}
        {recordedBy && `Recorded by ${recordedBy.displayName}.`}
      </Meta>
      <Markdown text={finding.finding} headingLevel={headingLevel === 3 ? 4 : 3} />
      {statements.map((statement, index) => (
        <blockquote className="hub-quote" key={index}>
          {quoted(statement)}
        </blockquote>
      ))}
      {compared.length > 0 && (
        <>
          <p id={comparedId}>What the two sites said of themselves when this was recorded:</p>
          <Compared rows={compared} {...sites} labelledBy={comparedId} />
        </>
      )}
      {figures.length > 0 && <BarChart caption={`Figures: ${title}`} figures={figures} />}
      {editPath !== null && (
        <p className="hub-no-print">
          <Link to={`${editPath}/suitability/${rowName('suitability', finding.id)}`}>
            Correct this<span className="nhsuk-u-visually-hidden">: {title}</span>
          </Link>
        </p>
      )}
    </article>
  );
}

/** In quotation marks, once. */
function quoted(statement: string): string {
  return `“${statement.replace(/^["“”]|["“”]$/g, '')}”`;
}
