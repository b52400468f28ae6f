/** Brings a database up to date. Several instances may start at once: one works, the others wait and find it done. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';

const migrationLock = 711_550_001;
/** Some minutes: as long as a backup, or somebody's look around, may hold a table. */
const mostTries = 300;

/** Runs what has not run yet, one migration a transaction, under a lock of the whole database. */
export async function migrate(source: DataSource): Promise<void> {
  await whileNobodyMigrates(source, () => steppingAside(() => source.runMigrations({ transaction: 'each' })));
}

/** Runs work that no migration may run beside. */
export function whileNobodyMigrates<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  return withDatabaseLock(source, migrationLock, work);
}

/** A migration that gets no lock lets others go first, and is begun again: it was undone whole, or can be run twice. */
async function steppingAside(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      const isWithoutLock = typeof error === 'object' && error !== null && 'code' in error && error.code === '55P03';
      if (!isWithoutLock || tries >= mostTries) throw error;
      await sleep(250 + Math.random() * 500);
    }
  }
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
