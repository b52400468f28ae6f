/**
 * Those of one process who asked the same: one operation with the same variables about the same topics. What happens is worked out once
 * for all who have the same answer coming, and sent to each, in order, some at a time.
 */
import type { EntityRef, Viewer } from '@hub/core/contract';
import { entityTopic, type Live, type LivePayload } from './live';
import { KnownAnswers, type LiveAnswer } from './known-answers';
import type { LiveListener } from './listener';
import { Subscriber } from './subscriber';

/** So long are people served in one turn of the event loop. Whatever else is asked comes between, and takes several turns itself. */
const turnMs = 1;

/** What those in a group asked for. */
export interface LiveSource {
  readonly topics: readonly string[];
  /** The thing that they named; null where they named none. */
  readonly on: EntityRef | null;
  answer(payload: LivePayload, viewer: Viewer, listener: LiveListener): Promise<LiveAnswer>;
  /** Gives what says of a viewer why they may not listen; null for those who may. */
  look(): Promise<(viewer: Viewer) => Error | null>;
}

export class LiveGroup {
  private readonly members = new Set<Subscriber>();
  private readonly messages: AsyncIterableIterator<LivePayload>;
  private readonly changes: AsyncIterableIterator<unknown> | null;

  /** Listens from now on, until nobody is in it any more. */
  constructor(
    private readonly live: Live,
    private readonly source: LiveSource,
    private readonly onEmpty: () => void,
  ) {
    this.messages = live.listen(source.topics, () => this.overrun());
    this.changes = source.on ? live.listen([entityTopic(source.on)]) : null;
    void this.hear();
    if (this.changes) void this.hearChanges(this.changes);
  }

  join(listener: LiveListener): Subscriber {
    const member = new Subscriber(listener, (left) => {
      forgetKeys();
      this.members.delete(left);
      if (this.members.size === 0) this.close();
    });
    const forgetKeys = this.source.on ? listener.whenKeysChange(() => void this.lookAt([member])) : () => undefined;
    this.members.add(member);
    return member;
  }

  /** Ends the operation of those who may no longer see what they named, with the reason. */
  async lookAt(members: Iterable<Subscriber>): Promise<void> {
    const looked = [...members];
    try {
      const objection = await this.source.look();
      for (const member of looked) {
        const reason = objection(await member.listener.viewer());
        if (reason) member.end(reason);
      }
    } catch (error) {
      for (const member of looked) member.end(error);
    }
  }

  /** What happens is not taken as fast as it comes. */
  private overrun(): void {
    for (const member of this.members) member.listener.onUnheard();
  }

  private async hear(): Promise<void> {
    for await (const payload of this.messages) await this.tell(payload);
    for (const member of this.members) member.end();
    this.close();
  }

  private async hearChanges(changes: AsyncIterable<unknown>): Promise<void> {
    for await (const _change of changes) await this.lookAt(this.members);
  }

  private async tell(payload: LivePayload): Promise<void> {
    const waiting = [...this.members];
    const answers = new KnownAnswers(this.live.heard);
    let told = 0;
    let turn = performance.now();
    try {
      for (const member of waiting) {
        // What is known already is not waited for: ten thousand waits are felt.
        const asked = member.listener.viewer();
        const viewer = asked instanceof Promise ? await asked : asked;
        if (viewer.ref && member.isOpen) {
          const known = answers.of(viewer);
          const answer = known ?? (await this.answerFor(member, viewer, payload, answers));
          if (answer.bytes) member.send(answer.bytes);
        }
        told += 1;
        if (performance.now() - turn < turnMs) continue;
        await new Promise((resolve) => setImmediate(resolve));
        turn = performance.now();
      }
    } catch (error) {
      for (const left of waiting.slice(told)) left.end(error);
    }
  }

  private async answerFor(
    { listener }: Subscriber,
    viewer: Viewer,
    payload: LivePayload,
    answers: KnownAnswers,
  ): Promise<LiveAnswer> {
    const since = this.live.heard.now;
    return answers.add(viewer, await this.source.answer(payload, viewer, listener), since);
  }

  private close(): void {
    this.onEmpty();
    void this.messages.return?.();
    void this.changes?.return?.();
  }
}
