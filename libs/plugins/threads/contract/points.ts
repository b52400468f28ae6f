/** What others may add to posts. */
import { extensionPoint, type Acting, type Transaction } from '@hub/core/contract';

export interface WrittenPost {
  /** Its bare uuid. */
  readonly id: string;
  readonly anonymous: boolean;
}

/** What goes with a post: told with the whole input of the mutation that writes or edits it, in the same transaction. */
export interface PostedWith {
  /** Says whether anything changed. May refuse by throwing BAD_USER_INPUT: nothing is posted then. */
  keep(acting: Acting, post: WrittenPost, input: object): Promise<boolean>;

  /** Words that go with the post (its bare uuid), such as the names of its files: something may have to be cut out of them. */
  words(tx: Transaction, post: string): Promise<string[]>;

  /** Changes each of these words, without a trace of what they were. */
  reword(acting: Acting, post: string, change: (words: string) => string): Promise<void>;
}

export const postedWith = extensionPoint<PostedWith>('threads', 'posted-with');

/** A database view that other plugins may name: `id` (uuid), `thread_ref`, `position`. One row a post; its columns only grow. */
export const postsView = 'threads.shared_post';
