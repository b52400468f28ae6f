/** A change of address: both places confirm, and nobody learns whose an address is. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { askForCode, post, signInByCode } from '../testing/sign-in';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({
    env: { HUB_PUBLIC_URL: 'http://localhost:4999' },
  });
});
afterAll(() => hub?.close());

const request = 'mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { email newEmail } }';
const confirm = 'mutation ($input: ConfirmEmailChangeInput!) { confirmEmailChange(input: $input) { email newEmail } }';
const cancel = 'mutation { cancelEmailChange(input: {}) { email newEmail } }';

const wish = (client: TestClient, email: string) => client.run(request, { input: { email } });
const open = (client: TestClient, token: string | null) => client.run(confirm, { input: { token } });
const linkIn = async (email: string) => {
  const { text } = (await hub.letters(email)).at(-1) ?? { text: '' };
  return /^(http\S+)\/account\/confirm-email\?token=([\w-]+)$/m.exec(text)?.slice(1) ?? [null, null];
};
const tokenTo = async (email: string) => (await linkIn(email))[1] ?? null;

it('takes effect when the links to both addresses were opened, in either order', async () => {
  const client = await signInByCode(hub, 'old@nhs.net');
  expect((await wish(client, 'New@trust.nhs.uk')).data.requestEmailChange).toEqual({
    email: 'old@nhs.net',
    newEmail: 'new@trust.nhs.uk',
  });
  const [atNew, atOld] = [await tokenTo('new@trust.nhs.uk'), await tokenTo('old@nhs.net')];

  expect((await open(client, atNew)).data.confirmEmailChange).toEqual({
    email: 'old@nhs.net',
    newEmail: 'new@trust.nhs.uk',
  });
  expect((await open(client, atNew)).data.confirmEmailChange.newEmail).toBe('new@trust.nhs.uk');
  expect((await open(client, atOld)).data.confirmEmailChange).toEqual({ email: 'new@trust.nhs.uk', newEmail: null });

  const { viewer } = await client.ok('{ viewer { id } }');
  const again = await signInByCode(hub, 'new@trust.nhs.uk');
  expect((await again.ok('{ viewer { id } }')).viewer).toEqual(viewer);
  const code = await askForCode(hub, 'old@nhs.net');
  expect((await post(hub.anonymous, '/auth/code/verify', { email: 'old@nhs.net', code })).body.isNew).toBe(true);
});

it('links lead to the hub’s own address, whatever a request says of itself (S12)', async () => {
  const client = await signInByCode(hub, 'host@nhs.net');
  const headers = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
  await client.post('/graphql', { query: request, variables: { input: { email: 'host2@nhs.net' } } }, headers);

  expect((await linkIn('host@nhs.net'))[0]).toBe('http://localhost:4999');
  expect((await linkIn('host2@nhs.net'))[0]).toBe('http://localhost:4999');
});

it('a link is good for its member alone, once, for a day', async () => {
  const [client, other] = [await signInByCode(hub, 'mine@nhs.net'), await signInByCode(hub, 'yours@nhs.net')];
  await wish(client, 'mine2@nhs.net');
  const [atNew, atOld] = [await tokenTo('mine2@nhs.net'), await tokenTo('mine@nhs.net')];
  const codeOf = async (by: TestClient, token: string | null) => (await open(by, token)).errors?.[0]?.extensions.code;

  expect(await codeOf(other, atNew)).toBe('NOT_FOUND');
  expect(await codeOf(client, `${atNew!.slice(0, -1)}${atNew!.endsWith('A') ? 'B' : 'A'}`)).toBe('NOT_FOUND');
  await hub.sql(`UPDATE identity.email_change SET expires_at = now() - interval '1 second'`);
  expect(await codeOf(client, atNew)).toBe('NOT_FOUND');
  await wish(client, 'mine3@nhs.net');
  expect(await codeOf(client, atOld)).toBe('NOT_FOUND');
  await open(client, await tokenTo('mine3@nhs.net'));
  await open(client, await tokenTo('mine@nhs.net'));
  expect(await codeOf(client, await tokenTo('mine3@nhs.net'))).toBe('NOT_FOUND');
});

it('an address of somebody else is answered like any other, and never confirmed (S3)', async () => {
  const client = await signInByCode(hub, 'curious@nhs.net');
  await signInByCode(hub, 'taken@nhs.net');
  const letters = (await hub.letters('taken@nhs.net')).length;
  const [taken, free] = [await wish(client, 'taken@nhs.net'), await wish(client, 'free@nhs.net')];

  expect(JSON.stringify(taken).replace('taken', '')).toBe(JSON.stringify(free).replace('free', ''));
  expect((await hub.letters('taken@nhs.net')).length).toBe(letters);
});

it('of two who want one address, one gets it', async () => {
  const clients = [await signInByCode(hub, 'first@nhs.net'), await signInByCode(hub, 'second@nhs.net')];
  const tokens = [];
  for (const client of clients) {
    await wish(client, 'wanted@nhs.net');
    tokens.push(await tokenTo('wanted@nhs.net'));
  }
  await open(clients[0]!, await tokenTo('first@nhs.net'));
  await open(clients[1]!, await tokenTo('second@nhs.net'));
  const answers = [];
  for (const [n, client] of clients.entries())
    answers.push((await open(client, tokens[n]!)).errors?.[0]?.extensions.code ?? 'done');

  expect(answers).toEqual(['done', 'CONFLICT']);
});

it.each([
  ['nonsense', 'BAD_USER_INPUT'],
  ['a@gmail.example', 'BAD_USER_INPUT'],
  ['careful@nhs.net', 'BAD_USER_INPUT'],
  ['a@nhs.net\r\nBcc: v@evil.example', 'BAD_USER_INPUT'],
])('%j is refused', async (email, code) => {
  const client = await signInByCode(hub, 'careful@nhs.net');
  expect((await wish(client, email)).errors?.[0]?.extensions.code).toBe(code);
  await hub.sql('DELETE FROM core.attempt');
});

it('can be given up', async () => {
  const client = await signInByCode(hub, 'undecided@nhs.net');
  await wish(client, 'undecided2@nhs.net');
  expect((await client.ok('{ viewerAccount { newEmail } }')).viewerAccount.newEmail).toBe('undecided2@nhs.net');
  expect((await client.ok(cancel)).cancelEmailChange).toEqual({ email: 'undecided@nhs.net', newEmail: null });
  expect((await open(client, await tokenTo('undecided2@nhs.net'))).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('somebody without an address confirms at the new one alone', async () => {
  const anjali = await hub.as('anjali-thornapple');
  await wish(anjali, 'anjali@nhs.net');
  const { data } = await open(anjali, await tokenTo('anjali@nhs.net'));
  expect(data.confirmEmailChange).toEqual({ email: 'anjali@nhs.net', newEmail: null });
});

it('letters to strangers are few: five wishes an hour', async () => {
  const client = await signInByCode(hub, 'pushy@nhs.net');
  const codes = [];
  for (let n = 0; n < 6; n += 1)
    codes.push((await wish(client, `victim${n}@nhs.net`)).errors?.[0]?.extensions.code ?? 'sent');
  expect(codes).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'RATE_LIMITED']);
});

it('no address is remembered with the request, nor put on record', async () => {
  const client = await signInByCode(hub, 'silent@nhs.net');
  await client.ok(request, { input: { email: 'silent2@nhs.net', clientMutationId: 'silent' } });
  const rows = await hub.sql(
    `SELECT 1 FROM core.remembered_request r WHERE r::text LIKE '%silent%'
     UNION ALL SELECT 1 FROM core.audit_entry a WHERE a::text LIKE '%@%'`,
  );
  expect(rows).toEqual([]);
});
