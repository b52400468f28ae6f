/** What one site did with one part of an intervention, and what came of it. */
import { Link } from 'react-router';
import { EntityLink, useLinkTo } from '@hub/core/web';
import { Hidden, StageTag } from '@hub/ui';
import { howChanged, whatCame } from './experience-words';
import type { PartsExperienceQuery } from './learning.generated';

export type ChangedPart = NonNullable<PartsExperienceQuery['intervention']>['experience'][number];
type Change = ChangedPart['changes'][number];

interface PartChangeRowProps {
  readonly part: ChangedPart;
  readonly change: Change;
  /** The intervention whose next version may take it in; null for those who do not edit it. */
  readonly foldInto: string | null;
}

export function PartChangeRow({ part, change, foldInto }: PartChangeRowProps) {
  const { adaptation } = change;
  const lines = [...howChanged(part.key, change), ...whatCame(adaptation)];
  return (
    <li className="hub-rows__row">
      <EntityLink reference={adaptation.id}>{adaptation.site.name}</EntityLink> <StageTag stage={adaptation.stage} />
      {lines.map((line) => (
        <p className="hub-plain-text nhsuk-u-margin-bottom-1" key={line}>
          {line}
        </p>
      ))}
      {change.text !== null && <TheirText {...{ part, change, foldInto }} />}
    </li>
  );
}

/** Ways to what the site's published text has instead. */
function TheirText({ part, change, foldInto }: PartChangeRowProps) {
  const linkTo = useLinkTo();
  const { id, site } = change.adaptation;
  const named = <Hidden>{`: ${part.heading}, from ${site.name}`}</Hidden>;
  return (
    <p className="hub-no-print nhsuk-u-margin-bottom-1">
      <Link to={linkTo(id, '/compare')}>Their text beside this{named}</Link>
      {foldInto && (
        <>
          <br />
          <Link to={linkTo(foldInto, `/fold?from=${id}&part=${part.part}&key=${part.key}`)}>
            Bring this into our next version{named}
          </Link>
        </>
      )}
    </p>
  );
}
