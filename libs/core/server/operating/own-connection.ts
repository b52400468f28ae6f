/** Connections to PostgreSQL for what asks after the hub's health and for its figures: they wait behind nobody, also when the pool is full. */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';

const patienceMs = 2000;

@Injectable()
export class OwnConnection implements OnModuleDestroy {
  private readonly pool: pg.Pool;

  constructor(@Inject(hubSettings) { databaseUrl }: Pick<Settings, 'databaseUrl'>) {
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 2,
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
      options: `-c timezone=UTC -c statement_timeout=${patienceMs}`,
    });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Rows of a statement. Rejects after 2 seconds at most for the connection, and 2 for the answer. */
  async ask<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>(text, [...values]);
    return rows;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }
}

/** Asks once for everybody who asks at the same time, and for a while after it was answered. */
export function askedTogether<T>(ask: () => Promise<T>, goodForMs: number): () => Promise<T> {
  let asked: Promise<T> | null = null;
  const forget = () => (asked = null);
  return () => {
    if (asked) return asked;
    asked = ask();
    asked.then(() => setTimeout(forget, goodForMs).unref(), forget);
    return asked;
  };
}
