/** A discussion in search results. */
import { useLinkTo, type HitProps } from '@hub/core/web';
import { Hidden, Meta, Time } from '@hub/ui';
import { Link } from 'react-router';
import type { ThreadHitFragment } from '../thread-parts.generated';
import { threadFacts } from '../words';

export function ThreadHit({ hit, marked, place }: HitProps<ThreadHitFragment>) {
  const linkTo = useLinkTo();
  return (
    <>
      <h2 className="hub-rows__title nhsuk-heading-s">
        <Link to={linkTo(hit.id)}>{hit.title}</Link>
      </h2>
      <Meta>
        {threadFacts(hit)} <Time at={hit.lastActivityAt} as="ago" />
      </Meta>
      {marked && (
        <p className="nhsuk-u-margin-bottom-1">
          {place && (
            <>
              <Link to={`${linkTo(hit.id)}#${place}`}>
                In a reply<Hidden> to {hit.title}</Hidden>
              </Link>
              :{' '}
            </>
          )}
          {marked}
        </p>
      )}
    </>
  );
}
