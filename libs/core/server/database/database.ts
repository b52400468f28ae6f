/** The hub's one way to PostgreSQL: TypeORM's data source and its pool of connections. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { Conflict, ServiceUnavailable } from '../graphql/errors';
import { traced } from '../operating/tracing';
import { StatementEnder } from './statement-ender';

export interface NamedStatement {
  readonly name?: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A connection of the pool; the number of its process at PostgreSQL is its own, and not in its type. */
type Connection = PoolClient & { readonly processID: number };

interface Pool {
  connect(): Promise<Connection>;
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

@Injectable()
export class Database implements OnModuleDestroy {
  /** Statements run by `read`, counted so that tests can say how many an operation takes. */
  statements = 0;

  private readonly ender: StatementEnder;

  /** Whether the work at hand holds a connection: it must not wait for another one. */
  private readonly holding = new AsyncLocalStorage<true>();

  /** What is to be done once a transaction that runs has committed. */
  private readonly afterwards = new WeakMap<EntityManager, (() => void)[]>();

  constructor(readonly source: DataSource) {
    this.ender = new StatementEnder(String('url' in source.options ? source.options.url : ''));
  }

  async onModuleDestroy(): Promise<void> {
    await this.ender.close();
  }

  /**
   * Runs one statement on the pool, named (planned once a connection) where a name is given. It is ended, or not begun, when nobody
   * waits for it any more: then SERVICE_UNAVAILABLE.
   */
  async read<Row>(statement: NamedStatement, gone?: AbortSignal): Promise<Row[]> {
    this.refuseSecond();
    this.statements += 1;
    return traced('client', statement.name ?? 'a statement', () => this.run<Row>(statement, gone));
  }

  private async run<Row>({ name, text, values }: NamedStatement, gone?: AbortSignal): Promise<Row[]> {
    const pool = this.pool();
    const statement = name ? { name, text, values: [...values] } : { text, values: [...values] };
    const connection = await pool.connect();
    const heard = this.endWhen(gone, connection.processID);
    let isUsable = false;
    try {
      if (gone?.aborted) throw new ServiceUnavailable();
      const { rows } = await connection.query(statement);
      isUsable = true;
      return rows as Row[];
    } catch (error) {
      throw gone?.aborted ? new ServiceUnavailable() : error;
    } finally {
      heard.stop();
      connection.release(!isUsable || gone?.aborted);
    }
  }

  /** How many connections there are, how many of them nobody uses, and how many wait for one. */
  connections(): { readonly total: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool();
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  private pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  /** Work that waits for a second connection while it holds one: as many at once as the pool has would wait for each other for ever. */
  private refuseSecond(): void {
    if (this.holding.getStore()) throw new Error('Hand the transaction on instead of taking a second connection.');
  }

  /** A connection whose statement was ended is given up: the end could still reach the next statement on it. */
  private endWhen(gone: AbortSignal | undefined, processId: number): { stop(): void } {
    const end = () => void this.ender.end(processId);
    gone?.addEventListener('abort', end, { once: true });
    return { stop: () => gone?.removeEventListener('abort', end) };
  }

  /** Calls back once the transaction, one of `transaction`, has committed: not if this process ends in between, so nothing may hang on it. */
  afterCommit(tx: EntityManager, callback: () => void): void {
    this.afterwards.set(tx, [...(this.afterwards.get(tx) ?? []), callback]);
  }

  /**
   * Runs work in one transaction, tried again a few times when PostgreSQL asks for it (deadlock, serialisation), then CONFLICT. Inside it,
   * what asks the database is handed the transaction.
   */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    this.refuseSecond();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { result, afterwards } = await traced('client', 'a transaction', () =>
          this.source.transaction(async (tx) => ({
            result: await this.holding.run(true, () => work(tx)),
            afterwards: this.afterwards.get(tx) ?? [],
          })),
        );
        for (const callback of afterwards) callback();
        return result;
      } catch (error) {
        if (!isRetryable(error)) throw error;
        if (attempt >= 3) throw new Conflict('Others are changing the same thing at this moment. Try again');
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * attempt));
      }
    }
  }
}

function isRetryable(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === '40001' || code === '40P01';
}
