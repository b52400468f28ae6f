/** What is heard live, by whom and until when, for every live operation of the schema. */
import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';
import { createHub, LiveAnswers, settingsFrom } from '@hub/core/server';
import {
  createTestHub,
  pluginsOfTheHub,
  type LiveStream,
  TestClient,
  type TestError,
  type TestHub,
} from '@hub/testing';
import { loneSurrogate, nulText } from './support/bad-values';
import { schema } from './support/inputs';
import { flawOf, flawOfRefusal } from './support/requests';
import { furnish, type World } from './support/world';

let hub: TestHub;
let world: World;
let callum: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  world = await furnish(hub);
  callum = await hub.as('callum-pennyroyal');
});
afterAll(() => hub?.close());

const operations: Readonly<Record<string, (w: World) => { query: string; variables: Record<string, unknown> }>> = {
  modelTypeActivity: () => ({
    query: 'subscription ($it: [String!]!) { modelTypeActivity(modelTypes: $it) { kind thread { id } post { id } } }',
    variables: { it: ['MCP'] },
  }),
  threadActivity: ({ thread }) => ({
    query: 'subscription ($it: ID!) { threadActivity(threadId: $it) { kind thread { id } post { id } } }',
    variables: { it: thread },
  }),
  threadsRead: () => ({ query: 'subscription { threadsRead { threadCount } }', variables: {} }),
  notificationReceived: () => ({
    query: 'subscription { notificationReceived { id reason subject { id } } }',
    variables: {},
  }),
  notificationsRead: () => ({ query: 'subscription { notificationsRead { unreadCount ids readAt } }', variables: {} }),
};
const names = Object.keys(schema.getSubscriptionType()?.getFields() ?? {});
const namesThatTake = names.filter((name) => schema.getSubscriptionType()?.getFields()[name]?.args.length);

const replyTo = async (client: TestClient, thread: string): Promise<string> =>
  (
    await client.ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
      input: { thread, body: 'Live' },
    })
  ).reply.post.id;

async function listen(client: TestClient, name: string, over: Record<string, unknown> = {}): Promise<LiveStream> {
  const { query, variables } = operations[name]!(world);
  return client.live(query, { ...variables, ...over });
}

/** The errors that came instead of a first message. */
async function refusalOf(stream: LiveStream): Promise<readonly TestError[]> {
  const reason = await stream.ended;
  return stream.received[0]?.errors ?? (reason as readonly TestError[]);
}

describe.each(names)('%s', (name) => {
  it('ends with 4401 when the session does, and nothing is heard after', async () => {
    const [mine, other] = [await hub.as('anjali-thornapple'), await hub.as('anjali-thornapple')];
    const [ends, stays] = [await listen(mine, name), await listen(other, name)];

    expect((await mine.post('/auth/sign-out', {})).status).toBe(204);
    expect(await ends.ended).toMatchObject({ code: 4401 });
    await replyTo(callum, world.thread);
    await other.ok('mutation { markThreadsRead(input: { filter: { modelTypes: ["MCP"] } }) { undo } }');
    await hub.drain();
    await other.ok('mutation { markNotificationsRead(input: { all: true }) { unreadCount } }');

    await stays.next();
    expect(ends.received).toEqual([]);
    await stays.stop();
  });

  it('is refused to someone signed out, and to a forged session', async () => {
    const forged = Object.assign(await hub.as('anjali-thornapple'), { cookie: 'hub-session=forged' });
    for (const client of [hub.anonymous, forged]) {
      const stream = await listen(client, name);
      const errors = await refusalOf(stream);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
      expect(stream.received).toEqual([]);
    }
  });
});

describe.each(namesThatTake)('bad input of %s', (name) => {
  it.each([
    ['NUL', nulText],
    ['a lone surrogate', loneSurrogate],
    ['over-long text', 'x'.repeat(5000)],
    ['a number', 1.5],
    ['an object', { a: 1 }],
    ['null', null],
  ])('%s is BAD_USER_INPUT with its path', async (_what, value) => {
    const list = name === 'modelTypeActivity' && value !== null;
    const errors = await refusalOf(await listen(world.anjali, name, { it: list ? [value] : value }));
    const [path = ''] = errors[0]?.extensions.fields?.map((field) => field.path) ?? [];

    expect(flawOf({ data: null, errors })).toBeNull();
    expect(path).toMatch(/^(it|modelTypes|threadId)(\.0)?$/);
    expect(flawOfRefusal({ data: null, errors }, path)).toBeNull();
  });
});

it('an unknown id, a hidden one and a wrong kind of id are all the same NOT_FOUND', async () => {
  const about = { title: 'Among us', body: 'Hidden', modelTypes: ['MCP'], about: world.draft };
  const { startThread } = await world.anjali.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    { input: about },
  );
  const refusals: unknown[] = [];
  for (const it of [startThread.thread.id, 'thread:network/never-was', world.draft, `post:${world.post.slice(5)}`]) {
    const [error] = await refusalOf(await listen(callum, 'threadActivity', { it }));
    refusals.push([error?.message, error?.extensions]);
  }

  expect(refusals).toEqual(Array(4).fill(refusals[0]));
  expect(refusals[0]).toMatchObject([expect.any(String), { code: 'NOT_FOUND' }]);
});

it('one connection listens to so many things and no more: RATE_LIMITED', async () => {
  const socket = new WebSocket(`${hub.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: world.anjali.cookie! },
  });
  const refused: { id: string; payload: unknown }[] = [];
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as { type: string; id: string; payload: unknown };
      // Once as many are refused as should be, no more may be.
      if (message.type === 'error' && refused.push(message) === 10)
        setTimeout(() => socket.send(JSON.stringify({ type: 'ping' })), 300);
      if (message.type === 'pong') resolve();
      if (message.type !== 'connection_ack') return;
      const payload = { query: 'subscription { notificationReceived { id } }' };
      for (let id = 1; id <= 60; id += 1) socket.send(JSON.stringify({ type: 'subscribe', id: `${id}`, payload }));
    });
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
  });
  socket.terminate();

  expect(refused).toHaveLength(10);
  expect(refused[0]!.payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
});

it('what the pages listen to by the thousand is worked out once for all who listen', async () => {
  const file = new URL('../../libs/plugins/threads/web/threads.graphql', import.meta.url);
  const [query = ''] = /subscription CareModelActivity[^]*?\n}/.exec(readFileSync(file, 'utf8')) ?? [];
  await hub.drain();
  const clients = [world.anjali, callum, await hub.as('gwen-stillwater')];
  const streams = await Promise.all(clients.map((client) => client.live(query, { modelTypes: ['MCP'] })));
  const answers = hub.hub.app.get(LiveAnswers);
  const before = answers.count;
  const post = await replyTo(callum, world.thread);
  await hub.drain();
  const heard = await Promise.all(streams.map((stream) => stream.next()));

  expect(heard.map(({ data }) => data.modelTypeActivity.post.id)).toEqual([post, post, post]);
  expect(answers.count - before).toBe(1);
  await Promise.all(streams.map((stream) => stream.stop()));
});

it('a message that is too big ends the connection with 1009', async () => {
  const socket = new WebSocket(`${hub.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: world.anjali.cookie! },
  });
  socket.on('open', () => socket.send(JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(300_000) } })));

  expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(1009);
});

it('a second instance on the same database hears what happens at the first, and ends with the session', async () => {
  const second = await createHub(
    await pluginsOfTheHub(),
    settingsFrom({ DATABASE_URL: hub.databaseUrl, HUB_DEMO: '1', PORT: '0', HUB_ROLE: 'api' }),
  );
  try {
    const mine = await hub.as('anjali-thornapple');
    const there = new TestClient(`http://127.0.0.1:${await second.listen()}`, mine.cookie);
    const stream = await listen(there, 'threadActivity');
    const post = await replyTo(callum, world.thread);
    await hub.drain();
    expect((await stream.next()).data.threadActivity.post.id).toBe(post);

    await mine.post('/auth/sign-out', {});
    expect(await stream.ended).toMatchObject({ code: 4401 });
  } finally {
    await second.close();
  }
});

it('what happens to a thread that is no longer seen is no longer heard', async () => {
  const made = await world.anjali.ok(
    `mutation { createIntervention(input: { site: "northvale", title: "Seen for a while", summary: "x", modelTypes: ["MCP"], visibility: NETWORK,
      sections: [{ key: "why", body: "x" }, { key: "procedures", body: "x" }, { key: "who_provides", body: "x" }, { key: "how", body: "x" },
      { key: "where", body: "x" }, { key: "when_how_much", body: "x" }] }) { intervention { id } } }`,
  );
  const { id } = made.createIntervention.intervention;
  const publish = `mutation ($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { revision } } }`;
  const { revision } = (await world.anjali.ok(publish, { input: { id, expectedRevision: 1 } })).publishIntervention
    .intervention;
  const started = await world.anjali.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    { input: { title: 'While it lasts', body: 'x', modelTypes: ['MCP'], about: id } },
  );
  const thread = started.startThread.thread.id;
  await hub.drain();
  const [theirs, feed, ours] = [
    await listen(callum, 'threadActivity', { it: thread }),
    await listen(callum, 'modelTypeActivity'),
    await listen(world.anjali, 'threadActivity', { it: thread }),
  ];
  await replyTo(world.anjali, thread);
  await hub.drain();
  await Promise.all([theirs.next(), feed.next(), ours.next()]);

  await world.anjali.ok(
    'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
    { input: { id, expectedRevision: revision, visibility: 'SITE' } },
  );
  await replyTo(world.anjali, thread);
  const open = await replyTo(world.anjali, world.thread);
  await hub.drain();

  expect((await ours.next()).data.threadActivity.kind).toBe('POST_ADDED');
  expect((await feed.next()).data.modelTypeActivity.post.id).toBe(open);
  expect([theirs.received.length, feed.received.length]).toEqual([1, 2]);
  await Promise.all([theirs, feed, ours].map((stream) => stream.stop()));
});
