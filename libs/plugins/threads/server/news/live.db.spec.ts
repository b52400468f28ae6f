import { readFileSync } from 'node:fs';
import { Credentials, Database, Live, LiveAnswers, isSeenWith, viewerTopic, visibleSql } from '@hub/core/server';
import { createTestHub, type LiveStream, type TestClient, type TestHub } from '@hub/testing';

const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }`;
const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }`;
const ofModels = `subscription ($codes: [String!]!) { modelTypeActivity(modelTypes: $codes) { kind thread { id title } post { id body author { id } removed } } }`;
const ofThread = `subscription ($id: ID!) { threadActivity(threadId: $id) { kind thread { id replyCount } post { id body removed } } }`;

let hub: TestHub;
let siobhan: TestClient;
let gwen: TestClient;
let anjali: TestClient;
const streams: LiveStream[] = [];

beforeAll(async () => {
  hub = await createTestHub();
  [siobhan, gwen, anjali] = await Promise.all([
    hub.as('siobhan-wrenfield'),
    hub.as('gwen-stillwater'),
    hub.as('anjali-thornapple'),
  ]);
});
afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.stop()));
});
afterAll(() => hub?.close());

async function listen(client: TestClient, query: string, variables: Record<string, unknown>): Promise<LiveStream> {
  const stream = await client.live(query, variables);
  streams.push(stream);
  return stream;
}

async function startBy(
  client: TestClient,
  over: Record<string, unknown> = {},
): Promise<{ thread: string; post: string }> {
  const input = { title: 'Live', body: 'Is it?', modelTypes: ['MCP'], ...over };
  const { thread } = (await client.ok(start, { input })).startThread;
  return { thread: thread.id, post: thread.posts.edges[0].node.id };
}

const replyBy = async (client: TestClient, thread: string, over: Record<string, unknown> = {}): Promise<string> =>
  (await client.ok(reply, { input: { thread, body: 'It is', ...over } })).reply.post.id;
const editBy = (client: TestClient, post: string) =>
  client.ok('mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }', {
    input: { post, expectedRevision: 1, body: 'Edited' },
  });
const removeBy = (client: TestClient, post: string) =>
  client.ok('mutation ($input: RemovePostInput!) { removePost(input: $input) { post { id } } }', { input: { post } });

it('a care model is heard from the start of a thread to the removal of a post, in order', async () => {
  const stream = await listen(anjali, ofModels, { codes: ['MCP'] });

  const { thread } = await startBy(siobhan);
  const post = await replyBy(gwen, thread);
  await editBy(gwen, post);
  await hub.drain();
  await removeBy(gwen, post);
  await hub.drain();

  const heard = [await stream.next(), await stream.next(), await stream.next(), await stream.next()].map(
    ({ data }) => data.modelTypeActivity,
  );
  expect(heard.map(({ kind }) => kind).sort()).toEqual(['POST_ADDED', 'POST_EDITED', 'POST_REMOVED', 'THREAD_STARTED']);
  expect(heard.every((activity) => activity.thread.id === thread)).toBe(true);
  expect(heard.at(-1)).toMatchObject({ kind: 'POST_REMOVED', post: { id: post, body: '', removed: true } });
});

it('other care models are silent, and a thread of two of them is heard once', async () => {
  const mcpAndEhch = await listen(anjali, ofModels, { codes: ['MCP', 'EHCH'] });
  const uec = await listen(anjali, ofModels, { codes: ['UEC'] });

  const both = await startBy(siobhan, { modelTypes: ['MCP', 'EHCH'] });
  await hub.drain();
  const last = await startBy(siobhan, { modelTypes: ['UEC', 'MCP'] });
  await hub.drain();

  expect((await uec.next()).data.modelTypeActivity.thread.id).toBe(last.thread);
  expect((await mcpAndEhch.next()).data.modelTypeActivity.thread.id).toBe(both.thread);
  expect((await mcpAndEhch.next()).data.modelTypeActivity.thread.id).toBe(last.thread);
  expect([uec.received.length, mcpAndEhch.received.length]).toEqual([1, 2]);
});

it('a thread is heard by those who opened it, and no other thread', async () => {
  const { thread, post } = await startBy(siobhan);
  const other = await startBy(siobhan);
  await hub.drain();
  const stream = await listen(anjali, ofThread, { id: thread });

  await replyBy(gwen, other.thread);
  const added = await replyBy(gwen, thread);
  await hub.drain();
  await editBy(siobhan, post);
  await hub.drain();

  expect((await stream.next()).data.threadActivity).toMatchObject({
    kind: 'POST_ADDED',
    thread: { id: thread, replyCount: 1 },
    post: { id: added },
  });
  expect((await stream.next()).data.threadActivity).toMatchObject({
    kind: 'POST_EDITED',
    post: { id: post, body: 'Edited' },
  });
  expect(stream.received).toHaveLength(2);
});

it.each([
  ['locked', 'setThreadLocked(input: { thread: $thread, locked: true }) { thread { id } }'],
  ['renamed', 'updateThread(input: { thread: $thread, expectedRevision: 1, title: "Lively" }) { thread { id } }'],
  ['pinned', 'updateThread(input: { thread: $thread, expectedRevision: 1, pinned: true }) { thread { id } }'],
])('who is in a thread hears that it was %s; who looks at lists does not', async (_how, change) => {
  const { thread } = await startBy(siobhan);
  await hub.drain();
  const marisol = await hub.as('marisol-greywether');
  const [inside, outside] = [
    await listen(anjali, ofThread, { id: thread }),
    await listen(anjali, ofModels, { codes: ['MCP'] }),
  ];
  await marisol.ok(`mutation ($thread: ID!) { ${change} }`, { thread });
  await hub.drain();
  const after = await startBy(siobhan);
  await hub.drain();

  await changeHeardOn(inside, thread);
  expect((await outside.next()).data.modelTypeActivity).toMatchObject({
    kind: 'THREAD_STARTED',
    thread: { id: after.thread },
  });
});

it('who is in a thread hears that it was merged into another, and who is in that one that posts came', async () => {
  const [one, other] = [await startBy(siobhan), await startBy(siobhan)];
  await hub.drain();
  const [from, into] = [
    await listen(anjali, ofThread, { id: one.thread }),
    await listen(anjali, ofThread, { id: other.thread }),
  ];
  const marisol = await hub.as('marisol-greywether');
  const merge = 'mutation ($input: MergeThreadsInput!) { mergeThreads(input: $input) { thread { id } } }';
  await marisol.ok(merge, { input: { thread: one.thread, into: other.thread } });
  await hub.drain();

  await changeHeardOn(from, one.thread);
  await changeHeardOn(into, other.thread);
});

it('a question that finds its answer, or loses it, is told to who is in it, and names nobody', async () => {
  const { thread } = await startBy(siobhan, { kind: 'QUESTION', anonymous: true });
  const post = await replyBy(gwen, thread);
  await hub.drain();
  const stream = await listen(anjali, ofThread, { id: thread });
  const accept = 'mutation ($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { thread { id } } }';
  for (const answer of [post, null]) {
    await siobhan.ok(accept, { input: { thread, post: answer } });
    await hub.drain();
    await changeHeardOn(stream, thread);
  }
});

it('what is live never names an anonymous author', async () => {
  const stream = await listen(anjali, ofModels, { codes: ['MCP'] });

  await startBy(siobhan, { anonymous: true });
  await hub.drain();

  expect((await stream.next()).data.modelTypeActivity.post.author).toBeNull();
});

it('a thread about what only one site sees is heard by that site alone', async () => {
  const [leonie, outsider] = await Promise.all([
    hub.as('leonie-fernmoss').then((client) => listen(client, ofModels, { codes: ['PACS'] })),
    listen(gwen, ofModels, { codes: ['PACS'] }),
  ]);
  const create = `mutation { createIntervention(input: { site: "northvale", title: "Only a draft", summary: "Ours", modelTypes: ["PACS"] }) { intervention { id } } }`;
  const draft = (await anjali.ok(create)).createIntervention.intervention.id;

  const hidden = await startBy(anjali, { modelTypes: ['PACS'], about: draft });
  await replyBy(anjali, hidden.thread);
  await hub.drain();
  const open = await startBy(anjali, { modelTypes: ['PACS'] });
  await hub.drain();

  expect((await outsider.next()).data.modelTypeActivity.thread.id).toBe(open.thread);
  expect(outsider.received).toHaveLength(1);
  expect(
    [await leonie.next(), await leonie.next(), await leonie.next()]
      .map(({ data }) => data.modelTypeActivity.thread.id)
      .sort(),
  ).toEqual([hidden.thread, hidden.thread, open.thread].sort());
});

describe('what happens is worked out once for all who have the same answer coming', () => {
  const answersWhile = async (work: () => Promise<unknown>): Promise<number> => {
    const answers = hub.hub.app.get(LiveAnswers);
    const before = answers.count;
    await work();
    return answers.count - before;
  };
  const everyone = () =>
    Promise.all([anjali, gwen, siobhan].map((client) => listen(client, ofModels, { codes: ['PACS'] })));
  const startOpen = async () => {
    const started = await startBy(siobhan, { modelTypes: ['PACS'] });
    await hub.drain();
    return started;
  };

  it('for members of several sites, in several roles, one answer to what all of them see', async () => {
    const { thread } = await startOpen();
    const all = [...(await everyone()), ...(await everyone())];
    const other = await listen(gwen, ofThread, { id: thread });

    const count = await answersWhile(async () => {
      await replyBy(gwen, thread);
      await hub.drain();
      await Promise.all([...all, other].map((stream) => stream.next()));
    });

    expect(count).toBe(2);
    expect(new Set(all.map(({ received }) => JSON.stringify(received))).size).toBe(1);
  });

  it('for what the page of a discussion itself listens to, one answer to all who have it open', async () => {
    const { thread } = await startOpen();
    const page = readFileSync(new URL('../../web/threads.graphql', import.meta.url), 'utf8');
    const parts = [/subscription ThreadPageActivity[^]*?\n}/, /fragment PostWords[^]*?\n}/];
    const query = parts.map((part) => part.exec(page)?.[0] ?? '').join('\n');
    const open = await Promise.all(
      [anjali, gwen, siobhan].map((client) => listen(client, query, { threadId: thread })),
    );

    // One after the other: where a next change is heard of while people are told of one, those who are left are read for anew.
    const told = async () => {
      await hub.drain();
      await Promise.all(open.map((stream) => stream.next()));
    };
    const count = await answersWhile(async () => {
      const post = await replyBy(gwen, thread);
      await told();
      await editBy(gwen, post);
      await told();
      await removeBy(gwen, post);
      await told();
    });

    const kinds = open.map(({ received }) => received.map(({ data }) => data.threadActivity.kind as string));
    expect(kinds).toEqual(Array(3).fill(['POST_ADDED', 'POST_EDITED', 'POST_REMOVED']));
    expect(count).toBe(3);
  });

  it('two where some see it and others do not, who hear nothing', async () => {
    const create = `mutation { createIntervention(input: { site: "northvale", title: "Ours", summary: "Ours", modelTypes: ["PACS"] }) { intervention { id } } }`;
    const draft = (await anjali.ok(create)).createIntervention.intervention.id;
    const hidden = await startBy(anjali, { modelTypes: ['PACS'], about: draft });
    await hub.drain();
    const [ours, theirs, siobhans] = await everyone();
    const leonies = await listen(await hub.as('leonie-fernmoss'), ofModels, { codes: ['PACS'] });

    const count = await answersWhile(async () => {
      await replyBy(anjali, hidden.thread);
      await hub.drain();
      await Promise.all([ours!.next(), leonies.next()]);
      await startOpen();
      await Promise.all([theirs!.next(), siobhans!.next()]);
    });

    expect(count).toBe(3);
    expect(
      theirs!.received.concat(siobhans!.received).some((message) => JSON.stringify(message).includes(hidden.thread)),
    ).toBe(false);
  });

  it('each their own where the answer is about themselves, whoever wrote the plugin', async () => {
    const { thread } = await startOpen();
    const own = `subscription ($codes: [String!]!) { modelTypeActivity(modelTypes: $codes) { thread { unreadCount viewerCanEdit } post { unread } } }`;
    const [anjalis, gwens, siobhans] = await Promise.all(
      [anjali, gwen, siobhan].map((client) => listen(client, own, { codes: ['PACS'] })),
    );

    const heard = await answersWhile(async () => {
      await replyBy(gwen, thread);
      await hub.drain();
      await Promise.all([anjalis!.next(), gwens!.next(), siobhans!.next()]);
    });

    const said = [anjalis!, gwens!, siobhans!].map(({ received }) => received[0]?.data.modelTypeActivity);
    expect(heard).toBe(3);
    expect(said.map((activity) => activity.thread.viewerCanEdit)).toEqual([false, false, true]);
    expect(said.map((activity) => activity.post.unread)).toEqual([true, false, true]);
  });

  it('a hidden post says what it says to its author and to moderators alone, though all ask the same', async () => {
    const { thread } = await startOpen();
    const post = await replyBy(gwen, thread, { body: 'Hidden words' });
    await hub.drain();
    await hub.sql(`UPDATE threads.post SET hidden_at = now() WHERE 'post:' || id = $1`, [post]);
    const [anjalis, gwens, siobhans] = await everyone();
    const moderators = await listen(await hub.as('marisol-greywether'), ofModels, { codes: ['PACS'] });

    await hub.hub.app
      .get(Database)
      .transaction((tx) =>
        hub.hub.app
          .get(Live)
          .publish(tx, ['model-activity:care-model:network/pacs'], { kind: 'POST_HIDDEN', thread, post }),
      );

    const bodies = await Promise.all(
      [anjalis!, gwens!, siobhans!, moderators].map(
        async (stream) => (await stream.next()).data.modelTypeActivity.post.body,
      ),
    );
    expect(bodies).toEqual(['', 'Hidden words', '', 'Hidden words']);
  });

  it('what is removed while people are told of it is told to none of those who are left (Z6)', async () => {
    const { thread } = await startOpen();
    const post = await replyBy(gwen, thread, { body: 'Gone in a moment' });
    await hub.drain();
    // One after the other: they are told in the order in which they came.
    const listeners: LiveStream[] = [];
    for (const client of [anjali, gwen, siobhan]) listeners.push(await listen(client, ofModels, { codes: ['PACS'] }));
    const [anjalis, gwens, siobhans] = listeners;
    const { app } = hub.hub;
    const [credentials, database, live] = [app.get(Credentials), app.get(Database), app.get(Live)];
    const currentViewer = credentials.currentViewer.bind(credentials);
    let go = () => undefined as void;
    const held = new Promise<void>((resolve) => (go = resolve));
    credentials.currentViewer = (viewer) => held.then(() => currentViewer(viewer));
    const topic = 'model-activity:care-model:network/pacs';
    await database.transaction(async (tx) => {
      await live.publishAhead(tx, [viewerTopic('member:network/gwen-stillwater')], {});
      await live.publish(tx, [topic], { kind: 'POST_ADDED', thread, post });
    });
    const first = (await anjalis!.next()).data.modelTypeActivity.post;
    const since = live.heard.now;
    await removeBy(gwen, post);
    while (live.heard.isQuiet([thread], since)) await new Promise((resolve) => setTimeout(resolve, 5));
    credentials.currentViewer = currentViewer;
    go();
    const later = [await gwens!.next(), await siobhans!.next()].map(({ data }) => data.modelTypeActivity.post);

    expect(first).toMatchObject({ body: 'Gone in a moment', removed: false });
    expect(later.map(({ body, removed }) => [body, removed])).toEqual([
      ['', true],
      ['', true],
    ]);
  });

  it('who sees a thing is the same rule in a shared answer as in SQL', async () => {
    const keys = ['public', 'network', 'site:network/a', 'drafts:site:network/a', 'glass:thread:network/x'];
    const some = (bits: number) => keys.filter((_key, at) => bits & (1 << at));
    const pairs = Array.from({ length: 32 * 32 }, (_, n) => ({ needs: some(n % 32), held: some(Math.floor(n / 32)) }));
    const rows = await hub.sql<{ seen: boolean }>(
      `SELECT ${visibleSql('e', 'held')} AS seen FROM (
         SELECT n, 'thread:network/x' AS ref, ARRAY(SELECT json_array_elements_text(pair -> 'needs')) AS needs,
           ARRAY(SELECT json_array_elements_text(pair -> 'held')) AS held
         FROM json_array_elements($1::json) WITH ORDINALITY AS pairs (pair, n)) e ORDER BY n`,
      [JSON.stringify(pairs)],
    );

    expect(rows.map(({ seen }) => seen)).toEqual(
      pairs.map(({ needs, held }) => isSeenWith(held, { ref: 'thread:network/x', needs })),
    );
    expect(new Set(rows.map(({ seen }) => seen)).size).toBe(2);
  });
});

it('nobody can listen to a thread that they cannot see, to an unknown care model, or without a session', async () => {
  const unseen = await listen(anjali, ofThread, { id: 'thread:network/never-was' });
  const unknown = await listen(anjali, ofModels, { codes: ['XYZ'] });
  const signedOut = await listen(hub.anonymous, ofModels, { codes: ['MCP'] });

  expect(JSON.stringify(await refusalOf(unseen))).toContain('NOT_FOUND');
  expect(JSON.stringify(await refusalOf(unknown))).toContain('BAD_USER_INPUT');
  expect(JSON.stringify(await refusalOf(signedOut))).toContain('UNAUTHENTICATED');
});

/** Waits until it is heard that a thread changed: nothing is said of any post, and of who changed it. What was under way before is passed over. */
async function changeHeardOn(stream: LiveStream, thread: string): Promise<void> {
  for (;;) {
    const { threadActivity } = (await stream.next()).data;
    if (threadActivity.kind !== 'THREAD_CHANGED') continue;
    expect(threadActivity).toMatchObject({ thread: { id: thread }, post: null });
    return;
  }
}

/** The errors that came instead of a first message, or the reason for which the stream ended. */
async function refusalOf(stream: LiveStream): Promise<unknown> {
  const reason = await stream.ended;
  return stream.received[0]?.errors ?? reason;
}
