/** The death of the machine that the database runs on: its disk has what was flushed, and nothing else. */
import { Database, prepareDatabase } from '@hub/core/server';
import { createTestHub, withClient, type TestClient, type TestHub } from '@hub/testing';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { logged } from './support/operating';
import { whyNoForgetfulDisk } from './support/power/forgetful-disk';
import { startPostgresWithPower, type PostgresWithPower } from './support/power/postgres';

const suite = whyNoForgetfulDisk ? describe.skip : describe;
const write = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } } }';

suite(`the machine of the database dies${whyNoForgetfulDisk}`, () => {
  let database: PostgresWithPower;
  let hub: TestHub;
  let ann: TestClient;

  beforeAll(async () => {
    database = await startPostgresWithPower();
    await prepareDatabase(database.url, [notesPlugin]);
    hub = await createTestHub({ plugins: [notesPlugin], database, demonstration: false });
    await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(NotesService).furnish(tx, 'one', ['ann']));
    ann = await hub.as('ann');
  }, 120_000);
  afterAll(async () => {
    await hub?.close();
    await database?.drop();
  });

  const warnings = async () =>
    (await logged(() => hub.hub.warnOfRisks())).map(({ what, settings }) => [what, settings]);
  const untilAnswered = async () => {
    while (await ann.codeOf('{ notes { totalCount } }')) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const storedTitles = async () => {
    const rows = await hub.sql<{ title: string }>(`SELECT title FROM core.entity WHERE ref LIKE 'note:%'`);
    return rows.map(({ title }) => title);
  };

  it('and what was acknowledged is there when it starts again, whatever was on its way (R4)', async () => {
    expect(await warnings()).toEqual([]);
    const acknowledged: string[] = [];
    let forgotten = 0;
    for (let round = 0; round < 3; round += 1) {
      const before = acknowledged.length;
      const writers = ['a', 'b', 'c', 'd'].map(async (who) => {
        for (let n = 0; ; n += 1) {
          const title = `${who} ${round} ${n}`;
          const code = await ann.codeOf(write, { input: { desk: 'one', title, body: 'Words. '.repeat(12) } });
          if (code !== null) return code;
          acknowledged.push(title);
        }
      });
      const isRefused = Promise.race(writers).then((code) => expect(code).toBeNull());
      const areEnough = async () => {
        while (acknowledged.length < before + 25) await new Promise((resolve) => setTimeout(resolve, 5));
      };
      await Promise.race([areEnough(), isRefused]);
      forgotten += await database.cutPower();
      expect(new Set(await Promise.all(writers))).toEqual(new Set(['SERVICE_UNAVAILABLE']));
      await untilAnswered();
    }
    const titles = await storedTitles();

    expect(acknowledged.filter((title) => !titles.includes(title))).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
    expect(forgotten).toBeGreaterThan(0);
  }, 120_000);

  it('which a database that does not wait for its disk cannot promise: the hub says so when it starts (R4)', async () => {
    await withClient(database.url, async (client) => {
      await client.query('ALTER SYSTEM SET synchronous_commit = off');
      await client.query(`ALTER SYSTEM SET wal_writer_delay = '10s'`);
      await client.query('SELECT pg_reload_conf()');
    });
    await database.cutPower();
    await untilAnswered();
    const [before, said] = [await storedTitles(), await warnings()];
    await ann.ok(write, { input: { desk: 'one', title: 'Not flushed', body: 'Words' } });
    await database.cutPower();

    expect(said).toEqual([['The database may lose what was acknowledged', ['synchronous_commit']]]);
    expect((await storedTitles()).sort()).toEqual(before.sort());
  }, 120_000);
});
