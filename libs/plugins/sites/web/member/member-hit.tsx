/** A person among search results. */
import { EntityLink, type HitProps } from '@hub/core/web';
import type { MemberHitFragment } from '../site-parts.generated';

export function MemberHit({ hit, matchedLine, marked }: HitProps<MemberHitFragment>) {
  const sites = hit.sites.map(({ name }) => name);
  const saysMore = matchedLine && ![hit.displayName, hit.roleTitle, ...sites].includes(matchedLine);
  return (
    <>
      <h2 className="hub-rows__title nhsuk-heading-s">
        <EntityLink reference={hit.id}>{hit.displayName}</EntityLink>
      </h2>
      <p className="hub-meta">
        {['Person', hit.roleTitle, sites.join(', '), hit.illustrative && 'Illustrative'].filter(Boolean).join('. ')}
      </p>
      {saysMore && <p className="nhsuk-u-margin-bottom-0">{marked}</p>}
    </>
  );
}
