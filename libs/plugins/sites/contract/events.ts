/** What happens to memberships. The subject is the site. */
import { domainEvent, type EntityRef } from '@hub/core/contract';
import type { SiteRole } from './roles';

export const memberJoined = domainEvent<{ member: EntityRef; role: SiteRole }>()('site.member-joined');
export const memberRoleChanged = domainEvent<{ member: EntityRef; from: SiteRole; to: SiteRole }>()(
  'site.member-role-changed',
);
export const memberLeft = domainEvent<{ member: EntityRef }>()('site.member-left');
