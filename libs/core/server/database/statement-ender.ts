/** Ends a running statement whose answer nobody waits for any more. */
import pg from 'pg';

export class StatementEnder {
  /** A connection of its own, made when it is first needed: the hub's pool may be full of the very statements that are to end. */
  private pool: pg.Pool | null = null;

  constructor(private readonly url: string) {}

  /** Resolves when PostgreSQL was told, or could not be: the statement then ends by its own time limit. */
  async end(processId: number): Promise<void> {
    await this.opened()
      .query('SELECT pg_cancel_backend($1)', [processId])
      .catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.pool?.end();
  }

  private opened(): pg.Pool {
    if (this.pool) return this.pool;
    const config = { connectionString: this.url, max: 1, connectionTimeoutMillis: 3000, query_timeout: 3000 };
    this.pool = new pg.Pool({ ...config, idleTimeoutMillis: 10_000 });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    return this.pool;
  }
}
