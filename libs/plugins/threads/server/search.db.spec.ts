import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let siobhan: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ only: ['threads', 'search'] });
  siobhan = await hub.as('siobhan-wrenfield');
});
afterAll(() => hub?.close());

async function found(text: string): Promise<string[]> {
  await hub.drain();
  const { search } = await siobhan.ok(
    'query ($text: String!) { search(text: $text, kinds: [THREAD]) { edges { node { ... on Thread { id } } } } }',
    { text },
  );
  return search.edges.map(({ node }: { node: { id: string } }) => node.id);
}

it('a thread is found by its title and by every post that is still there', async () => {
  const start =
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }';
  const { thread } = (await siobhan.ok(start, { input: { title: 'Zeppelin', body: 'A quokka', modelTypes: ['MCP'] } }))
    .startThread;
  const first = thread.posts.edges[0].node.id;
  const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
  const second = (await siobhan.ok(reply, { input: { thread: thread.id, body: 'A numbat' } })).reply.post.id;

  for (const word of ['zeppelin', 'quokka', 'numbat']) expect(await found(word)).toEqual([thread.id]);

  await siobhan.ok('mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }', {
    input: { post: first, expectedRevision: 1, body: 'A bilby' },
  });
  await siobhan.ok('mutation ($input: RemovePostInput!) { removePost(input: $input) { post { id } } }', {
    input: { post: second },
  });

  expect(await found('bilby')).toEqual([thread.id]);
  expect(await found('quokka')).not.toContain(thread.id);
  expect(await found('numbat')).not.toContain(thread.id);
});
