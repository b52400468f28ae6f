/** Every statement that the processes of a test send to PostgreSQL, whoever sends it. */
import pg from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface SentStatement extends Statement {
  /** Which time it was that somebody waited for PostgreSQL: what goes together has the same. */
  readonly exchange: number;
}

interface Asked {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly ahead?: readonly Omit<Asked, 'ahead'>[];
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** What is sent while the work runs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<SentStatement[]> {
  const sent: SentStatement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  let exchange = 0;
  prototype.query = function (...args) {
    const [first, second] = args as [string | Asked, unknown];
    const asked: Asked =
      typeof first === 'string' ? { text: first, values: Array.isArray(second) ? second : [] } : first;
    exchange += 1;
    for (const { text, values = [] } of [...(asked.ahead ?? []), asked]) sent.push({ text, values, exchange });
    return query.apply(this, args);
  };
  try {
    await work();
    return sent;
  } finally {
    prototype.query = query;
  }
}
