/** What nobody learns from asking: whether an address is known here, or may sign in. And that limits cannot be slipped past. */
import { createTestHub, statementsOf, type TestHub } from '@hub/testing';
import { addressHash } from './code-request.service';
import { post, signInByCode, type Answer } from '../testing/sign-in';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({ only: ['identity'], demonstration: false });
  await signInByCode(hub, 'known@nhs.net');
});
afterAll(() => hub?.close());

const addresses = { known: 'known@nhs.net', admitted: 'unknown@nhs.net', 'not admitted': 'stranger@gmail.example' };

/** Everything of an answer that is the same every time: its status, body, and headers but for the clock. */
function shown({ status, body, headers }: Answer) {
  const { date: _date, 'x-request-id': _id, ...told } = Object.fromEntries(headers);
  return { status, body, told };
}

/** The texts of the statements that a piece of work runs. */
const textsOf = async (work: () => Promise<unknown>) => (await statementsOf(work)).map(({ text }) => text);

it('asking for a code is answered with the same bytes, whoever asks (S3)', async () => {
  const answers = [];
  for (const email of Object.values(addresses)) answers.push(shown(await post(hub.anonymous, '/auth/code', { email })));

  expect(answers[0]!.status).toBe(204);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

it('and takes the very same statements, because the letter is written behind (S3)', async () => {
  const taken = [];
  for (const email of Object.values(addresses)) {
    taken.push(await textsOf(() => post(hub.anonymous, '/auth/code', { email })));
  }
  expect(taken[0]!.length).toBeGreaterThan(4);
  for (const statements of taken) expect(statements).toEqual(taken[0]);
  await hub.drain();
  expect(await hub.letters(addresses['not admitted'])).toEqual([]);
  expect((await hub.letters(addresses.admitted)).length).toBeGreaterThan(0);
});

it('a wrong code is answered with the same bytes, after the same statements (S3)', async () => {
  const answers = [];
  const taken = [];
  for (const email of [...Object.values(addresses), 'never-asked@nhs.net']) {
    let answer: Answer | undefined;
    taken.push(
      await textsOf(async () => (answer = await post(hub.anonymous, '/auth/code/verify', { email, code: '1' }))),
    );
    answers.push(shown(answer!));
  }
  expect(answers[0]!.status).toBe(401);
  expect(taken[0]!.length).toBeGreaterThan(5);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  for (const statements of taken) expect(statements).toEqual(taken[0]);
});

it('every address that was asked for has a code of the same kind; those who may not sign in were told none (S3)', async () => {
  const rows = await hub.sql<{ lengths: number[] }>(
    'SELECT ARRAY[length(salt), length(code_hash)] AS lengths FROM identity.sign_in_code WHERE address_hash = ANY($1)',
    [Object.values(addresses).map(addressHash)],
  );
  expect(rows.map(({ lengths }) => lengths)).toEqual([
    [16, 32],
    [16, 32],
    [16, 32],
  ]);
});

it('limits by address count who is connected, whatever a request says of itself (S13)', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 60; n += 1) {
    const headers = { 'x-forwarded-for': `10.1.${n}.${n}`, forwarded: `for=10.2.${n}.1`, 'x-real-ip': `10.3.${n}.1` };
    const { status } = await post(hub.anonymous, '/auth/code/verify', { email: `n${n}@nhs.net`, code: '1' }, headers);
    statuses.push(status);
  }
  const before = statuses.filter((status) => status === 401).length;
  expect(before).toBeGreaterThan(40);
  expect(before).toBeLessThanOrEqual(50);
  expect(statuses.slice(before)).toEqual(Array<number>(60 - before).fill(429));
});

it('aliases and batches are no way to try many codes at once: there is no such mutation (S2)', async () => {
  const batch = await hub.anonymous.post('/auth/code/verify', [{ email: 'a@nhs.net', code: '1' }]);
  expect(batch.status).toBe(400);
  expect(await hub.anonymous.codeOf('mutation { verifyCode(code: "1") { id } }')).toBe('GRAPHQL_VALIDATION_FAILED');
});
