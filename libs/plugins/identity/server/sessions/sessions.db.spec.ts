/** Sessions: what the cookie is like, what is kept of it, when it ends, and who may end it. */
import { createTestHub, TestClient, type TestHub } from '@hub/testing';
import { Housekeeping } from '../housekeeping';
import { askForCode, post, signInByCode } from '../testing/sign-in';

let hub: TestHub;
let other: TestHub;

beforeAll(async () => {
  hub = await createTestHub({ only: ['identity', 'subscriptions'], demonstration: false });
  other = await createTestHub({
    database: { url: hub.databaseUrl, drop: () => Promise.resolve() },
    env: { HUB_PUBLIC_URL: 'https://hub.example.nhs.uk' },
  });
});
afterAll(async () => {
  await other?.close();
  await hub?.close();
});

const ask = 'subscription { notificationReceived { id } }';
const isSignedIn = async (client: TestClient) => (await client.ok('{ viewer { id } }')).viewer !== null;
const sessionsOf = async (client: TestClient): Promise<{ id: string; isThisOne: boolean; device: string }[]> =>
  (await client.ok('{ viewerAccount { sessions { id isThisOne device way startedAt lastSeenAt } } }')).viewerAccount
    .sessions;

/** How long until a live connection was closed with this code, in milliseconds. */
async function closing(ended: Promise<unknown>, code: number): Promise<number> {
  const began = Date.now();
  expect(await ended).toMatchObject({ code });
  return Date.now() - began;
}

describe('the cookie', () => {
  it('is HttpOnly and SameSite on http, where only this machine is, and bound to the host and secure on https (S5)', async () => {
    const code = await askForCode(hub, 'cookie@nhs.net');
    const plain = await post(hub.anonymous, '/auth/code/verify', { email: 'cookie@nhs.net', code });
    const again = await askForCode(hub, 'cookie@nhs.net');
    const secure = await post(other.anonymous, '/auth/code/verify', { email: 'cookie@nhs.net', code: again });

    expect(plain.headers.get('set-cookie')).toMatch(/^hub-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(secure.headers.get('set-cookie')).toMatch(
      /^__Host-hub-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('is another after each sign-in, and the session before it is over (S5)', async () => {
    const first = await signInByCode(hub, 'fixed@nhs.net');
    const code = await askForCode(hub, 'fixed@nhs.net');
    const second = await post(first, '/auth/code/verify', { email: 'fixed@nhs.net', code });

    expect(second.cookie).not.toBe(first.cookie);
    expect(await isSignedIn(first)).toBe(false);
    expect(await isSignedIn(new TestClient(hub.address, second.cookie))).toBe(true);
  });

  it('a token that somebody made up before is never taken over (S5)', async () => {
    const code = await askForCode(hub, 'fixated@nhs.net');
    const planted = new TestClient(hub.address, `hub-session=${'a'.repeat(43)}`);
    const { cookie } = await post(planted, '/auth/code/verify', { email: 'fixated@nhs.net', code });

    expect(cookie).not.toContain('aaaa');
    expect(await isSignedIn(planted)).toBe(false);
  });

  it('its token stands in no table: neither as text nor as bytes (S5)', async () => {
    const client = await signInByCode(hub, 'stolen@nhs.net');
    const token = client.cookie!.split('=')[1]!;
    const tables = await hub.sql<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const hex = Buffer.from(token).toString('hex');
    const raw = Buffer.from(token, 'base64url').toString('hex');
    for (const { name } of tables) {
      const rows = await hub.sql(`SELECT 1 FROM ${name} AS t WHERE t::text LIKE ANY ($1::text[])`, [
        [token, hex, raw].map((text) => `%${text}%`),
      ]);
      expect([name, rows.length]).toEqual([name, 0]);
    }
    expect(tables.length).toBeGreaterThan(20);
  });
});

describe('a session ends', () => {
  it.each([
    ['after 31 minutes without a request', `last_seen_at = now() - interval '31 minutes'`],
    ['after 12 hours and a minute in any case', `created_at = now() - interval '12 hours 1 minute'`],
  ])('%s, for HTTP and for live connections (S6)', async (_when, change) => {
    const client = await signInByCode(hub, 'idle@nhs.net');
    const live = await client.live(ask);
    const { id } = (await sessionsOf(client))[0]!;
    await hub.sql(`UPDATE core.session SET ${change} WHERE id = $1::uuid`, [id.slice('session:'.length)]);

    expect(await client.codeOf('{ viewerAccount { email } }')).toBe('UNAUTHENTICATED');
    expect(await closing(live.ended, 4401)).toBeLessThan(5000);
  });

  it('and is marked so, which keeps the list of sessions true', async () => {
    const [old, fresh] = [await signInByCode(hub, 'list@nhs.net'), await signInByCode(hub, 'list@nhs.net')];
    const { id } = (await sessionsOf(old)).find(({ isThisOne }) => isThisOne)!;
    await hub.sql(`UPDATE core.session SET last_seen_at = now() - interval '31 minutes' WHERE id = $1::uuid`, [
      id.slice('session:'.length),
    ]);
    await hub.hub.app.get(Housekeeping).tidy();
    expect(await sessionsOf(fresh)).toEqual([expect.objectContaining({ isThisOne: true })]);
  });
});

describe('one’s own sessions', () => {
  const end = 'mutation ($input: EndSessionInput!) { endSession(input: $input) { ended } }';

  it('are listed, this one marked, and of nobody else', async () => {
    const [first, second] = [await signInByCode(hub, 'both@nhs.net'), await signInByCode(hub, 'both@nhs.net')];
    await signInByCode(hub, 'stranger@nhs.net');
    const listed = await sessionsOf(second);

    expect(listed).toHaveLength(2);
    expect(listed.filter(({ isThisOne }) => isThisOne)).toHaveLength(1);
    expect((await sessionsOf(first)).find(({ isThisOne }) => isThisOne)!.id).not.toBe(
      listed.find(({ isThisOne }) => isThisOne)!.id,
    );
  });

  it('one is ended from another: its live connections on every instance close within 5 seconds (S7)', async () => {
    const [kept, ended] = [await signInByCode(hub, 'ward@nhs.net'), await signInByCode(hub, 'ward@nhs.net')];
    const elsewhere = new TestClient(other.address, `__Host-${ended.cookie}`);
    const lives = [await ended.live(ask), await elsewhere.live(ask)];
    const { id } = (await sessionsOf(ended)).find(({ isThisOne }) => isThisOne)!;
    const began = Date.now();

    expect((await kept.ok(end, { input: { session: id } })).endSession).toEqual({ ended: 1 });
    for (const live of lives) expect(await closing(live.ended, 4401)).toBeLessThan(5000);
    expect(Date.now() - began).toBeLessThan(5000);
    expect([await isSignedIn(kept), await isSignedIn(ended)]).toEqual([true, false]);
    expect(await kept.codeOf(end, { input: { session: id } })).toBe('NOT_FOUND');
  });

  it('all others are ended at once, and this one stays (S7)', async () => {
    const clients = [];
    for (let n = 0; n < 3; n += 1) clients.push(await signInByCode(hub, 'many@nhs.net'));
    const [, second, last] = clients as [TestClient, TestClient, TestClient];
    const live = await second.live(ask);
    const query = 'mutation { endOtherSessions(input: {}) { ended } }';

    expect((await last.ok(query)).endOtherSessions).toEqual({ ended: 2 });
    expect(await closing(live.ended, 4401)).toBeLessThan(5000);
    expect(await isSignedIn(last)).toBe(true);
    expect(await sessionsOf(last)).toHaveLength(1);
  });

  it('nobody ends, or learns of, a session of somebody else (Z1)', async () => {
    const [mine, theirs] = [await signInByCode(hub, 'me@nhs.net'), await signInByCode(hub, 'them@nhs.net')];
    const { id } = (await sessionsOf(theirs))[0]!;
    const unknown = `session:${crypto.randomUUID()}`;
    const [seen, unseen] = [
      await mine.run(end, { input: { session: id } }),
      await mine.run(end, { input: { session: unknown } }),
    ];

    expect(seen.errors![0]!.extensions.code).toBe('NOT_FOUND');
    expect(seen).toEqual(unseen);
    expect(await isSignedIn(theirs)).toBe(true);
    expect((await mine.ok('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
    expect(await hub.anonymous.codeOf('{ viewerAccount { email } }')).toBe('UNAUTHENTICATED');
  });
});

it('whoever is suspended is out at once, gets no code, and cannot sign in', async () => {
  const client = await signInByCode(hub, 'bad@nhs.net');
  const code = await askForCode(hub, 'bad@nhs.net');
  const { viewer } = await client.ok('{ viewer { id } }');
  await hub.sql('UPDATE core.account SET suspended_at = now() WHERE ref = $1', [viewer.id]);
  const before = (await hub.letters('bad@nhs.net')).length;

  expect(await isSignedIn(client)).toBe(false);
  expect((await post(hub.anonymous, '/auth/code/verify', { email: 'bad@nhs.net', code })).status).toBe(401);
  await askForCode(hub, 'bad@nhs.net');
  expect((await hub.letters('bad@nhs.net')).length).toBe(before);
});

it('sign-ins and endings are on record (J4)', async () => {
  const client = await signInByCode(hub, 'audited@nhs.net');
  const { viewer } = await client.ok('{ viewer { id } }');
  await client.post('/auth/sign-out', {});
  const rows = await hub.sql<{ action: string }>(
    'SELECT action FROM core.audit_entry WHERE actor_ref = $1 OR subject_ref = $1 ORDER BY number',
    [viewer.id],
  );
  expect(rows.map(({ action }) => action)).toEqual(['session.opened', 'session.ended']);
});
