/** One person of a community, for the pages on which those who facilitate it decide about them. */
import { entityRef } from '@hub/core/contract';
import { usePageQuery } from '@hub/core/web';
import type { CommunityKind } from '@hub/plugins/communities/contract';
import { communityIn } from './addresses';
import { CommunityPersonPageDocument } from './people.generated';

export interface PersonOfCommunity {
  readonly id: string;
  readonly name: string;
  readonly facilitates: boolean;
  /** The only one who does: that cannot be taken away. */
  readonly isLastFacilitator: boolean;
  readonly community: { readonly id: string; readonly name: string; readonly kind: CommunityKind };
}

/** Null when the viewer does not facilitate it, or nobody of that name belongs to it. */
export function usePerson(name: string, memberSlug: string): PersonOfCommunity | null {
  const member = entityRef('member', 'network', memberSlug);
  const { community } = usePageQuery(CommunityPersonPageDocument, { id: communityIn(name), member }).data;
  const [place] = community?.members.edges ?? [];
  if (!community?.viewerCanFacilitate || !place) return null;
  return {
    ...{ id: member, name: place.node.displayName, community },
    facilitates: place.role === 'FACILITATOR',
    isLastFacilitator: place.isLastFacilitator && !community.modelType,
  };
}
