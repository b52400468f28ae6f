/**
 * Several statements in one exchange with PostgreSQL: those whose answers nobody waits for go ahead of the one that is awaited. They run in this
 * order; where one fails, none after it runs, and what is awaited fails with its error.
 */
import pg from 'pg';

/** A statement, with the name under which the connection keeps its plan, if it does. */
export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name: string | null;
}

/** What PostgreSQL's protocol is spoken by, of which the types of `pg` tell only half. */
interface Wire {
  readonly stream: { cork?(): void; uncork?(): void };
  parse(statement: { name: string; text: string }): void;
  bind(portal: { statement: string; values: readonly unknown[] }): void;
  describe(what: { type: 'P' }): void;
  execute(): void;
  close(what: { type: 'S'; name: string }): void;
  sync(): void;
}

type Told = (error: Error | undefined, result: unknown) => void;

interface Answering {
  values: unknown[];
  submit(connection: Wire): null;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleReadyForQuery(connection: Wire): void;
}

const Query = pg.Query as unknown as new (config: { text: string }, told: Told) => Answering;
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils;

export class Exchange extends Query {
  /** How many of those ahead have run. */
  private done = 0;
  /** The values of each as they are sent: what cannot be is found before anything is. */
  private readonly written: readonly (readonly unknown[])[];

  /** @param named the statements that the connection keeps; those that it was told of are added once all went well */
  constructor(
    readonly ahead: readonly Sent[],
    readonly awaited: Sent,
    private readonly named: Set<string>,
    told: Told,
  ) {
    super({ text: awaited.text }, told);
    this.values = [...awaited.values];
    this.written = [...ahead, awaited].map(({ values }) => values.map((value) => prepareValue(value)));
  }

  /** All that went ahead is done, whatever became of the one that was awaited. */
  get hasDoneAhead(): boolean {
    return this.done === this.ahead.length;
  }

  override submit(connection: Wire): null {
    connection.stream.cork?.();
    for (const [at, statement] of [...this.ahead, this.awaited].entries()) this.send(connection, statement, at);
    connection.sync();
    connection.stream.uncork?.();
    return null;
  }

  override handleDataRow(message: unknown): void {
    if (this.hasDoneAhead) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.hasDoneAhead) super.handleCommandComplete(message, connection);
    else this.done += 1;
  }

  override handleReadyForQuery(connection: Wire): void {
    for (const { name } of [...this.ahead, this.awaited]) if (name) this.named.add(name);
    super.handleReadyForQuery(connection);
  }

  /** A name that may be known from an exchange that failed is forgotten first, which PostgreSQL takes also of names that it never heard. */
  private send(connection: Wire, { text, name }: Sent, at: number): void {
    if (!name || !this.named.has(name)) {
      if (name) connection.close({ type: 'S', name });
      connection.parse({ name: name ?? '', text });
    }
    connection.bind({ statement: name ?? '', values: this.written[at] ?? [] });
    if (at === this.ahead.length) connection.describe({ type: 'P' });
    connection.execute();
  }
}
