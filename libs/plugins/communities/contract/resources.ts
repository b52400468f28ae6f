/** What can be pinned in a community: things of the directory that have a page of their own. */
export const pinnableKinds = ['intervention', 'adaptation', 'evaluation', 'thread', 'site', 'community'] as const;

/** How many somebody may see pinned at once: more is no choice any more. */
export const mostPinned = 12;
