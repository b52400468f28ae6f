/**
 * What a process hears over Redis, and finds in PostgreSQL where Redis did not say it: within five seconds, or one while Redis is away.
 * Nothing is heard twice.
 */
import type { OnModuleDestroy } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { Database } from '../database/database';
import type { LiveChannel } from './live-channel';
import { channelOf, connectRedis, messageIdSql, type NumberedMessage } from './redis-carrier';

const lookEveryMs = 4000;
const lookAloneEveryMs = 1000;

/** Rows are kept for so long; whoever did not look meanwhile may have missed some. */
const keptMinutes = 10;
const longestBlindMs = 5 * 60_000;

export class RedisEar implements OnModuleDestroy {
  private readonly redis: Redis;
  /** Transactions before this one had ended when it was last looked, and what they said was found then. */
  private horizon = '0';
  private heard = new Set<string>();
  private lookedAt = Date.now();
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(
    url: string,
    private readonly database: Database,
    private readonly channel: LiveChannel,
  ) {
    this.redis = connectRedis(url);
    this.redis.on('message', (_channel, text) => void this.hear([JSON.parse(text) as NumberedMessage]));
  }

  /** Hears what is said from now on. */
  async open(): Promise<void> {
    const [now] = await this.database.read<{ horizon: string }>({
      text: `SELECT ${horizonSql} AS horizon`,
      values: [],
    });
    this.horizon = now?.horizon ?? '0';
    const channel = await channelOf(this.database);
    const subscribe = () => void this.redis.subscribe(channel).catch(() => undefined);
    this.redis.on('ready', subscribe);
    if (this.redis.status === 'ready') subscribe();
    this.lookLater();
  }

  /** Whether Redis is there at this moment. */
  get isThere(): boolean {
    return this.redis.status === 'ready';
  }

  onModuleDestroy(): void {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    this.redis.disconnect();
  }

  private lookLater(): void {
    if (this.isClosed) return;
    const wait = this.isThere ? lookEveryMs : lookAloneEveryMs;
    this.timer = setTimeout(() => void this.look().finally(() => this.lookLater()), wait);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const before = this.heard;
    this.heard = new Set();
    try {
      const found = await this.database.read<Found>({ name: 'live messages', text: foundSql, values: [this.horizon] });
      this.horizon = found[0]?.horizon ?? this.horizon;
      const messages = found.flatMap(({ id, message }) => (id && message ? [{ ...message, id }] : []));
      const said = this.heard;
      this.heard = new Set([...messages.map(({ id }) => id), ...said]);
      await this.pass(messages.filter(({ id }) => !before.has(id) && !said.has(id)));
      if (Date.now() - this.lookedAt > longestBlindMs) this.channel.missed();
      this.lookedAt = Date.now();
    } catch {
      // PostgreSQL is away: its own connection says when it is back. What was heard stays heard.
      this.heard = new Set([...before, ...this.heard]);
    }
  }

  private async hear(messages: readonly NumberedMessage[]): Promise<void> {
    const fresh = messages.filter(({ id }) => !this.heard.has(id));
    for (const { id } of fresh) this.heard.add(id);
    await this.pass(fresh);
  }

  /** After all that PostgreSQL had to say by then: whoever lost a key before it happened does not hear of it. While that cannot be known, nothing is passed on. */
  private async pass(messages: readonly NumberedMessage[]): Promise<void> {
    if (messages.length === 0 || !(await this.channel.settle())) return;
    for (const { topics, payload } of messages) this.channel.receive({ topics, payload });
  }
}

interface Found {
  readonly horizon: string;
  readonly id: string | null;
  readonly message: Omit<NumberedMessage, 'id'> | null;
}

const horizonSql = 'pg_snapshot_xmin(pg_current_snapshot())::text';

/** One row at least, for the horizon; and what is too old for anybody to look for is gone. */
const foundSql = `WITH old AS (DELETE FROM core.live_message WHERE at < now() - interval '${keptMinutes} minutes')
  SELECT ${horizonSql} AS horizon, ${messageIdSql} AS id, m.message
  FROM (SELECT 1) AS one LEFT JOIN core.live_message m ON m.transaction >= $1::xid8 ORDER BY m.id`;
