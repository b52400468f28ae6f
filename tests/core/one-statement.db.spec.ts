/** What a page reads takes one statement per root field, whatever the page size; the session takes one more. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
});

afterAll(() => hub.close());

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
    expect(await hub.countReads(() => anjali.ok(query, { first }))).toBe(2);
  }
});

it('each further root field takes one more', async () => {
  const query =
    '{ modelTypes { code siteCount interventionCount threadCount viewerFollow } sites { totalCount edges { node { name } } } viewer { displayName unreadNotificationCount } }';

  expect(await hub.countReads(() => anjali.ok(query))).toBe(4);
});
