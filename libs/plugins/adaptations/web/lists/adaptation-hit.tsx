/** An adaptation in search results. */
import { Link } from 'react-router';
import { useLinkTo, type HitProps } from '@hub/core/web';
import { formatDate, StageTag } from '@hub/ui';
import type { AdaptationHitFragment } from './lists.generated';

/** Kind, title, site, stage, and the line that matched. */
export function AdaptationHit({ hit, marked }: HitProps<AdaptationHitFragment>) {
  const linkTo = useLinkTo();
  return (
    <>
      <h2 className="hub-rows__title nhsuk-heading-s">
        <Link to={linkTo(hit.id)}>{hit.title}</Link> <StageTag stage={hit.stage} />
      </h2>
      <p className="hub-meta">
        Adaptation. {hit.site.name}, from {hit.sourceIntervention.site.name}. Started {formatDate(hit.startedAt)}
      </p>
      {marked && <p className="nhsuk-u-margin-bottom-1">{marked}</p>}
    </>
  );
}
