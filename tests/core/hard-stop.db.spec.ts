/** The database that comes with the hub, after everything of it was killed: opened again as `npm start` opens it, with all that it held. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { superuserUrl } from '../../tools/postgres/lease.mjs';
import { openDatabase } from '../../tools/postgres/open.mjs';
import { heedRoom } from '../../tools/postgres/room.mjs';
import { childrenOf } from './support/own-postgres';

const dataFolder = path.resolve(import.meta.dirname, `../../.cache/tests/hard-stop-${process.pid}`);
const opened: { folder: string; close(): Promise<void> }[] = [];
const said: string[] = [];

afterAll(async () => {
  for (const { close } of opened) await close().catch(() => undefined);
  for (const folder of new Set([dataFolder, ...opened.map(({ folder }) => folder)]))
    rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<{ url: string; folder: string }> {
  mkdirSync(dataFolder, { recursive: true });
  const database = await openDatabase({ dataFolder, say: (text: string) => said.push(text) });
  opened.push(database);
  return database;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Kills the server and all that it started, at once. Nothing of them is asked. */
function killAll(folder: string): void {
  const server = Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  for (const pid of [server, ...childrenOf(server)]) process.kill(pid, 'SIGKILL');
}

it('starts again each time, and has what was committed and nothing of what was not (R12)', async () => {
  const { url, folder } = await open();
  await withClient(url, (client) => client.query('CREATE TABLE kept (n int PRIMARY KEY)'));
  for (let round = 1; round <= 3; round += 1) {
    const now = (await open()).url;
    await withClient(now, async (client) => {
      await client.query('INSERT INTO kept SELECT generate_series($1::int, $1::int + 9)', [round * 10]);
      await client.query('BEGIN');
      await client.query('INSERT INTO kept VALUES ($1)', [round * 10_000]);
      killAll(folder);
    });
  }
  const { rows } = await withClient((await open()).url, (client) =>
    client.query<{ n: number }>('SELECT n FROM kept ORDER BY n'),
  );

  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 30 }, (_, n) => n + 10));
  expect(said.filter((text) => text.startsWith('Made a new database'))).toHaveLength(1);
}, 120_000);

it('takes no writes while its disk has little room, goes on to be read, and takes them again when there is some (R11)', async () => {
  const { url, folder } = await open();
  const secret = readFileSync(path.join(folder, 'hub-secret'), 'utf8');
  const heard: string[] = [];
  const withRoomOf = (megabytes: number) =>
    withClient(superuserUrl(new URL(url).port, secret), (client) =>
      heedRoom(client, megabytes * 1024 * 1024, (text: string) => heard.push(text)),
    );
  const outcome = (text: string) =>
    withClient(url, (client) =>
      client.query(text).then(
        () => 'done',
        (error: { code: string }) => error.code,
      ),
    );
  const both = async () => [
    await outcome('INSERT INTO kept VALUES (1) ON CONFLICT DO NOTHING'),
    await outcome('TABLE kept'),
  ];
  const soon = async (expected: string[]) => {
    for (let tries = 0; tries < 50 && `${await both()}` !== `${expected}`; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return both();
  };

  await withRoomOf(100);
  expect(await soon(['25006', 'done'])).toEqual(['25006', 'done']);
  await withRoomOf(150);
  expect(heard).toEqual([expect.stringContaining('nearly full')]);
  await withRoomOf(200);
  expect(await soon(['done', 'done'])).toEqual(['done', 'done']);
  expect(heard).toEqual([expect.stringContaining('nearly full'), expect.stringContaining('takes writes')]);
}, 60_000);

/** Every file with its size and when it was last written. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map((name) => {
    const { size, mtimeMs } = statSync(path.join(folder, String(name)));
    return `${String(name)} ${size} ${mtimeMs}`;
  });
}

it('is left alone where an earlier or later PostgreSQL made it, and the sentence says how to bring it over (R12)', async () => {
  const { folder } = opened[0]!;
  for (const { close } of opened.splice(0)) await close().catch(() => undefined);
  const version = path.join(folder, 'PG_VERSION');
  const before = readFileSync(version, 'utf8');
  for (const major of ['17', '99']) {
    writeFileSync(version, `${major}\n`);
    const asItWas = filesIn(folder);

    await expect(open()).rejects.toThrow(
      new RegExp(`made by PostgreSQL ${major} .* nothing was touched.* npm run backup -- .*npm run restore -- `),
    );
    expect(filesIn(folder)).toEqual(asItWas);
  }
  writeFileSync(version, before);
  await withClient((await open()).url, async (client) => {
    expect((await client.query('SELECT count(*)::int AS n FROM kept')).rows).toEqual([{ n: 31 }]);
  });
}, 60_000);
