/** An intervention among search results. */
import { EntityLink, type HitProps } from '@hub/core/web';
import type { InterventionHitFragment } from './intervention-parts.generated';
import { StateTags } from './intervention-rows';

export function InterventionHit({ hit, matchedLine, marked }: HitProps<InterventionHitFragment>) {
  const saysMore = matchedLine !== null && ![hit.title, hit.site.name].includes(matchedLine);
  return (
    <>
      <h2 className="hub-rows__title nhsuk-heading-s">
        <EntityLink reference={hit.id}>{hit.title}</EntityLink> <StateTags {...hit} />
      </h2>
      <p className="hub-meta">
        Intervention. {hit.site.name}
        {hit.illustrative && '. Illustrative'}
      </p>
      <p className="nhsuk-u-margin-bottom-0">{saysMore ? marked : hit.summary}</p>
    </>
  );
}
