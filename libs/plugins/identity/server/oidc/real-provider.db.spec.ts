/** Signing in at a real OpenID provider, and out again from its side. */
import { aFreePort, createTestHub, TestClient, type TestHub } from '@hub/testing';
import { BrowserJar } from '../testing/browser-jar';
import {
  client,
  signInAtProvider,
  signOutAtProvider,
  startRealProvider,
  type RealProvider,
} from '../testing/real-provider';
import { signInByCode } from '../testing/sign-in';

let hub: TestHub;
let provider: RealProvider;

beforeAll(async () => {
  const port = String(await aFreePort());
  provider = await startRealProvider(`http://127.0.0.1:${port}`);
  hub = await createTestHub({
    only: ['identity', 'subscriptions'],
    demonstration: false,
    env: {
      PORT: port,
      HUB_OIDC_ISSUER: provider.issuer,
      HUB_OIDC_CLIENT_ID: client.id,
      HUB_OIDC_CLIENT_SECRET: client.secret,
      HUB_OIDC_LABEL: 'your NHS account',
      HUB_ADMIN_EMAIL: 'first@nhs.net',
      HUB_ADMIN_SUBJECT: 'named-by-subject',
    },
  });
});
afterAll(async () => {
  await hub?.close();
  await provider?.close();
});

const clientOf = (jar: BrowserJar) => new TestClient(hub.address, jar.cookieFor(hub.address));
const viewerOf = async (client: TestClient) => (await client.ok('{ viewer { id displayName } }')).viewer;

it('the sign-in page learns that there is a provider', async () => {
  const ways = await (await fetch(`${hub.address}/auth/ways`)).json();
  expect(ways).toMatchObject({ oidc: { label: 'your NHS account' } });
});

it('asks for a code with PKCE S256, state, nonce and a recent sign-in (S11)', async () => {
  const response = await new BrowserJar().ask(`${hub.address}/auth/oidc/start`);
  const asked = new URL(response.headers.get('location')!).searchParams;

  expect(response.status).toBe(302);
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `${hub.address}/auth/oidc/callback`,
    max_age: '43200',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThanOrEqual(22);
  expect(response.headers.getSetCookie()[0]).toMatch(
    /^hub-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

it('somebody new gets an account with the name that the provider tells, and is welcomed with the way back kept', async () => {
  const jar = new BrowserJar();
  const { response } = await signInAtProvider(hub.address, jar, 'anna', '/auth/oidc/start?return=/sites%3Fx');

  expect([response.status, response.headers.get('location')]).toEqual([302, '/welcome?return=%2Fsites%3Fx']);
  expect(await viewerOf(clientOf(jar))).toMatchObject({ displayName: 'anna of the provider' });
  const { viewerAccount } = await clientOf(jar).ok('{ viewerAccount { email sessions { way isThisOne } } }');
  expect(viewerAccount).toEqual({ email: 'anna@nhs.net', sessions: [{ way: 'OIDC', isThisOne: true }] });
});

it('the next time it is the same person, who lands where they came from', async () => {
  const [first, second] = [new BrowserJar(), new BrowserJar()];
  await signInAtProvider(hub.address, first, 'bert');
  const { response } = await signInAtProvider(
    hub.address,
    second,
    'bert',
    '/auth/oidc/start?return=/interventions/new',
  );

  expect(response.headers.get('location')).toBe('/interventions/new');
  expect(await viewerOf(clientOf(second))).toEqual(await viewerOf(clientOf(first)));
});

it('nobody is led away from the hub', async () => {
  const jar = new BrowserJar();
  await signInAtProvider(hub.address, jar, 'carl');
  for (const away of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const start = `/auth/oidc/start?return=${encodeURIComponent(away)}`;
    const { response } = await signInAtProvider(hub.address, jar, 'carl', start);
    expect(response.headers.get('location')).toBe('/');
  }
});

it('an address makes nobody the same person: who signs in by a code stays apart (S11)', async () => {
  const byCode = await viewerOf(await signInByCode(hub, 'dora@nhs.net'));
  const jar = new BrowserJar();
  await signInAtProvider(hub.address, jar, 'dora');
  const byProvider = await viewerOf(clientOf(jar));

  expect(byProvider.id).not.toBe(byCode.id);
  expect((await clientOf(jar).ok('{ viewerAccount { email } }')).viewerAccount.email).toBeNull();
});

it('the same answer a second time signs nobody in (S11)', async () => {
  const jar = new BrowserJar();
  const { callback } = await signInAtProvider(hub.address, jar, 'emil');
  const again = await jar.ask(callback);

  expect(again.status).toBe(401);
  expect(await again.text()).toContain('You are not signed in');
});

it('signing out at the provider ends the session here, and closes its live connections within 5 seconds (S11, S7)', async () => {
  const jar = new BrowserJar();
  const other = new BrowserJar();
  await signInAtProvider(hub.address, jar, 'fred');
  await signInAtProvider(hub.address, other, 'fred');
  const live = await clientOf(jar).live('subscription { notificationReceived { id } }');
  const began = Date.now();
  await signOutAtProvider(provider.issuer, jar);

  expect(await live.ended).toMatchObject({ code: 4401 });
  expect(Date.now() - began).toBeLessThan(5000);
  expect(await viewerOf(clientOf(jar))).toBeNull();
  expect(await viewerOf(clientOf(other))).not.toBeNull();
});

it('signing out of the hub stays there', async () => {
  const jar = new BrowserJar();
  await signInAtProvider(hub.address, jar, 'gina');
  expect((await clientOf(jar).post('/auth/sign-out', {})).status).toBe(204);
  expect(await viewerOf(clientOf(jar))).toBeNull();

  const start = await jar.follow(`${hub.address}/auth/oidc/start`, (at) =>
    at.startsWith(`${hub.address}/auth/oidc/callback`),
  );
  expect((await jar.ask(start.address)).headers.get('location')).toBe('/');
});

const isAdministrator = async (jar: BrowserJar) =>
  (await clientOf(jar).ok('{ viewerAccount { secondFactor { isNeeded } } }')).viewerAccount.secondFactor.isNeeded;

it('whom HUB_ADMIN_EMAIL names administers the hub when the provider says that the address is verified', async () => {
  const [forger, first] = [new BrowserJar(), new BrowserJar()];
  await signInAtProvider(hub.address, forger, 'unverified-first');
  expect(await isAdministrator(forger)).toBe(false);
  await signInAtProvider(hub.address, first, 'first');
  expect(await isAdministrator(first)).toBe(true);
  expect((await clientOf(forger).ok('{ viewerAccount { email } }')).viewerAccount.email).toBeNull();
});

it('whom HUB_ADMIN_SUBJECT names administers the hub, whatever their address; nobody else does', async () => {
  const [named, other] = [new BrowserJar(), new BrowserJar()];
  await signInAtProvider(hub.address, named, 'named-by-subject');
  await signInAtProvider(hub.address, other, 'named-by-subject-not');

  expect([await isAdministrator(named), await isAdministrator(other)]).toEqual([true, false]);
  const rows = await hub.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM core.audit_entry WHERE action LIKE '%role%' AND actor_ref = subject_ref`,
  );
  expect(rows[0]?.n).toBe(2);
});

it('keeps no address and no token of the provider in the audit log', async () => {
  const rows = await hub.sql<{ text: string }>('SELECT a::text AS text FROM core.audit_entry a');
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter(({ text }) => /@|eyJ/.test(text))).toEqual([]);
});
