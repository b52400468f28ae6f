/** One server that follows the primary, and is read from as long as it keeps up. */
import { setImmediate as whatHasArrived, setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isDatabaseDown } from './database-down';
import { askedNext } from './next-turn';
import { hasSeen, markOf, replicaMarkSql, type Mark, type MarkRow } from './replica-mark';
import { runStatement, type NamedStatement, type Pool, type Server } from './run-statement';
import { StatementEnder } from './statement-ender';

/** So long a read waits for the replica to come as far as it must. */
const patienceMs = 50;
/** So long it is left alone that did not, or was not there: each time in a row twice as long, up to a second. */
const restMs = { first: 50, longest: 1000 };
const lookEveryMs = 2;

/** What became of a read: done, left to others because the replica was not there yet or had not been lately, or because it failed. */
export type ReplicaOutcome = 'read' | 'behind' | 'failed';

export class Replica {
  readonly counts: Record<ReplicaOutcome, number> = { read: 0, behind: 0, failed: 0 };
  private readonly pools: readonly pg.Pool[];
  private readonly server: Server;
  private restsUntil = 0;
  /** How often in a row it was not there. */
  private misses = 0;
  private readonly mark: () => Promise<Mark | null>;

  constructor(url: string, connections: number) {
    const pool = poolOf(url, connections);
    // How far it is is asked behind no read.
    const own = poolOf(url, 1);
    this.pools = [pool, own];
    this.server = { pool: pool as unknown as Pool, ender: new StatementEnder(url) };
    this.mark = askedNext(async () => markOf((await own.query<MarkRow>(replicaMarkSql)).rows[0]));
  }

  /** False for a while after it was not there; the read is counted as one that it did not do. */
  takes(): boolean {
    const rests = performance.now() < this.restsUntil;
    if (rests) this.counts.behind += 1;
    return !rests;
  }

  /** Rows of a statement that sees everything up to this place; null where it has not come so far in time, or fails. */
  async read<Row>(wanted: Mark, statement: NamedStatement, gone?: AbortSignal): Promise<Row[] | null> {
    if (!(await this.reaches(wanted))) return this.leaves('behind');
    try {
      const rows = await runStatement<Row>(this.server, statement, gone);
      this.counts.read += 1;
      this.misses = 0;
      return rows;
    } catch (error) {
      if (gone?.aborted) throw error;
      return this.leaves('failed', isDatabaseDown(error));
    }
  }

  /** How far it is behind this place, in bytes; null where it is not there, or follows something else. */
  async behind(wanted: Mark): Promise<number | null> {
    const there = await Promise.race([this.mark().catch(() => null), sleep(restMs.longest, null, { ref: false })]);
    if (there?.history !== wanted.history) return null;
    return Math.max(0, Number(wanted.at - there.at));
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.map((pool) => pool.end()), this.server.ender.close()]);
  }

  private async reaches(wanted: Mark): Promise<boolean> {
    const over = performance.now() + patienceMs;
    const nothing = sleep(patienceMs, null, { ref: false }).then(() => whatHasArrived(null));
    for (;;) {
      const there = await Promise.race([this.mark().catch(() => null), nothing]);
      if (hasSeen(there, wanted)) return true;
      if (there?.history !== wanted.history || performance.now() > over) return false;
      await sleep(lookEveryMs);
    }
  }

  private leaves(outcome: 'behind' | 'failed', isResting = true): null {
    this.counts[outcome] += 1;
    // Those who waited together missed it once.
    if (!isResting || performance.now() < this.restsUntil) return null;
    this.restsUntil = performance.now() + Math.min(restMs.longest, restMs.first * 2 ** this.misses);
    this.misses += 1;
    return null;
  }
}

function poolOf(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    maxUses: 5000,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 1000,
    query_timeout: 2500,
    // Less than on the primary, which has the rest of the time that people wait.
    options: '-c timezone=UTC -c statement_timeout=2000 -c default_transaction_read_only=on',
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
