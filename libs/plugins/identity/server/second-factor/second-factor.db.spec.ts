/** The second step: set up, asked for at sign-in, proved again, lost and taken away. */
import { createTestHub, TestClient, type TestHub } from '@hub/testing';
import { definePlugin, permission, roleInTheNetwork } from '@hub/core/server';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { askForCode, post, renewedBy, signInByCode } from '../testing/sign-in';
import { codeAt } from './totp.rules';

@Resolver()
class AdministerResolver {
  @Mutation()
  administer(@Args('word') word: string) {
    return { word };
  }
}

/** Something that only administrators do, and only with a second step proved lately. */
const administering = definePlugin({
  id: 'administering',
  needs: ['sites'],
  schema: `extend type Mutation { administer(word: String! @text(max: 10, guarded: false)): AdministerPayload! @allow(to: "hub.administer") }
    type AdministerPayload { word: String! }`,
  permissions: [
    permission('hub.administer', roleInTheNetwork('administrator'), 'Administrators administer.', {
      secondFactor: true,
    }),
  ],
  resolvers: [AdministerResolver],
});

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({
    only: ['identity'],
    also: [administering],
    demonstration: false,
    env: { HUB_ADMIN_EMAIL: 'boss@nhs.net' },
  });
});
afterAll(() => hub?.close());

const start =
  'mutation ($input: StartSecondFactorInput!) { startSecondFactor(input: $input) { secret address picture } }';
const confirm = 'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes } }';
const prove = 'mutation ($input: ProveSecondFactorInput!) { proveSecondFactor(input: $input) { recoveryCodesLeft } }';
const remove = 'mutation ($input: RemoveSecondFactorInput!) { removeSecondFactor(input: $input) { isOn } }';
const administer = 'mutation { administer(word: "x") { word } }';

const now = () => new Date();
/** A step later than any code used so far: each counts once. */
const nextStep = () => new Date(Date.now() + 30_000);
const stateOf = async (client: TestClient) =>
  (await client.ok('{ viewerAccount { secondFactor { isOn isNeeded recoveryCodesLeft } } }')).viewerAccount
    .secondFactor;

interface SetUp {
  readonly client: TestClient;
  readonly secret: string;
  readonly recoveryCodes: string[];
}

async function setUp(email: string): Promise<SetUp> {
  const begun = await signInByCode(hub, email);
  const { startSecondFactor } = await begun.ok(start, { input: {} });
  const secret = startSecondFactor.secret.replaceAll(' ', '');
  const { data, client } = await renewedBy(begun, confirm, { input: { code: codeAt(secret, now()) } });
  const { recoveryCodes } = data.confirmSecondFactor as { recoveryCodes: string[] };
  return { client, secret, recoveryCodes };
}

/** Gives the first code in the letter, and what the hub says then. */
async function begin(email: string) {
  const code = await askForCode(hub, email);
  const answer = await post(hub.anonymous, '/auth/code/verify', { email, code });
  return { ...answer, client: new TestClient(hub.address, answer.cookie) };
}

it('is set up with a secret, its picture and a code, and gives ten recovery codes once (J3)', async () => {
  const client = await signInByCode(hub, 'anna@nhs.net');
  const { startSecondFactor: begun } = await client.ok(start, { input: {} });

  expect(begun.address).toContain('otpauth://totp/Vanguard%20hub:anna%40nhs.net?');
  expect(begun.picture).toMatch(/^<svg [^]*<\/svg>$/);
  expect(begun.picture).not.toContain('<script');
  expect(await stateOf(client)).toEqual({ isOn: false, isNeeded: false, recoveryCodesLeft: 0 });
  expect(await client.codeOf(confirm, { input: { code: '000000' } })).toBe('BAD_USER_INPUT');

  const secret = begun.secret.replaceAll(' ', '');
  const renewed = await renewedBy(client, confirm, { input: { code: codeAt(secret, now()) } });
  const { recoveryCodes } = renewed.data.confirmSecondFactor as { recoveryCodes: string[] };
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(recoveryCodes[0]).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  expect(await stateOf(renewed.client)).toEqual({ isOn: true, isNeeded: false, recoveryCodesLeft: 10 });
  expect(await renewed.client.codeOf(start, { input: {} })).toBe('CONFLICT');
});

it('switching it on, and proving it, give the session another token; the one before is nobody’s (S5)', async () => {
  const { client, recoveryCodes } = await setUp('ruth@nhs.net');
  const renewed = await renewedBy(client, prove, { input: { code: recoveryCodes[0] } });

  expect((await client.ok('{ viewer { id } }')).viewer).toBeNull();
  expect((await renewed.client.ok('{ viewer { id } }')).viewer).not.toBeNull();
  expect((await renewed.client.ok('{ viewerAccount { sessions { isThisOne } } }')).viewerAccount.sessions).toEqual(
    expect.arrayContaining([{ isThisOne: true }]),
  );
});

it('signing in waits for it: nobody is signed in before, and the cookie is another after (S5)', async () => {
  const { secret } = await setUp('bert@nhs.net');
  const { body, client } = await begin('bert@nhs.net');

  expect(body).toEqual({ next: 'second-factor', isNew: false });
  expect((await client.ok('{ viewer { id } }')).viewer).toBeNull();
  expect((await post(client, '/auth/second-factor', { code: '000000' })).status).toBe(401);
  const done = await post(client, '/auth/second-factor', { code: codeAt(secret, nextStep()) });
  expect([done.status, done.body]).toEqual([200, { next: 'signed-in' }]);
  expect(done.cookie).not.toBe(client.cookie);
  expect((await new TestClient(hub.address, done.cookie).ok('{ viewer { id } }')).viewer).not.toBeNull();
  expect((await client.ok('{ viewer { id } }')).viewer).toBeNull();
});

it('a code of the app counts once, also in two sessions at once (J3)', async () => {
  const { secret } = await setUp('carl@nhs.net');
  const [one, two] = [await begin('carl@nhs.net'), await begin('carl@nhs.net')];
  const code = codeAt(secret, nextStep());
  const answers = await Promise.all([one, two].map(({ client }) => post(client, '/auth/second-factor', { code })));

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
});

it('a recovery code takes the place of the phone, once (J3)', async () => {
  const { recoveryCodes } = await setUp('dora@nhs.net');
  const [code = ''] = recoveryCodes;
  const typed = code.toUpperCase().replaceAll('-', ' ');
  const first = await post((await begin('dora@nhs.net')).client, '/auth/second-factor', { code: typed });
  const second = await post((await begin('dora@nhs.net')).client, '/auth/second-factor', { code });

  expect([first.status, second.status]).toEqual([200, 401]);
  expect((await stateOf(new TestClient(hub.address, first.cookie))).recoveryCodesLeft).toBe(9);
});

it('ten wrong tries close it for a while, right codes too (S1)', async () => {
  const { secret } = await setUp('emil@nhs.net');
  const { client } = await begin('emil@nhs.net');
  for (let n = 0; n < 10; n += 1)
    expect((await post(client, '/auth/second-factor', { code: '000000' })).status).toBe(401);
  const refused = await post(client, '/auth/second-factor', { code: codeAt(secret, nextStep()) });

  expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('without a session there is nothing to prove', async () => {
  expect((await post(hub.anonymous, '/auth/second-factor', { code: '123456' })).status).toBe(401);
});

it('a session waits for fifteen minutes and no longer', async () => {
  const { secret } = await setUp('fred@nhs.net');
  const { client } = await begin('fred@nhs.net');
  await hub.sql(`UPDATE core.session SET created_at = now() - interval '16 minutes' WHERE awaits_second_factor`);
  expect((await post(client, '/auth/second-factor', { code: codeAt(secret, nextStep()) })).status).toBe(401);
});

describe('an administrator', () => {
  it('needs it for what administrators do, proved within the hour (J3)', async () => {
    const boss = await signInByCode(hub, 'boss@nhs.net');
    const { errors } = await boss.run(administer);
    expect(errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'MFA_REQUIRED' });
    expect((await stateOf(boss)).isNeeded).toBe(true);

    const { client, secret } = await setUp('boss@nhs.net');
    expect((await client.ok(administer)).administer).toEqual({ word: 'x' });
    await hub.sql(`UPDATE core.session SET second_factor_at = now() - interval '61 minutes'`);
    expect(await client.codeOf(administer)).toBe('FORBIDDEN');
    expect(await client.codeOf(prove, { input: { code: '000000' } })).toBe('BAD_USER_INPUT');
    const renewed = await renewedBy(client, prove, { input: { code: codeAt(secret, nextStep()) } });
    expect((await renewed.client.ok(administer)).administer).toEqual({ word: 'x' });
  });

  it('proves it over HTTP too, and then the running session has a new cookie (S5)', async () => {
    const { client, recoveryCodes } = await setUpAgain('boss@nhs.net');
    await hub.sql(`UPDATE core.session SET second_factor_at = now() - interval '61 minutes'`);
    const answer = await post(client, '/auth/second-factor', { code: recoveryCodes[0] });

    expect(answer.status).toBe(200);
    expect((await client.ok('{ viewer { id } }')).viewer).toBeNull();
    expect((await new TestClient(hub.address, answer.cookie).ok(administer)).administer).toEqual({ word: 'x' });
  });

  it('does not administer by an API token: it has no second step', async () => {
    const { client } = await setUpAgain('boss@nhs.net');
    const make = 'mutation { makeApiToken(input: { name: "x", scopes: [READ, WRITE], days: 1 }) { secret } }';
    const { makeApiToken } = await client.ok(make);
    const authorization = `Bearer ${makeApiToken.secret}`;
    const response = await hub.anonymous.post('/graphql', { query: administer }, { authorization });
    const { errors } = (await response.json()) as { errors: { extensions: { reason: string } }[] };
    expect(errors[0]!.extensions.reason).toBe('MFA_REQUIRED');
  });

  it('of the demonstration administers without: it is a demonstration', async () => {
    const [boss] = await hub.sql<{ ref: string }>(
      `SELECT ref FROM core.account WHERE 'role:administrator' = ANY(keys)`,
    );
    expect((await (await hub.as(boss!.ref)).ok(administer)).administer).toEqual({ word: 'x' });
  });
});

it('is taken away with a code, and its recovery codes with it', async () => {
  const { client, recoveryCodes } = await setUp('gina@nhs.net');
  expect(await client.codeOf(remove, { input: { code: '000000' } })).toBe('BAD_USER_INPUT');
  expect((await client.ok(remove, { input: { code: recoveryCodes[1] } })).removeSecondFactor).toEqual({ isOn: false });
  expect(await stateOf(client)).toEqual({ isOn: false, isNeeded: false, recoveryCodesLeft: 0 });
  expect((await begin('gina@nhs.net')).body.next).toBe('signed-in');
});

it('secrets are shown once: a repeated request gets CONFLICT, and no table remembers them', async () => {
  const client = await signInByCode(hub, 'hans@nhs.net');
  const input = { clientMutationId: 'once' };
  const { startSecondFactor } = await client.ok(start, { input });
  expect(await client.codeOf(start, { input })).toBe('CONFLICT');
  const secret = startSecondFactor.secret.replaceAll(' ', '');
  const code = codeAt(secret, now());
  const renewed = await renewedBy(client, confirm, { input: { code, ...input } });
  const { recoveryCodes } = renewed.data.confirmSecondFactor as { recoveryCodes: string[] };
  expect(await renewed.client.codeOf(confirm, { input: { code, ...input } })).toBe('CONFLICT');

  const [remembered] = await hub.sql<{ text: string }>(
    `SELECT coalesce(string_agg(r::text, ' '), '') || (SELECT string_agg(c::text, ' ') FROM identity.recovery_code c) AS text
     FROM core.remembered_request r`,
  );
  for (const text of [secret, startSecondFactor.secret, ...recoveryCodes]) expect(remembered!.text).not.toContain(text);
});

it('recovery codes are renewed by whoever proved the second step lately; those before are dead, and a letter says so (J3)', async () => {
  const renew = 'mutation { renewRecoveryCodes(input: {}) { recoveryCodes } }';
  const { client, recoveryCodes: former } = await setUp('renews@nhs.net');
  const { renewRecoveryCodes } = await client.ok(renew);
  const fresh: string[] = renewRecoveryCodes.recoveryCodes;

  expect(new Set([...fresh, ...former]).size).toBe(20);
  expect((await stateOf(client)).recoveryCodesLeft).toBe(10);
  expect(await client.codeOf(prove, { input: { code: former[0] } })).toBe('BAD_USER_INPUT');
  expect((await renewedBy(client, prove, { input: { code: fresh[0] } })).data).toEqual({
    proveSecondFactor: { recoveryCodesLeft: 9 },
  });
  const letter = (await hub.letters('renews@nhs.net')).at(-1);
  expect(letter?.subject).toBe('You have new recovery codes for the vanguard hub');
  for (const code of fresh) expect(letter?.text).not.toContain(code);
});

it('nobody renews recovery codes without a second step, or with one proved longer ago than an hour (J3)', async () => {
  const renew = 'mutation { renewRecoveryCodes(input: {}) { recoveryCodes } }';
  const without = await signInByCode(hub, 'without@nhs.net');
  const { client } = await setUp('long-ago@nhs.net');
  await hub.sql(
    `UPDATE core.session SET second_factor_at = now() - interval '61 minutes'
     WHERE member_ref = (SELECT member_ref FROM identity.address WHERE email = 'long-ago@nhs.net')`,
  );

  for (const each of [without, client]) {
    const { errors } = await each.run(renew);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'MFA_REQUIRED' });
  }
  expect((await stateOf(client)).recoveryCodesLeft).toBe(10);
});

it('is on record: on, proved, refused, recovery codes renewed, off (J4)', async () => {
  const rows = await hub.sql<{ told: string }>(
    `SELECT DISTINCT action || ' ' || outcome AS told FROM core.audit_entry WHERE action LIKE 'second-factor.%' ORDER BY 1`,
  );
  expect(rows.map(({ told }) => told)).toEqual([
    'second-factor.off done',
    'second-factor.on done',
    'second-factor.proved done',
    'second-factor.proved refused',
    'second-factor.recovery-codes-renewed done',
  ]);
});

/** Somebody who has it on already, with a new phone: an administrator who cannot be asked helps in SQL. */
async function setUpAgain(email: string): Promise<SetUp> {
  await hub.sql(
    'DELETE FROM identity.second_factor WHERE member_ref = (SELECT member_ref FROM identity.address WHERE email = $1)',
    [email],
  );
  return setUp(email);
}
