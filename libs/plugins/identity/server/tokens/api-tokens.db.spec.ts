/** API tokens: what they open, for how long, and what they never do. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { signInByCode } from '../testing/sign-in';

let hub: TestHub;
let client: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  client = await signInByCode(hub, 'maker@nhs.net');
});
afterAll(() => hub?.close());

const make = 'mutation ($input: MakeApiTokenInput!) { makeApiToken(input: $input) { id secret } }';
const revoke = 'mutation ($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { id } }';
const tokensOf = 'apiTokens { id name scopes createdAt expiresAt lastUsedAt revokedAt }';

const made = async (scopes: string[], days = 30) =>
  (await client.ok(make, { input: { name: 'Dashboard', scopes, days } })).makeApiToken as {
    id: string;
    secret: string;
  };

/** Runs an operation with a token, and gives its data or the code of its error. */
async function withToken(secret: string, query: string, variables = {}) {
  const response = await hub.anonymous.post('/graphql', { query, variables }, { authorization: `Bearer ${secret}` });
  const { data, errors } = (await response.json()) as {
    data: Record<string, unknown>;
    errors?: { extensions: { code: string } }[];
  };
  return errors?.[0]?.extensions.code ?? data;
}

const follow = `mutation { follow(input: { targetId: "site:network/northvale", level: WATCHING }) { __typename } }`;

it('a token speaks for its member; one that reads changes nothing', async () => {
  const { viewer } = await client.ok('{ viewer { id } }');
  const [reading, writing] = [await made(['READ']), await made(['READ', 'WRITE'])];

  expect(reading.secret).toMatch(/^hub_[\w-]{43}$/);
  expect(await withToken(reading.secret, '{ viewer { id } }')).toEqual({ viewer });
  expect(await withToken(reading.secret, follow)).toBe('FORBIDDEN');
  expect(await withToken(writing.secret, follow)).toMatchObject({ follow: {} });
});

it('no token does anything to the account that it speaks for, or makes another', async () => {
  const { secret } = await made(['READ', 'WRITE']);
  const input = { input: { name: 'x', scopes: ['WRITE'], days: 365 } };

  expect(await withToken(secret, make, input)).toBe('FORBIDDEN');
  expect(await withToken(secret, 'mutation { endOtherSessions(input: {}) { ended } }')).toBe('FORBIDDEN');
  expect(await withToken(secret, 'mutation { exportMyData(input: {}) { fileName } }')).toBe('FORBIDDEN');
  expect(await withToken(secret, 'mutation { eraseMe(input: { confirmName: "New member" }) { erased } }')).toBe(
    'FORBIDDEN',
  );
  const email = { input: { email: 'x@nhs.net' } };
  const change = 'mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { email } }';
  expect(await withToken(secret, change, email)).toBe('FORBIDDEN');
});

it('tokens that are wrong, old or taken back are nobody’s', async () => {
  const [old, taken] = [await made(['READ']), await made(['READ'])];
  await hub.sql(`UPDATE core.api_token SET expires_at = now() - interval '1 second' WHERE id = $1::uuid`, [
    old.id.slice(10),
  ]);
  expect((await client.ok(revoke, { input: { token: taken.id } })).revokeApiToken).toEqual({ id: taken.id });
  expect(await client.codeOf(revoke, { input: { token: taken.id } })).toBe('NOT_FOUND');

  for (const secret of [old.secret, taken.secret, `hub_${'a'.repeat(43)}`, 'x'])
    expect(await withToken(secret, '{ viewer { id } }')).toEqual({ viewer: null });
});

it('a token stops when its member is suspended', async () => {
  const other = await signInByCode(hub, 'suspended@nhs.net');
  const { makeApiToken } = await other.ok(make, { input: { name: 'x', scopes: ['READ'], days: 1 } });
  await hub.sql(
    `UPDATE core.account SET suspended_at = now() WHERE ref = (SELECT member_ref FROM identity.address WHERE email = 'suspended@nhs.net')`,
  );
  expect(await withToken(makeApiToken.secret, '{ viewer { id } }')).toEqual({ viewer: null });
});

it('the list shows what they are for and when they were used, of nobody else’s, and no secret', async () => {
  const { id, secret } = await made(['WRITE', 'READ'], 7);
  await withToken(secret, '{ viewer { id } }');
  const { viewerAccount } = await client.ok(`{ viewerAccount { ${tokensOf} } }`);
  const shown = viewerAccount.apiTokens.find((token: { id: string }) => token.id === id);

  expect(shown).toMatchObject({ name: 'Dashboard', scopes: ['READ', 'WRITE'], revokedAt: null });
  expect(shown.lastUsedAt).not.toBeNull();
  expect(new Date(shown.expiresAt).getTime() - new Date(shown.createdAt).getTime()).toBeGreaterThan(6.9 * 86_400_000);
  const stranger = await signInByCode(hub, 'stranger@nhs.net');
  expect((await stranger.ok(`{ viewerAccount { ${tokensOf} } }`)).viewerAccount.apiTokens).toEqual([]);
  expect(await stranger.codeOf(revoke, { input: { token: id } })).toBe('NOT_FOUND');
});

it.each([
  ['no scope', { scopes: [] }],
  ['no days', { days: 0 }],
  ['more than a year', { days: 366 }],
  ['no name', { name: ' ' }],
])('a token with %s is refused', async (_what, wrong) => {
  expect(await client.codeOf(make, { input: { name: 'x', scopes: ['READ'], days: 1, ...wrong } })).toBe(
    'BAD_USER_INPUT',
  );
});

it('its secret stands in no table, also where the request is remembered (S5)', async () => {
  const input = { name: 'Remembered', scopes: ['READ'], days: 1, clientMutationId: 'remembered' };
  const { makeApiToken } = await client.ok(make, { input });
  expect(await client.codeOf(make, { input })).toBe('CONFLICT');
  const rows = await hub.sql(
    `SELECT 1 FROM core.remembered_request r WHERE r::text LIKE $1 UNION ALL SELECT 1 FROM core.api_token t WHERE t::text LIKE $1
     UNION ALL SELECT 1 FROM core.audit_entry a WHERE a::text LIKE $1`,
    [`%${makeApiToken.secret.slice(4)}%`],
  );
  expect(rows).toEqual([]);
});

it('making and taking back are on record (J4)', async () => {
  const rows = await hub.sql<{ action: string }>(
    `SELECT DISTINCT action FROM core.audit_entry WHERE action LIKE 'api-token.%' ORDER BY action`,
  );
  expect(rows.map(({ action }) => action)).toEqual(['api-token.made', 'api-token.revoked']);
});
