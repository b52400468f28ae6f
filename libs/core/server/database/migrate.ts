/** Brings a database up to date. Several instances may start at once: one works, the others wait and find it done. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';

const migrationLock = 711_550_001;

/** Runs what has not run yet, one migration a transaction, under a lock of the whole database. */
export async function migrate(source: DataSource): Promise<number> {
  return whileNobodyMigrates(source, async () => {
    const done = await source.runMigrations({ transaction: 'each' });
    return done.length;
  });
}

/** Runs work that no migration may run beside. */
export function whileNobodyMigrates<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  return withDatabaseLock(source, migrationLock, work);
}

/** Runs work while holding an advisory lock on a connection of its own. */
export async function withDatabaseLock<T>(source: DataSource, lock: number, work: () => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    while (!(await tryLock(runner, lock))) await sleep(100);
    return await work();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    await runner.release();
  }
}

/** Asked again and again instead of waited for: the other instance may take longer than one statement is given. */
async function tryLock(runner: QueryRunner, lock: number): Promise<boolean> {
  const rows: { locked: boolean }[] = await runner.query('SELECT pg_try_advisory_lock($1) AS locked', [lock]);
  return rows[0]?.locked ?? false;
}
