/** Asks for the reason where the site's own text has lost something core and no change says why. */
import { Link } from 'react-router';
import { InsetText } from '@hub/ui';
import type { ShownAdaptation } from '../record/record';
import { unexplainedCore } from './parts-writing';

interface WhyLeftOutProps {
  readonly adaptation: ShownAdaptation;
  readonly path: string;
}

/** Nothing where there is nothing to ask. */
export function WhyLeftOut({ adaptation, path }: WhyLeftOutProps) {
  const parts = unexplainedCore(adaptation);
  if (parts.length === 0) return null;
  return (
    <InsetText>
      {parts.map(({ key, name }) => (
        <p key={key}>
          Your text leaves out “{name}”, which is core.{' '}
          <Link to={`${path}/changes/new?without=${encodeURIComponent(key)}`}>Say why you leave out “{name}”</Link>
        </p>
      ))}
    </InsetText>
  );
}
