/** Every way in which an OpenID answer can be forged: 401 each, and nobody is signed in. */
import { generateKeyPair, UnsecuredJWT } from 'jose';
import { createTestHub, type TestHub } from '@hub/testing';
import { BrowserJar } from '../testing/browser-jar';
import {
  client,
  startForgingProvider,
  usualClaims,
  type Forgery,
  type ForgingProvider,
} from '../testing/forging-provider';

let hub: TestHub;
let provider: ForgingProvider;
let strangeKey: CryptoKey;

beforeAll(async () => {
  provider = await startForgingProvider();
  strangeKey = (await generateKeyPair('RS256')).privateKey;
  hub = await createTestHub({
    only: ['identity'],
    demonstration: false,
    env: {
      HUB_OIDC_ISSUER: provider.issuer,
      HUB_OIDC_CLIENT_ID: client.id,
      HUB_OIDC_CLIENT_SECRET: client.secret,
      HUB_OIDC_ACR: 'aal3',
      HUB_OIDC_SECOND_FACTOR_ACRS: 'aal2, aal3',
    },
  });
});
afterAll(async () => {
  await hub?.close();
  await provider?.close();
});

let codes = 0;
const now = () => Math.floor(Date.now() / 1000);
const sessions = async () =>
  (await hub.sql<{ count: number }>('SELECT count(*)::int AS count FROM core.session'))[0]!.count;

interface Begun {
  readonly jar: BrowserJar;
  readonly state: string;
}

/** Leaves for the provider, which remembers the nonce. */
async function begin(): Promise<Begun> {
  const jar = new BrowserJar();
  const left = await jar.ask(`${hub.address}/auth/oidc/start?return=/sites`);
  const asked = new URL(left.headers.get('location')!).searchParams;
  provider.nonce = asked.get('nonce')!;
  expect(asked.get('acr_values')).toBe('aal3');
  return { jar, state: asked.get('state')! };
}

/** Comes back with an answer. */
function comeBack({ jar, state }: Begun, answer: Record<string, string | undefined> = {}): Promise<Response> {
  const query = { code: `code-${(codes += 1)}`, state, iss: provider.issuer, ...answer };
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return jar.ask(`${hub.address}/auth/oidc/callback?${new URLSearchParams(given).toString()}`);
}

it('an answer that nobody touched signs in, and its level proves the second step (J3)', async () => {
  provider.forge = {};
  const response = await comeBack(await begin());
  const [session] = await hub.sql('SELECT second_factor_at, provider_session FROM core.session');

  expect([response.status, response.headers.get('location')]).toEqual([302, '/welcome?return=%2Fsites']);
  expect(session).toMatchObject({ provider_session: 'their session', second_factor_at: expect.any(Date) });
});

describe('a forged ID token', () => {
  const rename = (part: string, text: string) => (token: string) => {
    const [head = '', , tail = ''] = token.split('.');
    const body = Buffer.from(JSON.stringify({ ...usualClaims(provider), [part]: text })).toString('base64url');
    return `${head}.${body}.${tail}`;
  };
  const forgeries: [string, () => Forgery | null][] = [
    ['not signed at all', () => ({ spoil: () => new UnsecuredJWT(usualClaims(provider)).encode() })],
    ['signed by another key under the same name', () => ({ key: strangeKey })],
    ['signed by a key that nobody published', () => ({ key: strangeKey, header: { kid: 'strange' } })],
    ['signed with the client’s secret', () => ({ key: Buffer.from(client.secret), header: { alg: 'HS256' } })],
    [
      'of an algorithm that the provider does not use',
      () => ({ key: provider.otherKey, header: { alg: 'ES256', kid: 'other' } }),
    ],
    ['changed after it was signed', () => ({ spoil: rename('sub', 'somebody else') })],
    ['without a signature', () => ({ spoil: (token) => `${token.slice(0, token.lastIndexOf('.'))}.` })],
    ['for another client', () => ({ claims: { aud: 'another' } })],
    [
      'for several clients, and asked for by another',
      () => ({ claims: { aud: [client.id, 'another'], azp: 'another' } }),
    ],
    ['of another issuer', () => ({ claims: { iss: 'https://evil.example' } })],
    ['with another nonce', () => ({ claims: { nonce: 'another' } })],
    ['without a nonce', () => ({ claims: { nonce: undefined } })],
    ['that has expired', () => ({ claims: { exp: now() - 120, iat: now() - 600 } })],
    ['without an end', () => ({ claims: { exp: undefined } })],
    ['of nobody', () => ({ claims: { sub: undefined } })],
    ['of a lower level than asked for', () => ({ claims: { acr: 'aal1' } })],
    ['without a level', () => ({ claims: { acr: undefined } })],
    ['of somebody who was asked too long ago', () => ({ claims: { auth_time: now() - 13 * 3600 } })],
    ['that does not say when somebody was asked', () => ({ claims: { auth_time: undefined } })],
    [
      'that is a logout token',
      () => ({
        header: { typ: 'logout+jwt' },
        claims: { nonce: undefined, jti: 'x', events: { 'http://schemas.openid.net/event/backchannel-logout': {} } },
      }),
    ],
    ['that is missing', () => null],
    ['that is no token', () => ({ spoil: () => 'x.y.z' })],
  ];

  it.each(forgeries)('%s signs nobody in (S11)', async (_what, forgery) => {
    const before = await sessions();
    const begun = await begin();
    provider.forge = forgery();
    const response = await comeBack(begun);

    expect([response.status, await sessions()]).toEqual([401, before]);
    expect(response.headers.getSetCookie().filter((line) => line.includes('session'))).toEqual([]);
    expect(await response.text()).toContain('You are not signed in');
  });
});

describe('an answer', () => {
  beforeEach(() => {
    provider.forge = {};
  });

  const refusals: [string, () => Promise<Response>][] = [
    ['with the state of another beginning', async () => comeBack(await begin(), { state: (await begin()).state })],
    ['without a state', async () => comeBack(await begin(), { state: undefined })],
    ['without a code', async () => comeBack(await begin(), { code: undefined })],
    ['of another issuer', async () => comeBack(await begin(), { iss: 'https://evil.example' })],
    ['that does not name its issuer', async () => comeBack(await begin(), { iss: undefined })],
    ['that is a refusal', async () => comeBack(await begin(), { code: undefined, error: 'access_denied' })],
    ['in a browser that never began', async () => comeBack({ ...(await begin()), jar: new BrowserJar() })],
    [
      'in a browser that began something else',
      async () => {
        const [mine, theirs] = [await begin(), await begin()];
        return comeBack({ jar: theirs.jar, state: mine.state });
      },
    ],
    [
      'that took too long',
      async () => {
        const begun = await begin();
        await hub.sql(`UPDATE identity.oidc_start SET expires_at = now() - interval '1 second'`);
        return comeBack(begun);
      },
    ],
    [
      'with a code that was used already',
      async () => {
        const [first, second] = [await begin(), await begin()];
        await comeBack(first, { code: 'used' });
        return comeBack(second, { code: 'used' });
      },
    ],
  ];

  it.each(refusals)('%s signs nobody in (S11)', async (_what, answer) => {
    const response = await answer();
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie().filter((line) => line.includes('session'))).toEqual([]);
  });

  it('that was refused is on record, with a reason and no more (J4)', async () => {
    const rows = await hub.sql<{ facts: Record<string, string> }>(
      `SELECT facts FROM core.audit_entry WHERE action = 'sign-in.refused' AND outcome = 'refused'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(forgedAnswers);
    for (const { facts } of rows)
      expect(facts).toEqual({ way: 'oidc', reason: expect.stringMatching(/^[\w ]{1,60}$/) });
  });
});

const forgedAnswers = 32;

describe('a logout token', () => {
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  let jti = 0;
  const usual = () => ({
    iss: provider.issuer,
    aud: client.id,
    sub: 'somebody',
    iat: now(),
    exp: now() + 60,
    jti: `token-${(jti += 1)}`,
    events: event,
  });
  const typ = { header: { typ: 'logout+jwt' } };
  const send = (token: string, path = '/auth/oidc/back-channel-logout') =>
    fetch(`${hub.address}${path}`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) });
  const running = async () =>
    (await hub.sql<{ count: number }>('SELECT count(*)::int AS count FROM core.session WHERE ended_at IS NULL'))[0]!
      .count;

  const forgeries: [string, () => Promise<string>][] = [
    ['signed by another key', () => provider.sign(usual(), { ...typ, key: strangeKey })],
    ['not signed at all', () => Promise.resolve(new UnsecuredJWT(usual()).encode())],
    [
      'signed with the client’s secret',
      () => provider.sign(usual(), { header: { ...typ.header, alg: 'HS256' }, key: Buffer.from(client.secret) }),
    ],
    ['of another type', () => provider.sign(usual())],
    ['that is an ID token', () => provider.sign(usualClaims(provider), typ)],
    ['with a nonce', () => provider.sign({ ...usual(), nonce: 'x' }, typ)],
    ['without the event', () => provider.sign({ ...usual(), events: {} }, typ)],
    ['of another issuer', () => provider.sign({ ...usual(), iss: 'https://evil.example' }, typ)],
    ['for another client', () => provider.sign({ ...usual(), aud: 'another' }, typ)],
    ['that is old', () => provider.sign({ ...usual(), iat: now() - 600, exp: now() + 60 }, typ)],
    ['without a time', () => provider.sign({ ...usual(), iat: undefined } as never, typ)],
    ['without a name of its own', () => provider.sign({ ...usual(), jti: undefined } as never, typ)],
    ['of nobody', () => provider.sign({ ...usual(), sub: undefined } as never, typ)],
    ['that is no token', () => Promise.resolve('x.y.z')],
  ];

  it.each(forgeries)('%s ends no session (S11)', async (_what, forged) => {
    const before = await running();
    const response = await send(await forged());
    expect([response.status, await running()]).toEqual([400, before]);
  });

  it('that holds ends the sessions of its subject, and counts once (S11)', async () => {
    provider.forge = {};
    await comeBack(await begin());
    expect(await running()).toBeGreaterThan(0);
    const token = await provider.sign(usual(), typ);

    expect((await send(token)).status).toBe(200);
    expect(await running()).toBe(0);
    await comeBack(await begin());
    expect((await send(token)).status).toBe(400);
    expect(await running()).toBe(1);
  });

  it('that names a session ends that one alone (S11)', async () => {
    provider.forge = { claims: { sid: 'one' } };
    await comeBack(await begin());
    provider.forge = { claims: { sid: 'two' } };
    await comeBack(await begin());
    const before = await running();
    expect((await send(await provider.sign({ ...usual(), sid: 'one' }, typ))).status).toBe(200);
    expect(await running()).toBe(before - 1);
  });

  it.each(['/auth/code', '/auth/sign-out', '/auth/second-factor', '/graphql'])(
    '%s takes no form (S8)',
    async (path) => {
      expect((await send('x', path)).status).toBe(415);
    },
  );
});
