import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }`;
const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }`;
const follow = `mutation ($input: FollowInput!) { follow(input: $input) { level } }`;
const inbox =
  '{ notifications(first: 100) { edges { node { reason happened personal actor { displayName } subject { id } } } } }';

let hub: TestHub;
let siobhan: TestClient;
let gwen: TestClient;
let kit: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [siobhan, gwen, kit] = await Promise.all([
    hub.as('siobhan-wrenfield'),
    hub.as('gwen-stillwater'),
    hub.as('kit-ravensworthy'),
  ]);
});
afterAll(() => hub?.close());

async function startBy(client: TestClient, over: Record<string, unknown> = {}): Promise<string> {
  const input = { title: 'Night cover', body: 'How?', kind: 'QUESTION', modelTypes: ['ACC'], ...over };
  return (await client.ok(start, { input })).startThread.thread.id;
}

const replyBy = async (client: TestClient, thread: string, over: Record<string, unknown> = {}): Promise<string> =>
  (await client.ok(reply, { input: { thread, body: 'Slowly', ...over } })).reply.post.id;

/** What a member has been told of a thread, newest first: why, where it was addressed to them, else what happened. */
async function toldTo(client: TestClient, thread: string): Promise<string[]> {
  await hub.drain();
  const { edges } = (await client.ok(inbox)).notifications;
  const notes: Note[] = edges.map(({ node }: { node: Note }) => node);
  return notes.filter(({ subject }) => subject?.id === thread).map(wordsOf);
}

interface Note {
  readonly reason: string;
  readonly happened: string;
  readonly personal: boolean;
  readonly actor: { readonly displayName: string } | null;
  readonly subject: { readonly id: string } | null;
}

const wordsOf = ({ reason, happened, personal, actor }: Note) =>
  personal ? reason : `${actor?.displayName ?? 'A member'} ${happened}`;

it('the one who asked hears of each reply, and not of their own', async () => {
  const thread = await startBy(siobhan);
  await replyBy(gwen, thread);
  await replyBy(siobhan, thread);

  expect(await toldTo(siobhan, thread)).toEqual(['Gwen Stillwater replied to your question']);
});

it('the author of the post that a reply answers hears that it answers them', async () => {
  const thread = await startBy(siobhan);
  const post = await replyBy(gwen, thread);
  await replyBy(kit, thread, { inReplyTo: post });

  expect(await toldTo(gwen, thread)).toEqual([expect.stringMatching(/ replied to you$/)]);
});

it('followers of a care model hear of new threads in it', async () => {
  const helper = await hub.as('oluchi-meadowsweet');
  await helper.ok(follow, { input: { targetId: 'care-model:network/acc', level: 'FIRST_POSTS' } });
  const question = await startBy(siobhan);
  const learning = await startBy(siobhan, { kind: 'LEARNING' });
  const elsewhere = await startBy(siobhan, { modelTypes: ['UEC'] });
  await replyBy(gwen, question);

  expect(await toldTo(helper, question)).toEqual([expect.stringMatching(/ asked a question$/)]);
  expect(await toldTo(helper, learning)).toEqual([expect.stringMatching(/ shared what they learned$/)]);
  expect(await toldTo(helper, elsewhere)).toEqual([]);
});

it('those who watch a thread hear of every reply in it', async () => {
  const watcher = await hub.as('yusuf-orchardson');
  const thread = await startBy(siobhan);
  await hub.drain();
  await watcher.ok(follow, { input: { targetId: thread, level: 'WATCHING' } });
  await replyBy(gwen, thread);
  await replyBy(kit, thread, { anonymous: true });

  expect(await toldTo(watcher, thread)).toEqual(['A member replied', 'Gwen Stillwater replied']);
});

it('followers of a site hear of threads about it', async () => {
  const neighbour = await hub.as('tomasz-kestrelby');
  await neighbour.ok(follow, { input: { targetId: 'site:network/northvale', level: 'WATCHING' } });

  const thread = await startBy(siobhan, { about: 'site:network/northvale' });

  expect(await toldTo(neighbour, thread)).toHaveLength(1);
});

it('the one whose reply was accepted hears of it', async () => {
  const thread = await startBy(siobhan);
  const post = await replyBy(gwen, thread);
  await siobhan.ok('mutation ($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { thread { id } } }', {
    input: { thread, post },
  });

  expect(await toldTo(gwen, thread)).toEqual([expect.stringMatching(/ accepted your answer$/)]);
});

it('a post that was removed before anybody was told is no news', async () => {
  const thread = await startBy(siobhan);
  const post = await replyBy(gwen, thread);
  await gwen.ok('mutation ($post: ID!) { removePost(input: { post: $post }) { post { id } } }', { post });

  expect(await toldTo(siobhan, thread)).toEqual([]);
});
