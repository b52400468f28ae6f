/** Where the pages of communities are, and how ids stand in their addresses. */
import { careModelPage, nameOf } from '@hub/core/contract';
import { communityPage, communityRef } from '@hub/plugins/communities/contract';

export const communityAddress = (id: string, rest = ''): string => communityPage.replace(':name', nameOf(id)) + rest;
export const personAddress = (id: string, member: string, what: 'facilitator' | 'remove'): string =>
  communityAddress(id, `/people/${nameOf(member)}/${what}`);
export const requestAddress = (id: string, request: string): string =>
  communityAddress(id, `/requests/${request.slice(request.indexOf(':') + 1)}`);

/** The page that one comes to from the pages about a community: its own, or that of its care model. */
export function homeOf({
  id,
  modelType,
}: {
  readonly id: string;
  readonly modelType?: { readonly id: string } | null;
}) {
  return modelType ? careModelPage.replace(':name', nameOf(modelType.id)) : communityAddress(id);
}

/** The community that a page is about. */
export const communityIn = (name = ''): string => communityRef(name);
