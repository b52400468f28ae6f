/** Where the pages of membership are, and how ids stand in their addresses. */
import { nameOf } from '@hub/core/contract';
import { peoplePage, proposalsPage } from '@hub/plugins/membership/contract';

export const peopleAddress = (slug: string): string => peoplePage.replace(':name', slug);
export const inviteAddress = (slug: string, from?: string): string =>
  `${peopleAddress(slug)}/invite${from ? `?from=${encodeURIComponent(from)}` : ''}`;
export const personAddress = (slug: string, member: string, what: 'role' | 'remove'): string =>
  `${peopleAddress(slug)}/${nameOf(member)}/${what}`;
export const requestAddress = (slug: string, id: string): string => `/sites/${slug}/requests/${uuidIn(id)}`;
export const joinAddress = (slug: string): string => `/sites/${slug}/join`;
export const leaveAddress = (slug: string): string => `/sites/${slug}/leave`;
export const proposalAddress = (id: string): string => `${proposalsPage}/${uuidIn(id)}`;

/** What follows the kind in the id of a row. */
function uuidIn(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
