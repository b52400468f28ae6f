/** The rest of the site's own text, or the way to have one. */
import { Link } from 'react-router';
import { counted } from '@hub/ui';
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
  const kept = keptSections(adaptation);
  return (
    <>
      <p>
        {counted(kept, 'section')} kept as {kept === 1 ? 'it is' : 'they are'}.{' '}
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
