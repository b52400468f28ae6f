import { Database, Directory } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread {
  id title kind locked replyCount createdAt lastActivityAt about { id } author { id } modelTypes { code } posts { totalCount edges { node { body } } } } } }`;
const threads = `query ($filter: ThreadFilter, $first: Int, $after: String, $last: Int, $before: String) {
  threads(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage endCursor hasPreviousPage startCursor } edges { cursor node { id title lastActivityAt } } } }`;
const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }`;

let hub: TestHub;
let siobhan: TestClient;
let anjali: TestClient;
let marisol: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [siobhan, anjali, marisol] = await Promise.all([
    hub.as('siobhan-wrenfield'),
    hub.as('anjali-thornapple'),
    hub.as('marisol-greywether'),
  ]);
});
afterAll(() => hub?.close());

const input = (over: Record<string, unknown> = {}) => ({
  input: { title: 'Weekend cover', body: 'Who pays?', modelTypes: ['EHCH'], ...over },
});
const startBy = async (client: TestClient, over: Record<string, unknown> = {}) =>
  (await client.ok(start, input(over))).startThread.thread;
const list = async (client: TestClient, variables: Record<string, unknown>) =>
  (await client.ok(threads, variables)).threads;
const idsOf = (connection: { edges: { node: { id: string } }[] }) => connection.edges.map((edge) => edge.node.id);

/** Something that only the members of Northvale can see. */
async function somethingOfNorthvale(name: string): Promise<string> {
  const ref = `intervention:northvale/${name}`;
  const entry = { ref, title: name, visibility: 'site', owner: 'site:network/northvale', at: new Date() } as const;
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(Directory).put(tx, entry));
  return ref;
}

describe('starting a thread', () => {
  it('makes a thread with its first post, named by its title', async () => {
    const thread = await startBy(siobhan, {
      title: '  How do you reach\nhomes with no GP lead? ',
      kind: 'QUESTION',
      modelTypes: ['MCP', 'EHCH'],
    });

    expect(thread).toMatchObject({
      id: 'thread:network/how-do-you-reach-homes-with-no-gp-lead',
      title: 'How do you reach homes with no GP lead?',
      kind: 'QUESTION',
      locked: false,
      replyCount: 0,
      about: null,
      author: { id: 'member:network/siobhan-wrenfield' },
      modelTypes: [{ code: 'MCP' }, { code: 'EHCH' }],
      posts: { totalCount: 1, edges: [{ node: { body: 'Who pays?' } }] },
    });
    expect(thread.lastActivityAt).toBe(thread.createdAt);
  });

  it('is a discussion unless another kind is asked for, and a second one of the same title gets a name of its own', async () => {
    const [first, second] = await Promise.all([
      startBy(siobhan, { title: 'Twins' }),
      startBy(anjali, { title: 'Twins', kind: null }),
    ]);

    expect(first.kind).toBe('DISCUSSION');
    expect([first.id, second.id].sort()).toEqual(['thread:network/twins', 'thread:network/twins-2']);
  });

  it('leaves the plain name to others when only some may see it, so that nobody notices that it is there (Z2)', async () => {
    const about = await somethingOfNorthvale('something-to-talk-about');
    const hidden = await startBy(anjali, { title: 'Our merger', about });
    const open = await startBy(siobhan, { title: 'Our merger' });
    const again = await startBy(siobhan, { title: 'Our merger' });

    expect(hidden.id).toMatch(/^thread:network\/our-merger-[0-9a-f]{10}$/);
    expect([open.id, again.id]).toEqual(['thread:network/our-merger', 'thread:network/our-merger-2']);
  });

  it('needs at least one care model that exists', async () => {
    const none = await siobhan.run(start, input({ modelTypes: [] }));
    const unknown = await siobhan.run(start, input({ modelTypes: ['MCP', 'XYZ'] }));

    for (const { data, errors } of [none, unknown]) {
      expect(data).toBeNull();
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.modelTypes' }] });
    }
  });

  it.each([
    ['a blank title', { title: ' ' }, 'input.title'],
    ['a title that is too long', { title: 'x'.repeat(201) }, 'input.title'],
    ['a blank post', { body: '\n' }, 'input.body'],
    ['a NUL character', { body: 'a\u0000b' }, 'input.body'],
    ['a broken character', { body: 'a\ud800b' }, 'input.body'],
  ])('refuses %s and starts nothing', async (_what, over, path) => {
    const before = (await list(siobhan, {})).totalCount;

    const { errors } = await siobhan.run(start, input(over));

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
    expect((await list(siobhan, {})).totalCount).toBe(before);
  });

  it('leaves announcements to facilitators, and says so', async () => {
    const refused = await siobhan.run(start, input({ kind: 'ANNOUNCEMENT' }));
    const made = await startBy(marisol, { kind: 'ANNOUNCEMENT' });

    expect(refused.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/Only a facilitator/),
      extensions: { code: 'FORBIDDEN' },
    });
    expect(made.kind).toBe('ANNOUNCEMENT');
  });

  it('needs a session', async () => {
    expect(await hub.anonymous.codeOf(start, input())).toBe('UNAUTHENTICATED');
  });

  it('happens once for one clientMutationId, and another payload under it is a conflict', async () => {
    const once = { clientMutationId: 'start-1', title: 'Only once' };

    const first = await startBy(siobhan, once);
    const again = await startBy(siobhan, once);

    expect(again.id).toBe(first.id);
    expect((await list(siobhan, { filter: { text: 'Only once' } })).totalCount).toBe(1);
    expect(await siobhan.codeOf(start, input({ ...once, body: 'Something else' }))).toBe('CONFLICT');
  });
});

describe('a thread about something', () => {
  it('names it', async () => {
    const thread = await startBy(anjali, { about: 'site:network/northvale' });

    expect(thread.about).toEqual({ id: 'site:network/northvale' });
    expect(idsOf(await list(siobhan, { filter: { about: 'site:network/northvale' } }))).toEqual([thread.id]);
  });

  it('cannot be about what its author may not see, does not exist, or has no page', async () => {
    const hidden = await somethingOfNorthvale('hidden-from-siobhan');
    const post = (await startPost(siobhan)).id;

    expect(await siobhan.codeOf(start, input({ about: hidden }))).toBe('NOT_FOUND');
    expect(await siobhan.codeOf(start, input({ about: 'intervention:northvale/never-was' }))).toBe('NOT_FOUND');
    expect(await siobhan.codeOf(start, input({ about: 'nonsense' }))).toBe('BAD_USER_INPUT');
    expect(await siobhan.codeOf(start, input({ about: post }))).toBe('BAD_USER_INPUT');
  });

  it('is seen only by those who see that, in lists, counts and by its id', async () => {
    const count = `{ modelType(code: "UEC") { threadCount } }`;
    const before = (await siobhan.ok(count)).modelType.threadCount;
    const { id } = await startBy(anjali, {
      title: 'Among us',
      modelTypes: ['UEC'],
      about: await somethingOfNorthvale('among-us'),
    });
    const leonie = await hub.as('leonie-fernmoss');

    expect(idsOf(await list(leonie, { filter: { text: 'Among us' } }))).toEqual([id]);
    expect((await leonie.ok(count)).modelType.threadCount).toBe(before + 1);
    expect(await list(siobhan, { filter: { text: 'Among us' } })).toMatchObject({ totalCount: 0, edges: [] });
    expect((await siobhan.ok(count)).modelType.threadCount).toBe(before);
    expect(await siobhan.ok('query ($id: ID!) { thread(id: $id) { id } node(id: $id) { id } }', { id })).toEqual({
      thread: null,
      node: null,
    });
    expect(await siobhan.codeOf(reply, { input: { thread: id, body: 'Hello' } })).toBe('NOT_FOUND');
  });

  it('is listed on the intervention that it is about, latest activity first', async () => {
    const id = 'intervention:tollbridge/breathlessness-clinic';
    const thread = await startBy(anjali, { about: id });

    const query =
      'query ($id: ID!) { node(id: $id) { ... on Intervention { threads(first: 1) { totalCount edges { node { id } } } } } }';
    const seen = (await siobhan.ok(query, { id })).node.threads;

    expect(idsOf(seen)).toEqual([thread.id]);
    expect((await hub.anonymous.ok(query, { id })).node.threads).toEqual({ totalCount: 0, edges: [] });
  });
});

describe('lists of threads', () => {
  it('come with the latest activity first', async () => {
    const older = await startBy(siobhan, { title: 'Older but busy' });
    const newer = await startBy(siobhan, { title: 'Newer' });
    await anjali.ok(reply, { input: { thread: older.id, body: 'Still here' } });

    expect(idsOf(await list(siobhan, { first: 2 }))).toEqual([older.id, newer.id]);
    expect(idsOf(await list(siobhan, { first: 2, filter: { modelTypes: ['EHCH'] } }))).toEqual([older.id, newer.id]);
  });

  it.each([[{}], [{ filter: { modelTypes: ['MCP'] } }], [{ filter: { modelTypes: ['MCP', 'PACS'] } }]])(
    'are paged both ways without a gap or a repeat %j',
    async (variables) => {
      const whole = idsOf(await list(siobhan, { ...variables, first: 100 }));
      const forward: string[] = [];
      for (let after: string | null = null; ;) {
        const page = await list(siobhan, { ...variables, first: 7, after });
        forward.push(...idsOf(page));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      const backward: string[] = [];
      for (let before: string | null = null; ;) {
        const page = await list(siobhan, { ...variables, last: 7, before });
        backward.unshift(...idsOf(page));
        if (!page.pageInfo.hasPreviousPage) break;
        before = page.pageInfo.startCursor;
      }

      expect(new Set(whole).size).toBe(whole.length);
      expect(forward).toEqual(whole);
      expect(backward).toEqual(whole);
    },
  );

  it('refuse page sizes out of range and cursors of other lists', async () => {
    const posts =
      'query ($after: String) { thread(id: "thread:network/team-meeting-runs-on") { posts(first: 1, after: $after) { edges { cursor } } } }';
    const ofPosts = (await siobhan.ok(posts)).thread.posts.edges[0].cursor;

    expect((await list(siobhan, { first: 0 })).edges).toEqual([]);
    expect(await siobhan.codeOf(threads, { first: -1 })).toBe('BAD_USER_INPUT');
    expect(await siobhan.codeOf(threads, { first: 101 })).toBe('BAD_USER_INPUT');
    expect(await siobhan.codeOf(threads, { after: ofPosts })).toBe('BAD_USER_INPUT');
    expect(await siobhan.codeOf(threads, { after: 'nonsense' })).toBe('BAD_USER_INPUT');
  });

  it('are narrowed by care models, kinds and words', async () => {
    const { id } = await startBy(siobhan, {
      title: 'A 100% marmalade question',
      kind: 'LEARNING',
      modelTypes: ['ACC', 'UEC'],
    });
    const found = async (filter: Record<string, unknown>) =>
      idsOf(await list(anjali, { first: 100, filter })).includes(id);

    expect(await found({ modelTypes: ['ACC'] })).toBe(true);
    expect(await found({ modelTypes: ['MCP', 'UEC'] })).toBe(true);
    expect(await found({ modelTypes: ['MCP'] })).toBe(false);
    expect(await found({ kinds: ['LEARNING', 'QUESTION'] })).toBe(true);
    expect(await found({ kinds: ['QUESTION'] })).toBe(false);
    expect(await found({ text: 'MARMALADE 100%' })).toBe(true);
    expect(await found({ text: 'marmalade chutney' })).toBe(false);
    expect(await found({ text: '%_%_%' })).toBe(false);
  });

  it('need a session, and a signed-out viewer counts no threads', async () => {
    expect(await hub.anonymous.codeOf(threads)).toBe('UNAUTHENTICATED');
    expect(await hub.anonymous.codeOf('{ thread(id: "thread:network/team-meeting-runs-on") { id } }')).toBe(
      'UNAUTHENTICATED',
    );
    expect(
      await hub.anonymous.ok(
        '{ node(id: "thread:network/team-meeting-runs-on") { id } modelType(code: "MCP") { threadCount } }',
      ),
    ).toEqual({
      node: null,
      modelType: { threadCount: 0 },
    });
  });

  it('take one statement, whatever the page size', async () => {
    const feed = `query ($first: Int) { threads(first: $first, filter: { modelTypes: ["MCP"] }) { totalCount edges { node {
      title kind replyCount unreadCount lastActivityAt author { displayName sites { name } } about { id } modelTypes { code } } } } }`;
    const page = `{ thread(id: "thread:network/team-meeting-runs-on") { title unreadCount acceptedPost { id } posts(first: 50) {
      totalCount edges { node { body author { displayName } reactions { kind count viewerReacted } inReplyTo { position } } } } } }`;

    await siobhan.ok('{ modelType(code: "MCP") { name } }');

    expect(await hub.countReads(() => siobhan.ok(feed, { first: 2 }))).toBe(1);
    expect(await hub.countReads(() => siobhan.ok(feed, { first: 20 }))).toBe(1);
    expect(await hub.countReads(() => siobhan.ok(page))).toBe(1);
  });
});

async function startPost(client: TestClient): Promise<{ id: string; thread: string }> {
  const thread = (await startBy(client)).id;
  const { posts } = (
    await client.ok('query ($id: ID!) { thread(id: $id) { posts { edges { node { id } } } } }', { id: thread })
  ).thread;
  return { id: posts.edges[0].node.id, thread };
}
