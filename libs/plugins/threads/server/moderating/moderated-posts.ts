/** What moderation does with posts. Others decide whether it may; nobody is named by what follows from it. */
import { Inject, Injectable } from '@nestjs/common';
import { Conflict, Directory, type Action } from '@hub/core/server';
import {
  postEdited,
  postHidden,
  postRemoved,
  postRestored,
  type ModeratedPost,
  type PostModeration,
} from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { Announcer } from '../news/announcer';
import { Companions } from '../posts/companions';
import { passagesIn, requirePassages, withoutPassages } from './cut-out';
import { Lookup } from '../lookup';
import { PostRecord, RevisionRecord } from '../posts/post.record';
import { Quotes } from './quotes';
import { References } from '../references/references';
import { ThreadEntry, type EntryChange } from '../thread-entry';
import { ThreadRecord } from '../thread.record';
import { openingOf } from '../thread.rules';

@Injectable()
export class ModeratedPosts implements PostModeration {
  constructor(
    @Inject(Lookup) private readonly lookup: Lookup,
    @Inject(Announcer) private readonly announcer: Announcer,
    @Inject(ThreadEntry) private readonly entry: ThreadEntry,
    @Inject(References) private readonly references: References,
    @Inject(Quotes) private readonly quotes: Quotes,
    @Inject(Companions) private readonly companions: Companions,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  async hold(tx: EntityManager, id: string): Promise<ModeratedPost> {
    const { threadRef, authorRef, anonymous, revision, hiddenAt, removedAt } = await this.lookup.post(tx, id);
    return {
      ...{ thread: threadRef, author: authorRef, anonymous, revision },
      ...{ hidden: hiddenAt !== null && removedAt === null, removed: removedAt !== null },
    };
  }

  async hide(action: Action, id: string): Promise<void> {
    const post = await this.lookup.post(action.tx, id);
    if (post.hiddenAt || post.removedAt) return;
    await action.tx.update(PostRecord, { id: post.id }, { hiddenAt: action.at });
    await this.reword(action, post, '');
    await this.tellOfQuotes(action, await this.quotes.withhold(action, post));
    await this.announcer.tellWithoutName(action, postHidden, post);
  }

  async restore(action: Action, id: string): Promise<void> {
    const { tx } = action;
    const post = await this.lookup.post(tx, id);
    const wasRemoved = post.removedAt !== null;
    if (wasRemoved ? !post.removedByModerator : !post.hiddenAt) return;
    const shown = { hiddenAt: null, removedAt: null, removedByModerator: false };
    await tx.update(PostRecord, { id: post.id }, shown);
    if (wasRemoved) await this.countReply(action, post, 1);
    await this.reword(action, post, post.body);
    await this.tellOfQuotes(action, await this.quotes.giveBack(action, post));
    await this.announcer.tellWithoutName(action, postRestored, post);
  }

  async remove(action: Action, id: string): Promise<void> {
    const { tx, at } = action;
    const post = await this.lookup.post(tx, id);
    if (post.removedAt) return;
    await this.lookup.thread(tx, post.threadRef, 'change');
    await tx.update(PostRecord, { id: post.id }, { removedAt: at, removedByModerator: true, hiddenAt: null });
    await tx.update(ThreadRecord, { ref: post.threadRef, acceptedPostId: post.id }, { acceptedPostId: null });
    await this.countReply(action, post, -1);
    await this.reword(action, post, '');
    await this.tellOfQuotes(action, await this.quotes.withhold(action, post));
    await this.announcer.tellWithoutName(action, postRemoved, post);
  }

  async cutOut(action: Action, id: string, cut: { expectedRevision: number; passages: string[] }): Promise<void> {
    const { tx, at } = action;
    const post = await this.lookup.post(tx, id);
    if (post.revision !== cut.expectedRevision)
      throw new Conflict('Its author has edited this post since you opened it. Look at it again before you cut', {
        revision: post.revision,
      });
    const passages = passagesIn(cut.passages);
    const before = await tx.findBy(RevisionRecord, { postId: post.id });
    const said = [post.body, ...before.map((revision) => revision.body)];
    const title = post.position === 1 ? ((await this.directory.get(tx, post.threadRef))?.title ?? '') : '';
    requirePassages(passages, [...said, title, ...(await this.companions.words(tx, post.id))]);
    const body = withoutPassages(post.body, passages);
    const revision = post.revision + 1;
    await tx.update(PostRecord, { id: post.id }, { body, revision, editedAt: at, hiddenAt: null });
    await tx.delete(RevisionRecord, { postId: post.id });
    await this.references.keepOnlyIn(tx, post.id, body);
    await this.reword(action, post, body, title ? { title: withoutPassages(title, passages) } : {});
    await this.companions.reword(action, post.id, (words) => withoutPassages(words, passages));
    await this.tellOfQuotes(action, await this.quotes.cut(action, post, said, passages));
    await this.announcer.tellWithoutName(action, post.hiddenAt ? postRestored : postEdited, post);
  }

  async setThreadLocked(action: Action, id: string, locked: boolean): Promise<void> {
    const { tx } = action;
    const { threadRef: ref } = await this.lookup.post(tx, id);
    await this.lookup.thread(tx, ref, 'change');
    await tx.update(ThreadRecord, { ref }, { locked, lockedReason: locked ? 'A moderator closed it.' : null });
    await this.announcer.changed(action, ref);
  }

  /** The first post is no reply. */
  private async countReply({ tx }: Action, { position, threadRef }: PostRecord, by: 1 | -1): Promise<void> {
    if (position === 1) return;
    await tx.query('UPDATE threads.activity SET reply_count = reply_count + $2 WHERE thread_ref = $1', [threadRef, by]);
  }

  /** The directory shows how a thread opens; search hears of any other change. */
  private async reword(
    action: Action,
    { id, position, threadRef }: PostRecord,
    body: string,
    change: EntryChange = {},
  ): Promise<void> {
    if (position > 1) return this.announcer.wordsChanged(action, threadRef);
    const summary = openingOf(await this.references.textForAll(action.tx, id, body));
    await this.entry.change(action, threadRef, { ...change, summary });
  }

  /** Posts that quote it say something else now. */
  private async tellOfQuotes(action: Action, changed: ReadonlySet<string>): Promise<void> {
    for (const id of changed) {
      const quoting = await action.tx.findOneByOrFail(PostRecord, { id });
      await this.reword(action, quoting, quoting.hiddenAt ? '' : quoting.body);
      await this.announcer.tellWithoutName(action, postEdited, quoting);
    }
  }
}
