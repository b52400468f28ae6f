/**
 * What a page reads takes one statement per root field, whatever the page size. Who asks takes none of its own: the same statement proves
 * that they still are who they were lately, so that what was taken from them is gone with the next request, on every instance.
 */
import { Accounts, ApiTokens, Database, Sessions } from '@hub/core/server';
import { createTestHub, TestClient, type TestHub } from '@hub/testing';
import type { EntityManager } from 'typeorm';

let hub: TestHub;
let other: TestHub;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  other = await createTestHub({ database: { url: hub.databaseUrl, drop: () => Promise.resolve() } });
  anjali = await hub.as('anjali-thornapple');
  await anjali.ok('{ viewer { id } }');
});

afterAll(async () => {
  await other.close();
  await hub.close();
});

const feed = `query ($first: Int) { threads(filter: { modelTypes: ["MCP"] }, first: $first) { totalCount pageInfo { hasNextPage endCursor }
  edges { node { id title kind author { displayName sites { name } } modelTypes { code } about { id ... on Intervention { title } }
  replyCount unreadCount lastActivityAt viewerFollow } } } }`;
const thread = `query ($first: Int) { thread(id: "thread:network/risk-list-misses-the-people-we-worry-about") { title unreadCount about { id }
  posts(first: $first) { totalCount edges { node { body author { displayName sites { name } } reactions { kind count viewerReacted } createdAt } } } } }`;
const intervention = `query ($first: Int) { intervention(slug: "breathlessness-clinic") { title site { name } currentVersion { sections { key body } }
  adaptationCount viewerAdaptation { stage } versions(first: $first) { edges { node { number } } } threads(first: $first) { totalCount }
  adaptations(first: $first) { edges { node { stage site { name } modifications { what why } } } }
  lineage { root { id } nodes { id title } edges { id stage result { id } } truncated } } }`;
const search = `query ($first: Int) { search(text: "cough", first: $first) { totalCount edges { matchedLine
  node { __typename ... on Intervention { title site { name } } ... on Thread { title replyCount } ... on Adaptation { stage } } } } }`;

it.each([
  ['the care-model feed', feed],
  ['the thread page', thread],
  ['an intervention with its family', intervention],
  ['search', search],
])('%s', async (_what, query) => {
  for (const first of [1, 5, 50]) {
    expect(await hub.countReads(() => anjali.ok(query, { first }))).toBe(1);
  }
});

it('each further root field takes one more', async () => {
  const query =
    '{ modelTypes { code siteCount interventionCount threadCount viewerFollow } sites { totalCount edges { node { name } } } viewer { displayName unreadNotificationCount } }';

  expect(await hub.countReads(() => anjali.ok(query))).toBe(3);
});

describe('who asks', () => {
  const brenda = 'member:network/brenda-hollyhock';
  const site = 'site:network/fenmarsh';
  const key = `drafts:${site}`;
  const whoAmI = '{ viewer { id } }';
  const asked = `{ viewer { id } secret: node(id: "${site}") { ... on Site { name } } }`;

  const inHub = (work: (tx: EntityManager) => Promise<unknown>) => hub.hub.app.get(Database).transaction(work);
  const accounts = () => hub.hub.app.get(Accounts);
  const sessions = () => hub.hub.app.get(Sessions);
  const sees = async (client: TestClient) => (await client.ok(asked)).secret !== null;

  /** A session that the other instance has seen lately. */
  async function seenElsewhere(): Promise<TestClient> {
    const client = await other.as(brenda);
    await client.ok(whoAmI);
    expect(await other.countReads(() => client.ok(whoAmI))).toBe(1);
    return client;
  }

  async function hideSite(): Promise<void> {
    await hub.sql('UPDATE core.entity SET needs = ARRAY[$2] WHERE ref = $1', [site, key]);
  }

  it('is looked up once, and proved by each statement from then on', async () => {
    const client = await other.as(brenda);

    expect(await other.countReads(() => client.ok(whoAmI))).toBe(2);
    expect(await other.countReads(() => client.ok(whoAmI))).toBe(1);
    expect(await other.countReads(() => client.ok(asked))).toBe(2);
  });

  it('loses what was taken from them with the next request, on another instance too (Z6)', async () => {
    await hideSite();
    await inHub((tx) => accounts().grant(tx, brenda, [key]));
    const client = await seenElsewhere();
    expect(await sees(client)).toBe(true);

    await inHub((tx) => accounts().revoke(tx, brenda, [key]));

    expect(await sees(client)).toBe(false);
  });

  it('has what was given to them with the next request, on another instance too', async () => {
    await hideSite();
    const client = await seenElsewhere();
    expect(await sees(client)).toBe(false);

    await inHub((tx) => accounts().grant(tx, brenda, [key]));

    expect(await sees(client)).toBe(true);
    await inHub((tx) => accounts().revoke(tx, brenda, [key]));
  });

  it('loses what was lent to them when its time is over, which nobody announces', async () => {
    await hideSite();
    await inHub((tx) => accounts().lend(tx, brenda, [key], new Date(Date.now() + 60_000)));
    const client = await seenElsewhere();
    expect(await sees(client)).toBe(true);

    await hub.sql("UPDATE core.lent_key SET until = now() - interval '1 second' WHERE member_ref = $1", [brenda]);

    expect(await sees(client)).toBe(false);
  });

  it.each<[string, (client: TestClient) => Promise<unknown>]>([
    ['signed out', (client) => sessions().end(client.cookie?.split('=')[1] ?? '')],
    ['with all sessions ended', () => inHub((tx) => sessions().endAll(tx, { member: brenda }))],
    ['suspended', () => inHub((tx) => accounts().setSuspended(tx, brenda, new Date()))],
    ['idle for too long', () => hub.sql("UPDATE core.session SET last_seen_at = now() - interval '31 minutes'")],
    ['in a session that is too old', () => hub.sql("UPDATE core.session SET created_at = now() - interval '13 hours'")],
    ['under an old token', () => hub.sql('UPDATE core.session SET token_hash = sha256(token_hash)')],
    ['waiting for the second step', () => hub.sql('UPDATE core.session SET awaits_second_factor = true')],
  ])('%s is nobody with the next request, on another instance too (S7)', async (_what, change) => {
    await inHub((tx) => accounts().setSuspended(tx, brenda, null));
    const client = await seenElsewhere();

    await change(client);

    expect((await client.ok(whoAmI)).viewer).toBeNull();
    expect(await client.codeOf('{ notifications { totalCount } }')).toBe('UNAUTHENTICATED');
    await inHub((tx) => accounts().setSuspended(tx, brenda, null));
  });

  it('changes something by one proof as well: not when signed out lately, and with the keys that they hold by then', async () => {
    const follow = 'mutation { follow(input: { targetId: "care-model:network/mcp", level: WATCHING }) { level } }';
    const client = await seenElsewhere();
    expect(await other.countReads(() => client.ok(follow))).toBe(0);
    await inHub((tx) => accounts().grant(tx, brenda, [key]));
    expect((await client.ok(follow)).follow.level).toBe('WATCHING');
    expect(await sees(client)).toBe(true);

    await inHub((tx) => sessions().endAll(tx, { member: brenda }));

    expect(await client.codeOf(follow)).toBe('UNAUTHENTICATED');
    await inHub((tx) => accounts().revoke(tx, brenda, [key]));
  });

  it('an API token takes no statement either, and ends with the next request, on another instance too', async () => {
    const expiresAt = new Date(Date.now() + 60_000);
    const made = await inHub((tx) =>
      hub.hub.app.get(ApiTokens).make(tx, brenda, { name: 'x', scopes: ['read'], expiresAt }),
    );
    const { id, secret } = made as { id: string; secret: string };
    const ask = async () => {
      const response = await other.anonymous.post('/graphql', { query: whoAmI }, { authorization: `Bearer ${secret}` });
      return ((await response.json()) as { data: { viewer: { id: string } | null } }).data.viewer;
    };
    expect(await ask()).toEqual({ id: brenda });
    expect(await other.countReads(ask)).toBe(1);

    await inHub((tx) => hub.hub.app.get(ApiTokens).revoke(tx, brenda, id));

    expect(await ask()).toBeNull();
  });
});
