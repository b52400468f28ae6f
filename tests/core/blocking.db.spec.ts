/** Changes that block each other: PostgreSQL ends one of two, which is tried again, and nobody is told of a fault inside. */
import { createTestDatabase, createTestHub, type TestClient, type TestDatabase, type TestHub } from '@hub/testing';
import pg from 'pg';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { troublePlugin } from '../fixtures/trouble.plugin';
import { Database } from '@hub/core/server';

const howMany = 50;

let database: TestDatabase;
let outsider: pg.Client;
let hub: TestHub;
let ann: TestClient;

beforeAll(async () => {
  const plugins = [notesPlugin, troublePlugin];
  database = await createTestDatabase(plugins, false);
  outsider = new pg.Client(database.url);
  await outsider.connect();
  await outsider.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET deadlock_timeout = '20ms'`);
  hub = await createTestHub({ plugins, database });
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(NotesService).furnish(tx, 'one', ['ann']));
  await hub.sql(`INSERT INTO core.remembered_request (key, input_hash, at) VALUES ('a', 'x', $1), ('b', 'x', $1)`, [
    '2026-01-01T00:00:00Z',
  ]);
  ann = await hub.as('ann');
});
afterAll(async () => {
  await hub?.close();
  await outsider?.end();
  await database?.drop();
});

const change = 'mutation ($input: CrosswiseInput!) { writeCrosswise(input: $input) { done } }';

async function deadlocks(): Promise<number> {
  const { rows } = await outsider.query<{ deadlocks: string }>(
    'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  return Number(rows[0]?.deadlocks);
}

it(`of ${howMany} at once, half in one order and half in the other, none fails inside, and each is made whole or not at all (R9)`, async () => {
  const answers = await Promise.all(
    Array.from({ length: howMany }, (_, n) =>
      ann.run(change, { input: n % 2 ? { first: 'a', second: 'b' } : { first: 'b', second: 'a' } }),
    ),
  );
  const codes = answers.flatMap(({ errors }) => (errors ?? []).map(({ extensions }) => extensions.code));
  const done = howMany - codes.length;
  const hours = await hub.sql<{ n: number }>(
    `SELECT extract(epoch FROM at - '2026-01-01T00:00:00Z')::int / 3600 AS n FROM core.remembered_request WHERE key IN ('a', 'b')`,
  );

  expect(codes.filter((code) => !['CONFLICT', 'SERVICE_UNAVAILABLE'].includes(code))).toEqual([]);
  expect(done).toBeGreaterThan(0);
  expect(hours.map(({ n }) => n)).toEqual([done, done]);
  for (let seen = 0; seen === 0; seen = await deadlocks()) await new Promise((resolve) => setTimeout(resolve, 100));
}, 60_000);

it('whoever loses every time is told that others change the same thing (R9)', async () => {
  const work = () => Promise.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
  let tries = 0;

  await expect(
    hub.hub.app.get(Database).transaction(() => {
      tries += 1;
      return work();
    }),
  ).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } });
  expect(tries).toBe(3);
});
