/** Where an address of a discussion leads now that it may have been merged, or the post in it moved. Pure. */

interface OldPlaces {
  /** The discussion that the address names. */
  readonly thread: { readonly id: string; readonly mergedInto?: { readonly id: string } | null };
  /** The post that the address names, where it is now. */
  readonly post: { readonly position: number; readonly thread: { readonly id: string } } | null;
}

/** The discussion and post to go to instead; null when the address is right as it is. */
export function newPlace({ thread, post }: OldPlaces): { readonly thread: string; readonly hash: string } | null {
  if (post && post.thread.id !== thread.id) return { thread: post.thread.id, hash: `#post-${post.position}` };
  if (thread.mergedInto) return { thread: thread.mergedInto.id, hash: '' };
  return null;
}

/** The place of the post in an address, or null: `#post-3`. */
export function positionIn(hash: string): number | null {
  const match = /^#post-([1-9]\d{0,6})$/.exec(hash);
  return match ? Number(match[1]) : null;
}

/** The reference of the discussion behind what was pasted: an address, or its last part. Null when it is neither. */
export function threadNamed(pasted: string): string | null {
  const match = /^(?:.*\/discussions\/)?([a-z0-9][a-z0-9-]*)(?:[/?#].*)?$/.exec(pasted.trim());
  return match ? `thread:network/${match[1]}` : null;
}
