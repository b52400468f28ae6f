import { randomBytes } from 'node:crypto';
import { secretKeys } from './secret-keys';
import { SignedWords } from './signed-words';

const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const signer = (HUB_SECRET_KEY?: string, HUB_SECRET_KEYS_FORMER?: string) =>
  new SignedWords({ secretKeys: secretKeys({ HUB_SECRET_KEY, HUB_SECRET_KEYS_FORMER }) });

const words = Buffer.from('stop mail about mcp');
const now = new Date('2026-03-05T12:00:00Z');
const until = new Date('2026-03-07T12:00:00Z');

it('signed words come back as they were, until their day has passed', () => {
  const signed = signer(one).sign('links', words, until);

  expect(signer(one).read('links', signed, now)).toEqual({ words, isExpired: false });
  expect(signer(one).read('links', signed, new Date('2026-03-09T00:00:00Z'))).toEqual({ words, isExpired: true });
});

it('nothing else comes back: changed in any byte, for another purpose, by another key, cut short', () => {
  const signed = signer(one).sign('links', words, until);

  for (let at = 0; at < signed.length; at += 1) {
    const changed = Buffer.from(signed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(signer(one).read('links', changed, now)).toBeNull();
  }
  expect(signer(one).read('addresses', signed, now)).toBeNull();
  expect(signer(two).read('links', signed, now)).toBeNull();
  for (const length of [0, 1, 15, 16, 17, signed.length - 1])
    expect(signer(one).read('links', signed.subarray(0, length), now)).toBeNull();
});

it('after a change of keys what the former one signed still holds', () => {
  const signed = signer(one).sign('links', words, until);

  expect(signer(two, one).read('links', signed, now)?.words).toEqual(words);
});

it('without a key nothing is signed', () => {
  expect(signer().canSign).toBe(false);
  expect(() => signer().sign('links', words, until)).toThrow(/HUB_SECRET_KEY/);
});
