/** The database as it is at one moment, held still for one reader while others go on writing. */
import pg from 'pg';

/** Text that means the same wherever it is read again, and rows of a table always in the order in which they lie. */
export const readingAlike = '-c timezone=UTC -c datestyle=ISO -c extra_float_digits=1 -c synchronize_seqscans=off';

export interface Snapshot {
  readonly client: pg.Client;
  close(): Promise<void>;
}

/** Takes one. Close it soon: what is deleted meanwhile is not cleaned up. */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const client = new pg.Client({
    connectionString: url,
    options: `${readingAlike} -c statement_timeout=0 -c idle_in_transaction_session_timeout=0`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // Heard by whatever is being asked at that moment.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query('SELECT 1 FROM pg_class LIMIT 1');
  return { client, close: () => client.end() };
}
