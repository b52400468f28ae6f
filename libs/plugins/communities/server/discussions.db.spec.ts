import { createTestHub, type LiveStream, type TestClient, type TestHub } from '@hub/testing';
import { change, letIn, makeCommunity, memberOf } from './testing/communities';

const start =
  'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id whoCanSee community { id } } } }';
const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
const paths = `query ($id: ID!, $community: ID!) { node(id: $id) { id } thread(id: $id) { title posts { totalCount } }
  threads(filter: { community: $community }) { totalCount edges { node { id } } }
  modelTypes { threadCount } all: threads(filter: { text: "quokka" }) { totalCount } tags: threadTags { tag }
  search(text: "quokka") { totalCount } }`;

let hub: TestHub;
let elsewhere: TestHub;
let siobhan: TestClient;
let owain: TestClient;
let grace: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  elsewhere = await createTestHub({
    only: ['communities', 'threads', 'search', 'subscriptions', 'administration'],
    demonstration: false,
    database: { url: hub.databaseUrl, drop: () => Promise.resolve() },
  });
  [siobhan, owain, grace] = (await Promise.all(
    ['siobhan-wrenfield', 'owain-saltmere', 'grace-tidewell'].map((slug) => hub.as(slug)),
  )) as [TestClient, TestClient, TestClient];
});
afterAll(async () => {
  await elsewhere?.close();
  await hub?.close();
});

/** Facilitated by Siobhan, with Owain in it. */
async function made(kind: string): Promise<string> {
  const { id } = await makeCommunity(siobhan, kind);
  await letIn(siobhan, owain, 'owain-saltmere', id);
  return id;
}

async function begin(client: TestClient, community: string, over: object = {}) {
  const input = { title: 'A quokka', body: 'Was here', modelTypes: ['MCP'], tags: ['quokka'], community, ...over };
  return (await client.ok(start, { input })).startThread.thread as { id: string; whoCanSee: string };
}

const follow = (client: TestClient, targetId: string) =>
  client.ok('mutation ($input: FollowInput!) { follow(input: $input) { level } }', {
    input: { targetId, level: 'WATCHING' },
  });
const toldOf = async (client: TestClient, thread: string): Promise<boolean> =>
  JSON.stringify(await client.ok('{ notifications(first: 100) { edges { node { subject { id } } } } }')).includes(
    thread,
  );

describe('what is said in a community', () => {
  afterEach(async () => {
    // So that the next case counts its own alone.
    await hub.sql(`UPDATE core.entity SET title = 'Other', summary = '' WHERE kind = 'thread' AND title = 'A quokka'`);
    await hub.sql(`UPDATE threads.thread SET tags = '{}' WHERE tags = '{quokka}'`);
    await hub.sql(`DELETE FROM search.document WHERE title = 'A quokka'`);
  });

  it.each([
    ['OPEN', 'an outsider', true],
    ['OPEN', 'a member', true],
    ['CLOSED', 'an outsider', false],
    ['CLOSED', 'a member', true],
    ['CLOSED', 'a facilitator', true],
    ['PRIVATE', 'an outsider', false],
    ['PRIVATE', 'a member', true],
    ['PRIVATE', 'a facilitator', true],
  ])('that is %s is there for %s: %s, in lists, counts, tags and search (Z1, Z3, Z4)', async (kind, who, isThere) => {
    const client = { 'an outsider': grace, 'a member': owain, 'a facilitator': siobhan }[who]!;
    const community = await made(kind);
    const before = await client.ok('{ modelTypes { threadCount } }');
    const { id } = await begin(siobhan, community);
    await hub.drain();

    const found = await client.ok(paths, { id, community });
    const count = ({ modelTypes }: { modelTypes: { threadCount: number }[] }) => modelTypes[0]?.threadCount ?? 0;
    expect(found).toMatchObject({
      node: isThere ? { id } : null,
      thread: isThere ? { title: 'A quokka' } : null,
      threads: { totalCount: isThere ? 1 : 0 },
      all: { totalCount: isThere ? 1 : 0 },
      search: { totalCount: isThere ? 1 : 0 },
    });
    expect(found.tags.some(({ tag }: { tag: string }) => tag === 'quokka')).toBe(isThere);
    expect(count(found) - count(before)).toBe(isThere ? 1 : 0);
    expect((await hub.anonymous.ok('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
  });
});

it('says who can see it, before it is begun and after, in the same words', async () => {
  const [open, closed] = [await made('OPEN'), await made('CLOSED')];
  const would = async (community: string) =>
    (
      await siobhan.ok('query ($thing: PlannedThingInput!) { whoWouldSee(thing: $thing) }', {
        thing: { visibility: 'COMMUNITY', community },
      })
    ).whoWouldSee;

  expect([await would(open), (await begin(siobhan, open)).whoCanSee]).toEqual(
    Array(2).fill('Anyone signed in to the hub'),
  );
  expect([await would(closed), (await begin(siobhan, closed)).whoCanSee]).toEqual(
    Array(2).fill('Members of A closed one'),
  );
});

it('is begun by those who see inside', async () => {
  const input = { title: 'Mine', body: 'Mine', modelTypes: ['MCP'] };
  const code = (client: TestClient, community: string) => client.codeOf(start, { input: { ...input, community } });

  expect(await code(grace, await made('OPEN'))).toBeNull();
  expect(await code(grace, await made('CLOSED'))).toBe('FORBIDDEN');
  expect(await code(grace, await made('PRIVATE'))).toBe('NOT_FOUND');
  expect(await code(grace, 'site:network/northvale')).toBe('NOT_FOUND');
  expect(await code(grace, 'community:network/no-such')).toBe('NOT_FOUND');
});

it('is announced in, locked and pinned by those who facilitate it, and by no other member', async () => {
  const community = await made('CLOSED');
  const announcement = { title: 'Hear', body: 'This', modelTypes: ['MCP'], kind: 'ANNOUNCEMENT', community };
  expect(await owain.codeOf(start, { input: announcement })).toBe('FORBIDDEN');
  expect(await siobhan.codeOf(start, { input: announcement })).toBeNull();
  expect(await siobhan.codeOf(start, { input: { ...announcement, community: undefined } })).toBe('FORBIDDEN');

  const { id: thread } = await begin(owain, community);
  const update =
    'mutation ($input: UpdateThreadInput!) { updateThread(input: $input) { thread { pinned community { id } } } }';
  const input = { thread, expectedRevision: 1, pinned: true, modelTypes: ['UEC'] };
  expect(await owain.codeOf(update, { input })).toBe('FORBIDDEN');
  expect((await siobhan.ok(update, { input })).updateThread.thread).toEqual({
    pinned: true,
    community: { id: community },
  });
  const { threads } = await owain.ok(
    'query ($id: ID!) { threads(filter: { community: $id, pinned: true }) { edges { node { id } } } }',
    { id: community },
  );
  expect(threads.edges).toEqual([{ node: { id: thread } }]);
});

it('comes to those who follow the community, and to nobody who may not see it (Z7)', async () => {
  const community = await made('CLOSED');
  for (const client of [owain, grace]) await follow(client, community);
  await follow(grace, 'care-model:network/mcp');
  const { id } = await begin(siobhan, community);
  await hub.drain();

  expect(await toldOf(owain, id)).toBe(true);
  expect(await toldOf(grace, id)).toBe(false);
  const { threads } = await owain.ok('{ threads(filter: { following: true }, first: 100) { edges { node { id } } } }');
  expect(threads.edges).toContainEqual({ node: { id } });
});

it('has an address that says nothing of its title where only members see it', async () => {
  const [open, closed] = [await made('OPEN'), await made('CLOSED')];
  const title = 'Numbats at noon';

  expect((await begin(siobhan, closed, { title })).id).toMatch(/^thread:network\/numbats-at-noon-[0-9a-f]{10}$/);
  expect((await begin(siobhan, open, { title })).id).toBe('thread:network/numbats-at-noon');
});

it('closes and opens with the community, at once', async () => {
  const community = await made('OPEN');
  const { id } = await begin(siobhan, community);
  const { reply: told } = await grace.ok(reply, { input: { thread: id, body: 'I was here' } });
  const sees = async (client: TestClient, ref = id) =>
    (await client.ok('query ($id: ID!) { node(id: $id) { id } }', { id: ref })).node !== null;
  const become = (kind: string, expectedRevision: number) =>
    siobhan.ok(change('changeCommunityKind'), { input: { community, expectedRevision, kind } });

  await become('PRIVATE', 1);
  expect([await sees(grace), await sees(grace, told.post.id), await sees(owain)]).toEqual([false, false, true]);
  expect(await grace.codeOf(reply, { input: { thread: id, body: 'Still' } })).toBe('NOT_FOUND');
  await become('CLOSED', 2);
  expect([await sees(grace), await sees(owain)]).toEqual([false, true]);
  await become('OPEN', 3);
  expect([await sees(grace), await sees(owain)]).toEqual([true, true]);
});

it('who came, went and was let in is in the log for those who facilitate it, and for nobody else in it (Z2, Z5)', async () => {
  const log = `query ($id: ID!) { communityAudit(community: $id, first: 50) { totalCount edges { node { action subjectId facts { name value title } } } } }`;
  const read = async (client: TestClient, id: string) => (await client.ok(log, { id })).communityAudit;
  const [community, another] = [await made('PRIVATE'), await made('CLOSED')];
  await siobhan.ok(change('removeFromCommunity'), {
    input: { community, member: memberOf('owain-saltmere'), words: 'Quokkas only' },
  });

  const { edges } = await read(siobhan, community);
  expect(edges.map(({ node }: { node: { action: string } }) => node.action)).toEqual(
    expect.arrayContaining(['community.created', 'community.joined', 'community.left']),
  );
  expect(new Set(edges.map(({ node }: { node: { subjectId: string } }) => node.subjectId))).toEqual(
    new Set([community]),
  );
  expect(JSON.stringify(edges)).toContain(memberOf('owain-saltmere'));
  expect(JSON.stringify(edges)).not.toContain('Quokkas');
  for (const client of [owain, grace]) expect(await read(client, community)).toEqual({ totalCount: 0, edges: [] });
  expect((await read(owain, another)).totalCount).toBe(0);
  expect(await hub.anonymous.codeOf(log, { id: another })).toBe('UNAUTHENTICATED');
  const marisol = await hub.as('marisol-greywether');
  expect((await read(marisol, 'community:network/mcp')).totalCount).toBeGreaterThan(0);
  expect((await read(marisol, community)).totalCount).toBe(0);
});

it('is told to whoever keeps a search that it fits once the community is opened, and not before (Z4, Z7)', async () => {
  const community = await made('CLOSED');
  const { savedSearch } = (
    await grace.ok('mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { savedSearch { id } } }', {
      input: { name: 'Thylacines', text: 'thylacine' },
    })
  ).saveSearch;
  await follow(grace, savedSearch.id);
  const { id } = await begin(siobhan, community, { title: 'A thylacine', tags: [] });
  const heard = async () => {
    await hub.drain();
    const { savedSearches } = await grace.ok('{ savedSearches { newCount } }');
    return [savedSearches[0].newCount, await toldOf(grace, id)];
  };

  expect(await heard()).toEqual([0, false]);
  const input = { community, expectedRevision: 1, kind: 'OPEN' };
  await siobhan.ok(change('changeCommunityKind'), { input });
  expect(await heard()).toEqual([1, true]);
  await siobhan.ok(change('changeCommunityKind'), { input: { ...input, expectedRevision: 2, kind: 'PRIVATE' } });
  expect(await heard()).toEqual([0, false]);
});

it('is unread for its members alone: whoever is removed has nothing to read there (Z7)', async () => {
  const community = await made('PRIVATE');
  const { id } = await begin(siobhan, community);
  const unread = async (client: TestClient) =>
    (
      await client.ok(
        'query ($id: ID!) { threads(filter: { community: $id, unreadOnly: true }) { totalCount edges { node { unreadCount } } } }',
        {
          id: community,
        },
      )
    ).threads;
  await siobhan.ok(reply, { input: { thread: id, body: 'And more' } });
  expect(await unread(owain)).toEqual({ totalCount: 1, edges: [{ node: { unreadCount: 2 } }] });

  await siobhan.ok(change('removeFromCommunity'), {
    input: { community, member: memberOf('owain-saltmere'), words: 'Enough' },
  });
  expect(await unread(owain)).toEqual({ totalCount: 0, edges: [] });
  expect(
    await owain.codeOf('mutation ($input: MarkThreadReadInput!) { markThreadRead(input: $input) { thread { id } } }', {
      input: { thread: id },
    }),
  ).toBe('NOT_FOUND');
});

it.each(['removed', 'made private', 'left'])(
  'is heard no more on any instance by whoever no longer sees it, and listening to it ends: %s (Z6, S7)',
  async (what) => {
    const community = await made(what === 'made private' ? 'OPEN' : 'CLOSED');
    const { id } = await begin(siobhan, community);
    const [slug, name] = what === 'made private' ? [grace, 'grace-tidewell'] : [owain, 'owain-saltmere'];
    const watch = 'subscription ($id: ID!) { threadActivity(threadId: $id) { post { body } } }';
    const all = 'subscription { modelTypeActivity(modelTypes: ["MCP"]) { thread { title } post { body } } }';
    const there = await elsewhere.as(name);
    const streams = [
      ...[await slug.live(watch, { id }), await slug.live(all)],
      ...[await there.live(watch, { id }), await there.live(all)],
    ];
    const control = await siobhan.live(watch, { id });
    const say = (body: string) => siobhan.ok(reply, { input: { thread: id, body } });
    await say('Before');
    await hub.drain();
    await Promise.all(streams.map((stream) => heardOf(stream, 'Before', 1)));

    await endOf[what as keyof typeof endOf](community);
    for (let at = 0; at < 10; at += 1) await say(`After ${at}`);
    await hub.drain();
    await heardOf(control, 'After', 10);
    await new Promise((resolve) => setTimeout(resolve, 300));

    expect(streams.map((stream) => JSON.stringify(stream.received).includes('After'))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    for (const stream of [streams[0], streams[2]]) expect(JSON.stringify(await stream?.ended)).toContain('NOT_FOUND');
    expect((await there.ok('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
    await Promise.all([...streams, control].map((stream) => stream.stop()));
  },
);

const endOf = {
  removed: (community: string) =>
    siobhan.ok(change('removeFromCommunity'), {
      input: { community, member: memberOf('owain-saltmere'), words: 'Enough' },
    }),
  'made private': (community: string) =>
    siobhan.ok(change('changeCommunityKind'), { input: { community, expectedRevision: 1, kind: 'PRIVATE' } }),
  left: (community: string) => owain.ok(change('leaveCommunity'), { input: { community } }),
};

async function heardOf(stream: LiveStream, word: string, times: number): Promise<void> {
  for (let wait = 0; wait < 100; wait += 1) {
    if (stream.received.filter((frame) => JSON.stringify(frame).includes(word)).length >= times) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Did not hear "${word}" ${times} times.`);
}

it('takes no post of somebody removed at the same moment, in 12 rounds: before it or not at all (Z13)', async () => {
  for (let round = 0; round < 12; round += 1) {
    const community = await made('PRIVATE');
    const { id: thread } = await begin(siobhan, community);
    const [posted] = await Promise.all([
      owain.run(reply, { input: { thread, body: 'One more' } }),
      siobhan.ok(change('removeFromCommunity'), {
        input: { community, member: memberOf('owain-saltmere'), words: 'Enough' },
      }),
    ]);
    const [order] = await hub.sql<{ late: boolean }>(
      `SELECT bool_or(p.xmin::text::bigint > m.xmin::text::bigint) AS late FROM threads.post p, core.audit_entry m
       WHERE p.thread_ref = $1 AND p.author_ref = $2 AND m.action = 'community.left' AND m.subject_ref = $3`,
      [thread, memberOf('owain-saltmere'), community],
    );
    if (posted.errors) expect(order?.late).toBeNull();
    expect(await owain.codeOf(reply, { input: { thread, body: 'Again' } })).toBe('NOT_FOUND');
  }
});

it('waits in a list of its own until somebody replies', async () => {
  const community = await made('CLOSED');
  const { id: thread } = await begin(owain, community);
  const waiting = async () =>
    (
      await siobhan.ok(
        'query ($id: ID!) { threads(filter: { community: $id, replied: false }) { edges { node { id } } } }',
        { id: community },
      )
    ).threads.edges;
  expect(await waiting()).toEqual([{ node: { id: thread } }]);

  await siobhan.ok(reply, { input: { thread, body: 'Here I am' } });
  expect(await waiting()).toEqual([]);
});

it('stays in its community when it is split, and is merged with nothing from elsewhere', async () => {
  const [community, other] = [await made('CLOSED'), await made('CLOSED')];
  const { id: thread } = await begin(owain, community);
  const { reply: said } = await owain.ok(reply, { input: { thread, body: 'Apart from that' } });
  const split = `mutation ($input: SplitThreadInput!) { splitThread(input: $input) { thread { id whoCanSee community { id } } } }`;
  const input = { thread, posts: [said.post.id], title: 'Apart' };

  expect(await owain.codeOf(split, { input })).toBe('FORBIDDEN');
  expect((await siobhan.ok(split, { input })).splitThread.thread).toMatchObject({
    ...{ whoCanSee: 'Members of A closed one', community: { id: community } },
  });
  const merge = 'mutation ($input: MergeThreadsInput!) { mergeThreads(input: $input) { __typename } }';
  const { id: into } = await begin(siobhan, other);
  expect(await siobhan.codeOf(merge, { input: { thread, into } })).toBe('BAD_USER_INPUT');
});
