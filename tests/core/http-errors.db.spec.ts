/** What the hub says when something is wrong inside, and how long it makes anyone wait. */
import { jest } from '@jest/globals';
import { Database } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import pg from 'pg';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { troublePlugin } from '../fixtures/trouble.plugin';
import { ask, post, quickest, type Answer } from './support/requests';

let hub: TestHub;
let ann: TestClient;
const logged: string[] = [];

beforeAll(async () => {
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(logged.push(String(text))));
  hub = await createTestHub({ plugins: [notesPlugin, troublePlugin], demonstration: false });
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(NotesService).furnish(tx, 'one', ['ann']));
  ann = await hub.as('ann');
});
afterAll(async () => {
  await hub.close();
  jest.restoreAllMocks();
});

const internals = /SELECT|vault|\.[cm]?[jt]s\b|\bat [\w.<>]+ \(|node_modules|pg_sleep|terminat|relation|stack/i;

function expectLogged({ errors }: Answer): void {
  const [error] = errors;
  expect(Object.keys(error?.extensions ?? {}).sort()).toEqual(['code', 'requestId']);
  expect(logged.some((line) => line.includes(String(error?.extensions.requestId)))).toBe(true);
}

it('masks what a resolver throws, and logs where it did under the request id that it gives (Q8, R13)', async () => {
  const answer = await ask(hub, '{ secret }');

  expect([answer.status, answer.codes]).toEqual([200, ['INTERNAL_SERVER_ERROR']]);
  expect(answer.text).not.toMatch(internals);
  expectLogged(answer);
  expect(logged.join('')).toContain('TroubleResolver.secret');
  expect(logged.join('')).not.toContain('FROM vault');
});

it('says that the hub is busy when PostgreSQL ends a statement, and logs why (Q8, R1)', async () => {
  const asked = ask(hub, '{ sleeping }');
  const outsider = new pg.Client(hub.databaseUrl);
  await outsider.connect();
  for (let cut = 0; cut === 0;) {
    const { rowCount } = await outsider.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND datname = current_database()`,
    );
    cut = rowCount ?? 0;
  }
  await outsider.end();
  const answer = await asked;

  expect([answer.status, answer.codes]).toEqual([503, ['SERVICE_UNAVAILABLE']]);
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(answer.text).not.toMatch(internals);
  expectLogged(answer);
});

it.each(['{"query":', '', '"text"', '7', 'null', '{"query":{"kind":"Document"}}', '{"query":7}', '{"query":"{"}'])(
  'says nothing of the inside about the body %s (Q8)',
  async (body) => {
    const answer = await post(hub, body);

    expect(answer.status).toBe(400);
    expect(answer.codes.length).toBe(1);
    expect(answer.text).not.toMatch(internals);
  },
);

it('cuts a message that would say much back (Q8)', async () => {
  const query = 'query ($n: Int) { notes(first: $n) { totalCount } }';
  const answer = await post(hub, JSON.stringify({ query, variables: { n: 'x'.repeat(60_000) } }));

  expect(answer.codes).toEqual(['BAD_USER_INPUT']);
  expect(answer.text.length).toBeLessThan(1500);
});

it('cuts a statement after 5 seconds, and the request with it (Q9)', async () => {
  const answer = await quickest(5500, () => ask(hub, '{ sleeping }'));
  const [running] = await hub.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep%' AND datname = current_database()`,
  );

  expect(answer.codes).toEqual(['SERVICE_UNAVAILABLE']);
  expect(answer.milliseconds).toBeGreaterThan(4500);
  expect(answer.milliseconds).toBeLessThan(5500);
  expect(running?.n).toBe(0);
}, 40_000);

it('answers after 10 seconds whatever happens, and keeps nothing of what came too late (Q9)', async () => {
  const [endless, late] = await Promise.all([ask(hub, '{ endless }'), ann.run('mutation { writeLate { done } }')]);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const kept = await hub.sql(`SELECT 1 FROM core.remembered_request WHERE key = 'late'`);

  expect([endless.status, endless.codes]).toEqual([503, ['SERVICE_UNAVAILABLE']]);
  expect(endless.milliseconds).toBeLessThan(12_000);
  expect(late.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  expect(kept).toEqual([]);
}, 20_000);

/** Asks, and hangs up as soon as the statement that this leads to runs. */
async function askAndHangUp(query: string, running: string): Promise<void> {
  const gone = new AbortController();
  const asked = fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: ann.cookie ?? '' },
    body: JSON.stringify({ query }),
    signal: gone.signal,
  }).catch(() => undefined);
  await untilRuns(running, true);
  gone.abort();
  await asked;
}

/** Waits until such a statement runs, or runs no more; gives how long that took. */
async function untilRuns(statement: string, isRunning: boolean): Promise<number> {
  const started = performance.now();
  for (;;) {
    const [row] = await hub.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE state = 'active' AND query LIKE $1 AND pid <> pg_backend_pid() AND datname = current_database()`,
      [`%${statement}%`],
    );
    if ((row?.n ?? 0) > 0 === isRunning) return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

it('ends the statement of a query whose client hangs up, and takes the next as ever (Q9)', async () => {
  await askAndHangUp('{ slow { sleeping } }', 'pg_sleep(4)');

  expect(await untilRuns('pg_sleep(4)', false)).toBeLessThan(2000);
  expect((await ask(hub, '{ __typename }')).status).toBe(200);
}, 20_000);

it('ends them too when they hold every connection of the pool (Q9)', async () => {
  await Promise.all(Array.from({ length: 12 }, () => askAndHangUp('{ slow { sleeping } }', 'pg_sleep(4)')));

  expect(await untilRuns('pg_sleep(4)', false)).toBeLessThan(3000);
  expect((await ask(hub, '{ notes { totalCount } }')).codes).toEqual([]);
}, 20_000);

it('a change whose client hangs up is made whole, never by half (Q9)', async () => {
  await askAndHangUp('mutation { writeTwice { done } }', 'pg_sleep(1)');
  await untilRuns('pg_sleep(1)', false);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const kept = await hub.sql(`SELECT key FROM core.remembered_request WHERE key LIKE '% half' ORDER BY key`);

  expect(kept).toEqual([{ key: 'first half' }, { key: 'second half' }]);
}, 20_000);
