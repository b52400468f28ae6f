import { randomBytes } from 'node:crypto';
import { base32, bytesOfBase32 } from './base32';

it.each([
  ['', ''],
  ['f', 'my'],
  ['fo', 'mzxq'],
  ['foo', 'mzxw6'],
  ['foob', 'mzxw6yq'],
  ['fooba', 'mzxw6ytb'],
  ['foobar', 'mzxw6ytboi'],
])('%p is %p, as RFC 4648 has it', (text, coded) => {
  expect(base32(Buffer.from(text))).toBe(coded);
  expect(bytesOfBase32(coded)?.toString()).toBe(text);
});

it('any bytes come back as they were, also in large letters', () => {
  for (let length = 0; length < 50; length += 1) {
    const bytes = randomBytes(length);
    expect(bytesOfBase32(base32(bytes).toUpperCase())).toEqual(bytes);
  }
});

it.each(['mzxw1', 'm zx', 'mz=', 'é'])('%p is none', (text) => {
  expect(bytesOfBase32(text)).toBeNull();
});
