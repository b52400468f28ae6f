/** The secrets of second steps as the database holds them: sealed, under a key that can be changed, and never lost silently. */
import { randomBytes } from 'node:crypto';
import { createTestHub, type TestHub } from '@hub/testing';
import { post, renewedBy, signInByCode, askForCode } from '../testing/sign-in';
import { codeAt } from './totp.rules';

const newKey = () => randomBytes(32).toString('base64');
const [key, other] = [newKey(), newKey()];

let hub: TestHub;
let secret: string;

const start = 'mutation { startSecondFactor(input: {}) { secret } }';
const confirm = 'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes } }';

beforeAll(async () => {
  hub = await createTestHub({ only: ['identity'], demonstration: false, env: { HUB_SECRET_KEY: key } });
  const client = await signInByCode(hub, 'anna@nhs.net');
  secret = (await client.ok(start)).startSecondFactor.secret.replaceAll(' ', '');
  await renewedBy(client, confirm, { input: { code: codeAt(secret, new Date()) } });
});
afterAll(() => hub?.close());

const keptSecret = async () =>
  (await hub.sql<{ secret: string }>('SELECT secret FROM identity.second_factor'))[0]?.secret ?? '';

/** Another instance on the same database, which is closed again; gives how signing in with the second step goes there. */
async function signInWith(env: Record<string, string>): Promise<number> {
  const database = { url: hub.databaseUrl, drop: () => Promise.resolve() };
  const instance = await createTestHub({ database, env });
  try {
    await hub.sql('UPDATE identity.second_factor SET last_step = 0');
    const code = await askForCode(instance, 'anna@nhs.net');
    const { cookie } = await post(instance.anonymous, '/auth/code/verify', { email: 'anna@nhs.net', code });
    const proof = { code: codeAt(secret, new Date()) };
    return (await post(instance.anonymous, '/auth/second-factor', proof, { cookie: cookie ?? '' })).status;
  } finally {
    await instance.close();
  }
}

it('a secret is sealed where it is kept', async () => {
  const kept = await keptSecret();

  expect(kept).toMatch(/^v1\.[0-9a-f]{8}\./);
  expect(kept).not.toContain(secret);
});

it('a secret that an earlier release kept in clear is sealed at the next start, and still works', async () => {
  await hub.sql('UPDATE identity.second_factor SET secret = $1', [secret]);

  expect(await signInWith({ HUB_SECRET_KEY: key })).toBe(200);
  expect(await keptSecret()).toMatch(/^v1\./);
});

it.each([
  ['no key', { HUB_SECRET_KEY: '' }, /sealed with the key [0-9a-f]{8}, which is not the one set/],
  ['another key', { HUB_SECRET_KEY: other }, /sealed with the key [0-9a-f]{8}, which is not the one set/],
])('with %s the hub does not start, says why, and changes nothing', async (_what, env, sentence) => {
  const before = await keptSecret();

  await expect(signInWith(env)).rejects.toThrow(sentence);
  expect(await keptSecret()).toBe(before);
});

it('with no key and a secret in clear it does not start either', async () => {
  const before = await keptSecret();
  await hub.sql('UPDATE identity.second_factor SET secret = $1', [secret]);

  await expect(signInWith({ HUB_SECRET_KEY: '' })).rejects.toThrow(/HUB_SECRET_KEY is not set/);
  expect(await keptSecret()).toBe(secret);
  await hub.sql('UPDATE identity.second_factor SET secret = $1', [before]);
});

it('a key is changed while the former one is named, which is not needed after that', async () => {
  const before = (await keptSecret()).slice(0, 11);

  expect(await signInWith({ HUB_SECRET_KEY: other, HUB_SECRET_KEYS_FORMER: key })).toBe(200);
  expect((await keptSecret()).slice(0, 11)).not.toBe(before);
  expect(await signInWith({ HUB_SECRET_KEY: other })).toBe(200);
  await expect(signInWith({ HUB_SECRET_KEY: key })).rejects.toThrow(/not the one set/);
});

it('without a key a hub starts that keeps no secrets, and says what to set when one is wanted', async () => {
  const bare = await createTestHub({ only: ['identity'], demonstration: false, env: { HUB_SECRET_KEY: '' } });
  const { errors } = await (await signInByCode(bare, 'bert@nhs.net')).run(start);
  await bare.close();

  expect(errors?.[0]).toMatchObject({ message: expect.stringContaining('HUB_SECRET_KEY') });
});
