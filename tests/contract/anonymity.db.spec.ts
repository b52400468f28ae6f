/** An anonymous author is hidden in every path: every answer of the API, what is heard live, and every table beside the post itself. */
import { attachFile, createTestHub, type TestClient, type TestHub } from '@hub/testing';

const author = 'kwame-larkrise';
const file = { name: `${author}.csv`, type: 'text/csv', body: 'month,value' };
const everything = `kind author { id displayName } posts { edges { node { id author { id } thread { author { id } } inReplyTo { author { id } } reactions { kind count } } } }
  acceptedPost { author { id } } firstUnreadPost { author { id } }`;

let hub: TestHub;
let kwame: TestClient;
let gwen: TestClient;
let facilitator: TestClient;
let thread: string;
let posts: string[];

beforeAll(async () => {
  hub = await createTestHub();
  [kwame, gwen, facilitator] = await Promise.all([
    hub.as(author),
    hub.as('gwen-stillwater'),
    hub.as('marisol-greywether'),
  ]);
  await gwen.ok('mutation { follow(input: { targetId: "care-model:network/mcp", level: WATCHING }) { level } }');
  const heard = await gwen.live(
    `subscription { modelTypeActivity(modelTypes: ["MCP"]) { kind thread { ${everything} } post { id author { id displayName } } } }`,
  );
  await act();
  await hub.drain();
  for (let n = 0; n < 4; n += 1) expect(JSON.stringify(await heard.next())).not.toMatch(/kwame/i);
  await heard.stop();
});
afterAll(() => hub?.close());

/** All that an anonymous author can do, each request with an id of its own. */
async function act(): Promise<void> {
  const started = await kwame.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }',
    {
      input: {
        title: 'Who else is tired?',
        body: 'I am.',
        kind: 'QUESTION',
        modelTypes: ['MCP'],
        anonymous: true,
        clientMutationId: 'quiet-1',
        attachments: [{ attachment: await attachFile(kwame, `member:network/${author}`, file) }],
      },
    },
  );
  thread = started.startThread.thread.id;
  const first = started.startThread.thread.posts.edges[0].node.id;
  const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
  const again = { thread, body: 'Still.', anonymous: true, clientMutationId: 'quiet-2' };
  const second = (await kwame.ok(reply, { input: again })).reply.post.id;
  const answer = (await gwen.ok(reply, { input: { thread, body: 'Me.', inReplyTo: second } })).reply.post.id;
  const steps: [string, object][] = [
    ['editPost(input: $input) { post { id } }', { post: first, expectedRevision: 1, body: 'I was.' }],
    ['react(input: $input) { post { id } }', { post: answer, kind: 'THANK_YOU', on: true }],
    ['acceptAnswer(input: $input) { thread { id } }', { thread, post: answer }],
    ['markThreadRead(input: $input) { thread { id } }', { thread }],
    ['removePost(input: $input) { post { id } }', { post: second }],
  ];
  for (const [operation, input] of steps) {
    const name = operation.split('(')[0] ?? '';
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    await kwame.ok(`mutation ($input: ${type}) { ${operation} }`, { input });
  }
  posts = [first, second, answer];
}

it('no answer of the API names them, to a member, a facilitator or the author', async () => {
  const document = `query ($thread: ID!, $post: ID!) {
    thread(id: $thread) { ${everything} }
    thing: node(id: $thread) { ... on Thread { ${everything} } }
    post: node(id: $post) { ... on Post { author { id } thread { author { id } } attachments { name addedBy { id } } } }
    threads(first: 3, filter: { modelTypes: ["MCP"] }) { edges { node { id ${everything} } } }
    search(text: "tired", kinds: [THREAD], first: 3) { edges { matchedLine node { ... on Thread { id ${everything} } } } }
  }`;

  for (const client of [gwen, facilitator, kwame]) {
    const answer = await client.ok(document, { thread, post: posts[0] });
    const ours = answer.threads.edges.map(({ node }: { node: { id: string } }) => node).find(isOurs);
    const found = answer.search.edges.map(({ node }: { node: { id: string } }) => node).find(isOurs);
    expect(answer.post.attachments).toEqual([{ name: 'text-1.csv', addedBy: null }]);
    expect([ours?.author, found?.author, answer.thread.author, answer.post.author]).toEqual([null, null, null, null]);
    expect(JSON.stringify([answer.thread, answer.thing, answer.post, ours, found])).not.toMatch(/kwame/i);
  }
  expect(
    (
      await gwen.ok('{ search(text: "Kwame Larkrise", kinds: [THREAD]) { edges { node { ... on Thread { id } } } } }')
    ).search.edges.map(({ node }: { node: { id: string } }) => node.id),
  ).not.toContain(thread);
});

const isOurs = ({ id }: { id: string }) => id === thread;

it('no notification of anybody else names them', async () => {
  const list =
    '{ notifications(first: 50) { edges { node { reason happened actor { id displayName } subject { id } } } } }';
  const { notifications } = await gwen.ok(list);
  const about = notifications.edges.filter(
    ({ node }: { node: { subject: { id: string } | null } }) => node.subject?.id === thread,
  );

  expect(about.length).toBeGreaterThan(0);
  expect(JSON.stringify(about)).not.toMatch(/kwame/i);
});

it('no table but those of the posts themselves, and their own inbox, holds them beside what they wrote', async () => {
  const tables = await hub.sql<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'threads')`,
  );
  const ids = [thread, ...posts.slice(0, 2), ...posts.slice(0, 2).map((id) => id.slice(5))];
  const linking: string[] = [];
  for (const { name } of tables) {
    const rows = await hub.sql<{ text: string }>(
      `SELECT r::text AS text FROM ${name} r WHERE r::text LIKE '%kwame%' AND r::text LIKE ANY($1::text[])`,
      [ids.map((id) => `%${id}%`)],
    );
    if (rows.length) linking.push(name);
  }

  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['core.domain_event', 'core.remembered_request', 'core.delivery', 'core.entity']),
  );
  expect(linking.filter((name) => name !== 'subscriptions.notification')).toEqual([]);
  const inbox = await hub.sql<{ member_ref: string; actor_ref: string | null }>(
    `SELECT member_ref, actor_ref FROM subscriptions.notification WHERE subject_ref = $1`,
    [thread],
  );
  expect(inbox.filter(({ actor_ref }) => actor_ref === `member:network/${author}`)).toEqual([]);
});

it('the outbox tells of what they did without them, and remembered requests lead back to nobody', async () => {
  const events = await hub.sql<{ name: string; actor_ref: string | null; facts: object }>(
    `SELECT name, actor_ref, facts FROM core.domain_event WHERE subject_ref = $1 OR facts::text LIKE $2`,
    [thread, `%${posts[0]?.slice(5)}%`],
  );
  const requests = await hub.sql<{ row: string }>(
    `SELECT r::text AS row FROM core.remembered_request r WHERE answer::text LIKE ANY($1::text[])`,
    [[`%${thread}%`, `%${posts[1]}%`]],
  );

  expect(events.length).toBeGreaterThan(3);
  expect(JSON.stringify(events)).not.toMatch(/kwame/i);
  expect(requests).toHaveLength(2);
  expect(JSON.stringify(requests)).not.toMatch(/kwame|quiet-/i);
});
