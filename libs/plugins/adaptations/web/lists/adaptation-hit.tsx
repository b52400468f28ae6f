/** An adaptation in search results. */
import { Link } from 'react-router';
import { useLinkTo } from '@hub/core/web';
import { formatDate, StageTag } from '@hub/ui';
import type { AdaptationHitFragment } from './lists.generated';

interface AdaptationHitProps {
  readonly hit: AdaptationHitFragment;
  readonly matchedLine: string | null;
}

/** Kind, title, site, stage, and the line that matched. */
export function AdaptationHit({ hit, matchedLine }: AdaptationHitProps) {
  const linkTo = useLinkTo();
  return (
    <>
      <h2 className="hub-rows__title nhsuk-heading-s">
        <Link to={linkTo(hit.id)}>{hit.title}</Link> <StageTag stage={hit.stage} />
      </h2>
      <p className="hub-meta">
        Adaptation. {hit.site.name}, from {hit.sourceIntervention.site.name}. Started {formatDate(hit.startedAt)}
      </p>
      {matchedLine && <p className="nhsuk-u-margin-bottom-1">{matchedLine}</p>}
    </>
  );
}
