/** Which migrations and schemas this release of the hub has. */
import type { ServerPlugin } from '../plugin/define';
import { migrationsFor, nameOfMigration, type MigrationClass } from '../database/data-source';
import { BackupRefused } from './manifest';

/** A plugin's tables are in a schema by its name. */
export const schemasOf = (plugins: readonly ServerPlugin[]) => ['core', ...plugins.map(({ id }) => id)];

/** Those migrations of this release that are among the names. */
export function migrationsNamed(plugins: readonly ServerPlugin[], names: readonly string[]): MigrationClass[] {
  return migrationsFor(plugins).filter((migration) => names.includes(nameOfMigration(migration)));
}

/** Throws BackupRefused with this sentence when a migration ran that this release does not have. */
export function refuseUnknown(ran: readonly string[], plugins: readonly ServerPlugin[], sentence: string): void {
  if (migrationsNamed(plugins, ran).length < ran.length) throw new BackupRefused(sentence);
}
