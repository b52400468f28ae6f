/** Migrations that came after the rule that old code goes on while they run. */
import { migrationsFor, nameOfMigration, type MigrationClass } from '@hub/core/server';
import { pluginsOfTheHub } from '@hub/testing';

/** The newest that came before it. */
const before = 1900000001722;

const timeOf = (migration: MigrationClass) => Number(/\d{13}$/.exec(nameOfMigration(migration))?.[0]);

/** All of the hub's, in two parts. */
export async function migrationsBeforeAndAfter(): Promise<{ before: MigrationClass[]; after: MigrationClass[] }> {
  const all = migrationsFor(await pluginsOfTheHub());
  return {
    before: all.filter((migration) => timeOf(migration) <= before),
    after: all.filter((migration) => timeOf(migration) > before),
  };
}
