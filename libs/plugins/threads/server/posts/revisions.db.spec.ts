import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }`;
const edit = `mutation ($input: EditPostInput!) { editPost(input: $input) { post { revision editedAt } } }`;
const history = `query ($id: ID!) { node(id: $id) { ... on Post { body createdAt editedAt author { id } revisions { number body writtenAt } } } }`;

let hub: TestHub;
let siobhan: TestClient;
let gwen: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [siobhan, gwen] = await Promise.all([hub.as('siobhan-wrenfield'), hub.as('gwen-stillwater')]);
});
afterAll(() => hub?.close());

/** A first post that was edited as often as there are further texts. */
async function postWith(texts: readonly string[], over: object = {}): Promise<string> {
  const [body, ...later] = texts;
  const input = { title: 'Weekly round', body, modelTypes: ['EHCH'], ...over };
  const post: string = (await siobhan.ok(start, { input })).startThread.thread.posts.edges[0].node.id;
  for (const [index, words] of later.entries()) await editTo(post, index + 1, words);
  return post;
}

const editTo = async (post: string, expectedRevision: number, body: string) =>
  (await siobhan.ok(edit, { input: { post, expectedRevision, body } })).editPost.post;

const historyOf = async (client: TestClient, id: string) => (await client.ok(history, { id })).node;

it('whoever sees a post sees what it said before each edit, the newest first', async () => {
  const post = await postWith(['An hour', 'Two hours', 'Two hours, with the pharmacist']);

  const seen = await historyOf(gwen, post);

  expect(seen.body).toBe('Two hours, with the pharmacist');
  expect(seen.revisions).toEqual([
    { number: 2, body: 'Two hours', writtenAt: expect.any(String) },
    { number: 1, body: 'An hour', writtenAt: seen.createdAt },
  ]);
  expect(await historyOf(hub.anonymous, post)).toBeNull();
});

it('the same words again are no edit', async () => {
  const post = await postWith(['An hour']);

  expect(await editTo(post, 1, 'An hour')).toEqual({ revision: 1, editedAt: null });
  expect((await historyOf(gwen, post)).revisions).toEqual([]);
});

it('nobody sees what a post said before once it is removed, and the hub keeps it no more', async () => {
  const post = await postWith(['Mrs Alder fell again', 'A resident fell again']);
  await siobhan.ok('mutation ($post: ID!) { removePost(input: { post: $post }) { post { id } } }', { post });

  expect((await historyOf(siobhan, post)).revisions).toEqual([]);
  expect(await hub.sql('SELECT 1 FROM threads.revision WHERE post_id = $1', [post.replace('post:', '')])).toEqual([]);
});

it('the edits of an anonymous post name nobody', async () => {
  const post = await postWith(['I am worn out', 'We are worn out'], { anonymous: true });

  expect(await historyOf(gwen, post)).toMatchObject({ author: null, revisions: [{ body: 'I am worn out' }] });
});

it('nothing is found by words that were edited away (Z4)', async () => {
  const post = await postWith(['Quillwort was the word', 'Another word']);
  await hub.drain();

  const { search } = await gwen.ok('{ search(text: "Quillwort") { totalCount } }');

  expect(search.totalCount).toBe(0);
  expect((await historyOf(gwen, post)).revisions).toHaveLength(1);
});

it('the author’s own data holds what they wrote before', async () => {
  await postWith(['Before the edit, all mine', 'After it']);

  const { exportMyData } = await siobhan.ok('mutation { exportMyData(input: {}) { content } }');

  expect(exportMyData.content).toContain('Before the edit, all mine');
});

it('a post stays as it is once it was edited 99 times', async () => {
  const post = await postWith(['0']);
  await hub.sql('UPDATE threads.post SET revision = 100 WHERE id = $1', [post.replace('post:', '')]);

  expect(await siobhan.codeOf(edit, { input: { post, expectedRevision: 100, body: '100' } })).toBe('FORBIDDEN');
});
