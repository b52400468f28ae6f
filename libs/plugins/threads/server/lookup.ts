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

  /** The post, locked for a change. Throws NOT_FOUND. */
  async post(tx: EntityManager, id: string): Promise<PostRecord> {
    const uuid = uuidOfPost(id);
    const post = uuid && (await tx.findOne(PostRecord, { where: { id: uuid }, lock: { mode: modes.change } }));
    if (!post) throw new NotFound();
    return post;
  }

  /** A post that must be of this thread. Throws NOT_FOUND when the actor cannot see it, BAD_USER_INPUT when it is of another thread. */
  async postOf(thread: ThreadRecord, { tx, actor }: Action, id: string, path: string): Promise<PostRecord> {
    await this.access.requireVisible(tx, actor, id, 'post');
    const post = await tx.findOneBy(PostRecord, { id: uuidOfPost(id) ?? '' });
    if (post?.threadRef !== thread.ref) throw badInput(path, 'Choose a post of this discussion');
    return post;
  }
}
