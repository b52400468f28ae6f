/** A discussion in search results. */
import { useLinkTo } from '@hub/core/web';
import { Meta, Time } from '@hub/ui';
import { Link } from 'react-router';
import type { ThreadHitFragment } from './thread-parts.generated';
import { threadFacts } from './words';

interface ThreadHitProps {
  readonly hit: ThreadHitFragment;
  readonly matchedLine: string | null;
}

export function ThreadHit({ hit, matchedLine }: ThreadHitProps) {
  const linkTo = useLinkTo();
  return (
    <>
      <h2 className="hub-rows__title nhsuk-heading-s">
        <Link to={linkTo(hit.id)}>{hit.title}</Link>
      </h2>
      <Meta>
        {threadFacts(hit)} <Time at={hit.lastActivityAt} as="ago" />
      </Meta>
      {matchedLine && <p>{matchedLine}</p>}
    </>
  );
}
