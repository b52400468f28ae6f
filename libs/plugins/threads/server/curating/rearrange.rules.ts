/** What can be merged and split, as pure functions. */
import type { EntityRef } from '@hub/core/contract';
import { badInput, NotFound } from '@hub/core/server';
import type { PostRecord } from '../posts/post.record';
import type { ThreadRecord } from '../thread.record';

/** Throws BAD_USER_INPUT for a thread that would be merged into itself. */
export function requireOtherThread(input: { readonly thread: EntityRef; readonly into: EntityRef }): void {
  if (input.thread === input.into) throw badInput('input.into', 'Choose another discussion than this one');
}

/** Throws BAD_USER_INPUT for what was merged before: there is nothing left of it. */
export function requireUnmerged({ mergedInto }: Pick<ThreadRecord, 'mergedInto'>, path = 'input.thread'): void {
  if (mergedInto) throw badInput(path, 'This discussion was merged into another one. Choose that one');
}

/** The first of the posts that shall become a thread. Throws where some are not of the thread, or its first post is among them. */
export function requireMovable<Post extends Pick<PostRecord, 'position'>>(
  posts: readonly Post[],
  asked: readonly string[],
): Post {
  const [first] = posts;
  if (posts.length < new Set(asked).size) throw new NotFound();
  if (!first) throw badInput('input.posts', 'Choose at least 1 reply');
  if (first.position === 1) throw badInput('input.posts', 'The first post stays. Choose replies');
  return first;
}
