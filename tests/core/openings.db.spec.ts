/** What a change asks first goes with the question whether it is allowed, and is not run where it is not. */
import { createTestHub, statementsOf, type TestClient, type TestHub } from '@hub/testing';
import pg from 'pg';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
let open: string;
let secret: string;

const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
const lock = 'mutation ($input: SetThreadLockedInput!) { setThreadLocked(input: $input) { thread { id } } }';
const posts = async () => (await hub.sql<{ n: number }>('SELECT count(*)::int AS n FROM threads.post'))[0]?.n;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, callum] = await Promise.all([hub.as('anjali-thornapple'), hub.as('callum-pennyroyal')]);
  const { createCommunity } = await anjali.ok(
    'mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { community { id } } }',
    { input: { name: 'Behind closed doors', purpose: 'To talk', kind: 'PRIVATE', modelTypes: ['MCP'] } },
  );
  const started = async (title: string, community: string | null) => {
    const input = { title, body: 'How it went', modelTypes: ['MCP'], community };
    const document = 'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }';
    return (await anjali.ok(document, { input })).startThread.thread.id as string;
  };
  open = await started('For everyone', null);
  secret = await started('For us', createCommunity.community.id);
}, 120_000);
afterAll(() => hub?.close());

describe('a change that is refused', () => {
  /** Whoever came to these rows would wait until the work is done. */
  async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: hub.databaseUrl });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT 1 FROM threads.thread WHERE ref = ANY($1) FOR UPDATE', [[open, secret]]);
      return await work();
    } finally {
      await client.end();
    }
  }

  it.each([
    ['for what cannot be seen', 'NOT_FOUND', () => callum.run(reply, { input: { thread: secret, body: 'Hello' } })],
    ['for who may not do it', 'FORBIDDEN', () => callum.run(lock, { input: { thread: open, locked: true } })],
  ])('waits for nobody who holds the thing: %s', async (_what, code, ask) => {
    const { errors } = await whileHeld(ask);

    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
  });

  it('sends what it asks first along, and nothing of it is done', async () => {
    const before = await posts();

    const sent = await statementsOf(() => callum.run(reply, { input: { thread: secret, body: 'Hello' } }));

    expect(sent.map(({ exchange }) => exchange)).toEqual([1, 1, 1, 2]);
    expect(sent.at(-1)?.text).toBe('ROLLBACK');
    expect(await posts()).toBe(before);
  });

  it('says first that it may not be, and then what is wrong with its words', async () => {
    const react = 'mutation ($input: ReactInput!) { react(input: $input) { post { id } } }';
    const post = async (client: TestClient, thread: string) =>
      (
        await client.ok(
          'query ($id: ID!) { node(id: $id) { ... on Thread { posts(first: 1) { edges { node { id } } } } } }',
          { id: thread },
        )
      ).node.posts.edges[0].node.id as string;
    const input = { post: await post(anjali, secret), kind: 'NO_SUCH_KIND', on: true };
    const codes = async (client: TestClient) =>
      (await client.run(react, { input })).errors?.map(({ extensions }) => extensions?.code);

    expect(await codes(callum)).toEqual(['NOT_FOUND']);
    expect(await codes(anjali)).toEqual(['BAD_USER_INPUT']);
  });
});

it('a change that is sent again is done once, and answered as before, by two at once too', async () => {
  const before = Number(await posts());
  const input = { thread: open, body: 'Once', clientMutationId: 'once' };

  const answers = await Promise.all([anjali.ok(reply, { input }), anjali.ok(reply, { input })]);

  expect(answers[0]).toEqual(answers[1]);
  expect(await anjali.ok(reply, { input })).toEqual(answers[0]);
  expect(await posts()).toBe(before + 1);
});

it('a change that is sent again counts no second try: what is not undone waits until the change is allowed', async () => {
  const document = 'mutation ($input: ReportInput!) { report(input: $input) { report { id } } }';
  const { node } = await callum.ok(
    'query ($id: ID!) { node(id: $id) { ... on Thread { posts(first: 1) { edges { node { id } } } } } }',
    { id: open },
  );
  const tries = async () =>
    (await hub.sql<{ n: number }>('SELECT coalesce(sum(points), 0)::int AS n FROM core.attempt'))[0]?.n ?? 0;
  const before = await tries();
  const input = { subject: node.posts.edges[0].node.id, reason: 'OFF_TOPIC', clientMutationId: 'reported' };

  const first = await callum.ok(document, { input });

  expect(await callum.ok(document, { input })).toEqual(first);
  expect(await tries()).toBe(before + 1);
});

it('a change of somebody who signed out elsewhere hears that, and not what is wrong with its words', async () => {
  const gwen = await hub.as('gwen-stillwater');
  await gwen.ok('{ viewer { id } }');
  const codes = async () =>
    (await gwen.run(reply, { input: { thread: open, body: '' } })).errors?.map(({ extensions }) => extensions?.code);

  expect(await codes()).toEqual(['BAD_USER_INPUT']);
  await hub.sql(`DELETE FROM core.session WHERE member_ref = 'member:network/gwen-stillwater'`);
  expect(await codes()).toEqual(['UNAUTHENTICATED']);
});
