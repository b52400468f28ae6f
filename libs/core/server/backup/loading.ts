/** Puts the rows of a backup into tables that its migrations have just made, inside one transaction. */
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { ArchiveReader } from './archive-reader';
import { foreignKeysOf, tablesOf } from './catalogue';
import { BackupRefused, tableEntry, type Measure, type TableInBackup } from './manifest';
import { isEqual, Meter } from './meter';

/**
 * Replaces everything in the tables of the schemas by what the backup holds, and reads it again to see that it is the very same.
 * Throws BackupRefused when the backup is damaged, or does not fit; the transaction is then of no use.
 */
export async function load(client: ClientBase, archive: ArchiveReader, schemas: readonly string[]): Promise<void> {
  const { tables, sequences } = archive.manifest;
  const here = (await tablesOf(client, schemas)).map(({ name, columns }) => `${name} (${columns.join()})`);
  const there = tables.map(({ name, columns }) => `${name} (${columns.join()})`);
  if (here.join() !== there.join()) throw new BackupRefused(`The backup does not fit: ${difference(here, there)}.`);

  const keys = await foreignKeysOf(client, schemas);
  await inTurn(keys, ({ drop }) => client.query(drop));
  await inTurn(tables, ({ name }) => client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`));
  await client.query(`TRUNCATE ${tables.map(({ name }) => name).join()}`);
  await inTurn(tables, (table) => fill(client, archive, table));
  await inTurn(sequences, ({ name, last }) => client.query('SELECT setval($1::regclass, $2)', [name, last]));
  await inTurn(tables, ({ name }) => client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`));
  await inTurn(keys, ({ add }) => client.query(add));
}

async function fill(client: ClientBase, archive: ArchiveReader, table: TableInBackup): Promise<void> {
  const { name, columns } = table;
  const into = client.query(copyFrom(`COPY ${name} (${columns.join()}) FROM STDIN`));
  await archive.pour(tableEntry(name), table, into);
  const { rows, ...measure } = await readAgain(client, table);
  if (rows !== table.rows || !isEqual(measure, table))
    throw new BackupRefused(`The rows of ${name} came out otherwise than they are in the backup.`);
}

async function readAgain(client: ClientBase, table: TableInBackup): Promise<Measure & { rows: number }> {
  const meter = new Meter();
  const out = client.query(copyTo(`COPY ${table.name} (${table.columns.join()}) TO STDOUT`));
  await pipeline(out, meter, nowhere());
  return { rows: out.rowCount, ...meter.measure() };
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

function difference(here: readonly string[], there: readonly string[]): string {
  const more = there.find((table) => !here.includes(table));
  return more ? `its table ${more} is another here` : `it has no ${here.find((table) => !there.includes(table))}`;
}

async function inTurn<Each>(list: readonly Each[], work: (each: Each) => Promise<unknown>): Promise<void> {
  for (const each of list) await work(each);
}
