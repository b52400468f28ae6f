/** Signing in by a code from a letter: who may, what it takes, and what nobody can learn from it. */
import { createTestHub, TestClient, type TestHub } from '@hub/testing';
import { askForCode, post, signInByCode } from '../testing/sign-in';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({ only: ['identity'], demonstration: false, env: { HUB_ADMIN_EMAIL: 'Boss@Example.org' } });
});
afterAll(() => hub?.close());

const verify = (email: string, code: string | null, client = hub.anonymous) =>
  post(client, '/auth/code/verify', { email, code });
const nameOf = async (client: TestClient) =>
  (await client.ok('{ viewer { displayName } }')).viewer?.displayName ?? null;
const auditOf = async (action: string) =>
  (
    await hub.sql<{ count: number }>('SELECT count(*)::int AS count FROM core.audit_entry WHERE action = $1', [action])
  )[0]!.count;

it('whoever has an address at an allowed domain gets a letter with a code, and signs in with it', async () => {
  const code = await askForCode(hub, 'New.Person@trust.nhs.uk');
  expect(code).toMatch(/^\d{8}$/);
  const answer = await verify('new.person@TRUST.nhs.uk ', `${code!.slice(0, 4)} ${code!.slice(4)}`);

  expect([answer.status, answer.body]).toEqual([200, { next: 'signed-in', isNew: true }]);
  expect(await nameOf(new TestClient(hub.address, answer.cookie))).toBe('New member');
});

it('the second time it is the same person, who is not new', async () => {
  const first = await signInByCode(hub, 'again@nhs.net');
  const code = await askForCode(hub, 'again@nhs.net');
  const second = await verify('again@nhs.net', code);

  expect(second.body).toEqual({ next: 'signed-in', isNew: false });
  const idOf = async (client: TestClient) => (await client.ok('{ viewer { id } }')).viewer.id;
  expect(await idOf(new TestClient(hub.address, second.cookie))).toBe(await idOf(first));
  const events = await hub.sql(
    `SELECT 1 FROM core.domain_event WHERE name = 'person.signed-in-first' AND subject_ref = $1`,
    [await idOf(first)],
  );
  expect(events).toHaveLength(1);
});

it('the administrator whom the settings name may sign in from anywhere, and is one from then on', async () => {
  expect(await (await fetch(`${hub.address}/auth/ways`)).json()).toMatchObject({ isEmpty: true, adminNamed: true });

  const boss = await signInByCode(hub, 'boss@example.org');
  const { viewer } = await boss.ok('{ viewer { id } viewerAccount { secondFactor { isNeeded isOn } } }');
  const [account] = await hub.sql<{ keys: string[] }>('SELECT keys FROM core.account WHERE ref = $1', [viewer.id]);

  expect(account!.keys).toContain('role:administrator');
  expect(await (await fetch(`${hub.address}/auth/ways`)).json()).toMatchObject({ isEmpty: false });
});

it('a code counts once (S11)', async () => {
  const code = await askForCode(hub, 'once@nhs.net');
  expect((await verify('once@nhs.net', code)).status).toBe(200);
  expect((await verify('once@nhs.net', code)).status).toBe(401);
});

it('of many who try one code at once, one signs in', async () => {
  const code = await askForCode(hub, 'race@nhs.net');
  const statuses = await Promise.all(
    Array.from({ length: 8 }, async () => (await verify('race@nhs.net', code)).status),
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
});

it('a code holds for ten minutes, and a new one takes its place', async () => {
  const old = await askForCode(hub, 'late@nhs.net');
  await hub.sql(`UPDATE identity.sign_in_code SET expires_at = expires_at - interval '10 minutes 1 second'`);
  expect((await verify('late@nhs.net', old)).status).toBe(401);

  const first = await askForCode(hub, 'late@nhs.net');
  const second = await askForCode(hub, 'late@nhs.net');
  expect((await verify('late@nhs.net', first)).status).toBe(first === second ? 200 : 401);
  expect((await verify('late@nhs.net', second)).status).toBe(200);
});

it('five wrong tries burn a code (S1)', async () => {
  const code = await askForCode(hub, 'burnt@nhs.net');
  const wrong = code === '00000000' ? '00000001' : '00000000';
  for (let n = 0; n < 5; n += 1) expect((await verify('burnt@nhs.net', wrong)).status).toBe(401);
  expect((await verify('burnt@nhs.net', code)).status).toBe(401);
});

it('ten wrong tries close an account for a while, on every instance, each on record (S1)', async () => {
  const other = await createTestHub({
    database: { url: hub.databaseUrl, drop: () => Promise.resolve() },
  });
  try {
    const before = await auditOf('sign-in.refused');
    await signInByCode(hub, 'target@nhs.net');
    for (let n = 0; n < 10; n += 1) expect((await verify('target@nhs.net', 'wrong')).status).toBe(401);
    const refused = await verify('target@nhs.net', 'wrong');
    const elsewhere = await verify('target@nhs.net', 'wrong', other.anonymous);

    expect([refused.status, elsewhere.status]).toEqual([429, 429]);
    expect(elsewhere.body).toMatchObject({ code: 'RATE_LIMITED' });
    expect(Number(elsewhere.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await auditOf('sign-in.refused')) - before).toBe(11);
    expect((await verify('bystander@nhs.net', 'wrong')).status).toBe(401);
  } finally {
    await other.close();
  }
});

it('an address that looks like an allowed one gets no letter, and cannot sign in', async () => {
  for (const email of ['a@evilnhs.uk', 'a@nhs.uk.evil.example', 'a@gmail.example']) {
    await askForCode(hub, email);
    expect(await hub.letters(email)).toEqual([]);
  }
});

it.each(['', 'nobody', 'a@b', 'a@nhs.net\r\nBcc: v@evil.example', { toString: 'x' }, null, 7])(
  'what is no address is refused: %j (T7)',
  async (email) => {
    const answer = await post(hub.anonymous, '/auth/code', { email });
    expect([answer.status, answer.body.code]).toEqual([400, 'BAD_USER_INPUT']);
  },
);

it('what is stored of a code is no code, and no address stands in the audit log', async () => {
  const code = await askForCode(hub, 'stored@nhs.net');
  const kept = await hub.sql<{ text: string }>('SELECT c::text AS text FROM identity.sign_in_code c');
  expect(kept.some(({ text }) => text.includes(code!) || text.includes('stored'))).toBe(false);

  const audit = await hub.sql<{ text: string }>(
    'SELECT a::text AS text FROM core.audit_entry a UNION ALL SELECT e::text FROM core.domain_event e',
  );
  expect(audit.length).toBeGreaterThan(10);
  expect(audit.filter(({ text }) => /@|nhs\.net/.test(text))).toEqual([]);
});
