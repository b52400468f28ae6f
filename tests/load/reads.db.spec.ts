/** What reading and writing cost, without a clock: statements, pages of PostgreSQL's memory, indexes and bytes, in a network that is made for it. */
import { createTestHub, statementsOf, type TestClient, type TestHub } from '@hub/testing';
import { asking, connections, neededBy, readable, readAt } from '../contract/support/connections';
import { furnish, type World } from '../contract/support/world';
import { makeNetwork } from './support/network';
import { askedOfGraphql, pageQuestions, type PageQuestion } from './support/page-questions';
import { Plans } from './support/plans';

let hub: TestHub;
let world: World;
let anjali: TestClient;
let questions: readonly PageQuestion[];

beforeAll(async () => {
  hub = await createTestHub({ env: { HUB_INTROSPECTION: '1' } });
  world = await furnish(hub);
  anjali = world.anjali;
  await makeNetwork(hub);
  await Promise.all([anjali, world.marisol].map((client) => client.ok('{ viewer { id } }')));
  questions = pageQuestions({
    ...{ 'intervention.slug': 'breathlessness-clinic', 'site.slug': 'northvale', 'node.id': 'site:network/northvale' },
    ...{
      'thread.id': 'thread:network/made-50',
      'modelType.code': 'MCP',
      'search.text': 'meeting',
      'siteAudit.site': 'northvale',
    },
    ...{ 'adaptation.id': world.adaptation, 'community.id': world.community, 'evaluation.id': world.evaluation },
    ...{
      'managedMember.member': 'member:network/anjali-thornapple',
      'memberAccess.member': 'member:network/anjali-thornapple',
    },
    'whoWouldSee.thing': { visibility: 'NETWORK' },
  });
}, 120_000);
afterAll(() => hub?.close());

const ask = ({ query, variables, isForTheTeam }: PageQuestion) =>
  (isForTheTeam ? world.marisol : anjali).run(query, variables);

/** How many there are; if that is not what is expected, how many there are the second time. */
async function eitherOf(count: () => Promise<readonly unknown[]>, expected: number): Promise<number> {
  const { length } = await count();
  return length === expected ? length : (await count()).length;
}

/** Those that a resolver answers by hand. */
const byHand: Readonly<Record<string, number>> = { OpenedInvitation: 4, AdministrationMember: 7 };

/** It tells how the hub runs at the moment: no two answers are the same. */
const everChanging = 'AdministrationOperating';

describe('what the pages ask', () => {
  it('takes one statement for each root field, and none to know who asks; with a permission to be asked, one more, and one to know', async () => {
    const wrong: string[] = [];
    for (const question of questions) {
      const { name, rootFields, hasPermission } = question;
      const expected = byHand[name] ?? (hasPermission ? 1 + 2 * rootFields.length : rootFields.length);
      // Once a minute it is looked up who asks, and that may have been now.
      const sent = await eitherOf(() => statementsOf(() => ask(question)), expected);
      if (sent !== expected) wrong.push(`${name}: ${sent} instead of ${expected}`);
    }

    expect(questions.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it('is answered as graphql-js alone answers it', async () => {
    const wrong: string[] = [];
    for (const question of questions.filter(({ name }) => name !== everChanging)) {
      const { data, errors } = await ask(question);
      const usual = await ask({ ...question, query: askedOfGraphql(question) });
      const { ofItself, ...same } = usual.data ?? {};
      const isSame = JSON.stringify([data, errors]) === JSON.stringify([usual.data && same, usual.errors]);
      if (!isSame || (data && !ofItself)) wrong.push(question.name);
    }

    expect(wrong).toEqual([]);
  });
});

describe('lists', () => {
  /** Who is named in the audit log: looked up among all. */
  const withoutIndex = { 'Query.auditEntries': ['core.entity'] };
  let plans: Plans;

  beforeAll(async () => {
    plans = await Plans.open(hub.databaseUrl);
  });
  afterAll(() => plans?.close());

  it('are each found by an index: none must read a table from end to end', async () => {
    const lists = connections.filter(({ owner }) => owner === 'Query' || readable.includes(owner));
    const whole: Record<string, string[]> = {};
    await plans.avoidReadingWhole();
    for (const { name, owner, field } of lists) {
      const args = [neededBy(field), 'first: 20'].filter(Boolean).join(', ');
      const { document } = readAt(owner, `${field}(${args}) { edges { cursor node { __typename } } }`, world);
      const sent = await statementsOf(() => asking(field, world).ok(document));
      const tables = await Promise.all(sent.filter(isCompiled).map((statement) => plans.tablesReadWhole(statement)));
      if (tables.length !== 1) whole[name] = [`${tables.length} compiled statements`];
      else if (tables[0]?.length) whole[name] = tables[0];
    }

    expect(lists.length).toBeGreaterThan(40);
    expect(whole).toEqual(withoutIndex);
  });

  it('and what has no index is noticed', async () => {
    const statement = { text: 'SELECT body FROM threads.post WHERE body LIKE $1', values: ['%spring%'] };

    expect(await plans.tablesReadWhole(statement)).toEqual(['threads.post']);
  });
});

const feed = `{ threads(filter: { modelTypes: ["MCP"] }, first: 20) { pageInfo { hasNextPage endCursor } edges { node { id title kind
  author { id displayName sites { id name } } replyCount unreadCount lastActivityAt answered pinned } } } }`;
const thread = `{ thread(id: "thread:network/made-50") { id title unreadCount posts(first: 50) { pageInfo { hasNextPage endCursor } edges { node { id
  position body createdAt author { id displayName sites { id name } } reactions { kind count viewerReacted } } } } } }`;
const intervention = `{ intervention(slug: "breathlessness-clinic") { id title summary site { id name } adaptationCount
  currentVersion { id number publishedAt sections { key heading body } }
  lineage(depth: 6) { nodes { id title site { id name } } edges { id stage site { id name } result { id } } } } }`;
const search = (
  words: string,
) => `{ search(text: "${words}", first: 20) { pageInfo { hasNextPage } edges { match { line words } node { __typename
  ... on Thread { id title replyCount lastActivityAt } ... on Intervention { id title site { id name } } } } } }`;

/** Ceilings are a quarter above what was counted when they were set. */
describe.each([
  ['W1, the feed of a care model', feed, 640, 9800],
  ['W2, a page of fifty posts', thread, 1750, 27000],
  ['W3, an intervention with its family', intervention, 270, 3000],
  ['W4, a search for what stands in every title', search('meeting short'), 900, 5200],
  ['W4, a search for what stands in every discussion', search('spring nurse'), 650, 9600],
  ['W4, a search for what stands in one of them', search('trusted it 777'), 200, 560],
])('%s', (_what, query, mostPages, mostBytes) => {
  it(`touches at most ${mostPages} pages of memory and is an answer of at most ${mostBytes} bytes`, async () => {
    const plans = await Plans.open(hub.databaseUrl);
    const [read] = (await statementsOf(() => anjali.ok(query))).filter(isCompiled);
    const answer = await anjali.post('/graphql', { query });

    expect(read && (await plans.pagesTouched(read))).toBeLessThanOrEqual(mostPages);
    expect((await answer.arrayBuffer()).byteLength).toBeLessThanOrEqual(mostBytes);
    await plans.close();
  });
});

describe('what people change most', () => {
  const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { post { id body thread { id replyCount } } } }`;
  const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id title } } }`;
  const react = `mutation ($input: ReactInput!) { react(input: $input) { post { id reactions { kind count } } } }`;
  const markRead = `mutation ($input: MarkThreadReadInput!) { markThreadRead(input: $input) { thread { id unreadCount } } }`;
  const words = { title: 'What we count', body: 'How it went', kind: 'DISCUSSION', modelTypes: ['MCP'] };

  /** From its beginning to its commit, and what it answers with; who asks and whether they may is one of them. */
  it.each([
    ['a reply', reply, () => ({ thread: world.thread, body: 'One more' }), 7, 2],
    [
      'a reply that may be sent again',
      reply,
      () => ({ thread: world.thread, body: 'One more', clientMutationId: 'n' }),
      8,
      2,
    ],
    ['a new discussion', start, () => words, 16, 3],
    ['a reaction', react, () => ({ post: world.post, kind: 'USEFUL', on: true }), 6, 2],
    ['that somebody has read', markRead, () => ({ thread: world.thread }), 7, 2],
  ])('%s', async (_what, query, input, statements, exchanges) => {
    const sent = await statementsOf(() => anjali.ok(query, { input: input() }));

    expect([sent.length, sent.at(-1)?.exchange]).toEqual([statements, exchanges]);
  });

  it('is followed by statements that a connection keeps', async () => {
    const replyAndFollow = async () => {
      await anjali.ok(reply, { input: { thread: world.thread, body: 'One more' } });
      return statementsOf(() => hub.drain());
    };
    for (let times = 0; times < 3; times += 1) await replyAndFollow();
    const sent = await replyAndFollow();

    expect(sent.length).toBeGreaterThan(20);
    expect(sent.filter(({ values, name }) => values.length > 0 && !name).map(({ text }) => text)).toEqual([]);
  });
});

function isCompiled({ text }: { readonly text: string }): boolean {
  return text.includes(' AS data');
}
