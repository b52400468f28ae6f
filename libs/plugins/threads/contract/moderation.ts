/** What whoever looks after the rules may do with posts: hide them for a while, cut words out, remove and restore them, close a thread. */
import type { Acting, EntityRef, Transaction } from '@hub/core/contract';

/**
 * A database view for the reads of a plugin that moderates, one row a post: `id` (uuid), `thread_ref`, `position`, `author_ref`, `anonymous`,
 * `revision`, `hidden_at`, `removed_at`. Its columns only grow. It says who wrote an anonymous post: whom it is shown to is for the reader
 * to decide, and who may see the thread is to be asked first.
 */
export const moderatedPostsView = 'threads.moderated_post';

/**
 * SQL of what the post with this uuid says, a hidden or removed one too, without the names of what the viewer may not see. `visible` is the
 * access scope for an alias of `core.entity`. As with the view, for whom it is read is for the reader to decide.
 */
export function wordsOfPostSql(uuid: string, visible: (entity: string) => string): string {
  return `SELECT threads.without(said.body, ARRAY(SELECT named.written FROM threads.reference named
    JOIN core.entity meant ON meant.ref = named.ref WHERE named.post_id = said.id AND NOT ${visible('meant')}))
    FROM threads.post said WHERE said.id = ${uuid}`;
}

/** A post as a moderator's plugin knows it, past the access scope. */
export interface ModeratedPost {
  readonly thread: EntityRef;
  /** Of an anonymous post too: never to be told without a decision to open it. */
  readonly author: EntityRef;
  readonly anonymous: boolean;
  readonly revision: number;
  readonly hidden: boolean;
  readonly removed: boolean;
}

/**
 * Whether somebody may do this is the caller's to decide, and to audit. Nothing that follows names whoever did it, or the author of an
 * anonymous post. Ids of posts that are none are NOT_FOUND.
 */
export abstract class PostModeration {
  /** The post, held for a change until the transaction ends. */
  abstract hold(tx: Transaction, post: string): Promise<ModeratedPost>;

  /** Hides its words, and those before each edit, from everybody but its author and moderators. Harmless to repeat. */
  abstract hide(acting: Acting, post: string): Promise<void>;

  /** Shows again what was hidden, or removed by a moderator. Harmless to repeat; what its author removed stays removed. */
  abstract restore(acting: Acting, post: string): Promise<void>;

  /** Removes it for everybody, its author too. Its words are kept, so that it can be restored. Harmless to repeat. */
  abstract remove(acting: Acting, post: string): Promise<void>;

  /**
   * Takes passages out of its words wherever they stand, and forgets what it said before each edit: nothing of them is left. Shows it
   * again when it was hidden. BAD_USER_INPUT at `input.cuts` for a passage that stands nowhere in it, CONFLICT when it has changed since.
   */
  abstract cutOut(acting: Acting, post: string, cut: { expectedRevision: number; passages: string[] }): Promise<void>;

  /** Ends its thread for replies, or opens it again. */
  abstract setThreadLocked(acting: Acting, post: string, locked: boolean): Promise<void>;
}

/** What stands in a post where a moderator cut something out. */
export const cutMark = '[cut out by a moderator]';
