/** Making one thread of two, and two of one. For facilitators; who may see what stays as it is. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Access, badInput, Directory, NotFound, type Action } from '@hub/core/server';
import { uuidOfPost, type ThreadPurpose } from '@hub/plugins/threads/contract';
import { In } from 'typeorm';
import { Announcer } from '../news/announcer';
import { Lookup } from '../lookup';
import { MovedPosts } from './moved-posts';
import { NewThread } from '../new-thread';
import { PostRecord } from '../posts/post.record';
import { requireMovable, requireOtherThread, requireUnmerged } from './rearrange.rules';
import { References } from '../references/references';
import { ThreadEntry } from '../thread-entry';
import { FeedRecord, feedOfMerged, ThreadRecord } from '../thread.record';
import { openingOf, tidyTitle } from '../thread.rules';
import { curate } from '../threads.policy';

export interface SplitThread {
  readonly thread: EntityRef;
  readonly posts: readonly string[];
  readonly title: string;
  readonly kind?: ThreadPurpose | null;
}

@Injectable()
export class RearrangeService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Lookup) private readonly lookup: Lookup,
    @Inject(MovedPosts) private readonly movedPosts: MovedPosts,
    @Inject(NewThread) private readonly newThread: NewThread,
    @Inject(ThreadEntry) private readonly entry: ThreadEntry,
    @Inject(References) private readonly references: References,
    @Inject(Announcer) private readonly announcer: Announcer,
  ) {}

  /**
   * Puts all posts of a thread at the end of another one, which the same people can see (BAD_USER_INPUT otherwise). What is left is a
   * place that leads there. Gives the other one.
   */
  async merge(action: Action, input: { thread: EntityRef; into: EntityRef }): Promise<EntityRef> {
    const { tx, actor } = action;
    requireOtherThread(input);
    await this.access.require(tx, actor, curate.id, input.into);
    const [thread, into] = await this.lockBoth(action, input.thread, input.into);
    requireUnmerged(thread);
    requireUnmerged(into, 'input.into');
    await this.requireSameReaders(action, thread.ref, into.ref);

    const posts = await tx.find(PostRecord, { select: { id: true }, where: { threadRef: thread.ref } });
    await tx.update(
      ThreadRecord,
      { ref: thread.ref },
      {
        mergedInto: into.ref,
        acceptedPostId: null,
        pinnedAt: null,
        aboutRef: null,
        locked: true,
        lockedReason: null,
        tags: [],
      },
    );
    await this.movedPosts.move(
      tx,
      posts.map(({ id }) => id),
      thread.ref,
      into.ref,
    );
    await tx.query('UPDATE threads.thread SET merged_into = $2 WHERE merged_into = $1', [thread.ref, into.ref]);
    await this.leaveFeeds(action, thread.ref);
    await this.entry.change(action, thread.ref, { careModels: [], summary: '' });
    await this.announcer.wordsChanged(action, into.ref);
    await this.announcer.changed(action, thread.ref);
    await this.announcer.changed(action, into.ref);
    await this.announcer.merged(action, thread.ref, into.ref);
    return into.ref;
  }

  /** Makes a thread of some replies, in the order that they have, beside the one that they come from. Gives the new one. */
  async split(action: Action, input: SplitThread): Promise<EntityRef> {
    const { tx } = action;
    const thread = await this.lookup.thread(tx, input.thread, 'change');
    requireUnmerged(thread);
    const ids = [...new Set(input.posts.map((id) => uuidOfPost(id) ?? ''))].filter(Boolean);
    const posts = await tx.find(PostRecord, {
      where: { id: In(ids), threadRef: thread.ref },
      order: { position: 'ASC' },
    });
    const first = requireMovable(posts, input.posts);

    const ref = await this.beside(action, thread, first, input);
    await this.movedPosts.move(
      tx,
      posts.map(({ id }) => id),
      thread.ref,
      ref,
    );
    await tx.query(
      `UPDATE threads.thread SET accepted_post_id = NULL WHERE ref = $1 AND accepted_post_id = ANY($2::uuid[])`,
      [thread.ref, ids],
    );
    await this.announcer.wordsChanged(action, thread.ref);
    await this.announcer.changed(action, thread.ref);
    return ref;
  }

  /** A thread without posts, about the same and for the same people, of the one who wrote its first post. */
  private async beside(
    action: Action,
    thread: ThreadRecord,
    first: PostRecord,
    input: SplitThread,
  ): Promise<EntityRef> {
    const { tx } = action;
    const entity = await this.directory.get(tx, thread.ref);
    if (!entity) throw new NotFound();
    const { careModels, communityRef: community, visibility } = entity;
    const title = tidyTitle(input.title);
    const { authorRef, anonymous, createdAt } = first;
    const { lessons, enablers, tags } = thread;
    return this.newThread.open(action, {
      ...{
        ref: await this.newThread.refFor(tx, title, await this.newThread.hiddenOf(tx, [thread.aboutRef, community])),
        title,
        kind: input.kind ?? 'DISCUSSION',
      },
      ...{ about: thread.aboutRef, careModels, place: { community, visibility }, authorRef, anonymous, createdAt },
      ...{ lessons, enablers, tags, summary: await this.openingFrom(tx, first) },
    });
  }

  /** What is hidden while it waits for a moderator opens nothing. */
  private async openingFrom(tx: Action['tx'], { id, body, hiddenAt }: PostRecord): Promise<string> {
    return hiddenAt ? '' : openingOf(await this.references.textForAll(tx, id, body));
  }

  /** In one order, so that two who merge the other way round do not wait for each other for ever. */
  private async lockBoth({ tx }: Action, one: EntityRef, other: EntityRef): Promise<[ThreadRecord, ThreadRecord]> {
    const locked = new Map<EntityRef, ThreadRecord>();
    for (const ref of [one, other].sort()) locked.set(ref, await this.lookup.thread(tx, ref, 'change'));
    return [locked.get(one) as ThreadRecord, locked.get(other) as ThreadRecord];
  }

  private async requireSameReaders({ tx }: Action, one: EntityRef, other: EntityRef): Promise<void> {
    const [first, second] = [await this.directory.get(tx, one), await this.directory.get(tx, other)];
    const isSameCommunity = first?.communityRef === second?.communityRef;
    const haveSameNeeds = [...(first?.needs ?? [])].sort().join() === [...(second?.needs ?? [])].sort().join();
    if (isSameCommunity && haveSameNeeds) return;
    throw badInput('input.into', 'Choose a discussion that the same people can see');
  }

  private async leaveFeeds({ tx, at }: Action, threadRef: EntityRef): Promise<void> {
    await tx.delete(FeedRecord, { threadRef });
    await tx.insert(FeedRecord, { threadRef, feed: feedOfMerged, lastActivityAt: at });
  }
}
