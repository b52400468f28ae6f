/** What people do with posts: reply, edit, remove, react. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Access, deleteAhead, insertAhead, updateAhead, writeAhead, type Action } from '@hub/core/server';
import { postAdded, postEdited, postId, postRemoved } from '@hub/plugins/threads/contract';
import { Announcer } from '../news/announcer';
import { Companions } from './companions';
import { Lookup } from '../lookup';
import { PostRecord, RevisionRecord } from './post.record';
import { reactionOf, requireEditable, requireLegible, requireNotRemoved } from './post.rules';
import { Quotes } from '../moderating/quotes';
import { References } from '../references/references';
import { ThreadEntry } from '../thread-entry';
import { openingOf, requireUnlocked } from '../thread.rules';
import { removeAnyPost } from '../threads.policy';

export interface Reply {
  readonly thread: EntityRef;
  readonly body: string;
  readonly inReplyTo?: string | null;
  readonly anonymous?: boolean | null;
}

@Injectable()
export class PostsService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Lookup) private readonly lookup: Lookup,
    @Inject(Announcer) private readonly announcer: Announcer,
    @Inject(References) private readonly references: References,
    @Inject(ThreadEntry) private readonly entry: ThreadEntry,
    @Inject(Companions) private readonly companions: Companions,
    @Inject(Quotes) private readonly quotes: Quotes,
  ) {}

  /** Adds a post to the end of a thread and gives its id. Replies to a locked thread are FORBIDDEN. */
  async reply(action: Action, input: Reply): Promise<string> {
    const { tx, actor, at } = action;
    const thread = await this.lookup.placeOf(tx, input.thread);
    requireUnlocked(thread);
    // Whoever was removed a moment ago writes nothing more.
    if (thread.community) await this.access.requireInside(tx, actor, thread.community);
    const answered = input.inReplyTo
      ? await this.lookup.postOf(thread, action, input.inReplyTo, 'input.inReplyTo')
      : null;
    const post = { id: randomUUID(), threadRef: thread.ref, authorRef: actor.ref, anonymous: input.anonymous ?? false };
    await writeAhead(tx, appendPost, [
      thread.ref,
      post.id,
      post.authorRef,
      post.anonymous,
      input.body,
      answered?.id ?? null,
      at,
    ]);
    await this.quotes.withholdWhatIsHidden(action, { ...post, body: input.body, inReplyTo: answered?.id ?? null });
    await this.references.keep(action, post.id, input.body, 1);
    await this.companions.keep(action, post, input);
    await this.announcer.tell(action, postAdded, post);
    await this.announcer.wordsChanged(action, thread.ref);
    return postId(post.id);
  }

  /** Changes one's own post, and keeps what it said before. The same words with the same files change nothing. */
  async edit(action: Action, input: { post: string; expectedRevision: number; body: string }): Promise<string> {
    const { tx, actor, at } = action;
    const post = await this.lookup.post(tx, input.post);
    const current = { ...post, body: await this.references.textFor(action, post.id, post.body) };
    requireEditable(current, actor.ref, input.expectedRevision);
    const hasOtherCompany = await this.companions.keep(action, post, input);
    if (post.body === input.body) {
      if (hasOtherCompany) await this.announcer.tell(action, postEdited, post);
      return input.post;
    }
    await insertAhead(tx, RevisionRecord, {
      ...{ postId: post.id, number: post.revision, body: post.body },
      writtenAt: post.editedAt ?? post.createdAt,
    });
    await updateAhead(tx, PostRecord, { id: post.id }, { body: input.body, revision: post.revision + 1, editedAt: at });
    await this.quotes.forgetOf(action, post);
    await this.quotes.withholdWhatIsHidden(action, { ...post, body: input.body });
    const mentioned = await this.references.keep(action, post.id, input.body, post.revision + 1);
    await this.reword(action, post, input.body);
    await this.announcer.tell(action, postEdited, post);
    if (mentioned.length > 0) await this.announcer.tellMentioned(action, post, mentioned);
    return input.post;
  }

  /** Removes a post: its text is gone for everyone, what it said before too, its place stays. For its author and facilitators; harmless to repeat. */
  async remove(action: Action, input: { post: string; reason?: string | null }): Promise<string> {
    const { tx, actor, at } = action;
    const post = await this.lookup.post(tx, input.post);
    const removedByAuthor = post.authorRef === actor.ref;
    if (!removedByAuthor) await this.access.require(tx, actor, removeAnyPost.id, post.threadRef);
    requireLegible(post, actor);
    if (post.removedAt) return input.post;
    await this.lookup.thread(tx, post.threadRef, 'change');
    await updateAhead(
      tx,
      PostRecord,
      { id: post.id },
      { removedAt: at, removedByAuthor, removedReason: input.reason?.trim() || null, hiddenAt: null },
    );
    await deleteAhead(tx, RevisionRecord, { postId: post.id });
    await this.references.forget(tx, post.id);
    await writeAhead(tx, 'UPDATE threads.thread SET accepted_post_id = NULL WHERE ref = $1 AND accepted_post_id = $2', [
      post.threadRef,
      post.id,
    ]);
    if (post.position > 1)
      await writeAhead(tx, 'UPDATE threads.activity SET reply_count = reply_count - 1 WHERE thread_ref = $1', [
        post.threadRef,
      ]);
    await this.reword(action, post, '');
    await this.announcer.tell(action, postRemoved, post);
    return input.post;
  }

  /** Gives or takes back a reaction. Harmless to repeat. */
  async react({ tx, actor }: Action, input: { post: string; kind: string; on: boolean }): Promise<string> {
    const kind = reactionOf(input.kind);
    const post = await this.lookup.post(tx, input.post);
    requireNotRemoved(post);
    requireLegible(post, actor);
    const statement = input.on
      ? 'INSERT INTO threads.reaction (post_id, member_ref, kind) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'
      : 'DELETE FROM threads.reaction WHERE post_id = $1 AND member_ref = $2 AND kind = $3';
    await writeAhead(tx, statement, [post.id, actor.ref, kind]);
    return input.post;
  }

  /** The directory shows how a thread opens, so a change of the first post is a change there; any other only of the index. */
  private async reword(action: Action, post: PostRecord, body: string): Promise<void> {
    if (post.position > 1) return this.announcer.wordsChanged(action, post.threadRef);
    // While it waits for a moderator nothing of it is shown there, whatever its author makes of it meanwhile.
    const shown = post.hiddenAt ? '' : await this.references.textForAll(action.tx, post.id, body);
    await this.entry.change(action, post.threadRef, { summary: openingOf(shown) });
  }
}

/** One statement: the next position, the counters, the thread's place in each of its feeds, and the post. */
const appendPost = `
  WITH counted AS (
    UPDATE threads.activity SET last_position = last_position + 1, reply_count = reply_count + 1
    WHERE thread_ref = $1 RETURNING last_position
  ), moved AS (
    UPDATE threads.feed SET last_activity_at = greatest(last_activity_at, $7) WHERE thread_ref = $1
  )
  INSERT INTO threads.post (id, thread_ref, position, author_ref, anonymous, body, in_reply_to, created_at)
  SELECT $2, $1, counted.last_position, $3, $4, $5, $6, $7 FROM counted`;
