/** A page that nobody is at asks now and then by itself. That keeps no session alive. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const member = 'anjali-thornapple';
const body = { query: '{ viewer { id } }' };

/** Minutes since the session was last used, after the hub was asked with it once more. */
async function idleAfter(ask: (client: TestClient) => Promise<unknown>): Promise<number> {
  await hub.sql('DELETE FROM core.session');
  const client = await hub.as(member);
  await hub.sql("UPDATE core.session SET last_seen_at = now() - interval '20 minutes'");
  await ask(client);
  const [row] = await hub.sql<{ minutes: number }>(
    'SELECT extract(epoch FROM now() - last_seen_at)::int / 60 AS minutes FROM core.session',
  );
  return row?.minutes ?? NaN;
}

it('a session is used by what somebody does (S6)', async () => {
  expect(await idleAfter((client) => client.post('/graphql', body))).toBe(0);
});

it('a session is not used by what a page asks with nobody there (S6)', async () => {
  expect(await idleAfter((client) => client.post('/graphql', body, { 'hub-unattended': '1' }))).toBe(20);
});

it('a session is not used by a live connection that comes back by itself (S6)', async () => {
  expect(
    await idleAfter(async (client) => {
      const live = await client.live('subscription { notificationReceived { id } }');
      await live.stop();
    }),
  ).toBe(20);
});
