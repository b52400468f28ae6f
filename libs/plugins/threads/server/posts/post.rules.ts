/** The rules of posts, as pure functions. */
import { keyOfRole, type EntityRef, type Viewer } from '@hub/core/contract';
import { badInput, Conflict, Forbidden } from '@hub/core/server';
import { isReactionKind, type ReactionKind } from '@hub/plugins/threads/contract';
import type { PostRecord } from './post.record';

const mostRevisions = 100;

/**
 * Throws FORBIDDEN for anyone but the author and once a post was edited so often that its history is as long as it gets, and CONFLICT,
 * with what is there now, when the post has changed since.
 */
export function requireEditable(
  post: Pick<PostRecord, 'authorRef' | 'removedAt' | 'revision' | 'body'>,
  member: EntityRef,
  expectedRevision: number,
): void {
  if (post.authorRef !== member) throw new Forbidden('Only the person who wrote a post can edit it');
  requireNotRemoved(post);
  if (post.revision >= mostRevisions)
    throw new Forbidden('This post was edited 99 times and stays as it is. Add a reply instead');
  if (post.revision === expectedRevision) return;
  throw new Conflict('This post has changed since you opened it. Compare before you save', {
    revision: post.revision,
    body: post.body,
  });
}

/** Throws FORBIDDEN when the post is no longer there to be changed. */
export function requireNotRemoved(post: Pick<PostRecord, 'removedAt'>): void {
  if (post.removedAt) throw new Forbidden('This post was removed');
}

/** Throws FORBIDDEN for whoever cannot read the post while it waits for a moderator: they do nothing with what they cannot read. */
export function requireLegible(post: Pick<PostRecord, 'authorRef' | 'hiddenAt'>, { ref, keys }: Viewer): void {
  if (!post.hiddenAt || post.authorRef === ref || keys.includes(keyOfRole('moderator'))) return;
  throw new Forbidden('This post is hidden while a moderator looks at it');
}

/** Throws BAD_USER_INPUT when the post cannot be the answer to its thread's question. */
export function requireReply(post: Pick<PostRecord, 'position' | 'removedAt'>): void {
  if (post.position === 1) throw badInput('input.post', 'A question does not answer itself. Choose a reply');
  if (post.removedAt) throw badInput('input.post', 'This reply was removed. Choose another');
}

/** The reaction with this code. Throws BAD_USER_INPUT for an unknown one. */
export function reactionOf(code: string): ReactionKind {
  if (!isReactionKind(code)) throw badInput('input.kind', 'Choose USEFUL, SAME_HERE or THANK_YOU');
  return code;
}
