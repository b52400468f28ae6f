/** Loads the demonstration network: every plugin's part in list order, in one transaction, once. */
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { ServerPlugin } from '../plugin/define';
import { withDatabaseLock } from './migrate';
import type { DemonstrationSeed } from './seed';

const demonstrationLock = 711_550_002;

/** Whether a database that is up to date holds the demonstration network. */
export async function hasDemonstration(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM core.demonstration');
    return rowCount !== null && rowCount > 0;
  } finally {
    await client.end();
  }
}

/** False when it was there already. Two instances at once: one loads, the other finds it done. */
export async function loadDemonstration(
  source: DataSource,
  plugins: readonly ServerPlugin[],
  app: INestApplicationContext,
): Promise<boolean> {
  return withDatabaseLock(source, demonstrationLock, () =>
    source.transaction(async (tx) => {
      const loaded: unknown[] = await tx.query('SELECT 1 FROM core.demonstration');
      if (loaded.length > 0) return false;
      await tx.query(
        `SELECT set_config('hub.loading', 'on', true), set_config('statement_timeout', '0', true),
           set_config('idle_in_transaction_session_timeout', '0', true)`,
      );
      for (const { seed } of plugins) {
        if (seed) await app.get<DemonstrationSeed>(seed).load(tx);
      }
      await tx.query('INSERT INTO core.demonstration (loaded_at) VALUES (now())');
      return true;
    }),
  );
}
