import { Database, Directory } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }`;
const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }`;
const merge = `mutation ($input: MergeThreadsInput!) { mergeThreads(input: $input) { thread { id } } }`;
const split = `mutation ($input: SplitThreadInput!) { splitThread(input: $input) { thread { id } } }`;
const state = `query ($id: ID!) { thread(id: $id) { title kind replyCount unreadCount lastActivityAt answered locked author { id }
  about { id } modelTypes { code } mergedInto { id } movedTo { id } posts(first: 50) { edges { node { body position author { id } inReplyTo { position thread { id } } } } } } }`;
const postAt = `query ($thread: ID!, $position: Int!) { thread(id: $thread) { postAt(position: $position) { id position thread { id } } } }`;

let hub: TestHub;
let siobhan: TestClient;
let gwen: TestClient;
let marisol: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [siobhan, gwen, marisol] = await Promise.all([
    hub.as('siobhan-wrenfield'),
    hub.as('gwen-stillwater'),
    hub.as('marisol-greywether'),
  ]);
});
afterAll(() => hub?.close());

async function threadWith(replies: readonly string[], over: object = {}): Promise<{ id: string; posts: string[] }> {
  const input = { title: 'Night cover', body: 'Who pays?', modelTypes: ['EHCH'], ...over };
  const { id } = (await siobhan.ok(start, { input })).startThread.thread;
  const posts: string[] = [];
  for (const body of replies) posts.push((await gwen.ok(reply, { input: { thread: id, body } })).reply.post.id);
  return { id, posts };
}

const stateOf = async (client: TestClient, id: string) => (await client.ok(state, { id })).thread;
const bodiesOf = (thread: { posts: { edges: { node: { body: string } }[] } }) =>
  thread.posts.edges.map(({ node }) => node.body);
const placeOf = async (thread: string, position: number) => (await gwen.ok(postAt, { thread, position })).thread.postAt;
const mergeBy = async (client: TestClient, thread: string, into: string) =>
  (await client.ok(merge, { input: { thread, into } })).mergeThreads.thread.id;

async function hiddenThing(): Promise<string> {
  const ref = 'intervention:northvale/hidden-from-most';
  const entry = { ref, title: 'Hidden', visibility: 'site', owner: 'site:network/northvale', at: new Date() } as const;
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(Directory).put(tx, entry));
  return ref;
}

describe('merging', () => {
  it('puts all posts at the end of the other thread, and old places lead there', async () => {
    const one = await threadWith(['The federation', 'For how long?']);
    const other = await threadWith(['Nobody'], { title: 'Cover at night' });

    expect(await mergeBy(marisol, one.id, other.id)).toBe(other.id);

    const merged = await stateOf(gwen, other.id);
    expect(bodiesOf(merged)).toEqual(['Who pays?', 'Nobody', 'Who pays?', 'The federation', 'For how long?']);
    expect(merged).toMatchObject({ replyCount: 4, mergedInto: null });
    expect(await stateOf(gwen, one.id)).toMatchObject({
      ...{ replyCount: 0, unreadCount: 0, locked: true, mergedInto: { id: other.id }, posts: { edges: [] } },
    });
    expect(await placeOf(one.id, 3)).toEqual({ id: one.posts[1], position: 5, thread: { id: other.id } });
    expect(await placeOf(other.id, 2)).toEqual({ id: other.posts[0], position: 2, thread: { id: other.id } });
    expect(await placeOf(other.id, 99)).toBeNull();
  });

  it('leaves what was merged in no list, count or search', async () => {
    const one = await threadWith(['Bogbean'], { title: 'Quillwort duties', tags: ['quillwort'] });
    const other = await threadWith([]);
    await mergeBy(marisol, one.id, other.id);
    await hub.drain();

    const { threads, threadTags, search } = await gwen.ok(
      '{ threads(filter: { text: "Quillwort duties" }) { totalCount } threadTags { tag } search(text: "quillwort duties") { totalCount } }',
    );
    const found = (await gwen.ok('{ search(text: "bogbean") { edges { node { ... on Thread { id } } } } }')).search;

    expect([threads.totalCount, search.totalCount]).toEqual([0, 0]);
    expect(JSON.stringify(threadTags)).not.toContain('quillwort');
    expect(found.edges).toEqual([{ node: { id: other.id } }]);
  });

  it('goes on: what was merged into the one leads to the third', async () => {
    const [one, two, three] = [await threadWith(['a']), await threadWith([]), await threadWith([])];
    await mergeBy(marisol, one.id, two.id);
    await mergeBy(marisol, two.id, three.id);

    expect((await stateOf(gwen, one.id)).mergedInto).toEqual({ id: three.id });
    expect(await placeOf(one.id, 2)).toEqual({ id: one.posts[0], position: 4, thread: { id: three.id } });
    expect(await marisol.codeOf(merge, { input: { thread: one.id, into: three.id } })).toBe('BAD_USER_INPUT');
    expect(await marisol.codeOf(merge, { input: { thread: three.id, into: two.id } })).toBe('BAD_USER_INPUT');
    expect(await gwen.codeOf(reply, { input: { thread: one.id, body: 'Late' } })).toBe('FORBIDDEN');
  });

  it('is for facilitators, and only of threads that the same people see', async () => {
    const [one, other] = [await threadWith([]), await threadWith([])];
    const anjali = await hub.as('anjali-thornapple');
    const input = { title: 'Among us', body: 'Us', modelTypes: ['EHCH'], about: await hiddenThing() };
    const among = (await anjali.ok(start, { input })).startThread.thread.id;
    await hub.sql(
      `UPDATE core.account SET keys = array_append(keys, 'site:network/northvale') WHERE ref = 'member:network/marisol-greywether'`,
    );

    expect(await siobhan.codeOf(merge, { input: { thread: one.id, into: other.id } })).toBe('FORBIDDEN');
    expect(await marisol.codeOf(merge, { input: { thread: one.id, into: one.id } })).toBe('BAD_USER_INPUT');
    expect(await marisol.codeOf(merge, { input: { thread: one.id, into: 'thread:network/never-was' } })).toBe(
      'NOT_FOUND',
    );
    const insider = await hub.as('marisol-greywether');
    expect(await insider.codeOf(merge, { input: { thread: among, into: one.id } })).toBe('BAD_USER_INPUT');
    expect(bodiesOf(await stateOf(anjali, among))).toEqual(['Us']);
  });
});

describe('splitting', () => {
  it('makes a thread of some replies, of their first author, beside the one that they come from', async () => {
    const { id, posts } = await threadWith(['One', 'Two', 'Three'], {
      about: 'site:network/northvale',
      modelTypes: ['MCP'],
    });
    const answer = (await siobhan.ok(reply, { input: { thread: id, body: 'To two', inReplyTo: posts[1] } })).reply.post
      .id;

    const input = { thread: id, posts: [answer, posts[1]], title: 'About two', kind: 'QUESTION' };
    const made = (await marisol.ok(split, { input })).splitThread.thread.id;

    expect(await stateOf(siobhan, made)).toMatchObject({
      ...{ title: 'About two', kind: 'QUESTION', replyCount: 1, author: { id: 'member:network/gwen-stillwater' } },
      ...{ about: { id: 'site:network/northvale' }, modelTypes: [{ code: 'MCP' }] },
      posts: {
        edges: [
          { node: { body: 'Two', position: 1 } },
          { node: { body: 'To two', position: 2, inReplyTo: { position: 1, thread: { id: made } } } },
        ],
      },
    });
    const rest = await stateOf(siobhan, id);
    expect(bodiesOf(rest)).toEqual(['Who pays?', 'One', 'Three']);
    expect(rest).toMatchObject({ replyCount: 2, movedTo: [{ id: made }] });
    expect(await placeOf(id, 3)).toEqual({ id: posts[1], position: 1, thread: { id: made } });
  });

  it('of an anonymous reply names nobody', async () => {
    const { id } = await threadWith([]);
    const hidden = (await gwen.ok(reply, { input: { thread: id, body: 'Worn out', anonymous: true } })).reply.post.id;

    const made = (await marisol.ok(split, { input: { thread: id, posts: [hidden], title: 'Worn out' } })).splitThread
      .thread.id;

    expect(await stateOf(siobhan, made)).toMatchObject({
      author: null,
      posts: { edges: [{ node: { author: null } }] },
    });
  });

  it('takes the accepted answer along, and leaves a question without one', async () => {
    const { id, posts } = await threadWith(['This is it'], { kind: 'QUESTION' });
    await siobhan.ok('mutation ($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { thread { id } } }', {
      input: { thread: id, post: posts[0] },
    });

    await marisol.ok(split, { input: { thread: id, posts, title: 'It' } });

    expect((await stateOf(siobhan, id)).answered).toBe(false);
  });

  it('is for facilitators, of replies of the thread, and happens once for one clientMutationId', async () => {
    const { id, posts } = await threadWith(['One']);
    const elsewhere = await threadWith(['Two']);
    const first = (await placeOf(id, 1)).id;
    const refusal = (client: TestClient, ids: string[], title = 'New') =>
      client.codeOf(split, { input: { thread: id, posts: ids, title } });

    expect(await refusal(gwen, posts)).toBe('FORBIDDEN');
    expect(await refusal(marisol, [])).toBe('BAD_USER_INPUT');
    expect(await refusal(marisol, [first])).toBe('BAD_USER_INPUT');
    expect(await refusal(marisol, posts, ' ')).toBe('BAD_USER_INPUT');
    expect(await refusal(marisol, [...posts, ...elsewhere.posts])).toBe('NOT_FOUND');
    const input = { thread: id, posts, title: 'Once', clientMutationId: 'split-1' };
    const made = (await marisol.ok(split, { input })).splitThread.thread.id;
    expect((await marisol.ok(split, { input })).splitThread.thread.id).toBe(made);
  });
});

it('nobody’s read posts become unread by a merge or a split, nor the other way round', async () => {
  const one = await threadWith(['a', 'b']);
  const other = await threadWith(['c'], { title: 'Other' });
  const reader = await hub.as('kit-ravensworthy');
  await reader.ok('mutation ($input: MarkThreadReadInput!) { markThreadRead(input: $input) { thread { id } } }', {
    input: { thread: one.id, upToPost: one.posts[0] },
  });

  await mergeBy(marisol, one.id, other.id);
  const merged = (await stateOf(reader, other.id)).unreadCount;
  const input = { thread: other.id, posts: one.posts, title: 'Apart' };
  const made = (await marisol.ok(split, { input })).splitThread.thread.id;

  expect(merged).toBe(3);
  expect((await stateOf(reader, made)).unreadCount).toBe(1);
  expect((await stateOf(reader, other.id)).unreadCount).toBe(2);
});
