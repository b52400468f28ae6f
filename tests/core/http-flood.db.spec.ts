/** How much one person, or one address, may ask in a short time. */
import { Database } from '@hub/core/server';
import { createTestHub, TestClient, type TestHub } from '@hub/testing';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { ask, many, read, type Answer } from './support/requests';

const limit = 40;
let hub: TestHub;
let ann: TestClient;
let bob: TestClient;

async function open(env: Record<string, string>): Promise<TestHub> {
  const opened = await createTestHub({ plugins: [notesPlugin], demonstration: false, env });
  await opened.hub.app
    .get(Database)
    .transaction((tx) => opened.hub.app.get(NotesService).furnish(tx, 'one', ['ann', 'bob']));
  return opened;
}

beforeAll(async () => {
  hub = await open({ HUB_CALL_LIMIT: String(limit), HUB_TRUSTED_PROXIES: '0' });
  ann = await hub.as('ann');
  bob = await hub.as('bob');
});
afterAll(() => hub.close());

const by = async (client: TestClient, query = '{ __typename }') => read(await client.post('/graphql', { query }));

/** Buckets are full again every 10 seconds: what is counted to the call begins when there is time left for all of it. */
async function timeForAFlood(): Promise<void> {
  const left = 10_000 - (Date.now() % 10_000);
  if (left < 6000) await new Promise((resolve) => setTimeout(resolve, left));
}
beforeEach(timeForAFlood);

const refused = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 429);

it('refuses a flood of cheap calls with 429 and when to come back, and nobody else (Q10)', async () => {
  const mine = await many(limit * 2, () => by(ann));
  const [first] = refused(mine);
  const [other, signedOut] = await Promise.all([by(bob), ask(hub, '{ __typename }')]);

  expect(refused(mine)).toHaveLength(limit);
  expect(first?.codes).toEqual(['RATE_LIMITED']);
  expect(Number(first?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(first?.headers.get('retry-after'))).toBeLessThanOrEqual(10);
  expect([other.status, signedOut.status]).toEqual([200, 200]);
});

it('counts the sockets and every session of the same person with their calls (Q10)', async () => {
  await many(limit, () => by(ann));
  const elsewhere = await hub.as('ann');
  const live = await elsewhere.live('subscription { noteWritten { what } }');

  expect((await by(elsewhere)).status).toBe(429);
  expect(await live.ended).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
});

it('is one bucket for two instances (Q10)', async () => {
  const big = 200;
  const one = await open({ HUB_CALL_LIMIT: String(big) });
  const two = await createTestHub({
    plugins: [notesPlugin],
    database: { url: one.databaseUrl, drop: () => Promise.resolve() },
    env: { HUB_CALL_LIMIT: String(big) },
  });
  const mine = await one.as('ann');
  const there = new TestClient(two.address, mine.cookie);
  await timeForAFlood();
  const answers = (await Promise.all([many(big, () => by(mine)), many(big, () => by(there))])).flat();
  const taken = answers.length - refused(answers).length;
  const [bobs, kept] = await Promise.all([
    by(new TestClient(two.address, (await one.as('bob')).cookie)),
    one.sql<{ points: number }>('SELECT points FROM core.spent_points ORDER BY points DESC'),
  ]);
  await two.close();
  await one.close();

  expect(taken).toBeGreaterThanOrEqual(big);
  expect(taken).toBeLessThanOrEqual(big + 2 * (big / 10 + 1));
  expect(bobs.status).toBe(200);
  expect(kept[0]?.points).toBeGreaterThanOrEqual(big);
});

it('counts what cannot be run, and takes more for what costs more (Q10)', async () => {
  const costly = '{ notes(first: 100) { edges { node { desk { notes(first: 10) { edges { node { id } } } } } } } }';
  const fresh = await open({ HUB_CALL_LIMIT: String(limit) });
  await timeForAFlood();
  const [invalid, dear] = await Promise.all([
    fresh.as('ann').then((client) => many(limit + 10, () => by(client, '{ nothing }'))),
    fresh.as('bob').then((client) => many(10, () => by(client, costly))),
  ]);
  await fresh.close();

  expect(refused(invalid)).toHaveLength(10);
  expect(refused(dear).length).toBeGreaterThan(5);
});

it('believes no address that a client makes up (S13)', async () => {
  const fresh = await open({ HUB_CALL_LIMIT: String(limit) });
  await timeForAFlood();
  const address = (n: number) => ({ 'x-forwarded-for': `10.0.${n % 200}.${n}` });
  const answers = await many(limit + 20, (n) => ask(fresh, '{ __typename }', address(n)));
  await fresh.close();

  expect(refused(answers)).toHaveLength(20);
});

it('counts by the client behind as many proxies as are set (S13)', async () => {
  const fresh = await open({ HUB_CALL_LIMIT: String(limit), HUB_TRUSTED_PROXIES: '1' });
  await timeForAFlood();
  const from = (client: string, forged: string) => ({ 'x-forwarded-for': `${forged}, ${client}` });
  const one = await many(limit + 20, (n) => ask(fresh, '{ __typename }', from('192.0.2.1', `10.0.0.${n}`)));
  const other = await ask(fresh, '{ __typename }', from('192.0.2.2', '192.0.2.1'));
  await fresh.close();

  expect(refused(one)).toHaveLength(20);
  expect(other.status).toBe(200);
});
