/** What becomes of what was written into a record when its post is edited, moved, hidden, removed; and when the record wants it no more. */
import { actionOf, Database, type Action } from '@hub/core/server';
import { PostModeration } from '@hub/plugins/threads/contract';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const start =
  'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }';
const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
const edit = 'mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }';
const remove = 'mutation ($input: RemovePostInput!) { removePost(input: $input) { post { id } } }';
const merge = 'mutation ($input: MergeThreadsInput!) { mergeThreads(input: $input) { thread { id } } }';
const split = 'mutation ($input: SplitThreadInput!) { splitThread(input: $input) { thread { id } } }';
const promote = 'mutation ($input: PromotePostInput!) { promotePost(input: $input) { promotion { id } } }';
const takeOut = `mutation ($input: TakeOutPromotionInput!) { takeOutPromotion(input: $input) {
  record { ... on Adaptation { promotions { id } modifications { what } } } } }`;
const ofPost = 'query ($id: ID!) { node(id: $id) { ... on Post { body promotions { words } } } }';
const ofRecord = `query ($id: ID!) { node(id: $id) { ... on Adaptation { promotions { id words viewerCanTakeOut post { position body thread { title } } }
  modifications { what } } } }`;

interface Told {
  readonly id: string;
  readonly words: string;
  readonly viewerCanTakeOut: boolean;
  readonly post: {
    readonly position: number;
    readonly body: string;
    readonly thread: { readonly title: string };
  } | null;
}

const record = 'adaptation:northvale/breathlessness-clinic';
let hub: TestHub;
let anjali: TestClient;
let gwen: TestClient;
let marisol: TestClient;
/** Wrote the post. */
let siobhan: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, gwen, marisol, siobhan] = await Promise.all([
    hub.as('anjali-thornapple'),
    hub.as('gwen-stillwater'),
    hub.as('marisol-greywether'),
    hub.as('siobhan-wrenfield'),
  ]);
});
afterAll(() => hub?.close());

let times = 0;

/** A reply that was written into the record twice: as something learned and as a change, in words of their own. */
async function promoted(): Promise<{ thread: string; post: string; learned: string; changed: string }> {
  times += 1;
  const input = { title: `Ringing ${times}`, body: 'Who rings?', modelTypes: ['MCP'] };
  const { thread } = (await gwen.ok(start, { input })).startThread;
  const { post } = (await siobhan.ok(reply, { input: { thread: thread.id, body: 'We ring. Jo Bloggs does' } })).reply;
  const [learned, changed] = [`Learned ${times}`, `Changed ${times}`];
  const both = { post: post.id, record, expectedRevision: 1 };
  await anjali.ok(promote, { input: { ...both, kind: 'LEARNING', words: learned } });
  await anjali.ok(promote, { input: { ...both, kind: 'CHANGE', words: changed, why: 'Nobody was in' } });
  return { thread: thread.id, post: post.id, learned, changed };
}

const moderate = (work: (posts: PostModeration, action: Action) => Promise<void>) =>
  hub.hub.app
    .get(Database)
    .transaction(async (tx) =>
      work(hub.hub.app.get(PostModeration), await actionOf(tx, 'member:network/marisol-greywether', new Date())),
    );

async function told(client: TestClient, words: string): Promise<Told | undefined> {
  const { promotions } = (await client.ok(ofRecord, { id: record })).node;
  return promotions.find((each: Told) => each.words === words);
}
const changes = async (client: TestClient): Promise<string[]> =>
  (await client.ok(ofRecord, { id: record })).node.modifications.map(({ what }: { what: string }) => what);
const became = async (client: TestClient, post: string): Promise<string[]> =>
  (await client.ok(ofPost, { id: post })).node.promotions.map(({ words }: { words: string }) => words);

/** The record has its words still; nobody is led to the post, nor told that the change came from one. */
async function expectOnlyTheRecord(post: string, { learned, changed }: { learned: string; changed: string }) {
  expect(await became(gwen, post)).toEqual([]);
  expect(await told(gwen, learned)).toMatchObject({ words: learned, post: null });
  expect(await told(gwen, changed)).toBeUndefined();
  expect(await changes(gwen)).toContain(changed);
}

async function expectBothWays(post: string, { learned, changed }: { learned: string; changed: string }) {
  expect(await became(gwen, post)).toEqual([learned, changed]);
  for (const words of [learned, changed]) expect(await told(gwen, words)).toMatchObject({ post: { position: 2 } });
}

describe('the post', () => {
  it('is edited: the record keeps its words, and each leads to the other', async () => {
    const { post, ...words } = await promoted();
    await siobhan.ok(edit, { input: { post, expectedRevision: 1, body: 'We write' } });

    await expectBothWays(post, words);
    expect(await told(gwen, words.learned)).toMatchObject({ post: { body: 'We write' } });
  });

  it('is removed: the record keeps its words, and nothing leads to what is gone (Z14)', async () => {
    const { post, ...words } = await promoted();
    await siobhan.ok(remove, { input: { post } });

    await expectOnlyTheRecord(post, words);
    expect(
      await anjali.codeOf(promote, { input: { post, record, expectedRevision: 1, kind: 'LEARNING', words: 'More' } }),
    ).toBe('FORBIDDEN');
  });

  it('waits for a moderator: only its author is led to it, nobody uses it, and all is back when it is shown again', async () => {
    const { post, ...words } = await promoted();
    await moderate((posts, action) => posts.hide(action, post));

    await expectOnlyTheRecord(post, words);
    expect(await told(siobhan, words.changed)).toMatchObject({ post: { position: 2 } });
    const more = { post, record, expectedRevision: 1, kind: 'LEARNING', words: 'More', again: true };
    expect(await anjali.codeOf(promote, { input: more })).toBe('FORBIDDEN');

    await moderate((posts, action) => posts.restore(action, post));
    await expectBothWays(post, words);
  });

  it('has words cut out by a moderator: they are gone there, and what the record says is for its editors', async () => {
    const { post, ...words } = await promoted();
    const cut = { expectedRevision: 1, passages: ['Jo Bloggs does'] };
    await moderate((posts, action) => posts.cutOut(action, post, cut));

    await expectBothWays(post, words);
    const { post: shown } = (await told(gwen, words.learned))!;
    expect(shown?.body).not.toContain('Bloggs');
  });

  it('moves to another discussion and to one of its own: the record leads to where it is', async () => {
    const { thread, post, ...words } = await promoted();
    const into = await promoted();
    await marisol.ok(merge, { input: { thread, into: into.thread } });
    expect(await told(gwen, words.changed)).toMatchObject({
      post: { position: 4, thread: { title: `Ringing ${times}` } },
    });

    await marisol.ok(split, { input: { thread: into.thread, posts: [post], title: 'Who rings, apart' } });
    expect(await told(gwen, words.changed)).toMatchObject({
      post: { position: 1, thread: { title: 'Who rings, apart' } },
    });
    expect(await became(gwen, post)).toEqual([words.learned, words.changed]);
  });
});

describe('the record', () => {
  it('loses what was written: nothing is said of it at the post', async () => {
    const { post, learned, changed } = await promoted();
    await hub.sql('DELETE FROM adaptations.modification WHERE what = $1', [changed]);

    expect(await became(anjali, post)).toEqual([learned]);
  });

  it('wants what was learned no more: it is gone from both ends; of a change only where it came from', async () => {
    const { post, learned, changed } = await promoted();
    for (const words of [learned, changed]) {
      const { id, viewerCanTakeOut } = (await told(anjali, words))!;
      expect(viewerCanTakeOut).toBe(true);
      await anjali.ok(takeOut, { input: { record, promotion: id } });
    }

    expect(await became(gwen, post)).toEqual([]);
    expect(await told(gwen, learned)).toBeUndefined();
    expect(await changes(gwen)).toContain(changed);
  });

  it('is changed by those who edit it alone, and only in what it has', async () => {
    const { learned } = await promoted();
    const { id, viewerCanTakeOut } = (await told(gwen, learned))!;

    expect(viewerCanTakeOut).toBe(false);
    expect(await gwen.codeOf(takeOut, { input: { record, promotion: id } })).toBe('FORBIDDEN');
    expect(await hub.anonymous.codeOf(takeOut, { input: { record, promotion: id } })).toBe('UNAUTHENTICATED');
    const other = 'intervention:northvale/cough-care-pathway';
    expect(await anjali.codeOf(takeOut, { input: { record: other, promotion: id } })).toBe('NOT_FOUND');
    expect(
      await anjali.codeOf(takeOut, { input: { record, promotion: 'promotion:00000000-0000-4000-8000-000000000000' } }),
    ).toBe('NOT_FOUND');
    expect(await told(gwen, learned)).toBeDefined();
  });
});
