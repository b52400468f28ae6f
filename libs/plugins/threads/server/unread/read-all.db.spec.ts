/** Marking all of a list read: what the filter shows and what the viewer may see, in one statement, with a way back. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const markAll = 'mutation ($input: MarkThreadsReadInput!) { markThreadsRead(input: $input) { threadCount undo } }';
const takeBack = 'mutation ($input: UndoMarkThreadsReadInput!) { undoMarkThreadsRead(input: $input) { threadCount } }';
const startThread =
  'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }';
const replyTo = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';

let hub: TestHub;
let siobhan: TestClient;
let gwen: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [siobhan, gwen] = await Promise.all([hub.as('siobhan-wrenfield'), hub.as('gwen-stillwater')]);
});
afterAll(() => hub?.close());

async function start(tag: string, over: object = {}): Promise<{ id: string; first: string }> {
  const input = { title: 'Read all of it', body: 'Words', modelTypes: ['ACC'], tags: [tag], ...over };
  const { thread } = (await siobhan.ok(startThread, { input })).startThread;
  return { id: thread.id, first: thread.posts.edges[0].node.id };
}

const unreadOf = async (id: string, as = gwen): Promise<number> =>
  (await as.ok('query ($id: ID!) { thread(id: $id) { unreadCount } }', { id })).thread.unreadCount;
const mark = async (filter: object | null, as = gwen) => (await as.ok(markAll, { input: { filter } })).markThreadsRead;
const undo = async (id: string, as = gwen) => (await as.ok(takeBack, { input: { undo: id } })).undoMarkThreadsRead;

it('marks every thread that the filter shows, on all its pages, and no other', async () => {
  const shown = await Promise.all([1, 2, 3].map(() => start('morning')));
  const other = await start('evening');

  expect(await mark({ tags: ['morning'] })).toMatchObject({ threadCount: 3 });

  for (const { id } of shown) expect(await unreadOf(id)).toBe(0);
  expect(await unreadOf(other.id)).toBe(1);
  expect(await unreadOf(shown[0]!.id, await hub.as('anjali-thornapple'))).toBe(1);
});

it('can be undone: each mark goes back to where it was, but for those that moved on since', async () => {
  const [opened, never, goneOn] = [await start('undone'), await start('undone'), await start('undone')];
  await siobhan.ok(replyTo, { input: { thread: opened.id, body: 'More' } });
  await gwen.ok('mutation ($input: MarkThreadReadInput!) { markThreadRead(input: $input) { thread { id } } }', {
    input: { thread: opened.id, upToPost: opened.first },
  });

  const done = await mark({ tags: ['undone'] });
  await siobhan.ok(replyTo, { input: { thread: goneOn.id, body: 'Since then' } });
  await gwen.ok('mutation ($id: ID!) { markThreadRead(input: { thread: $id }) { thread { id } } }', { id: goneOn.id });

  expect(done.threadCount).toBe(3);
  expect(await undo(done.undo)).toEqual({ threadCount: 2 });
  expect([await unreadOf(opened.id), await unreadOf(never.id), await unreadOf(goneOn.id)]).toEqual([1, 1, 0]);
  expect(await gwen.codeOf(takeBack, { input: { undo: done.undo } })).toBe('NOT_FOUND');
});

it('can be undone where posts have moved meanwhile, and leaves read what was read since', async () => {
  const [moved, into, opened] = [await start('moving'), await start('moving'), await start('moving')];
  const facilitator = await hub.as('marisol-greywether');
  const done = await mark({ tags: ['moving'] });
  await gwen.ok('mutation ($id: ID!) { markThreadRead(input: { thread: $id }) { thread { id } } }', { id: opened.id });
  await facilitator.ok('mutation ($input: MergeThreadsInput!) { mergeThreads(input: $input) { thread { id } } }', {
    input: { thread: moved.id, into: into.id },
  });
  expect(await unreadOf(into.id)).toBe(0);

  expect(await undo(done.undo)).toEqual({ threadCount: 1 });
  expect([await unreadOf(into.id), await unreadOf(opened.id)]).toEqual([2, 0]);
});

it('leaves unread what was posted after the list was shown, and takes back only what it marked', async () => {
  const [shown, later] = [await start('up-to'), await start('up-to')];
  const list = '{ threads(filter: { tags: ["up-to"] }, first: 1) { edges { node { lastActivityAt } } } }';
  const [newest] = (await gwen.ok(list)).threads.edges;
  await new Promise((passed) => setTimeout(passed, 5));
  await siobhan.ok(replyTo, { input: { thread: later.id, body: 'While you read' } });
  await start('up-to');

  const input = { filter: { tags: ['up-to'] }, upTo: newest.node.lastActivityAt };
  const done = (await gwen.ok(markAll, { input })).markThreadsRead;

  expect(done.threadCount).toBe(2);
  expect([await unreadOf(shown.id), await unreadOf(later.id)]).toEqual([0, 1]);
  expect(
    (await gwen.ok('{ threads(filter: { tags: ["up-to"], unreadOnly: true }) { totalCount } }')).threads.totalCount,
  ).toBe(2);
  expect(await undo(done.undo)).toEqual({ threadCount: 2 });
  expect([await unreadOf(shown.id), await unreadOf(later.id)]).toEqual([1, 2]);
});

it('with nothing unread does nothing, and what can be undone stays the time before', async () => {
  const { id } = await start('nothing-more');
  const first = await mark({ tags: ['nothing-more'] });

  expect(await mark({ tags: ['nothing-more'] })).toEqual({ threadCount: 0, undo: null });
  expect(await undo(first.undo)).toEqual({ threadCount: 1 });
  expect(await unreadOf(id)).toBe(1);
});

it('of several times only the last can be undone, and only by oneself', async () => {
  await start('first-time');
  const last = await start('last-time');
  const before = await mark({ tags: ['first-time'] });
  const after = await mark({ tags: ['last-time'] });

  expect(await gwen.codeOf(takeBack, { input: { undo: before.undo } })).toBe('NOT_FOUND');
  expect(await siobhan.codeOf(takeBack, { input: { undo: after.undo } })).toBe('NOT_FOUND');
  for (const none of ['read-all:00000000-0000-4000-8000-000000000000', 'thread:network/none'])
    expect(await gwen.codeOf(takeBack, { input: { undo: none } })).toBe('NOT_FOUND');
  expect(await unreadOf(last.id)).toBe(0);
  expect(await hub.anonymous.codeOf(markAll, { input: {} })).toBe('UNAUTHENTICATED');
  expect(await hub.anonymous.codeOf(takeBack, { input: { undo: after.undo } })).toBe('UNAUTHENTICATED');
});

it('counts and marks nothing that the viewer may not see', async () => {
  const anjali = await hub.as('anjali-thornapple');
  const input = { site: 'northvale', title: 'A draft of ours', summary: 'Ours', modelTypes: ['MCP'] };
  const draft = await anjali.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
    { input },
  );
  await anjali.ok(startThread, {
    input: {
      ...{ title: 'Hidden', body: 'Words', modelTypes: ['MCP'], tags: ['behind-doors'] },
      about: draft.createIntervention.intervention.id,
    },
  });

  expect(await mark({ tags: ['behind-doors'] })).toEqual({ threadCount: 0, undo: null });
  const [kept] =
    await hub.sql(`SELECT count(*)::int AS rows FROM threads.read_mark m JOIN threads.thread t ON t.ref = m.thread_ref
    WHERE m.member_ref = 'member:network/gwen-stillwater' AND 'behind-doors' = ANY(t.tags)`);
  expect(kept).toEqual({ rows: 0 });
});

it('is told in the other windows of the same member, and to nobody else', async () => {
  await start('two-windows');
  const own = await gwen.live('subscription { threadsRead { threadCount } }');
  const others = await siobhan.live('subscription { threadsRead { threadCount } }');

  const done = await mark({ tags: ['two-windows'] });
  expect(await own.next()).toEqual({ data: { threadsRead: { threadCount: 1 } } });
  await undo(done.undo);
  expect(await own.next()).toEqual({ data: { threadsRead: { threadCount: 1 } } });

  expect(others.received).toEqual([]);
  await Promise.all([own.stop(), others.stop()]);
});

describe('what a member hears of', () => {
  const listed = async (filter: string, tag: string): Promise<string[]> =>
    (await gwen.ok(`{ threads(filter: { tags: ["${tag}"], ${filter} }) { edges { node { id } } } }`)).threads.edges.map(
      ({ node }: { node: { id: string } }) => node.id,
    );
  const follow = (targetId: string, level: string) =>
    gwen.ok('mutation ($input: FollowInput!) { follow(input: $input) { level } }', { input: { targetId, level } });

  it('is what they follow, and the care models of their own sites where no rule of theirs decides', async () => {
    const { viewer } = await gwen.ok('{ viewer { sites { modelTypes { code } } } }');
    const own: string = viewer.sites[0].modelTypes[0].code;
    const foreign = ['MCP', 'PACS', 'EHCH', 'UEC', 'ACC'].find((code) => code !== own)!;
    const inOwn = await start('heard-of', { modelTypes: [own] });
    const inForeign = await start('heard-of', { modelTypes: [foreign] });

    expect(await listed('heard: true', 'heard-of')).toEqual([inOwn.id]);
    await follow(`care-model:network/${foreign.toLowerCase()}`, 'FIRST_POSTS');
    expect((await listed('heard: true', 'heard-of')).sort()).toEqual([inOwn.id, inForeign.id].sort());
    await follow(inOwn.id, 'REPLIES');
    expect(await listed('heard: true', 'heard-of')).toEqual([inForeign.id]);
    await follow(`care-model:network/${foreign.toLowerCase()}`, 'NONE');
  });

  it('leaves out what is muted, unless it is that alone which is asked for', async () => {
    const [muted, other] = [await start('muted'), await start('muted')];
    await follow(muted.id, 'MUTED');

    expect(await listed('muted: false', 'muted')).toEqual([other.id]);
    expect(await listed('muted: true', 'muted')).toEqual([muted.id]);
    expect(await mark({ tags: ['muted'], muted: false })).toMatchObject({ threadCount: 1 });
    expect(await unreadOf(muted.id)).toBe(1);
  });
});
