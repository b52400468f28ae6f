/** Loads the threads of the demonstration network: every start and reply in the order of its date, through the services. */
import { Inject, Injectable } from '@nestjs/common';
import { actionOf, type DemonstrationSeed } from '@hub/core/server';
import { demonstrationDiscussions, demonstrationNetwork, type DemonstrationNetwork } from '@hub/demonstration';
import { memberRef } from '@hub/plugins/sites/contract';
import { threadRef, type PromotionKind } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { DemonstrationSubjects } from './demonstration-subjects';
import { PostsService } from '../posts/posts.service';
import { PromotionService } from '../promotion/promotion.service';
import { RearrangeService } from '../curating/rearrange.service';
import { ThreadDetailsService } from '../curating/thread-details.service';
import { ThreadsService } from '../threads.service';

type Thread = DemonstrationNetwork['threads'][number];
type Reply = Thread['replies'][number];
type Naming = (typeof demonstrationDiscussions.naming)[number];
type Doubled = (typeof demonstrationDiscussions.doubled)[number];
type Promoted = (typeof demonstrationDiscussions.promoted)[number];
type Kept = (typeof demonstrationDiscussions.kept)[number];

interface Step {
  readonly at: Date;
  run(): Promise<void>;
}

@Injectable()
export class ThreadsSeed implements DemonstrationSeed {
  constructor(
    @Inject(ThreadsService) private readonly threads: ThreadsService,
    @Inject(ThreadDetailsService) private readonly details: ThreadDetailsService,
    @Inject(PostsService) private readonly posts: PostsService,
    @Inject(RearrangeService) private readonly rearrange: RearrangeService,
    @Inject(PromotionService) private readonly promotions: PromotionService,
    @Inject(DemonstrationSubjects) private readonly subjects: DemonstrationSubjects,
  ) {}

  async load(tx: EntityManager): Promise<void> {
    const written = new Map<string, string>();
    const steps = demonstrationNetwork.threads.flatMap((thread): Step[] => [
      { at: new Date(thread.createdAt), run: () => this.start(tx, thread) },
      ...thread.replies.map((reply) => ({
        at: new Date(reply.createdAt),
        run: () => this.reply(tx, thread, reply, written),
      })),
    ]);
    for (const step of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) await step.run();
    for (const thread of demonstrationNetwork.threads) await this.conclude(tx, thread, written);
    for (const kept of demonstrationDiscussions.kept) await this.keep(tx, kept);
    for (const naming of demonstrationDiscussions.naming) await this.name(tx, naming);
    for (const doubled of demonstrationDiscussions.doubled) await this.merge(tx, doubled);
    for (const promoted of demonstrationDiscussions.promoted) await this.promote(tx, promoted, written);
  }

  private async promote(tx: EntityManager, promoted: Promoted, written: ReadonlyMap<string, string>): Promise<void> {
    const { reply, bySlug, at, kind, ...rest } = promoted;
    const post = written.get(reply);
    const action = await actionOf(tx, memberRef(bySlug), new Date(at));
    if (post)
      await this.promotions.promote(action, { post, expectedRevision: 1, kind: kind as PromotionKind, ...rest });
  }

  private async name(tx: EntityManager, { thread, bySlug, at, body }: Naming): Promise<void> {
    const action = await actionOf(tx, memberRef(bySlug), new Date(at));
    await this.posts.reply(action, { thread: threadRef(thread), body });
  }

  /** What was asked twice: a thread of its own at first, and then a part of the other one. */
  private async merge(
    tx: EntityManager,
    { slug, bySlug, at, into, mergedBySlug, mergedAt, ...asked }: Doubled,
  ): Promise<void> {
    const asking = await actionOf(tx, memberRef(bySlug), new Date(at));
    const thread = await this.threads.start(asking, { ...asked, kind: 'QUESTION' }, slug);
    const merging = await actionOf(tx, memberRef(mergedBySlug), new Date(mergedAt));
    await this.rearrange.merge(merging, { thread, into: threadRef(into) });
  }

  private async start(tx: EntityManager, thread: Thread): Promise<void> {
    const action = await actionOf(tx, memberRef(thread.authorSlug), new Date(thread.createdAt));
    const { title, body } = thread;
    const kind = thread.acceptedReplyId ? 'QUESTION' : 'DISCUSSION';
    const about = await this.subjects.of(thread, action);
    const bearsOn = { lessons: thread.lessonNumbers, enablers: thread.enablerNumbers, tags: thread.tags };
    const modelTypes = [thread.modelType];
    await this.threads.start(action, { title, body, kind, modelTypes, about, ...bearsOn }, thread.slug);
  }

  private async reply(tx: EntityManager, thread: Thread, reply: Reply, written: Map<string, string>): Promise<void> {
    const action = await actionOf(tx, memberRef(reply.authorSlug), new Date(reply.createdAt));
    const inReplyTo = reply.replyTo ? (written.get(reply.replyTo) ?? null) : null;
    const edit = demonstrationDiscussions.editOf.get(reply.id);
    const body = edit?.saidBefore ?? reply.body;
    const post = await this.posts.reply(action, { thread: threadRef(thread.slug), body, inReplyTo });
    written.set(reply.id, post);
    if (!edit) return;
    await this.posts.edit({ ...action, at: new Date(edit.at) }, { post, expectedRevision: 1, body: reply.body });
  }

  private async keep(tx: EntityManager, { thread, bySlug, at, pinned, summary }: Kept): Promise<void> {
    const action = await actionOf(tx, memberRef(bySlug), new Date(at));
    await this.details.update(action, { thread: threadRef(thread), expectedRevision: 1, pinned, summary });
  }

  /** The asker accepts the answer when the last reply is in; those who took part have read up to what they wrote last. */
  private async conclude(tx: EntityManager, thread: Thread, written: ReadonlyMap<string, string>): Promise<void> {
    const ref = threadRef(thread.slug);
    const lastReply = thread.replies.at(-1);
    const end = new Date(lastReply?.createdAt ?? thread.createdAt);
    const answer = thread.acceptedReplyId ? written.get(thread.acceptedReplyId) : undefined;
    if (answer)
      await this.threads.acceptAnswer(await actionOf(tx, memberRef(thread.authorSlug), end), {
        thread: ref,
        post: answer,
      });
    for (const { id, authorSlug } of thread.replies) {
      const upToPost = written.get(id);
      if (upToPost)
        await this.threads.markRead(await actionOf(tx, memberRef(authorSlug), end), { thread: ref, upToPost });
    }
  }
}
