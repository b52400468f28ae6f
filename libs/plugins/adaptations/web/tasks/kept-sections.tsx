/** The rest of the site's own text, or the way to have one. */
import { Link } from 'react-router';
import type { ShownAdaptation } from '../record/record';
import { keptSections } from './tasks';

interface KeptSectionsProps {
  readonly adaptation: ShownAdaptation;
  readonly path: string;
}

/** "8 sections kept as they are. Change one". Before there is a text of the site's own, what makes one. */
export function KeptSections({ adaptation, path }: KeptSectionsProps) {
  const { result, sourceIntervention } = adaptation;
  if (!result) {
    return (
      <p>
        Once you decide to change it to fit, you get a copy of {sourceIntervention.site.name}’s text to work on.{' '}
        <Link to={`${path}/stage?to=ADAPTING`}>Start our own text</Link>
      </p>
    );
  }
  return (
    <>
      <p>
        {keptWords(keptSections(adaptation))}{' '}
        <Link to={`${path}/sections`}>
          Change one<span className="nhsuk-u-visually-hidden"> of the sections kept as they are</span>
        </Link>
      </p>
      <p>
        <Link to={`${path}/compare`}>See what we changed, side by side</Link>
      </p>
    </>
  );
}

function keptWords(kept: number): string {
  if (kept === 0) return 'No section is kept as it is.';
  return kept === 1 ? '1 section kept as it is.' : `${kept} sections kept as they are.`;
}
