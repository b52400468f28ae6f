/** The kind of directory entity that the plugin communities owns, and how its references and rows are named. */
import { entityRef, keyOfFacilitators, nameOf, type EntityRef } from '@hub/core/contract';

export const communityKind = 'community';

/** Where its page is. Those of the care models are shown on the pages of the care models. */
export const communityPage = '/communities/:name';

/** The reference by name. Names are unique in the hub. */
export const communityRef = (name: string): EntityRef => entityRef(communityKind, 'network', name);

/** The community of a care model. */
export const communityOfCareModel = (careModel: EntityRef): EntityRef => communityRef(nameOf(careModel));

/** State in the directory of the communities that care models have. */
export const careModelState = 'care-model';

export const communityKinds = ['OPEN', 'CLOSED', 'PRIVATE'] as const;
export type CommunityKind = (typeof communityKinds)[number];

export const communityRoles = ['FACILITATOR', 'MEMBER'] as const;
export type CommunityRole = (typeof communityRoles)[number];

/** Every key that a role in a community brings: of all its members, and of those who facilitate it. */
export function keysOfCommunityRole(role: CommunityRole, community: EntityRef): string[] {
  return role === 'FACILITATOR' ? [community, keyOfFacilitators(community)] : [community];
}

/** Prefixes of the ids of its rows. */
export const requestPrefix = 'community-request';
export const invitationPrefix = 'community-invitation';
