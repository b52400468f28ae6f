/** What happens on the way into a site. The subject is the site, except of a proposal, which is nobody's but its author's. */
import { domainEvent, type EntityRef } from '@hub/core/contract';

export const invitationAccepted = domainEvent<{ invitation: string; invitedBy: EntityRef }>()(
  'site.invitation-accepted',
);
export const joinAsked = domainEvent<{ request: string }>()('site.join-asked');
export const joinAnswered = domainEvent<{ request: string; member: EntityRef; approved: boolean }>()(
  'site.join-answered',
);
/** The subject is the new site, or, where it was declined, the member who proposed it. */
export const proposalAnswered = domainEvent<{ proposal: string; member: EntityRef; approved: boolean }>()(
  'site.proposal-answered',
);
