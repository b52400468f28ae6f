/** A site among search results. */
import { EntityLink, type HitProps } from '@hub/core/web';
import type { SiteHitFragment } from './site-parts.generated';

export function SiteHit({ hit, matchedLine, marked }: HitProps<SiteHitFragment>) {
  const words = matchedLine && matchedLine !== hit.name ? marked : hit.tagline;
  return (
    <>
      <h2 className="hub-rows__title nhsuk-heading-s">
        <EntityLink reference={hit.id}>{hit.name}</EntityLink>
      </h2>
      <p className="hub-meta">
        Site. {hit.modelTypes.map(({ code }) => code).join(', ')}
        {hit.illustrative && '. Illustrative'}
      </p>
      {words && <p className="nhsuk-u-margin-bottom-0">{words}</p>}
    </>
  );
}
