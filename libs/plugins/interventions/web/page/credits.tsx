/** Which sites' changes are in a text: thanks that stay. */
import { EntityLink } from '@hub/core/web';
import { InsetText } from '@hub/ui';
import type { CreditPartsFragment } from '../intervention-parts.generated';

/** "With a change by Northvale: Who does it, since version 3". Nothing where there are none. */
export function Credits({ credits }: { readonly credits: readonly CreditPartsFragment[] }) {
  if (credits.length === 0) return null;
  return (
    <InsetText>
      {credits.map(({ part, key, heading, number, site, from }) => (
        <p key={`${from.id} ${part} ${key}`}>
          With a change by <EntityLink reference={site.id}>{site.name}</EntityLink>: {heading}, since version {number}.{' '}
          <EntityLink reference={from.id}>What they did</EntityLink>
        </p>
      ))}
    </InsetText>
  );
}
