/** What happens on the way into a community and out of it. The subject is the community. */
import { domainEvent, type EntityRef } from '@hub/core/contract';

export const communityJoined = domainEvent<{ member: EntityRef }>()('community.joined');
export const communityAsked = domainEvent<{ request: string }>()('community.asked');
export const communityAnswered = domainEvent<{ member: EntityRef; approved: boolean }>()('community.answered');
export const communityInvited = domainEvent<{ invitation: string; member: EntityRef }>()('community.invited');
export const communityRoleChanged = domainEvent<{ member: EntityRef; facilitates: boolean }>()(
  'community.role-changed',
);
/** Somebody's membership ended: by themselves, or by a facilitator. */
export const communityLeft = domainEvent<{ member: EntityRef }>()('community.left');
export const communityKindChanged = domainEvent<{ from: string; to: string }>()('community.kind-changed');

export const communityEvents = [
  communityJoined,
  communityAsked,
  communityAnswered,
  communityInvited,
  communityRoleChanged,
  communityLeft,
  communityKindChanged,
];
