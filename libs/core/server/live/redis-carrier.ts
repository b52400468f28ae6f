/**
 * Redis beside PostgreSQL. A message is a row of the transaction, and said over Redis once that has committed. Whoever missed it there finds
 * the row: a process that was killed in between, or a Redis that is away, make a message late and lose none.
 */
import type { OnModuleDestroy } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import type { LiveMessage } from './live';
import { LiveCarrier, liveChannel } from './live-carrier';

/** A message of which it is known which row it is. */
export interface NumberedMessage extends LiveMessage {
  readonly id: string;
}

/**
 * What no other row (`m`) has or had. When PostgreSQL crashes it empties the table, which it does not log, and counts from one again: the number by
 * itself then says that a new message is one that was heard before.
 */
export const messageIdSql = `m.transaction::text || '/' || m.id::text`;

const longestPause = 2000;

/** A connection that comes back by itself. What is asked of it while it is away fails at once. */
export function connectRedis(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 3000,
    commandTimeout: 3000,
    retryStrategy: (times) => Math.min(times * 100, longestPause),
  });
  redis.on('error', () => undefined);
  return redis;
}

/** The channel of this hub alone: others may use the same Redis. */
export async function channelOf(database: Database): Promise<string> {
  const [row] = await database.read<{ name: string }>({
    text: `SELECT system_identifier || '/' || current_database() AS name FROM pg_control_system()`,
    values: [],
  });
  return `${liveChannel}:${row?.name}`;
}

export class RedisCarrier extends LiveCarrier implements OnModuleDestroy {
  private readonly redis: Redis;
  private channel: Promise<string> | null = null;

  constructor(
    url: string,
    private readonly database: Database,
  ) {
    super();
    this.redis = connectRedis(url);
  }

  override async send(tx: EntityManager, messages: readonly LiveMessage[]): Promise<void> {
    const rows = await tx.query<{ id: string; message: LiveMessage }[]>(
      `INSERT INTO core.live_message AS m (message) SELECT unnest($1::json[]) RETURNING ${messageIdSql} AS id, message`,
      [messages.map((message) => JSON.stringify(message))],
    );
    this.database.afterCommit(tx, () => {
      for (const { id, message } of rows) this.say({ ...message, id });
    });
  }

  onModuleDestroy(): void {
    this.redis.disconnect();
  }

  private say(message: NumberedMessage): void {
    this.channel ??= channelOf(this.database);
    this.channel
      .catch((error: unknown) => {
        this.channel = null;
        throw error;
      })
      .then((channel) => this.redis.publish(channel, JSON.stringify(message)))
      .catch(() => undefined);
  }
}
