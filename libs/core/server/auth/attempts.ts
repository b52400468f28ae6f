/** Counts tries for every instance together, so that guessing is slow wherever it is done. */
import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { untilAllowed } from '../graphql/allowed';
import { RateLimited } from '../graphql/errors';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';

export interface AttemptLimit {
  /** What is tried, such as `sign-in code by address`. */
  readonly what: string;
  readonly most: number;
  readonly withinSeconds: number;
}

@Injectable()
export class Attempts implements OnModuleDestroy {
  private readonly limiters = new Map<string, RateLimiterPostgres>();
  /**
   * Connections of its own: a try is counted while a transaction is open (and stays counted when that is rolled back), so many at
   * once would take every connection of the hub's pool and then wait for one more.
   */
  private readonly pool: pg.Pool;

  constructor(@Inject(hubSettings) { databaseUrl }: Pick<Settings, 'databaseUrl'>) {
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 2,
      connectionTimeoutMillis: 3000,
      idleTimeoutMillis: 10_000,
      query_timeout: 5500,
    });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }

  /** Counts one try of somebody (an account, an address; stored as a hash), once it is known that they may. Throws RATE_LIMITED when there were too many. */
  async count(limit: AttemptLimit, who: string): Promise<void> {
    await untilAllowed();
    try {
      await this.limiterOf(limit).consume(keyOf(who));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const isFirst = error.consumedPoints === limit.most + 1;
      throw new RateLimited(Math.max(1, Math.ceil(error.msBeforeNext / 1000)), isFirst);
    }
  }

  /** Takes one counted try of somebody back: it was none of the kind that the limit is for. */
  async giveBack(limit: AttemptLimit, who: string): Promise<void> {
    await untilAllowed();
    await this.limiterOf(limit).reward(keyOf(who), 1);
  }

  /** Forgets the tries of somebody who has shown who they are. */
  async forget(limit: AttemptLimit, who: string): Promise<void> {
    await untilAllowed();
    await this.limiterOf(limit).delete(keyOf(who));
  }

  /** Deletes what was counted so long ago that it counts no more. */
  async forgetOld(): Promise<void> {
    await this.pool.query('DELETE FROM core.attempt WHERE expire < $1', [Date.now()]);
  }

  private limiterOf({ what, most, withinSeconds }: AttemptLimit): RateLimiterPostgres {
    const known = this.limiters.get(what);
    if (known) return known;
    const made = new RateLimiterPostgres({
      storeClient: this.pool,
      storeType: 'pool',
      schemaName: 'core',
      tableName: 'attempt',
      tableCreated: true,
      keyPrefix: what,
      points: most,
      duration: withinSeconds,
      clearExpiredByTimeout: false,
    });
    this.limiters.set(what, made);
    return made;
  }
}

function keyOf(who: string): string {
  return createHash('sha256').update(who).digest('base64url');
}
