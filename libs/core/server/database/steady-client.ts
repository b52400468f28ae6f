/** The connections of the hub's pool. */
import type { EventEmitter } from 'node:events';
import pg from 'pg';
import { Exchange, type Part, type Result, type Sent, type Told } from './exchange';
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
/** What comes before it is done when it is answered. */
const mark: Sent = { name: 'mark', text: 'SELECT', values: [] };
const nothing: Result = { rows: [] };

/**
 * One that serves. What is asked with values again and again is planned once. A transaction begins together with its first statement; of
 * one that has none nothing is sent. What is asked in it at the same time goes together, and so does what was written ahead of that.
 */
export class ServingClient extends SteadyClient {
  /** What is sent with the next statement that somebody waits for. */
  private waiting: Part[] = [];
  private willSend = false;
  private transaction: 'none' | 'runs' | 'ends' = 'none';
  /** Of a commit that goes ahead: whether it waits, is on its way, or is done. */
  private commits: 'waits' | 'sent' | 'done' | null = null;
  private readonly named = new Set<string>();

  /** Sends it with the next statement. Nobody learns what it gives; where it fails, that one fails with it. */
  writeAhead(text: string, values: readonly unknown[]): void {
    this.sendAhead(sent(text, values));
  }

  /** The same for rows that a text takes as a list of JSON in its one parameter: those that follow each other are one statement. */
  writeRowAhead(text: string, row: object): void {
    const last = this.waiting.at(-1)?.sent;
    if (last instanceof SentRows && last.text === text) last.rows.push(row);
    else this.sendAhead(new SentRows(text, [row]));
  }

  /** Commits with the next statement, which is none of the transaction any more; by itself where there is none. */
  commitAhead(): void {
    this.sendAhead(commit);
    [this.transaction, this.commits] = ['ends', 'waits'];
  }

  /** Whether a commit that was sent ahead failed with the statement that it went with. */
  get hasFailedToCommit(): boolean {
    return this.commits === 'sent';
  }

  override query(...args: unknown[]): unknown {
    const [text, values = []] = args;
    if (isPlain(text)) return this.now({ ...text, name: text.name ?? null });
    if (typeof text !== 'string' || !Array.isArray(values)) return super.query(...args);
    if (text === begin.text) return this.begin();
    if (text.startsWith('ROLLBACK')) return this.rollBack(text);
    if (text === commit.text) return this.commit();
    return this.ask(text, values as readonly unknown[]);
  }

  private ask(text: string, values: readonly unknown[]): unknown {
    if (this.transaction === 'ends') return Promise.reject(new TransactionOver());
    const isPlainText = values.length === 0;
    if (this.transaction === 'none') return isPlainText ? super.query(text) : this.now(sent(text, values));
    if (isPlainText && text.includes(';')) return this.afterAll(text);
    return this.together(sent(text, values));
  }

  private begin(): Promise<Result> {
    [this.transaction, this.commits] = ['runs', null];
    this.waiting = [{ sent: begin, told: null }];
    return Promise.resolve(nothing);
  }

  /** What was not sent is not done. */
  private rollBack(text: string): Promise<unknown> {
    if (text === 'ROLLBACK') this.transaction = 'ends';
    const unsent = this.take();
    refuse(unsent);
    const hasBegun = !unsent.some(({ sent }) => sent === begin);
    return this.ended(hasBegun && this.commits !== 'done' ? super.query(text) : nothing);
  }

  private commit(): Promise<unknown> {
    this.transaction = 'ends';
    const ahead = this.take().filter(({ sent }) => sent !== commit);
    const isNothing = this.commits === 'done' || (ahead.length === 1 && ahead[0]?.sent === begin);
    return this.ended(isNothing ? nothing : this.now(commit, ahead));
  }

  private async ended(answer: unknown): Promise<unknown> {
    try {
      return await answer;
    } finally {
      if (this.transaction === 'ends') this.transaction = 'none';
    }
  }

  /** Several statements in one text cannot go with others. */
  private async afterAll(text: string): Promise<unknown> {
    if (this.waiting.length > 0) await this.now(mark);
    return super.query(text);
  }

  /** Sends it when whatever runs has asked all that it asks before it waits. */
  private together(sent: Sent): Promise<Result> {
    const answer = new Promise<Result>((resolve, reject) =>
      this.waiting.push({ sent, told: telling(resolve, reject) }),
    );
    if (!this.willSend) process.nextTick(() => this.sendAwaited());
    this.willSend = true;
    return answer;
  }

  private sendAwaited(): void {
    this.willSend = false;
    const last = this.waiting.findLastIndex(({ told }) => told);
    if (last >= 0) this.send(this.waiting.splice(0, last + 1));
  }

  private now(sent: Sent, ahead = this.take()): Promise<Result> {
    return new Promise((resolve, reject) => this.send([...ahead, { sent, told: telling(resolve, reject) }]));
  }

  private sendAhead(sent: Sent): void {
    if (this.transaction !== 'runs') throw new TransactionOver();
    this.waiting.push({ sent, told: null });
  }

  private take(): Part[] {
    return this.waiting.splice(0);
  }

  private send(parts: readonly Part[]): void {
    const commitsAt = parts.findIndex(({ sent }) => sent === commit);
    if (commitsAt >= 0) this.commits = 'sent';
    try {
      const exchange = new Exchange(parts, this.named, () => {
        if (commitsAt >= 0 && exchange.hasDone(commitsAt)) this.commits = 'done';
      });
      super.query(exchange);
    } catch (error) {
      for (const { told } of parts) told?.(error as Error);
    }
  }
}

/** What was asked in a transaction that ended meanwhile. */
class TransactionOver extends Error {
  override message = 'The transaction ended before this was sent.';
}

function refuse(parts: readonly Part[]): void {
  for (const { told } of parts) told?.(new TransactionOver());
}

function telling(resolve: (result: Result) => void, reject: (error: Error) => void): Told {
  return (error, result = nothing) => (error ? reject(traceable(error)) : resolve(result));
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

function sent(text: string, values: readonly unknown[]): Sent {
  return { text, values, name: knownTexts.nameOf(text) };
}

/** Says where it was asked, and not only where the answer came in. */
function traceable(error: Error): Error {
  Error.captureStackTrace(error);
  return error;
}
