/** Search and notifications over the whole demonstration network, as its members find them. */
import { createTestHub, type TestHub } from '@hub/testing';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const find = `query F($text: String!, $kinds: [SearchKind!]) {
  search(text: $text, kinds: $kinds, first: 100) { totalCount edges { matchedLine node { __typename ... on Node { id } } } }
}`;

it('a half remembered word finds the clinic among the first few', async () => {
  const anjali = await hub.as('anjali-thornapple');

  for (const text of ['breathlessness', 'breathlesness', 'breathlessness clin']) {
    const { search } = await anjali.ok(find, { text });

    const first = search.edges.slice(0, 5).map((edge: { node: { id: string } }) => edge.node.id);
    expect(first).toContainEqual(expect.stringMatching(/^intervention:.*breathlessness-clinic$/));
    expect(search.totalCount).toBe(search.edges.length);
  }
});

it.each(['INTERVENTION', 'ADAPTATION', 'THREAD', 'SITE', 'MEMBER'])('%s can be found by its kind', async (kind) => {
  const anjali = await hub.as('anjali-thornapple');
  const found = await Promise.all(
    ['care', 'cough', 'team', 'northvale'].map((text) => anjali.ok(find, { text, kinds: [kind] })),
  );
  const types = new Set(
    found.flatMap(({ search }) => search.edges.map((edge: { node: { __typename: string } }) => edge.node.__typename)),
  );

  expect([...types]).toEqual([kind[0] + kind.slice(1).toLowerCase()]);
});

it('can be narrowed to what was stopped, of adaptations and interventions alike, and says how many there are', async () => {
  const anjali = await hub.as('anjali-thornapple');

  const { search, searchCounts } = await anjali.ok(
    `{ search(text: "care", stages: ["STOPPED"], first: 100) { totalCount edges { node { __typename ... on Adaptation { stage } ... on Intervention { maturity } } } }
       searchCounts(text: "care") { filter value count } }`,
  );

  expect(search.totalCount).toBe(
    searchCounts.find(
      (count: { filter: string; value: string }) => count.filter === 'STAGE' && count.value === 'STOPPED',
    ).count,
  );
  const states = search.edges.map(
    ({ node }: { node: { stage?: string; maturity?: string } }) => node.stage ?? node.maturity,
  );
  expect(states.length).toBeGreaterThan(1);
  expect(new Set(states)).toEqual(new Set(['STOPPED']));
});

it('notices made by loading are born read, but of the one discussion that is news', async () => {
  const rows = await hub.sql<{ made: number; unread: number; late: number }>(
    `SELECT count(*)::int AS made, count(*) FILTER (WHERE read_at IS NULL)::int AS unread,
       count(*) FILTER (WHERE created_at > now() - interval '1 year')::int AS late FROM subscriptions.notification
     WHERE subject_ref <> 'thread:network/bag-comes-back-empty'`,
  );

  expect(rows[0]?.made).toBeGreaterThan(0);
  expect(rows[0]).toMatchObject({ unread: 0, late: 0 });
});

it('a member of the demonstration keeps a search, and what fitted it since was told because of it', async () => {
  const anjali = await hub.as('anjali-thornapple');

  const { savedSearches, notifications } = await anjali.ok(
    '{ savedSearches { name newCount } notifications(first: 100) { edges { node { reason happened createdAt subject { id } } } } }',
  );

  expect(savedSearches).toEqual([{ name: 'Cough', newCount: expect.any(Number) }]);
  const found = notifications.edges
    .map(({ node }: { node: { reason: string; createdAt: string } }) => node)
    .filter(({ reason }: { reason: string }) => reason === 'Because of your saved search “Cough”');
  expect(found.length).toBeGreaterThan(1);
  expect(found.length).toBeLessThanOrEqual(savedSearches[0].newCount);
  for (const { createdAt } of found) expect(createdAt > '2016-06-01').toBe(true);
});
