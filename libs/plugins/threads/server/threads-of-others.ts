/** What other plugins do with threads, by the services that the API uses. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Access, Directory, type Action } from '@hub/core/server';
import type { NewAnswer, NewDiscussion, Threads } from '@hub/plugins/threads/contract';
import { PostsService } from './posts/posts.service';
import { FeedRecord, feedOfAll } from './thread.record';
import { ThreadsService } from './threads.service';

@Injectable()
export class ThreadsOfOthers implements Threads {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(ThreadsService) private readonly threads: ThreadsService,
    @Inject(PostsService) private readonly posts: PostsService,
  ) {}

  start(action: Action, discussion: NewDiscussion): Promise<EntityRef> {
    return this.threads.start(action, discussion);
  }

  reply(action: Action, answer: NewAnswer): Promise<string> {
    return this.posts.reply(action, answer);
  }

  async putInOpenCommunity({ tx, actor, at }: Action, thread: EntityRef, community: EntityRef): Promise<void> {
    const entry = await this.directory.get(tx, thread);
    const inside = await this.access.requireInside(tx, actor, community);
    if (!entry || entry.visibility !== inside || entry.communityRef)
      throw new Error(`${thread} would be seen by others in ${community}.`);
    const { ref, title, summary, careModels, visibility, within } = entry;
    await this.directory.put(tx, {
      ...{ ref, title, summary, careModels, visibility, at, community },
      within: [...within, community],
    });
    const { lastActivityAt } = await tx.findOneByOrFail(FeedRecord, { threadRef: thread, feed: feedOfAll });
    await tx.insert(FeedRecord, { threadRef: thread, feed: community, lastActivityAt });
  }
}
