/** The five choices that a person has for each thing that can be followed. */
export const followLevels = ['WATCHING', 'FIRST_POSTS', 'REPLIES', 'MUTED', 'NONE'] as const;

/**
 * WATCHING: every new post. FIRST_POSTS: what begins, such as first posts of threads, and nothing after. REPLIES: only what is
 * addressed to me. MUTED: nothing at all. NONE: no rule of my own; a more general rule decides, and what is addressed to me arrives.
 */
export type FollowLevel = (typeof followLevels)[number];
