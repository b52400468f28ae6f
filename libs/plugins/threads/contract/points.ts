/** What others may add to posts. */
import { extensionPoint, type Acting } from '@hub/core/contract';

export interface WrittenPost {
  /** Its bare uuid. */
  readonly id: string;
  readonly anonymous: boolean;
}

/** What goes with a post: told with the whole input of the mutation that writes or edits it, in the same transaction. */
export interface PostedWith {
  /** Says whether anything changed. May refuse by throwing BAD_USER_INPUT: nothing is posted then. */
  keep(acting: Acting, post: WrittenPost, input: object): Promise<boolean>;
}

export const postedWith = extensionPoint<PostedWith>('threads', 'posted-with');

/** A database view that other plugins may name: `id` (uuid), `thread_ref`, `position`. One row a post; its columns only grow. */
export const postsView = 'threads.shared_post';
