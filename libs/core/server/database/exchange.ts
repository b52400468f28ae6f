/**
 * Several statements in one exchange with PostgreSQL, those whose answers nobody waits for among them. They run in this order; where one
 * fails, none after it runs, and all of those fail with its error.
 */
import pg from 'pg';

/** A statement, with the name under which the connection keeps its plan, if it does. */
export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name: string | null;
}

/** A statement, and who is told what it gave: null where nobody waits for that. */
export interface Part {
  readonly sent: Sent;
  readonly told: Told | null;
}

export type Told = (error: Error | null, result?: Result) => void;

/** What a statement gave, as `pg` gives it. */
export interface Result {
  readonly rows: unknown[];
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
  sendCopyFail(reason: string): void;
}

interface Collected extends Result {
  addFields(fields: unknown): void;
  parseRow(fields: unknown): unknown;
  addRow(row: unknown): void;
  addCommandComplete(message: unknown): void;
}

const { Result: Collecting, utils } = pg as unknown as {
  Result: new () => Collected;
  utils: { prepareValue(value: unknown): unknown };
};

export class Exchange {
  /** How many have run. */
  private done = 0;
  private isOver = false;
  private failure: Error | null = null;
  /** The values of each as they are sent: what cannot be is found before anything is. */
  private readonly written: readonly (readonly unknown[])[];
  private readonly results: readonly (Collected | null)[];

  /**
   * @param named the statements that the connection keeps; those that it was told of are added once all went well
   * @param ends called before anybody is told
   */
  constructor(
    readonly parts: readonly Part[],
    private readonly named: Set<string>,
    private readonly ends: () => void,
  ) {
    this.written = parts.map(({ sent }) => sent.values.map((value) => utils.prepareValue(value)));
    this.results = parts.map(({ told }) => (told ? new Collecting() : null));
  }

  /** Whether this one of its parts is done, whatever became of those after it. */
  hasDone(at: number): boolean {
    return this.done > at;
  }

  /** How it ends: `pg` puts its own in front, which counts the time. */
  callback: (error: Error | null) => void = (error) => {
    if (this.isOver) return;
    this.isOver = true;
    this.ends();
    for (const [at, { told }] of this.parts.entries()) {
      const result = this.results[at];
      if (result && (!error || this.hasDone(at))) told?.(null, result);
      else told?.(error);
    }
  };

  submit(connection: Wire): null {
    connection.stream.cork?.();
    for (const [at, { sent, told }] of this.parts.entries())
      this.send(connection, sent, this.written[at] ?? [], told !== null);
    connection.sync();
    connection.stream.uncork?.();
    return null;
  }

  handleRowDescription({ fields }: { readonly fields: unknown }): void {
    this.results[this.done]?.addFields(fields);
  }

  handleDataRow({ fields }: { readonly fields: unknown }): void {
    const result = this.results[this.done];
    if (!result || this.failure) return;
    try {
      result.addRow(result.parseRow(fields));
    } catch (error) {
      this.failure = error as Error;
    }
  }

  handleCommandComplete(message: unknown): void {
    if (this.failure) return;
    this.results[this.done]?.addCommandComplete(message);
    this.done += 1;
  }

  handleEmptyQuery(): void {
    this.done += 1;
  }

  handleCopyInResponse(connection: Wire): void {
    connection.sendCopyFail('Nothing is copied here');
  }

  handleError(error: Error): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    for (const { sent } of this.parts) if (sent.name) this.named.add(sent.name);
    this.callback(this.failure);
  }

  /** A name that may be known from an exchange that failed is forgotten first, which PostgreSQL takes also of names that it never heard. */
  private send(connection: Wire, { text, name }: Sent, values: readonly unknown[], isAwaited: boolean): void {
    if (!name || !this.named.has(name)) {
      if (name) connection.close({ type: 'S', name });
      connection.parse({ name: name ?? '', text });
    }
    connection.bind({ statement: name ?? '', values });
    if (isAwaited) connection.describe({ type: 'P' });
    connection.execute();
  }
}
