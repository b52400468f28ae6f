/** Tells those who are looking: the listeners of the thread, and of each of its care models. */
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import { Live, liveField, type DomainEventHandler } from '@hub/core/server';
import {
  postAdded,
  postEdited,
  postHidden,
  postRemoved,
  postRestored,
  threadChanged,
  threadStarted,
  type PostFacts,
} from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { careModelsOf } from '../thread.rules';

const topicOfThread = (thread: EntityRef) => `thread-activity:${thread}`;
const topicOfCareModel = (careModel: EntityRef) => `model-activity:${careModel}`;

const activityKinds: Readonly<Record<string, string>> = {
  [threadStarted.name]: 'THREAD_STARTED',
  [postAdded.name]: 'POST_ADDED',
  [postEdited.name]: 'POST_EDITED',
  [postRemoved.name]: 'POST_REMOVED',
  [postHidden.name]: 'POST_HIDDEN',
  [postRestored.name]: 'POST_RESTORED',
};

/** The domain events that are told. */
export const liveEvents = [...Object.keys(activityKinds), threadChanged.name];

@Injectable()
export class TellLive implements DomainEventHandler {
  constructor(@Inject(Live) private readonly live: Live) {}

  async handle({ name, subject, facts, loaded }: DomainEvent, tx: EntityManager): Promise<void> {
    if (loaded) return;
    if (name === threadChanged.name) return this.tellOfThread(subject, tx);
    const kind = activityKinds[name];
    if (!kind) return;
    const { post, careModels } = facts as unknown as PostFacts;
    await this.live.publish(tx, [topicOfThread(subject), ...careModels.map(topicOfCareModel)], {
      kind,
      thread: subject,
      post,
    });
  }

  /** To those who are in it alone: lists are not about how a thread stands. */
  private async tellOfThread(thread: EntityRef, tx: EntityManager): Promise<void> {
    await this.live.publish(tx, [topicOfThread(thread)], { kind: 'THREAD_CHANGED', thread, post: null });
  }
}

/** Hears one thread. */
export const threadActivity = liveField({
  topics: ({ threadId }) => [topicOfThread(String(threadId))],
  on: 'threadId',
  kind: 'thread',
});

/** Hears the threads of some care models; a thread of two of them is told once. */
export const modelTypeActivity = liveField({
  topics: ({ modelTypes }) => careModelsOf(modelTypes as readonly string[], 'modelTypes').map(topicOfCareModel),
});
