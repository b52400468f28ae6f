/** Who is remembered, for how long, and who is looked up again together with whom. */
import type { Viewer } from '@hub/core/contract';
import { jest } from '@jest/globals';
import type { Credential, CredentialKind } from './credential';
import { LatelySeen } from './lately-seen';

const minute = 60_000;
const kind: CredentialKind = { name: 'session', viewersOf: () => Promise.resolve(new Map()) };
const credential = (key: string): Credential => {
  const hash = Buffer.from(key);
  return { key, kind, hash, proof: { way: { name: 'session', sql: () => '' }, values: [hash] } };
};
const viewer = (name: string): Viewer => ({ ref: `member:network/${name}`, keys: [], sessionId: name });

let asked: string[][];
let answers: Map<string, Viewer> | Error;
let lately: LatelySeen;

beforeEach(() => {
  jest.useFakeTimers();
  asked = [];
  answers = new Map();
  lately = new LatelySeen((credentials) => {
    asked.push(credentials.map(({ key }) => key));
    return answers instanceof Error ? Promise.reject(answers) : Promise.resolve(answers);
  });
});
afterEach(() => {
  lately.close();
  jest.useRealTimers();
});

it('remembers whom a credential stood for, and never that it stood for nobody', () => {
  lately.note(credential('a'), viewer('anna'));
  lately.note(credential('b'), undefined);

  expect(lately.get(credential('a'))).toEqual(viewer('anna'));
  expect(lately.get(credential('b'))).toBeUndefined();
  lately.note(credential('a'), undefined);
  expect(lately.get(credential('a'))).toBeUndefined();
});

it('looks nobody up again within a minute', async () => {
  lately.note(credential('a'), viewer('anna'));

  await jest.advanceTimersByTimeAsync(minute - 1);
  lately.get(credential('a'));
  await jest.advanceTimersByTimeAsync(2000);

  expect(asked).toEqual([]);
});

it('answers with whom it knows meanwhile, and looks all up together who asked after a minute, each once', async () => {
  for (const key of ['a', 'b', 'silent']) lately.note(credential(key), viewer('earlier'));
  answers = new Map([['a', viewer('anna')]]);

  await jest.advanceTimersByTimeAsync(minute);
  for (const key of ['a', 'b', 'a']) expect(lately.get(credential(key))).toEqual(viewer('earlier'));
  await jest.advanceTimersByTimeAsync(1000);

  expect(asked).toEqual([['a', 'b']]);
  expect(lately.get(credential('a'))).toEqual(viewer('anna'));
  expect(lately.get(credential('b'))).toBeUndefined();
  await jest.advanceTimersByTimeAsync(2000);
  expect(asked).toHaveLength(1);
});

it('keeps whom it knows where nobody can be looked up, and tries again in a minute', async () => {
  lately.note(credential('a'), viewer('anna'));
  answers = new Error('the database is away');

  await jest.advanceTimersByTimeAsync(minute);
  lately.get(credential('a'));
  await jest.advanceTimersByTimeAsync(1000);
  expect(lately.get(credential('a'))).toEqual(viewer('anna'));
  await jest.advanceTimersByTimeAsync(minute);
  lately.get(credential('a'));
  await jest.advanceTimersByTimeAsync(1000);

  expect(asked).toEqual([['a'], ['a']]);
});

it('looks 500 up at once, and the others a second later', async () => {
  const all = Array.from({ length: 501 }, (_, n) => credential(String(n)));
  for (const each of all) lately.note(each, viewer('earlier'));

  await jest.advanceTimersByTimeAsync(minute);
  for (const each of all) lately.get(each);
  await jest.advanceTimersByTimeAsync(1000);
  expect(asked.map(({ length }) => length)).toEqual([500]);
  await jest.advanceTimersByTimeAsync(1000);

  expect(asked.map(({ length }) => length)).toEqual([500, 1]);
});

it('forgets whoever has not asked for ten minutes', async () => {
  lately.note(credential('a'), viewer('anna'));

  await jest.advanceTimersByTimeAsync(10 * minute + 2);

  expect(lately.get(credential('a'))).toBeUndefined();
});

it('looks nobody up once it is closed', async () => {
  lately.note(credential('a'), viewer('anna'));
  await jest.advanceTimersByTimeAsync(minute);
  lately.get(credential('a'));

  lately.close();
  await jest.advanceTimersByTimeAsync(2000);

  expect(asked).toEqual([]);
});
