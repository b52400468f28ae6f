/** What a hub lives through: its database's connections cut under it, broken requests, a slow neighbour at the start. */
import { createConnection } from 'node:net';
import { prepareDatabase } from '@hub/core/server';
import { createEmptyDatabase, createTestHub, type TestHub } from '@hub/testing';
import pg from 'pg';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub();
});

afterAll(() => hub.close());

const asked = '{ viewer { id } sites(first: 2) { totalCount } }';

async function asOutsider<T extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<T[]> {
  const outsider = new pg.Client(hub.databaseUrl);
  await outsider.connect();
  const { rows } = await outsider.query<T>(statement, values);
  await outsider.end();
  return rows;
}

/** When it happened, by PostgreSQL's clock. */
async function cutConnections(): Promise<string> {
  const [cut] = await asOutsider<{ at: string }>(
    `SELECT clock_timestamp()::text AS at, count(pg_terminate_backend(pid)) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  if (!cut) throw new Error('Nothing was cut.');
  return cut.at;
}

/** The hub's ear comes back by itself a moment after a cut: what follows must not meet the end of what went before. */
async function untilItHearsAgain(cutAt: string): Promise<void> {
  const ears = `SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN hub_live%' AND state = 'idle' AND backend_start > $1`;
  while ((await asOutsider(ears, [cutAt])).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  while ((await hub.anonymous.run(asked)).errors) await new Promise((resolve) => setTimeout(resolve, 20));
}

it('while connections are cut, people get their answer or SERVICE_UNAVAILABLE, and what was acknowledged is stored once (R1, R3, R4)', async () => {
  const anjali = await hub.as('anjali-thornapple');
  const { threads } = await anjali.ok('{ threads(first: 20) { edges { node { id locked } } } }');
  const thread = threads.edges.find(({ node }: { node: { locked: boolean } }) => !node.locked).node.id;
  const codes = new Set<string | null>();
  const write = async (writer: number) => {
    for (let n = 0; n < 6; n += 1) {
      const input = { thread, body: `Storm ${writer} ${n}`, clientMutationId: `storm-${writer}-${n}` };
      for (let code: string | null = ''; code !== null;) {
        code = await anjali.codeOf('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
          input,
        });
        codes.add(code);
      }
    }
  };
  let over = false;
  const storm = (async () => {
    while (!over) await cutConnections();
  })();
  const writers = Promise.all([0, 1, 2, 3].map(write));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  over = true;
  await storm;
  await writers;
  await untilItHearsAgain(await cutConnections());
  const [stored] = await hub.sql<{ all: number; different: number }>(
    `SELECT count(*)::int AS all, count(DISTINCT body)::int AS different FROM threads.post WHERE body LIKE 'Storm %'`,
  );

  expect([...codes].filter((code) => code !== null && code !== 'SERVICE_UNAVAILABLE')).toEqual([]);
  expect(stored).toEqual({ all: 24, different: 24 });
});

it('a listener whose messages may have been missed is told to come back, and hears again (W9)', async () => {
  const anjali = await hub.as('anjali-thornapple');
  const before = await anjali.live('subscription { notificationReceived { id } }');
  const cutAt = await cutConnections();

  expect(await before.ended).toMatchObject({ code: 1012 });
  await untilItHearsAgain(cutAt);

  const { startThread } = await anjali.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    { input: { title: 'After the storm', body: 'Does anybody hear this?', modelTypes: ['MCP'] } },
  );
  await hub.drain();
  const again = await anjali.live('subscription ($id: ID!) { threadActivity(threadId: $id) { post { body } } }', {
    id: startThread.thread.id,
  });
  await anjali.ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
    input: { thread: startThread.thread.id, body: 'Somebody does' },
  });
  await hub.drain();

  expect((await again.next()).data.threadActivity.post.body).toBe('Somebody does');
  await again.stop();
});

it('a request for nonsense does not end the process (R13)', async () => {
  const answer = await new Promise<string>((resolve) => {
    const { port } = new URL(hub.address);
    const socket = createConnection(Number(port), '127.0.0.1', () =>
      socket.write('GET // HTTP/1.1\r\nHost: hub\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
    );
    socket.once('data', (data) => resolve(String(data)));
  });

  expect(answer).toMatch(/^HTTP\/1.1 404/);
  expect((await hub.anonymous.run(asked)).errors).toBeUndefined();
});

it('an open page is no sign of life: its session ends by idleness all the same', async () => {
  const anjali = await hub.as('anjali-thornapple');
  await hub.sql(`UPDATE core.session SET last_seen_at = now() - interval '29 minutes 58 seconds'`);
  const listening = await anjali.live('subscription { notificationReceived { id } }');
  await hub.sql(`UPDATE core.session SET last_seen_at = now() - interval '29 minutes 58 seconds'`);

  expect(await listening.ended).toMatchObject({ code: 4401 });
}, 15_000);

it('names that a client chooses never meet those of the statement', async () => {
  for (const letter of ['t', 'e', 'r', 'n', 'x']) {
    const names = [1, 2, 3, 4, 5].map((n) => `${letter}${n}: title`).join(' ');
    const { errors } = await hub.anonymous.run(
      `{ interventions(first: 2) { edges { node { ${names} ${letter}6: currentVersion { ${letter}7: number } } } } }`,
    );

    expect(errors).toBeUndefined();
  }
});

it('an instance that starts while another takes long to migrate waits for it (R16)', async () => {
  const database = await createEmptyDatabase();
  const other = new pg.Client(database.url);
  await other.connect();
  await other.query('SELECT pg_advisory_lock(711550001)');
  const preparing = prepareDatabase(database.url, []);
  await new Promise((resolve) => setTimeout(resolve, 10_500));
  await other.query('SELECT pg_advisory_unlock(711550001)');
  await other.end();

  await expect(preparing).resolves.toBeUndefined();
  await database.drop();
}, 30_000);
