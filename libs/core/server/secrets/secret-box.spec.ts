import { randomBytes } from 'node:crypto';
import { SecretBox } from './secret-box';
import { secretKeys } from './secret-keys';

const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const boxWith = (HUB_SECRET_KEY?: string, HUB_SECRET_KEYS_FORMER?: string) =>
  new SecretBox({ secretKeys: secretKeys({ HUB_SECRET_KEY, HUB_SECRET_KEYS_FORMER }) });

it('a sealed secret opens for its owner, and shows nothing of itself or of the key', () => {
  const sealed = boxWith(one).seal('JBSWY3DPEHPK3PXP', 'ann');

  expect(boxWith(one).open(sealed, 'ann')).toBe('JBSWY3DPEHPK3PXP');
  expect(sealed).not.toContain('JBSWY3DP');
  expect(sealed).not.toContain(one.slice(0, 8));
  expect(boxWith(one).seal('JBSWY3DPEHPK3PXP', 'ann')).not.toBe(sealed);
});

it('it opens for nobody else, changed nowhere, and with no other key', () => {
  const sealed = boxWith(one).seal('secret', 'ann');
  const changed = sealed.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace(/^(v1\.\w+\.)./, '$1_');

  expect(() => boxWith(one).open(sealed, 'bob')).toThrow();
  expect(() => boxWith(one).open(changed, 'ann')).toThrow();
  expect(() => boxWith(two).open(sealed, 'ann')).toThrow(/which is not set/);
});

it('after a change of keys the former one still opens, and the new one seals', () => {
  const sealed = boxWith(one).seal('secret', 'ann');
  const box = boxWith(two, one);

  expect(box.open(sealed, 'ann')).toBe('secret');
  expect(box.keyIdOf(box.seal('secret', 'ann'))).not.toBe(box.keyIdOf(sealed));
  expect(box.seal('x', 'ann').startsWith(box.currentPrefix ?? '?')).toBe(true);
});

it('without a key nothing is sealed, and a clear sentence says what to set', () => {
  expect(() => boxWith().seal('secret', 'ann')).toThrow(/HUB_SECRET_KEY/);
});

it.each(['short', 'x'.repeat(200)])('what is no key is refused in words that do not repeat it: %s', (text) => {
  expect(() => secretKeys({ HUB_SECRET_KEY: text })).toThrow(/^HUB_SECRET_KEY must be 32 random bytes in base64/);
  expect(() => secretKeys({ HUB_SECRET_KEYS_FORMER: `${one},${text}` })).toThrow(/^HUB_SECRET_KEYS_FORMER must be/);
});
