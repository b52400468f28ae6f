/** The hub's one way to PostgreSQL: TypeORM's data source and its pool of connections. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conflict } from '../graphql/errors';
import { traced } from '../operating/tracing';
import { poolSize } from './data-source';
import type { MarkRow } from './replica-mark';
import { Replicas } from './replicas';
import { runStatement, type NamedStatement, type Pool, type Server } from './run-statement';
import { StatementEnder } from './statement-ender';
import { servingConnectionOf } from './write-ahead';

@Injectable()
export class Database implements OnModuleDestroy {
  /** Statements run by `read`, counted so that tests can say how many an operation takes. */
  statements = 0;

  /** What may be read from besides the primary; none where the settings name none. */
  readonly replicas: Replicas;

  private readonly ender: StatementEnder;

  /** Whether the work at hand holds a connection: it must not wait for another one. */
  private readonly holding = new AsyncLocalStorage<true>();

  /** What is to be done once a transaction that runs has committed. */
  private readonly afterwards = new WeakMap<EntityManager, (() => void)[]>();

  constructor(
    readonly source: DataSource,
    replicaUrls: readonly string[] = [],
  ) {
    this.ender = new StatementEnder(String('url' in source.options ? source.options.url : ''));
    const askPrimary = (statement: NamedStatement) => runStatement<MarkRow>(this.primary, statement);
    this.replicas = new Replicas(replicaUrls, poolSize(), askPrimary);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.ender.close(), this.replicas.close()]);
  }

  /**
   * Runs one statement on the pool, named (planned once a connection) where a name is given. It is ended, or not begun, when nobody
   * waits for it any more: then SERVICE_UNAVAILABLE.
   */
  async read<Row>(statement: NamedStatement, gone?: AbortSignal): Promise<Row[]> {
    return this.counted(statement, () => runStatement<Row>(this.primary, statement, gone));
  }

  /** The same of a statement that changes nothing, at a replica where one has seen everything that was committed when this was called. */
  async readAnywhere<Row>(statement: NamedStatement, gone?: AbortSignal): Promise<Row[]> {
    return this.counted(
      statement,
      async () => (await this.replicas.read<Row>(statement, gone)) ?? runStatement<Row>(this.primary, statement, gone),
    );
  }

  private counted<Row>({ name }: NamedStatement, run: () => Promise<Row[]>): Promise<Row[]> {
    this.refuseSecond();
    this.statements += 1;
    return traced('client', name ?? 'a statement', run);
  }

  /** How many connections there are, how many of them nobody uses, and how many wait for one. */
  connections(): { readonly total: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.primary.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  private get primary(): Server {
    return { pool: (this.source.driver as unknown as { master: Pool }).master, ender: this.ender };
  }

  /** Work that waits for a second connection while it holds one: as many at once as the pool has would wait for each other for ever. */
  private refuseSecond(): void {
    if (this.holding.getStore()) throw new Error('Hand the transaction on instead of taking a second connection.');
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
    const { result } = await this.retried(() => this.attempt(work, () => Promise.resolve(null)));
    return result;
  }

  /**
   * The same, and reads what there is to say of it. The first statement of `say` goes together with the commit and sees what was committed;
   * what was done stays done when `say` fails, of which only `said` tells.
   */
  async transactionThat<T, A>(
    work: (tx: EntityManager) => Promise<T>,
    say: (result: T, read: Read) => Promise<A>,
  ): Promise<{ result: T; said: Promise<A> }> {
    return this.retried(() => this.attempt(work, say));
  }

  private async attempt<T, A>(work: (tx: EntityManager) => Promise<T>, say: (result: T, read: Read) => Promise<A>) {
    const { callbacks, ...done } = await traced('client', 'a transaction', () =>
      this.source.transaction(async (tx) => {
        const result = await this.holding.run(true, () => work(tx));
        const callbacks = this.afterwards.get(tx) ?? [];
        return { result, callbacks, said: await this.withCommit(tx, (read) => say(result, read)) };
      }),
    );
    for (const callback of callbacks) callback();
    return { result: done.result, said: done.said.promise };
  }

  /** In an object, since a promise that is handed on would be waited for, and fail what is committed. */
  private async withCommit<A>(tx: EntityManager, say: (read: Read) => Promise<A>): Promise<{ promise: Promise<A> }> {
    const connection = await servingConnectionOf(tx);
    connection?.commitAhead();
    const promise = say((statement) => {
      this.statements += 1;
      return traced('client', statement.name ?? 'a statement', async () => {
        if (!connection) return tx.query(statement.text, [...statement.values]);
        const { rows } = (await connection.query(statement)) as { rows: never[] };
        return rows;
      });
    });
    await promise.catch((error: unknown) => {
      if (connection?.hasFailedToCommit) throw error;
    });
    return { promise };
  }

  private async retried<T>(work: () => Promise<T>): Promise<T> {
    this.refuseSecond();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!isRetryable(error)) throw error;
        if (attempt >= 3) throw new Conflict('Others are changing the same thing at this moment. Try again');
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * attempt));
      }
    }
  }
}

/** Runs a statement on the connection of a transaction that ends. */
export type Read = <Row>(statement: NamedStatement) => Promise<Row[]>;

function isRetryable(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === '40001' || code === '40P01';
}
