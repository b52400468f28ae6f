/** The connections of the hub's pool. */
import type { EventEmitter } from 'node:events';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { Exchange, type Sent } from './exchange';
import { KnownTexts } from './known-texts';

interface Client extends EventEmitter {
  query(...args: unknown[]): unknown;
}

/** A connection that PostgreSQL may end at any moment: between two users of it nobody else listens, and that would end the process. */
export class SteadyClient extends (pg.Client as unknown as new (config?: string | pg.ClientConfig) => Client) {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

const knownTexts = new KnownTexts();
const begin: Sent = { name: 'begin', text: 'START TRANSACTION', values: [] };
const commit: Sent = { name: 'commit', text: 'COMMIT', values: [] };
const nothing = { rows: [], rowCount: null, command: '', oid: 0, fields: [] };

/**
 * One that serves. What is asked with values again and again is planned once. A transaction begins together with its first statement; of
 * one that has none nothing is sent.
 */
export class ServingClient extends SteadyClient {
  /** What goes with the next statement. */
  private ahead: readonly Sent[] = [];
  private readonly named = new Set<string>();
  /** Of a commit that goes ahead: whether it waits, is on its way, or is done. */
  private commits: 'waits' | 'sent' | 'done' | null = null;

  /** Sends it with the next statement. Nobody learns what it gives; where it fails, that one fails with it. */
  sendAhead(statement: Sent): void {
    this.ahead = [...this.ahead, statement];
  }

  /** The same for rows that a text takes as a list of JSON in its one parameter: those that follow each other are one statement. */
  sendRowAhead(text: string, row: object): void {
    const last = this.ahead.at(-1);
    if (last instanceof SentRows && last.text === text) last.rows.push(row);
    else this.sendAhead(new SentRows(text, [row]));
  }

  /** Commits with the next statement, which is none of the transaction any more; by itself where there is none. */
  commitAhead(): void {
    this.sendAhead(commit);
    this.commits = 'waits';
  }

  /** Whether a commit that was sent ahead failed with the statement that it went with. */
  get hasFailedToCommit(): boolean {
    return this.commits === 'sent';
  }

  override query(...args: unknown[]): unknown {
    const [text, values = []] = args;
    if (isPlain(text)) return this.exchange(this.takeAhead(), { ...text, name: text.name ?? null });
    if (typeof text !== 'string' || !Array.isArray(values)) return super.query(...args);
    if (text === begin.text) return this.begin();
    if (text.startsWith('ROLLBACK')) return this.rollBack(text);
    if (text === commit.text) return this.commit();
    if (this.ahead.length === 0 && values.length === 0) return super.query(text);
    if (values.length === 0 && text.includes(';')) return this.afterAll(text);
    return this.exchange(this.takeAhead(), sent(text, values as readonly unknown[]));
  }

  private begin(): Promise<typeof nothing> {
    this.commits = null;
    this.sendAhead(begin);
    return Promise.resolve(nothing);
  }

  /** What was not sent is not done. */
  private rollBack(text: string): unknown {
    const hasBegun = !this.takeAhead().includes(begin);
    return hasBegun && this.commits !== 'done' ? super.query(text) : Promise.resolve(nothing);
  }

  private commit(): unknown {
    const ahead = this.takeAhead().filter((statement) => statement !== commit);
    const isNothing = this.commits === 'done' || (ahead.length === 1 && ahead[0] === begin);
    return isNothing ? Promise.resolve(nothing) : this.exchange(ahead, commit);
  }

  /** Several statements in one text cannot go with others. */
  private async afterAll(text: string): Promise<unknown> {
    const ahead = [...this.takeAhead()];
    const last = ahead.pop();
    if (last) await this.exchange(ahead, last);
    return super.query(text);
  }

  private takeAhead(): readonly Sent[] {
    const taken = this.ahead;
    this.ahead = [];
    return taken;
  }

  private exchange(ahead: readonly Sent[], awaited: Sent): Promise<unknown> {
    const commits = ahead.includes(commit);
    if (commits) this.commits = 'sent';
    return new Promise((resolve, reject) => {
      const exchange = new Exchange(ahead, awaited, this.named, (error, result) => {
        if (commits && exchange.hasDoneAhead) this.commits = 'done';
        if (error) reject(traceable(error));
        else resolve(result);
      });
      super.query(exchange);
    });
  }
}

interface Plain {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

function isPlain(query: unknown): query is Plain {
  return typeof query === 'object' && query !== null && !('submit' in query) && 'text' in query && 'values' in query;
}

class SentRows implements Sent {
  readonly name: string | null;

  constructor(
    readonly text: string,
    readonly rows: object[],
  ) {
    this.name = knownTexts.nameOf(text);
  }

  get values(): readonly unknown[] {
    return [JSON.stringify(this.rows)];
  }
}

/**
 * Writes in a transaction what nobody asks the outcome of: it goes with the statement that comes next, the commit at last, in their order, and
 * is undone with the rest. What must be known before going on is not for this.
 */
export async function writeAhead(tx: EntityManager, text: string, values: readonly unknown[]): Promise<void> {
  const connection = await servingConnectionOf(tx);
  if (connection) connection.sendAhead(sent(text, values));
  else await tx.query(text, [...values]);
}

/** The same for one of many rows that a text takes as a list of JSON, its `$1`: one after the other, they are written in one statement. */
export async function writeRowAhead(tx: EntityManager, text: string, row: object): Promise<void> {
  const connection = await servingConnectionOf(tx);
  if (connection) connection.sendRowAhead(text, row);
  else await tx.query(text, [JSON.stringify([row])]);
}

/** The connection of a transaction, where it is one that serves. */
export async function servingConnectionOf({ queryRunner }: EntityManager): Promise<ServingClient | null> {
  const connection: unknown = queryRunner?.isTransactionActive ? await queryRunner.connect() : null;
  return connection instanceof ServingClient ? connection : null;
}

function sent(text: string, values: readonly unknown[]): Sent {
  return { text, values, name: knownTexts.nameOf(text) };
}

/** Says where it was asked, and not only where the answer came in. */
function traceable(error: Error): Error {
  Error.captureStackTrace(error);
  return error;
}
