/** What people are told while PostgreSQL restarts, stands still or has no connection left, and that the hub goes on by itself afterwards. */
import { Database, prepareDatabase } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import pg from 'pg';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { troublePlugin } from '../fixtures/trouble.plugin';
import { startOwnPostgres, type OwnPostgres } from './support/own-postgres';
import { ask, type Answer } from './support/requests';
import { SmallDisk, whyNoDisk } from './support/small-disk';

const plugins = [notesPlugin, troublePlugin];
/** The longest that a statement, or waiting for a connection, may take, and some time for the machine. */
const longestAnswer = 6500;

const noDisk = whyNoDisk();
/** Enough for PostgreSQL, with little of what it logs ahead. */
const megabytes = 250;
const littleLog = { min_wal_size: '32MB', max_wal_size: '48MB' };

let disk: SmallDisk;
let database: OwnPostgres;
let hub: TestHub;
let ann: TestClient;

beforeAll(async () => {
  disk = await SmallDisk.open(megabytes);
  database = await startOwnPostgres(disk.folder, littleLog);
  await prepareDatabase(database.url, plugins);
  hub = await createTestHub({ plugins, database, demonstration: false, worker: true });
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(NotesService).furnish(tx, 'one', ['ann']));
  ann = await hub.as('ann');
}, 120_000);
afterAll(async () => {
  await hub?.close();
  await database?.drop();
  await disk?.close();
});

const read = '{ notes { totalCount } }';
const write = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } } }';
const statusOf = async (at: string) => (await fetch(hub.address + at)).status;
const isRefusal = ({ status, codes }: Answer) => status === 503 || codes.includes('SERVICE_UNAVAILABLE');

/** How long until the hub answers again; the bound is generous, because the machine may do other things. */
async function untilAnswered(): Promise<number> {
  const started = performance.now();
  while ((await ask(hub, read)).codes.length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  return performance.now() - started;
}

it('through restarts of PostgreSQL people get their answer or SERVICE_UNAVAILABLE, and what was acknowledged is stored (R1)', async () => {
  const codes = new Set<string | null>();
  const acknowledged: string[] = [];
  const while_ = { down: [] as number[][], back: [] as number[] };
  let over = false;
  const writer = async (name: string) => {
    for (let n = 0; !over; n += 1) {
      const title = `${name} ${n}`;
      const code = await ann.codeOf(write, { input: { desk: 'one', title, body: 'x' } });
      codes.add(code);
      if (code === null) acknowledged.push(title);
      codes.add(await ann.codeOf(read));
    }
  };
  const load = Promise.all(['a', 'b', 'c', 'd'].map(writer));

  for (const how of ['fast', 'immediate', 'fast', 'immediate'] as const) {
    await database.restart(how, async () => {
      while_.down.push(await Promise.all(['/health/live', '/health/ready'].map(statusOf)));
    });
    while_.back.push(await untilAnswered());
    const enough = acknowledged.length + 6;
    while (acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  over = true;
  await load;

  const stored = await hub.sql<{ title: string }>(`SELECT title FROM core.entity WHERE ref LIKE 'note:%'`);
  const titles = stored.map(({ title }) => title);
  expect(acknowledged.length).toBeGreaterThan(20);
  expect(acknowledged.filter((title) => !titles.includes(title))).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
  expect([...codes].filter((code) => code !== null && code !== 'SERVICE_UNAVAILABLE')).toEqual([]);
  expect(while_.down).toEqual(Array(4).fill([200, 503]));
  expect(Math.max(...while_.back)).toBeLessThan(5000);
}, 120_000);

it('while PostgreSQL stands still every call is answered, that it is busy, and afterwards as ever (R2)', async () => {
  const answers = await database.frozen(async () => {
    expect(await statusOf('/health/live')).toBe(200);
    return Promise.all(Array.from({ length: 20 }, () => ask(hub, read, { cookie: ann.cookie ?? '' })));
  });

  expect(answers.filter((answer) => !isRefusal(answer))).toEqual([]);
  expect(Math.max(...answers.map(({ milliseconds }) => milliseconds))).toBeLessThan(longestAnswer);
  expect(await untilAnswered()).toBeLessThan(5000);
}, 60_000);

it('when every connection is held, a call waits only so long for one, and the hub still says that it lives and is ready (R3)', async () => {
  const holders = Array.from({ length: 10 }, () => ask(hub, '{ sleeping }'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const [late, well] = await Promise.all([
    ask(hub, read),
    Promise.all(['/health/live', '/health/ready'].map(statusOf)),
  ]);

  expect(well).toEqual([200, 200]);
  expect(isRefusal(late)).toBe(true);
  expect(late.milliseconds).toBeLessThan(4500);
  await Promise.all(holders);
  expect(await untilAnswered()).toBeLessThan(5000);
}, 60_000);

const writes = (title: string) => ann.codeOf(write, { input: { desk: 'one', title, body: 'Much. '.repeat(16) } });

/** As a full disk does: nothing can be made longer, and what is there can be read. */
const saysThatDiskIsFull = `
  CREATE FUNCTION core.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
  CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON core.entity EXECUTE FUNCTION core.full_disk()`;
const hasRoomAgain = 'DROP TRIGGER full_disk ON core.entity; DROP FUNCTION core.full_disk()';

it.each([
  ...(noDisk ? [['says that its disk is full', saysThatDiskIsFull, hasRoomAgain]] : []),
  [
    'takes no writes',
    'ALTER SYSTEM SET default_transaction_read_only = on',
    'ALTER SYSTEM RESET default_transaction_read_only',
  ],
])(
  'while the database %s writing is refused as busy, reading goes on, and afterwards all is as ever (R11)',
  async (how = '', begin = '', end = '') => {
    const operator = new pg.Client({ connectionString: database.url, options: '-c default_transaction_read_only=off' });
    operator.on('error', () => undefined);
    await operator.connect();
    const change = async (text: string) => {
      await operator.query(text);
      await operator.query('SELECT pg_reload_conf()');
      await new Promise((resolve) => setTimeout(resolve, 500));
    };
    await change(begin);
    expect([await writes('in vain'), await ann.codeOf(read)]).toEqual(['SERVICE_UNAVAILABLE', null]);
    await change(end);
    expect([await writes(`back ${how.length}`), await ann.codeOf(read)]).toEqual([null, null]);
    await operator.end();
  },
  60_000,
);

const onDisk = noDisk ? it.skip : it;

/** Until one is refused as busy; how many were taken before. Only one: whenever PostgreSQL shortens its log there is room again. */
async function writesUntilRefused(): Promise<number> {
  for (let n = 0; n < 300; n += 1) {
    const code = await writes(`full ${n}`);
    if (code !== null) {
      expect(code).toBe('SERVICE_UNAVAILABLE');
      return n;
    }
  }
  throw new Error('The disk is never full.');
}

const startedAt = async () => (await hub.sql<{ at: Date }>('SELECT pg_postmaster_start_time() AS at'))[0]?.at;
const storedNotes = async () =>
  (await hub.sql<{ n: number }>(`SELECT count(*)::int AS n FROM core.entity WHERE ref LIKE 'note:%'`))[0]?.n;

onDisk(
  `while the disk of the database is full writing is refused as busy, reading goes on, and by itself all is as ever once there is room (R11)${noDisk}`,
  async () => {
    const [started, before] = [await startedAt(), (await storedNotes()) ?? 0];
    await disk.fill();
    const taken = await writesUntilRefused();
    expect(await Promise.all([ann.codeOf(read), statusOf('/health/ready')])).toEqual([null, 200]);
    await disk.free();

    expect([await writes('with room again'), await ann.codeOf(read)]).toEqual([null, null]);
    expect(await storedNotes()).toBe(before + taken + 1);
    expect(await startedAt()).toEqual(started);
  },
  60_000,
);

onDisk(
  `where PostgreSQL cannot even log ahead it ends, and all is refused as busy; started with room again, it has all that was acknowledged (R11)${noDisk}`,
  async () => {
    const before = await storedNotes();
    await disk.fill();
    await useUpTheLog();
    const answers = [await ask(hub, read), await ask(hub, read, { cookie: ann.cookie ?? '' })];
    expect(answers.filter((answer) => !isRefusal(answer))).toEqual([]);
    expect(await Promise.all(['/health/live', '/health/ready'].map(statusOf))).toEqual([200, 503]);
    await database.restart('immediate', () => disk.free());
    await untilAnswered();

    expect(await storedNotes()).toBe(before);
    expect([await writes('started again'), await ann.codeOf(read)]).toEqual([null, null]);
  },
  60_000,
);

/** Begins one file of the log after the other, until PostgreSQL has no room for the next: it recovers as often as it finds room, and then ends. */
async function useUpTheLog(): Promise<void> {
  for (let begun = 0; begun < 50;) {
    if (await beginsNextFileOfLog()) begun += 1;
    else if (!database.isRunning()) return;
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('There is always room for the log.');
}

async function beginsNextFileOfLog(): Promise<boolean> {
  const operator = new pg.Client({ connectionString: database.url });
  operator.on('error', () => undefined);
  try {
    await operator.connect();
    await operator.query("SELECT pg_logical_emit_message(false, 'a', 'b'), pg_switch_wal()");
    return true;
  } catch {
    return false;
  } finally {
    await operator.end().catch(() => undefined);
  }
}
