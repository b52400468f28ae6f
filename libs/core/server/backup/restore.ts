/** Puts a backup back: all of it or, whatever happens on the way, nothing. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ClientBase, PoolClient } from 'pg';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { dataSourceFor } from '../database/data-source';
import { whileNobodyMigrates } from '../database/migrate';
import type { ServerPlugin } from '../plugin/define';
import { ArchiveReader } from './archive-reader';
import { hasOthers, migrationsOf } from './catalogue';
import { migrationsNamed, refuseUnknown, schemasOf } from './hub-schema';
import type { KeptFiles } from './kept-files';
import { load } from './loading';
import { BackupRefused, fileEntry, type FileInBackup, type Manifest } from './manifest';
import { isSealed, unseal, type BackupKeys } from './seal';
import { openSnapshot, readingAlike } from './snapshot';

export interface HubToRestore {
  readonly plugins: readonly ServerPlugin[];
  readonly files: KeptFiles;
  /** What opens the backup where it is closed. */
  readonly keys: BackupKeys;
  /** Whether a hub that is there already is replaced. */
  readonly replace: boolean;
}

/**
 * Makes the tables of a backup by the hub's own migrations, to the very point at which it was made, and fills them; every row and file is
 * compared with what the backup says of it. One transaction: whoever looks sees what was there before, or everything. Throws BackupRefused
 * for a damaged backup, one that the keys do not open, one of a newer release, a database in use, and one with a hub in it that is not to be replaced.
 */
export async function restore(url: string, file: string, hub: HubToRestore): Promise<Manifest> {
  if (!(await isSealed(file))) return restoreOpened(url, file, hub);
  await mkdir(hub.files.folder, { recursive: true, mode: 0o700 });
  const opened = path.join(hub.files.folder, randomUUID());
  try {
    await unseal(file, hub.keys, opened);
    return await restoreOpened(url, opened, hub);
  } finally {
    await rm(opened, { force: true });
  }
}

async function restoreOpened(url: string, file: string, hub: HubToRestore): Promise<Manifest> {
  const archive = await ArchiveReader.open(file);
  try {
    const { migrations } = archive.manifest;
    refuseUnknown(migrations, hub.plugins, 'The backup was made by a newer release of the hub: restore it with that.');
    await refuseInUse(url, hub.replace);
    const source = dataSourceFor(url, hub.plugins, 'migrating', migrationsNamed(hub.plugins, migrations));
    await source.initialize();
    try {
      await whileNobodyMigrates(source, () => putBack(source, archive, hub));
    } finally {
      await source.destroy();
    }
    return archive.manifest;
  } finally {
    archive.close();
  }
}

async function refuseInUse(url: string, replace: boolean): Promise<void> {
  const { client, close } = await openSnapshot(url);
  try {
    const hasHub = (await migrationsOf(client)).length > 0;
    if (hasHub && !replace)
      throw new BackupRefused('There is a hub in this database already: say --replace to put the backup in its place.');
    if (await hasOthers(client))
      throw new BackupRefused('This database is in use: stop the hub and what else is connected to it first.');
  } finally {
    await close();
  }
}

async function putBack(source: DataSource, archive: ArchiveReader, { plugins, files }: HubToRestore): Promise<void> {
  const runner = source.createQueryRunner();
  const client = (await runner.connect()) as PoolClient;
  const schemas = schemasOf(plugins);
  try {
    await client.query(`SELECT ${setting.map(([name, value]) => `set_config('${name}', '${value}', false)`).join()}`);
    await runner.startTransaction();
    await removeHub(client, schemas);
    await makeTables(source, runner);
    await load(client, archive, schemas);
    for (const each of archive.manifest.files) await putFile(archive, each, files);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

const setting = readingAlike.match(/[a-z_]+=\S+/gi)?.map((part) => part.split('=')) ?? [];

async function removeHub(client: ClientBase, schemas: readonly string[]): Promise<void> {
  await client.query('DROP TABLE IF EXISTS public.hub_migration');
  for (const schema of schemas) await client.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
}

/** Migrations that let others write meanwhile do without that: nobody else is here, and PostgreSQL has it in no transaction. */
async function makeTables(source: DataSource, runner: QueryRunner): Promise<void> {
  const query = runner.query.bind(runner);
  runner.query = (text: string, ...more: never[]) => query(text.replace(/\bINDEX CONCURRENTLY\b/gi, 'INDEX'), ...more);
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'none';
  await executor.executePendingMigrations();
}

/** Before the commit: a row whose file is missing is worse than a file that no row knows. */
async function putFile(archive: ArchiveReader, { key, ...expected }: FileInBackup, files: KeptFiles): Promise<void> {
  await mkdir(files.folder, { recursive: true, mode: 0o700 });
  const place = path.join(files.folder, randomUUID());
  try {
    await archive.pour(fileEntry(key), expected, createWriteStream(place, { flags: 'wx', mode: 0o600 }));
    await files.put(key, { path: place, size: expected.bytes });
  } finally {
    await rm(place, { force: true });
  }
}
