/** What was removed is gone by every path: its place stays, its words do not. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const words = 'Quillwort';

let hub: TestHub;
let anjali: TestClient;
let viewers: readonly TestClient[];
let thread: string;
let posts: string[];

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
  const zubin = await hub.as('zubin-cloverdale');
  const marisol = await hub.as('marisol-greywether');
  viewers = [anjali, zubin, marisol, hub.anonymous];

  await zubin.ok('mutation ($input: FollowInput!) { follow(input: $input) { level } }', {
    input: { targetId: 'care-model:network/mcp', level: 'WATCHING' },
  });
  const { startThread } = await anjali.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts(first: 1) { edges { node { id } } } } } }',
    { input: { title: 'An early round', body: `${words} opens it`, kind: 'QUESTION', modelTypes: ['MCP'] } },
  );
  thread = startThread.thread.id;
  const [first] = startThread.thread.posts.edges;
  const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
  const second = (await anjali.ok(reply, { input: { thread, body: `${words} answers it` } })).reply.post.id;
  await zubin.ok(reply, { input: { thread, body: 'I agree', inReplyTo: second } });
  await anjali.ok('mutation ($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { thread { id } } }', {
    input: { thread, post: second },
  });
  posts = [first.node.id, second];
  await hub.drain();
});
afterAll(() => hub?.close());

const post = '{ id body author { displayName } inReplyTo { body } removed removedReason }';
/** Everywhere a post's words can come from. */
const paths: readonly (readonly [string, string])[] = [
  ['the discussion', `query ($thread: ID!) { thread(id: $thread) { posts(first: 50) { edges { node ${post} } } } }`],
  [
    'its first unread post',
    `query ($thread: ID!) { thread(id: $thread) { firstUnreadPost ${post} acceptedPost ${post} answered } }`,
  ],
  [
    'the discussion as a node',
    `query ($thread: ID!) { node(id: $thread) { ... on Thread { title posts(last: 50) { edges { node ${post} } } } } }`,
  ],
  ['the post as a node', `query ($first: ID!) { node(id: $first) { ... on Post ${post} } }`],
  [
    'the reply as a node',
    `query ($second: ID!) { node(id: $second) { ... on Post { body thread { posts(first: 9) { edges { node ${post} } } } } } }`,
  ],
  [
    'the list of discussions',
    `{ threads(first: 100) { edges { node { title firstUnreadPost ${post} acceptedPost ${post} } } } }`,
  ],
  ['a list by words', `{ threads(filter: { text: "${words}" }) { totalCount edges { node { id } } } }`],
  ['the search', `{ search(text: "${words}") { totalCount edges { matchedLine node { ... on Node { id } } } } }`],
  ['the news', `{ notifications(first: 100) { edges { node { reason happened subject { ... on Post ${post} } } } } }`],
  ['the care model', '{ modelTypes { threadCount } }'],
];

/** The answers of everyone by every path that hold the words, or say that something was found by them. */
async function findings(): Promise<string[]> {
  const [first, second] = posts;
  const found: string[] = [];
  for (const [at, client] of viewers.entries()) {
    for (const [path, query] of paths) {
      const names = { thread, first, second };
      const variables = Object.fromEntries(Object.entries(names).filter(([name]) => query.includes(`$${name}`)));
      const { data, errors } = await client.run(query, variables);
      const strange = errors?.filter(({ extensions }) => !['UNAUTHENTICATED', 'NOT_FOUND'].includes(extensions.code));
      if (strange?.length) found.push(`${at} ${path}: ${strange[0]?.message}`);
      const text = JSON.stringify(data ?? null);
      if (text.includes(words) || /"(threads|search)":\{"totalCount":[1-9]/.test(text)) found.push(`${at} ${path}`);
    }
  }
  return found;
}

it('is found by its words before, so that the test can see (Z14)', async () => {
  const found = await findings();

  expect(found.filter((each) => each.includes(':'))).toEqual([]);
  expect(found).toContain('1 the discussion');
  expect(found).toContain('1 the search');
});

it('is read by nobody afterwards: not by who wrote it, who moderates, who was told of it, nor by search (Z14)', async () => {
  const remove = 'mutation ($input: RemovePostInput!) { removePost(input: $input) { post { body removed } } }';
  for (const id of [...posts].reverse()) {
    const { removePost } = await anjali.ok(remove, { input: { post: id } });
    expect(removePost.post).toEqual({ body: '', removed: true });
  }
  await hub.drain();

  expect(await findings()).toEqual([]);
});

it('keeps its place, its number and the fact that it was removed (Z14)', async () => {
  const { thread: seen } = await anjali.ok(
    'query ($thread: ID!) { thread(id: $thread) { replyCount answered acceptedPost { id } posts(first: 9) { edges { node { position removed removedByAuthor } } } } }',
    { thread },
  );

  expect(seen).toMatchObject({ replyCount: 1, answered: false, acceptedPost: null });
  expect(seen.posts.edges.map(({ node }: { node: object }) => node)).toEqual([
    { position: 1, removed: true, removedByAuthor: true },
    { position: 2, removed: true, removedByAuthor: true },
    { position: 3, removed: false, removedByAuthor: false },
  ]);
});
