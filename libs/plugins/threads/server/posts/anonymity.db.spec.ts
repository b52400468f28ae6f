import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const author = 'kwame-larkrise';
const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id author { id } posts { edges { node { id author { id } anonymous viewerCanEdit } } } } } }`;
const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { post { id author { id } anonymous viewerCanEdit } } }`;

let hub: TestHub;
let kwame: TestClient;
let gwen: TestClient;
let thread: string;
let first: string;
let second: string;

beforeAll(async () => {
  hub = await createTestHub();
  [kwame, gwen] = await Promise.all([hub.as(author), hub.as('gwen-stillwater')]);
  await hub.sql('DELETE FROM core.domain_event');
  const input = {
    title: 'Who else is worn out?',
    body: 'I am.',
    kind: 'QUESTION',
    modelTypes: ['MCP'],
    anonymous: true,
  };
  const started = (await kwame.ok(start, { input })).startThread.thread;
  [thread, first] = [started.id, started.posts.edges[0].node.id];
  second = (await kwame.ok(reply, { input: { thread, body: 'And again.', anonymous: true } })).reply.post.id;
});
afterAll(() => hub?.close());

it('an anonymous author is null to everyone, the author included', async () => {
  const query =
    'query ($id: ID!) { thread(id: $id) { author { id } posts { edges { node { author { id } anonymous viewerCanEdit } } } } }';
  const anonymously = (viewerCanEdit: boolean) => ({ node: { author: null, anonymous: true, viewerCanEdit } });

  expect((await gwen.ok(query, { id: thread })).thread).toEqual({
    author: null,
    posts: { edges: [anonymously(false), anonymously(false)] },
  });
  expect((await kwame.ok(query, { id: thread })).thread).toEqual({
    author: null,
    posts: { edges: [anonymously(true), anonymously(true)] },
  });
});

it('the author can still edit, accept an answer and remove what they wrote, and is named nowhere but beside their own posts', async () => {
  const answer = (await gwen.ok(reply, { input: { thread, body: 'Me too.', inReplyTo: second } })).reply.post.id;
  await kwame.ok('mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }', {
    input: { post: first, expectedRevision: 1, body: 'Still am.' },
  });
  await kwame.ok('mutation ($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { thread { id } } }', {
    input: { thread, post: answer },
  });
  await kwame.ok('mutation ($input: RemovePostInput!) { removePost(input: $input) { post { id } } }', {
    input: { post: second },
  });
  await hub.drain();

  const events = await hub.sql<{ name: string; actor_ref: string | null; facts: object }>(
    'SELECT name, actor_ref, facts FROM core.domain_event',
  );
  const links = await hub.sql('SELECT * FROM core.link WHERE from_ref = $1 OR to_ref = $1', [thread]);
  const entity = await hub.sql('SELECT * FROM core.entity WHERE ref = $1', [thread]);
  const follows = await hub.sql('SELECT * FROM subscriptions.follow WHERE member_ref = $1', [
    `member:network/${author}`,
  ]);
  const documents = await hub.sql('SELECT ref, title, body FROM search.document WHERE ref = $1', [thread]);

  const byOthers = events.filter((event) => event.actor_ref !== null);
  expect(events.map((event) => event.name)).toEqual(
    expect.arrayContaining(['thread.started', 'post.added', 'post.edited', 'answer.accepted', 'post.removed']),
  );
  expect(byOthers).toEqual([
    expect.objectContaining({ name: 'post.added', actor_ref: 'member:network/gwen-stillwater' }),
  ]);
  expect(follows).toEqual([]);
  expect(JSON.stringify([events, links, entity, documents])).not.toContain(author);
});

it('others are told of the post without a name, and the author is told of replies but not of their own posts', async () => {
  const anjali = await hub.as('anjali-thornapple');
  await anjali.ok('mutation { follow(input: { targetId: "care-model:network/mcp", level: WATCHING }) { level } }');
  const input = { title: 'Quietly', body: 'Anyone?', modelTypes: ['MCP'], anonymous: true };
  const { id } = (await kwame.ok(start, { input })).startThread.thread;
  await kwame.ok(reply, { input: { thread: id, body: 'No one?', anonymous: true } });
  await gwen.ok(reply, { input: { thread: id, body: 'Here' } });
  await hub.drain();
  const query =
    '{ notifications(unreadOnly: true, first: 100) { edges { node { reason actor { id } subject { id } } } } }';
  const about = async (client: TestClient) =>
    (await client.ok(query)).notifications.edges
      .map(({ node }: { node: object }) => node)
      .filter(({ subject }: { subject: { id: string } }) => subject?.id === id);

  const forAnjali = await about(anjali);
  const forKwame = await about(kwame);

  expect(forAnjali).toHaveLength(3);
  expect(forAnjali.map(({ actor }: { actor: { id: string } | null }) => actor?.id ?? null)).toEqual([
    'member:network/gwen-stillwater',
    null,
    null,
  ]);
  expect(JSON.stringify(forAnjali)).not.toContain('Kwame');
  expect(forKwame).toEqual([expect.objectContaining({ actor: { id: 'member:network/gwen-stillwater' } })]);
});
