/** The live carrier: notices that something changed, carried between processes by PostgreSQL, read anew by each listener. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { LiveChannel } from './live-channel';

/** What is carried: ids and kinds only, never content. Must stay well under PostgreSQL's 8,000 bytes. */
export type LivePayload = Readonly<Record<string, string | number | readonly string[] | null>>;

/** On which it is told that an entity is seen by others than before, perhaps. */
export const entityTopic = (ref: EntityRef) => `entity:${ref}`;

@Injectable()
export class Live {
  constructor(@Inject(LiveChannel) private readonly channel: LiveChannel) {}

  /** Tells every listener of the topics, on every instance, once the transaction commits. */
  async publish(tx: EntityManager, topics: readonly string[], payload: LivePayload): Promise<void> {
    await tx.query('SELECT pg_notify($1, $2)', [LiveChannel.channel, JSON.stringify({ topics, payload })]);
  }

  /** Tells many listeners different things in one statement: one topic and one payload each. */
  async publishEach(
    tx: EntityManager,
    messages: readonly { readonly topic: string; readonly payload: LivePayload }[],
  ): Promise<void> {
    const texts = messages.map(({ topic, payload }) => JSON.stringify({ topics: [topic], payload }));
    await tx.query('SELECT pg_notify($1, m) FROM unnest($2::text[]) AS m', [LiveChannel.channel, texts]);
  }

  /** What is published on the topics from now on. Ends when the consumer returns, or does not keep up: then `onFull` is told. */
  listen(topics: readonly string[], onFull?: () => void): AsyncIterableIterator<LivePayload> {
    return this.channel.listen(topics, onFull);
  }

  /** Calls back when messages may have been missed: the connection that carries them was lost, and is there again. */
  whenGap(callback: () => void): () => void {
    return this.channel.whenGap(callback);
  }
}
