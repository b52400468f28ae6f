/** How large the networks of the bench are, in realistic shares of each other. */

/** Posts of each size that may be asked for. */
export const postsOf = { small: 10_000, mid: 100_000, big: 1_000_000 };

/**
 * What a network of about so many posts has.
 * @param {number} posts
 * @returns {Readonly<Record<'sites' | 'members' | 'communities' | 'threads' | 'originals' | 'adaptations' | 'sentences' | 'viewers', number>>}
 */
export function shares(posts) {
  return Object.freeze({
    sites: 50,
    members: posts / 50,
    communities: Math.max(10, posts / 2000),
    threads: posts / 10,
    originals: posts / 200,
    adaptations: posts / 50,
    sentences: 20_000,
    viewers: Math.min(1000, posts / 50),
  });
}
