import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }`;
const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }`;
const read = `mutation ($input: MarkThreadReadInput!) { markThreadRead(input: $input) { thread { unreadCount } } }`;
const state = `query ($id: ID!) { thread(id: $id) { replyCount unreadCount firstUnreadPost { id } posts { edges { node { id unread } } } } }`;

let hub: TestHub;
let siobhan: TestClient;
let gwen: TestClient;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [siobhan, gwen, anjali] = await Promise.all([
    hub.as('siobhan-wrenfield'),
    hub.as('gwen-stillwater'),
    hub.as('anjali-thornapple'),
  ]);
});
afterAll(() => hub?.close());

async function startThread(over: Record<string, unknown> = {}): Promise<{ thread: string; first: string }> {
  const input = { title: 'Falls huddle', body: 'Shall we?', modelTypes: ['ACC'], ...over };
  const { thread } = (await siobhan.ok(start, { input })).startThread;
  return { thread: thread.id, first: thread.posts.edges[0].node.id };
}

const replyBy = async (client: TestClient, thread: string, over: Record<string, unknown> = {}): Promise<string> =>
  (await client.ok(reply, { input: { thread, body: 'Yes', ...over } })).reply.post.id;
const unread = async (client: TestClient, id: string): Promise<number> =>
  (await client.ok(state, { id })).thread.unreadCount;

it('the first post is no reply, but it is unread for others until they open the thread', async () => {
  const { thread, first } = await startThread();

  const seen = (await gwen.ok(state, { id: thread })).thread;

  expect(seen).toMatchObject({
    replyCount: 0,
    unreadCount: 1,
    firstUnreadPost: { id: first },
    posts: { edges: [{ node: { unread: true } }] },
  });
});

it('one’s own posts are read, anonymous ones too', async () => {
  const { thread } = await startThread({ anonymous: true });
  const byGwen = await replyBy(gwen, thread);
  await replyBy(siobhan, thread, { anonymous: true });

  const forSiobhan = (await siobhan.ok(state, { id: thread })).thread;

  expect(forSiobhan).toMatchObject({ replyCount: 2, unreadCount: 1, firstUnreadPost: { id: byGwen } });
  expect(forSiobhan.posts.edges.map(({ node }: { node: { unread: boolean } }) => node.unread)).toEqual([
    false,
    true,
    false,
  ]);
  expect(await unread(gwen, thread)).toBe(2);
  expect(await unread(anjali, thread)).toBe(3);
});

it('marking a thread read is for oneself, to its end or up to a post, and never moves back', async () => {
  const { thread, first } = await startThread();
  const second = await replyBy(gwen, thread);
  await replyBy(gwen, thread);
  const mark = async (upToPost?: string) =>
    (await anjali.ok(read, { input: { thread, upToPost } })).markThreadRead.thread.unreadCount;

  expect(await mark(first)).toBe(2);
  expect(await mark(second)).toBe(1);
  expect(await mark(first)).toBe(1);
  expect(await mark()).toBe(0);
  expect(await unread(siobhan, thread)).toBe(2);

  await replyBy(gwen, thread);

  expect(await unread(anjali, thread)).toBe(1);
});

it('a removed post is nothing to read', async () => {
  const { thread } = await startThread();
  const id = await replyBy(gwen, thread);

  await gwen.ok('mutation ($post: ID!) { removePost(input: { post: $post }) { post { id } } }', { post: id });

  expect((await anjali.ok(state, { id: thread })).thread).toMatchObject({ replyCount: 0, unreadCount: 1 });
});

it('a thread can only be read up to a post of its own', async () => {
  const { thread } = await startThread();
  const elsewhere = await startThread();

  expect(await anjali.codeOf(read, { input: { thread, upToPost: elsewhere.first } })).toBe('BAD_USER_INPUT');
  expect(await anjali.codeOf(read, { input: { thread, upToPost: 'post:00000000-0000-4000-8000-000000000000' } })).toBe(
    'NOT_FOUND',
  );
  expect(await anjali.codeOf(read, { input: { thread: 'thread:network/never-was' } })).toBe('NOT_FOUND');
  expect(await hub.anonymous.codeOf(read, { input: { thread } })).toBe('UNAUTHENTICATED');
});

it('unreadOnly leaves out what is read, counts included', async () => {
  const { thread } = await startThread({ title: 'Unread only, please' });
  const query =
    '{ threads(filter: { unreadOnly: true, text: "Unread only, please" }) { totalCount edges { node { id } } } }';

  expect((await gwen.ok(query)).threads).toEqual({ totalCount: 1, edges: [{ node: { id: thread } }] });
  expect((await siobhan.ok(query)).threads.totalCount).toBe(0);
  await gwen.ok(read, { input: { thread } });
  expect((await gwen.ok(query)).threads).toEqual({ totalCount: 0, edges: [] });
});
