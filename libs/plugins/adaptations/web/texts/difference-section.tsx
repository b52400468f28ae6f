/** One section or component in two texts, with its state in the heading and the reasons beneath. */
import { Link } from 'react-router';
import { DifferenceTag, DiffText, differenceWords, Hidden } from '@hub/ui';
import { changesOfPart } from '../changes/changes-by-section';
import { ChangeReasons } from '../record/changes';
import { ChangedParts } from '../record/parts';
import type { ShownAdaptation } from '../record/record';
import type { ComparedPart } from './compared-parts';

interface DifferenceSectionProps {
  readonly difference: ComparedPart;
  readonly adaptation: ShownAdaptation;
  /** Where the next section is that differs: on the page, or at another address. */
  readonly next: { readonly to: string } | null;
}

/** "Who does it, changed". A section that differs without a recorded reason says so. */
export function DifferenceSection({ difference, adaptation, next }: DifferenceSectionProps) {
  const { key, heading, source, local, change } = difference;
  const { site, source: version, sourceIntervention, modifications } = adaptation;
  const reasons = changesOfPart(difference, modifications);
  const words = (
    <>
      Next difference<Hidden> after {heading}</Hidden>
    </>
  );
  const [sourceHeading, localHeading] = headings(sourceIntervention.site.name, site.name);
  return (
    <section className="hub-difference" aria-labelledby={`section-${key}`}>
      <h2 id={`section-${key}`} tabIndex={-1}>
        {heading}
        <Hidden>, {differenceWords(change).toLowerCase()}</Hidden>{' '}
        <span aria-hidden="true">
          <DifferenceTag difference={change} />
        </span>
      </h2>
      {change === 'SAME' ? (
        <SameText text={source} />
      ) : (
        <DiffText {...{ source, local, sourceHeading, localHeading }} headingLevel={3} />
      )}
      {reasons.map((reason) => (
        <div className="hub-difference__reason" key={reason.id}>
          <h3 className="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{reason.what}</h3>
          <ChangeReasons change={reason} inSection={key} />
          {difference.component && <ChangedParts change={reason} parts={version.components} />}
        </div>
      ))}
      {reasons.length === 0 && change !== 'SAME' && <p className="hub-quiet">{site.name} has not said why.</p>}
      {next && (
        <p className="hub-no-print">
          {next.to.startsWith('#') ? <a href={next.to}>{words}</a> : <Link to={next.to}>{words}</Link>}
        </p>
      )}
    </section>
  );
}

/** A site that adapted its own has two texts of its own. */
function headings(source: string, local: string): [string, string] {
  return source === local ? ['Before', 'Now'] : [`At ${source}`, `At ${local}`];
}

function SameText({ text }: { readonly text: string }) {
  return (
    <>
      <p className="hub-quiet nhsuk-u-margin-bottom-1">The same at both</p>
      <p className="hub-plain-text">{text}</p>
    </>
  );
}
