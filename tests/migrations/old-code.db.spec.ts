/**
 * The newest migrations, run while the code before them goes on. That code is stood for by what it tells PostgreSQL: statements that read
 * and write rows of every table by the columns that it knew.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import { migrationsFor, nameOfMigration, prepareDatabase, type ServerPlugin } from '@hub/core/server';
import { createEmptyDatabase, createTestDatabase, pluginsOfTheHub, type TestDatabase } from '@hub/testing';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { migrationsBeforeAndAfter } from './support/newer';

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

let plugins: readonly ServerPlugin[];
let filled: TestDatabase;
let old: TestDatabase;
let tables: Table[];
let watcher: pg.Client;

beforeAll(async () => {
  plugins = await pluginsOfTheHub();
  [filled, old] = await Promise.all([createTestDatabase(plugins, true), createEmptyDatabase()]);
  await prepareDatabase(old.url, plugins, (await migrationsBeforeAndAfter()).before);
  watcher = await connected('watcher');
  tables = await oldTables();
  await fillOldTables();
}, 120_000);
afterAll(async () => {
  await watcher?.end();
  await Promise.all([filled?.drop(), old?.drop()]);
});

/** Past triggers and foreign keys, which are not what is looked at here. */
async function connected(name: string, { url } = old): Promise<pg.Client> {
  const options = '-c timezone=UTC -c session_replication_role=replica';
  const client = new pg.Client({ connectionString: url, application_name: name, options });
  await client.connect();
  return client;
}

async function oldTables(client = watcher): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT attrelid::regclass::text AS name, array_agg(quote_ident(attname)::text ORDER BY attname) AS columns
     FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
     WHERE c.relkind = 'r' AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
       AND relnamespace::regnamespace::text !~ '^(pg_.*|information_schema|public)$'
     GROUP BY 1`,
  );
  return rows;
}

async function fillOldTables(): Promise<void> {
  const from = await connected('source', filled);
  for (const { name, columns } of tables) {
    await watcher.query(`TRUNCATE ${name} CASCADE`);
    await pipeline(
      from.query(copyTo(`COPY ${name} (${columns.join()}) TO STDOUT`)),
      watcher.query(copyFrom(`COPY ${name} (${columns.join()}) FROM STDIN`)),
    );
  }
  await from.end();
}

/** Reads a row, writes it, and takes it away to put it there again, with the columns that were known. */
const statementsOn = ({ name, columns }: Table) => [
  `SELECT ${columns.join()} FROM ${name} LIMIT 20`,
  `UPDATE ${name} SET ${columns[0]} = ${columns[0]} WHERE ctid = (SELECT ctid FROM ${name} LIMIT 1)`,
  `WITH gone AS (DELETE FROM ${name} WHERE ctid = (SELECT ctid FROM ${name} LIMIT 1) RETURNING ${columns.join()})
   INSERT INTO ${name} (${columns.join()}) OVERRIDING SYSTEM VALUE SELECT * FROM gone`,
];

const problems: string[] = [];
let rounds = 0;

async function oldCode(which: number, isOver: () => boolean): Promise<void> {
  const client = await connected('old code');
  const mine = [...tables.slice(which), ...tables.slice(0, which)];
  while (!isOver()) {
    for (const statement of mine.flatMap(statementsOn))
      await client.query(statement).catch((error: Error) => problems.push(`${error.message}: ${statement}`));
    rounds += 1;
  }
  await client.end();
}

/** How long, by PostgreSQL's own account, old code has waited for a lock at most. */
async function longestWait(isOver: () => boolean): Promise<number> {
  let longest = 0;
  for (; !isOver(); await pause(20)) {
    const { rows } = await watcher.query<{ seconds: number }>(
      `SELECT coalesce(max(extract(epoch FROM clock_timestamp() - waitstart)), 0)::float AS seconds
       FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND application_name = 'old code'`,
    );
    longest = Math.max(longest, rows[0]?.seconds ?? 0);
  }
  return longest;
}

it('old code reads and writes every table meanwhile, without an error, and waits for no lock for a second, also where somebody holds every table for longer (R16)', async () => {
  let over = false;
  const isOver = () => over;
  const writing = [0, 20, 40].map((which) => oldCode(which, isOver));
  const waited = longestWait(isOver);
  const holder = await connected('a long look');
  await holder.query(`BEGIN; LOCK TABLE ${tables.map(({ name }) => name).join()} IN ACCESS SHARE MODE`);
  let isHeld = true;
  const letGo = pause(2000).then(() => holder.query('ROLLBACK').then(() => (isHeld = false)));

  await prepareDatabase(old.url, plugins);
  const steppedAside = !isHeld;
  const before = rounds;
  while (rounds < before + 3) await pause(50);
  over = true;
  await Promise.all([...writing, letGo]);
  await holder.end();

  const { rows } = await watcher.query<{ name: string }>('SELECT name FROM public.hub_migration');
  expect(rows.map(({ name }) => name).sort()).toEqual(migrationsFor(plugins).map(nameOfMigration).sort());
  expect(problems).toEqual([]);
  expect(steppedAside).toBe(true);
  expect(await waited).toBeLessThan(1);
}, 120_000);
