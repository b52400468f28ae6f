/** Finds the threads and posts that input names. The fields' @allow rules have asked whether the viewer may see them. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Access, badInput, NotFound, type Action } from '@hub/core/server';
import { uuidOfPost } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { PostRecord } from './posts/post.record';
import { ThreadRecord } from './thread.record';

/** `share`: others may reply at the same time. `change`: nobody else replies or changes it until the transaction ends. */
export type Lock = 'share' | 'change';

export interface Place extends Pick<ThreadRecord, 'ref' | 'locked' | 'lockedReason'> {
  readonly community: EntityRef | null;
}

const modes = { share: 'pessimistic_read', change: 'for_no_key_update' } as const;

@Injectable()
export class Lookup {
  constructor(@Inject(Access) private readonly access: Access) {}

  /** The thread, locked. Throws NOT_FOUND. */
  async thread(tx: EntityManager, ref: EntityRef, lock: Lock): Promise<ThreadRecord> {
    const thread = await tx.findOne(ThreadRecord, { where: { ref }, lock: { mode: modes[lock] } });
    if (!thread) throw new NotFound();
    return thread;
  }

  /** Where a reply goes: the thread, locked for `share`, and the community that it is in for good, if any. Throws NOT_FOUND. */
  async placeOf(tx: EntityManager, ref: EntityRef): Promise<Place> {
    const [place] = await tx.query<Place[]>(
      `SELECT t.ref, t.locked, t.locked_reason AS "lockedReason", e.community_ref AS community
       FROM threads.thread t JOIN core.entity e ON e.ref = t.ref WHERE t.ref = $1 FOR SHARE OF t`,
      [ref],
    );
    if (!place) throw new NotFound();
    return place;
  }

  /** The post, locked for a change. Throws NOT_FOUND. */
  async post(tx: EntityManager, id: string): Promise<PostRecord> {
    const uuid = uuidOfPost(id);
    const post = uuid && (await tx.findOne(PostRecord, { where: { id: uuid }, lock: { mode: modes.change } }));
    if (!post) throw new NotFound();
    return post;
  }

  /** A post that must be of this thread. Throws NOT_FOUND when the actor cannot see it, BAD_USER_INPUT when it is of another thread. */
  async postOf(
    thread: Pick<ThreadRecord, 'ref'>,
    { tx, actor }: Action,
    id: string,
    path: string,
  ): Promise<PostRecord> {
    await this.access.requireVisible(tx, actor, id, 'post');
    const post = await tx.findOneBy(PostRecord, { id: uuidOfPost(id) ?? '' });
    if (post?.threadRef !== thread.ref) throw badInput(path, 'Choose a post of this discussion');
    return post;
  }
}
