/** One statement on a connection of a pool. */
import type { PoolClient } from 'pg';
import { ServiceUnavailable } from '../graphql/errors';
import type { StatementEnder } from './statement-ender';

export interface NamedStatement {
  readonly name?: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A connection of the pool; the number of its process at PostgreSQL is its own, and not in its type. */
type Connection = PoolClient & { readonly processID: number };

export interface Pool {
  connect(): Promise<Connection>;
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** A server, and what ends statements on it. */
export interface Server {
  readonly pool: Pool;
  readonly ender: StatementEnder;
}

/** Runs it, named where a name is given. It is ended, or not begun, when nobody waits for it any more: then SERVICE_UNAVAILABLE. */
export async function runStatement<Row>(
  { pool, ender }: Server,
  { name, text, values }: NamedStatement,
  gone?: AbortSignal,
): Promise<Row[]> {
  const statement = name ? { name, text, values: [...values] } : { text, values: [...values] };
  const connection = await pool.connect();
  const end = () => void ender.end(connection.processID);
  gone?.addEventListener('abort', end, { once: true });
  let isUsable = false;
  try {
    if (gone?.aborted) throw new ServiceUnavailable();
    const { rows } = await connection.query(statement);
    isUsable = true;
    return rows as Row[];
  } catch (error) {
    throw gone?.aborted ? new ServiceUnavailable() : error;
  } finally {
    gone?.removeEventListener('abort', end);
    // A connection whose statement was ended is given up: the end could still reach the next statement on it.
    connection.release(!isUsable || gone?.aborted);
  }
}
