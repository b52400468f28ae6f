/** Many people at once, asking for the same things: nothing of one answer finds its way into another. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const secret = 'Quillwort before dawn';
const calls = 2000;
const parallel = 50;

let hub: TestHub;
let anjali: TestClient;
let others: readonly TestClient[];
let id: string;
let thread: string;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
  others = [await hub.as('zubin-cloverdale'), await hub.as('callum-pennyroyal'), hub.anonymous];
  const { createIntervention } = await anjali.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
    { input: { site: 'northvale', title: secret, summary: secret, modelTypes: ['MCP'] } },
  );
  id = createIntervention.intervention.id;
  const { startThread } = await anjali.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    { input: { title: secret, body: secret, modelTypes: ['MCP'], about: id } },
  );
  thread = startThread.thread.id;
});
afterAll(() => hub?.close());

/** The same text for everyone, so that a compiled statement, a cache or a loader would be shared if it could be. */
const query = `query ($id: ID!, $thread: ID!) {
  node(id: $id) { ... on Intervention { title summary draft { body } whoCanSee viewerCanEdit } }
  discussion: node(id: $thread) { ... on Thread { title posts(first: 1) { edges { node { body } } } about { id } } }
  interventions(first: 100) { totalCount edges { node { title } } }
}`;

/** A hub that is busy says so, on a machine that does other things too, and is asked again, as its answer says. */
async function answer(client: TestClient): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const response = await client.post('/graphql', { query, variables: { id, thread } });
    if (response.status !== 503 || tries === 5) return response.text();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

it(`${calls} calls of people with different rights, ${parallel} at a time, are each answered as alone (Z12)`, async () => {
  const clients = [anjali, ...others];
  const alone = await Promise.all(clients.map(answer));
  expect(alone.map((text) => text.includes(secret))).toEqual([true, false, false, false]);

  const strays: string[] = [];
  let next = 0;
  const worker = async () => {
    while (next < calls) {
      const at = next % 2 === 0 ? 0 : 1 + (Math.floor(next / 2) % others.length);
      next += 1;
      const client = clients[at];
      const text = client ? await answer(client) : '';
      if (text !== alone[at]) strays.push(`${at}: ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));

  expect(strays).toEqual([]);
}, 120_000);

it('several operations in one request are each answered for whoever asks (Z12)', async () => {
  const many = `query ($id: ID!) { ${Array.from({ length: 10 }, (_, at) => `n${at}: node(id: $id) { ... on Intervention { title } }`).join(' ')} }`;
  const [own, other] = await Promise.all([anjali.ok(many, { id }), others[0]?.ok(many, { id })]);

  expect(Object.values(own)).toEqual(Array(10).fill({ title: secret }));
  expect(Object.values(other)).toEqual(Array(10).fill(null));
});
