/** The kind of directory entity that a saved search is, and what happens to it. */
import { domainEvent, entityRef, type EntityRef } from '@hub/core/contract';

export const savedSearchKind = 'saved-search';
/** Where its page is: it leads on to the results. */
export const savedSearchPage = '/searches/:name';

/** The reference of a saved search, by its uuid. */
export function savedSearchRef(uuid: string): EntityRef {
  return entityRef(savedSearchKind, 'network', uuid);
}

/** Which saved searches came to find the subject. */
export interface FoundFacts {
  readonly searches: readonly EntityRef[];
}

/** Something came to fit saved searches, or to be seen by those whose they are. It has no actor. */
export const searchFound = domainEvent<FoundFacts>()('search.found');
