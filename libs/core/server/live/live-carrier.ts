/** How what happens gets from a transaction to every process of the hub: PostgreSQL's NOTIFY, unless there is something beside it. */
import type { EntityManager } from 'typeorm';
import { writeAhead } from '../database/write-ahead';
import type { LiveMessage } from './live';

/** Of PostgreSQL, and of whatever else carries them. */
export const liveChannel = 'hub_live';

export abstract class LiveCarrier {
  /** Carries the messages to every process once the transaction commits. */
  abstract send(tx: EntityManager, messages: readonly LiveMessage[]): Promise<void>;
}

export class NotifyCarrier extends LiveCarrier {
  override async send(tx: EntityManager, messages: readonly LiveMessage[]): Promise<void> {
    const texts = messages.map((message) => JSON.stringify(message));
    await writeAhead(tx, 'SELECT pg_notify($1, m) FROM unnest($2::text[]) AS m', [liveChannel, texts]);
  }
}
