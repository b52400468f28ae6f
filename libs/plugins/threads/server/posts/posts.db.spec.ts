import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }`;
const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { post { id position body revision editedAt author { id } inReplyTo { id } thread { id replyCount } } } }`;
const edit = `mutation ($input: EditPostInput!) { editPost(input: $input) { post { id body revision editedAt createdAt viewerCanEdit } } }`;
const remove = `mutation ($input: RemovePostInput!) { removePost(input: $input) { post { id position body removed removedByAuthor removedReason thread { replyCount } } } }`;
const react = `mutation ($input: ReactInput!) { react(input: $input) { post { reactions { kind count viewerReacted } } } }`;
const accept = `mutation ($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { thread { answered acceptedPost { id } viewerCanAcceptAnswer } } }`;
const lock = `mutation ($input: SetThreadLockedInput!) { setThreadLocked(input: $input) { thread { locked lockedReason } } }`;

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

/** A question of Siobhan's with its first post. */
async function question(): Promise<{ thread: string; post: string }> {
  const input = { title: 'Weekly round', body: 'How long does yours take?', kind: 'QUESTION', modelTypes: ['EHCH'] };
  const { thread } = (await siobhan.ok(start, { input })).startThread;
  return { thread: thread.id, post: thread.posts.edges[0].node.id };
}

const replyBy = async (client: TestClient, thread: string, over: Record<string, unknown> = {}) =>
  (await client.ok(reply, { input: { thread, body: 'An hour', ...over } })).reply.post;

describe('a reply', () => {
  it('takes the next place, names its author, and says which post it answers', async () => {
    const { thread, post } = await question();

    const first = await replyBy(gwen, thread, { inReplyTo: post });
    const second = await replyBy(siobhan, thread);

    expect(first).toMatchObject({
      position: 2,
      body: 'An hour',
      revision: 1,
      editedAt: null,
      author: { id: 'member:network/gwen-stillwater' },
      inReplyTo: { id: post },
    });
    expect(second).toMatchObject({ position: 3, inReplyTo: null, thread: { id: thread, replyCount: 2 } });
  });

  it('is named by the post that it answers, until it is removed', async () => {
    const { thread, post } = await question();
    await replyBy(gwen, thread);
    const first = await replyBy(gwen, thread, { inReplyTo: post });
    const second = await replyBy(siobhan, thread, { inReplyTo: post });
    await replyBy(siobhan, thread, { inReplyTo: first.id });
    const answeredBy = async () =>
      (await gwen.ok('query ($id: ID!) { node(id: $id) { ... on Post { answeredBy } } }', { id: post })).node
        .answeredBy;

    expect(await answeredBy()).toEqual([3, 4]);
    await siobhan.ok(remove, { input: { post: second.id } });
    expect(await answeredBy()).toEqual([3]);
  });

  it('keeps its place among many at once', async () => {
    const { thread } = await question();

    const posts = await Promise.all(Array.from({ length: 8 }, () => replyBy(gwen, thread)));

    expect(posts.map(({ position }) => position).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is written once for one clientMutationId', async () => {
    const { thread } = await question();

    const first = await replyBy(gwen, thread, { clientMutationId: 'reply-1' });
    const again = await replyBy(gwen, thread, { clientMutationId: 'reply-1' });

    expect(again).toMatchObject({ id: first.id, thread: { replyCount: 1 } });
    expect(await gwen.codeOf(reply, { input: { thread, body: 'Two hours', clientMutationId: 'reply-1' } })).toBe(
      'CONFLICT',
    );
  });

  it('is refused where there is no such thread, or where it answers a post of another one', async () => {
    const { thread } = await question();
    const elsewhere = await question();

    expect(await gwen.codeOf(reply, { input: { thread: 'thread:network/never-was', body: 'Hello' } })).toBe(
      'NOT_FOUND',
    );
    expect(await gwen.codeOf(reply, { input: { thread: 'site:network/northvale', body: 'Hello' } })).toBe('NOT_FOUND');
    expect(await gwen.codeOf(reply, { input: { thread: 'nonsense', body: 'Hello' } })).toBe('BAD_USER_INPUT');
    expect(await gwen.codeOf(reply, { input: { thread, body: 'Hello', inReplyTo: elsewhere.post } })).toBe(
      'BAD_USER_INPUT',
    );
    expect(
      await gwen.codeOf(reply, {
        input: { thread, body: 'Hello', inReplyTo: 'post:00000000-0000-4000-8000-000000000000' },
      }),
    ).toBe('NOT_FOUND');
    expect(await hub.anonymous.codeOf(reply, { input: { thread, body: 'Hello' } })).toBe('UNAUTHENTICATED');
  });
});

describe('editing a post', () => {
  it('changes its text, marks it edited and counts the revision', async () => {
    const { post } = await question();

    const edited = (await siobhan.ok(edit, { input: { post, expectedRevision: 1, body: 'How long is yours?' } }))
      .editPost.post;

    expect(edited).toMatchObject({ body: 'How long is yours?', revision: 2, viewerCanEdit: true });
    expect(edited.editedAt >= edited.createdAt).toBe(true);
  });

  it('is for its author alone', async () => {
    const { post } = await question();

    expect(await gwen.codeOf(edit, { input: { post, expectedRevision: 1, body: 'Mine now' } })).toBe('FORBIDDEN');
    expect(await marisol.codeOf(edit, { input: { post, expectedRevision: 1, body: 'Mine now' } })).toBe('FORBIDDEN');
    expect(
      await siobhan.codeOf(edit, {
        input: { post: 'post:00000000-0000-4000-8000-000000000000', expectedRevision: 1, body: 'x' },
      }),
    ).toBe('NOT_FOUND');
  });

  it('is a conflict when stale, with what is there now, and changes nothing', async () => {
    const { post } = await question();
    await siobhan.ok(edit, { input: { post, expectedRevision: 1, body: 'From my phone' } });

    const { errors } = await siobhan.run(edit, { input: { post, expectedRevision: 1, body: 'From my desk' } });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { revision: 2, body: 'From my phone' },
    });
    expect(
      (await siobhan.ok('query ($id: ID!) { node(id: $id) { ... on Post { body } } }', { id: post })).node.body,
    ).toBe('From my phone');
  });
});

describe('removing a post', () => {
  it('takes its text from everyone and keeps its place', async () => {
    const { thread, post } = await question();
    const { id } = await replyBy(gwen, thread, { inReplyTo: post });
    await replyBy(siobhan, thread);

    const removed = (await gwen.ok(remove, { input: { post: id, reason: 'Named a patient' } })).removePost.post;

    expect(removed).toEqual({
      id,
      position: 2,
      body: '',
      removed: true,
      removedByAuthor: true,
      removedReason: 'Named a patient',
      thread: { replyCount: 1 },
    });
    expect((await marisol.ok('query ($id: ID!) { node(id: $id) { ... on Post { body } } }', { id })).node.body).toBe(
      '',
    );
    expect(await gwen.codeOf(edit, { input: { post: id, expectedRevision: 1, body: 'Back' } })).toBe('FORBIDDEN');
    expect(await gwen.codeOf(react, { input: { post: id, kind: 'USEFUL', on: true } })).toBe('FORBIDDEN');
  });

  it('is for its author and facilitators, and harmless to repeat', async () => {
    const { thread } = await question();
    const { id } = await replyBy(gwen, thread);

    expect(await siobhan.codeOf(remove, { input: { post: id } })).toBe('FORBIDDEN');
    const first = (await marisol.ok(remove, { input: { post: id } })).removePost.post;
    const again = (await gwen.ok(remove, { input: { post: id } })).removePost.post;
    expect(first).toMatchObject({ removedByAuthor: false, thread: { replyCount: 0 } });
    expect(again).toEqual(first);
  });
});

describe('reacting', () => {
  it('counts people once for each kind, and says which are the viewer’s', async () => {
    const { post } = await question();
    await gwen.ok(react, { input: { post, kind: 'THANK_YOU', on: true } });
    await gwen.ok(react, { input: { post, kind: 'USEFUL', on: true } });
    await gwen.ok(react, { input: { post, kind: 'USEFUL', on: true } });

    const both = (await siobhan.ok(react, { input: { post, kind: 'USEFUL', on: true } })).react.post.reactions;
    const back = (await siobhan.ok(react, { input: { post, kind: 'USEFUL', on: false } })).react.post.reactions;

    expect(both).toEqual([
      { kind: 'USEFUL', count: 2, viewerReacted: true },
      { kind: 'THANK_YOU', count: 1, viewerReacted: false },
    ]);
    expect(back[0]).toEqual({ kind: 'USEFUL', count: 1, viewerReacted: false });
  });

  it('is with known words to posts that exist', async () => {
    const { post } = await question();

    const { errors } = await gwen.run(react, { input: { post, kind: 'LOVE', on: true } });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.kind' }] });
    expect(
      await gwen.codeOf(react, { input: { post: 'thread:network/team-meeting-runs-on', kind: 'USEFUL', on: true } }),
    ).toBe('NOT_FOUND');
  });
});

describe('the answer to a question', () => {
  it('is accepted by the one who asked, and can be taken back', async () => {
    const { thread } = await question();
    const { id } = await replyBy(gwen, thread);

    const accepted = (await siobhan.ok(accept, { input: { thread, post: id } })).acceptAnswer.thread;
    const takenBack = (await marisol.ok(accept, { input: { thread } })).acceptAnswer.thread;

    expect(accepted).toEqual({ answered: true, acceptedPost: { id }, viewerCanAcceptAnswer: true });
    expect(takenBack).toMatchObject({ answered: false, acceptedPost: null });
  });

  it('is not for others to accept, nor in a thread that asks nothing, nor the question itself', async () => {
    const { thread, post } = await question();
    const { id } = await replyBy(gwen, thread);
    const discussion = (await siobhan.ok(start, { input: { title: 'No question', body: 'So', modelTypes: ['MCP'] } }))
      .startThread.thread;

    expect(await gwen.codeOf(accept, { input: { thread, post: id } })).toBe('FORBIDDEN');
    expect(await siobhan.codeOf(accept, { input: { thread, post } })).toBe('BAD_USER_INPUT');
    expect(
      await siobhan.codeOf(accept, { input: { thread: discussion.id, post: discussion.posts.edges[0].node.id } }),
    ).toBe('BAD_USER_INPUT');
    expect(await siobhan.codeOf(accept, { input: { thread: (await question()).thread, post: id } })).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('goes when its post is removed', async () => {
    const { thread } = await question();
    const { id } = await replyBy(gwen, thread);
    await siobhan.ok(accept, { input: { thread, post: id } });

    await gwen.ok(remove, { input: { post: id } });

    expect(
      (await siobhan.ok('query ($id: ID!) { thread(id: $id) { answered } }', { id: thread })).thread.answered,
    ).toBe(false);
  });
});

describe('a locked thread', () => {
  it('takes no reply from anyone and says why, until a facilitator opens it', async () => {
    const { thread, post } = await question();

    const locked = (await marisol.ok(lock, { input: { thread, locked: true, reason: 'Settled at the forum' } }))
      .setThreadLocked.thread;
    const { errors } = await gwen.run(reply, { input: { thread, body: 'But' } });
    await gwen.ok(react, { input: { post, kind: 'USEFUL', on: true } });
    const opened = (await marisol.ok(lock, { input: { thread, locked: false } })).setThreadLocked.thread;

    expect(locked).toEqual({ locked: true, lockedReason: 'Settled at the forum' });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('Settled at the forum'),
      extensions: { code: 'FORBIDDEN' },
    });
    expect(opened).toEqual({ locked: false, lockedReason: null });
    expect((await replyBy(gwen, thread)).position).toBe(2);
  });

  it('is locked by facilitators only', async () => {
    const { thread } = await question();

    expect(await siobhan.codeOf(lock, { input: { thread, locked: true } })).toBe('FORBIDDEN');
  });
});
