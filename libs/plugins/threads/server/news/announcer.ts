/** Raises the domain events of threads. The one place that decides what they say of an author: nothing, when anonymous. */
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEventKind, EntityRef } from '@hub/core/contract';
import { entityChanged, entityMerged, Outbox, type Action, type MergeFacts } from '@hub/core/server';
import {
  memberMentioned,
  postId,
  threadChanged,
  type MentionFacts,
  type PostFacts,
} from '@hub/plugins/threads/contract';
import type { PostRecord } from '../posts/post.record';

type Told = Pick<PostRecord, 'id' | 'threadRef' | 'authorRef' | 'anonymous'>;

@Injectable()
export class Announcer {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  /** Something happened to a post. An anonymous author who acts on their own post or thread is not named. */
  async tell(
    { tx, actor, at }: Action,
    event: DomainEventKind<string, PostFacts>,
    post: Told,
    hidden: Hidden = post,
  ): Promise<void> {
    const isHidden = hidden.anonymous && hidden.authorRef === actor.ref;
    await this.raise({ tx, at }, event, post, isHidden ? null : actor.ref);
  }

  /** Something was done to a post for the sake of the rules: nobody is named. */
  async tellWithoutName(action: Action, event: DomainEventKind<string, PostFacts>, post: Told): Promise<void> {
    await this.raise(action, event, post, null);
  }

  /** An edit names members who were not named before. The event says whom, and never who an anonymous author is. */
  async tellMentioned({ tx, actor, at }: Action, post: Told, members: readonly EntityRef[]): Promise<void> {
    await this.outbox.add(tx, {
      name: memberMentioned.name,
      subject: post.threadRef,
      actor: post.anonymous ? null : actor.ref,
      at,
      facts: { post: postId(post.id), members } satisfies MentionFacts,
    });
  }

  /** A thread became part of another one: who follows it goes on there. */
  async merged({ tx, actor, at }: Action, thread: EntityRef, into: EntityRef): Promise<void> {
    const facts = { into } satisfies MergeFacts;
    await this.outbox.add(tx, { name: entityMerged.name, subject: thread, actor: actor.ref, at, facts });
  }

  /** How a thread stands is another now: those who look at it read it anew. Nobody is named. */
  async changed({ tx, at }: Pick<Action, 'tx' | 'at'>, thread: EntityRef): Promise<void> {
    await this.outbox.add(tx, { name: threadChanged.name, subject: thread, actor: null, at, facts: {} });
  }

  /** The words of a thread changed though its directory row did not: indexes read it anew. */
  async wordsChanged({ tx, at }: Action, thread: EntityRef): Promise<void> {
    await this.outbox.add(tx, { name: entityChanged.name, subject: thread, actor: null, at, facts: {} });
  }

  private async raise(
    { tx, at }: Pick<Action, 'tx' | 'at'>,
    { name }: DomainEventKind<string, PostFacts>,
    { id, threadRef }: Told,
    actor: EntityRef | null,
  ): Promise<void> {
    const facts = { post: postId(id) } satisfies Omit<PostFacts, 'careModels'>;
    await this.outbox.add(tx, { name, subject: threadRef, actor, at, facts }, { placed: true });
  }
}

/** Whose anonymity counts: the post's author, or the thread's when they act as the one who asked. */
type Hidden = Pick<PostRecord, 'authorRef' | 'anonymous'>;
