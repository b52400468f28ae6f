/** Every statement that the processes of a test send to PostgreSQL, whoever sends it. */
import pg from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface SentStatement extends Statement {
  /** Under which the connection keeps it, planned; null where it does not. */
  readonly name: string | null;
  /** Which time it was that somebody waited for PostgreSQL: what goes together has the same. */
  readonly exchange: number;
}

interface Asked {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string | null;
}

/** Several that go together. */
interface AskedTogether {
  readonly parts: readonly { readonly sent: Asked }[];
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** What is sent while the work runs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<SentStatement[]> {
  const sent: SentStatement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  let exchange = 0;
  prototype.query = function (...args) {
    exchange += 1;
    for (const { text, values = [], name = null } of askedBy(args)) sent.push({ text, values, name, exchange });
    return query.apply(this, args);
  };
  try {
    await work();
    return sent;
  } finally {
    prototype.query = query;
  }
}

function askedBy([first, second]: readonly unknown[]): readonly Asked[] {
  if (typeof first === 'string') return [{ text: first, values: Array.isArray(second) ? second : [] }];
  const asked = first as Asked | AskedTogether;
  return 'parts' in asked ? asked.parts.map(({ sent }) => sent) : [asked];
}
