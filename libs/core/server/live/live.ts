/** Notices that something changed, carried between processes, read anew for those who listen. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import type { LastHeard } from './last-heard';
import { LiveCarrier, NotifyCarrier } from './live-carrier';
import { LiveChannel } from './live-channel';

/** What is carried: ids and kinds only, never content. Must stay well under PostgreSQL's 8,000 bytes. */
export type LivePayload = Readonly<Record<string, string | number | readonly string[] | null>>;

/** On which it is told that an entity is seen by others than before, perhaps. */
export const entityTopic = (ref: EntityRef) => `entity:${ref}`;

export interface LiveMessage {
  readonly topics: readonly string[];
  readonly payload: LivePayload;
}

@Injectable()
export class Live {
  private readonly notify = new NotifyCarrier();

  constructor(
    @Inject(LiveChannel) private readonly channel: LiveChannel,
    @Inject(LiveCarrier) private readonly carrier: LiveCarrier,
  ) {}

  /** Tells every listener of the topics, on every instance, once the transaction commits. */
  async publish(tx: EntityManager, topics: readonly string[], payload: LivePayload): Promise<void> {
    await this.carrier.send(tx, [{ topics, payload }]);
  }

  /** Tells many listeners different things in one statement: one topic and one payload each. */
  async publishEach(
    tx: EntityManager,
    messages: readonly { readonly topic: string; readonly payload: LivePayload }[],
  ): Promise<void> {
    await this.carrier.send(
      tx,
      messages.map(({ topic, payload }) => ({ topics: [topic], payload })),
    );
  }

  /** Tells what decides who may hear of anything: by PostgreSQL itself, so that nothing that is committed later comes before it. */
  async publishAhead(tx: EntityManager, topics: readonly string[], payload: LivePayload): Promise<void> {
    await this.notify.send(tx, [{ topics, payload }]);
  }

  /** What is published on the topics from now on. Ends when the consumer returns, or does not keep up: then `onFull` is told. */
  listen(topics: readonly string[], onFull?: () => void): AsyncIterableIterator<LivePayload> {
    return this.channel.listen(topics, onFull);
  }

  /** To which things something happened lately, as far as it was heard. */
  get heard(): LastHeard {
    return this.channel.heard;
  }

  /** Calls back when messages may have been missed: the connection that carries them was lost, and is there again. */
  whenGap(callback: () => void): () => void {
    return this.channel.whenGap(callback);
  }
}
