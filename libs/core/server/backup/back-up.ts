/** Makes a backup of a hub that goes on working: one snapshot of its database, and every file that it knows of. */
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ServerPlugin } from '../plugin/define';
import { ArchiveWriter } from './archive-writer';
import { migrationsOf, sequencesOf, tablesOf, type Table } from './catalogue';
import { refuseUnknown, schemasOf } from './hub-schema';
import type { KeptFiles } from './kept-files';
import {
  BackupRefused,
  fileEntry,
  formatOfBackups,
  manifestEntry,
  tableEntry,
  type FileInBackup,
  type Manifest,
  type TableInBackup,
} from './manifest';
import type { BackupKeys } from './seal';
import { openSnapshot, type Snapshot } from './snapshot';

export interface HubToBackUp {
  readonly plugins: readonly ServerPlugin[];
  readonly files: KeptFiles;
  /** Which key seals its secrets. */
  readonly secretKey: string | null;
  /** What the file is closed with; nothing where there is neither passphrase nor recipient. */
  readonly keys: BackupKeys;
  /** Hears of files that were removed after the snapshot was taken, and are left out for that. */
  readonly onRemoved?: (key: string) => void;
}

/**
 * Writes the database of a snapshot, and its files, to a new file, and gives what it holds. Takes little memory, however much there is.
 * Throws BackupRefused where there is no hub or a newer one; nothing of the file is left then.
 */
export async function backUp(
  { client }: Pick<Snapshot, 'client'>,
  url: string,
  file: string,
  hub: HubToBackUp,
): Promise<Manifest> {
  const schemas = schemasOf(hub.plugins);
  const migrations = await migrationsOf(client);
  if (migrations.length === 0) throw new BackupRefused('There is no hub in this database.');
  refuseUnknown(migrations, hub.plugins, 'The database was used by a newer release of the hub: back it up with that.');

  const tables = await tablesOf(client, schemas);
  const archive = await ArchiveWriter.open(file, hub.keys);
  try {
    const manifest: Manifest = {
      ...{ format: formatOfBackups, madeAt: new Date().toISOString(), migrations, secretKey: hub.secretKey },
      tables: await eachInTurn(tables, (table) => writeTable(client, archive, table)),
      sequences: await sequencesOf(client, schemas),
      files: await writeFiles(client, url, archive, hub),
    };
    await archive.close(manifestEntry, JSON.stringify(manifest, null, 1));
    return manifest;
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

async function writeTable(client: Client, archive: ArchiveWriter, { name, columns }: Table): Promise<TableInBackup> {
  const rows = client.query(copyTo(`COPY ${name} (${columns.join()}) TO STDOUT`));
  const measure = await archive.add(tableEntry(name), rows);
  return { name, columns, rows: rows.rowCount, ...measure };
}

async function writeFiles(client: Client, url: string, archive: ArchiveWriter, hub: HubToBackUp) {
  const { rows } = await client.query<{ key: string }>(hub.files.keysSql);
  const written = await eachInTurn(rows, async ({ key }): Promise<FileInBackup | null> => {
    const bytes = await hub.files.read(key).catch(async (error: unknown) => {
      if (await isStillThere(url, hub.files, key)) throw error;
      return null;
    });
    if (bytes) return { key, ...(await archive.add(fileEntry(key), bytes, { compress: false })) };
    hub.onRemoved?.(key);
    return null;
  });
  return written.filter((each) => each !== null);
}

/** Not in the snapshot: now. */
async function isStillThere(url: string, { keysSql }: KeptFiles, key: string): Promise<boolean> {
  const { client, close } = await openSnapshot(url);
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM (${keysSql}) AS kept WHERE kept.key = $1`, [key]);
    return rowCount === 1;
  } finally {
    await close();
  }
}

async function eachInTurn<From, To>(list: readonly From[], work: (each: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  for (const each of list) done.push(await work(each));
  return done;
}
