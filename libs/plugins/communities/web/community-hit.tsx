/** A community among search results. */
import { EntityLink } from '@hub/core/web';
import type { CommunityHitFragment } from './community-parts.generated';
import { kindNames, membersWords } from './words';

interface CommunityHitProps {
  readonly hit: CommunityHitFragment;
  readonly matchedLine: string | null;
}

export function CommunityHit({ hit, matchedLine }: CommunityHitProps) {
  return (
    <>
      <h2 className="hub-rows__title nhsuk-heading-s">
        <EntityLink reference={hit.id}>{hit.name}</EntityLink>
      </h2>
      <p className="hub-meta">
        Community. {kindNames[hit.communityKind]}. {membersWords(hit)}
      </p>
      <p className="nhsuk-u-margin-bottom-0">{matchedLine === hit.name ? hit.purpose : (matchedLine ?? hit.purpose)}</p>
    </>
  );
}
