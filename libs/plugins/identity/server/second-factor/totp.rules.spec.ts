import { appAddress, codeAt, inGroups, newSecret, stepOf } from './totp.rules';

const secret = newSecret();
const at = new Date('2026-11-22T12:00:10Z');
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

it('a code holds for its step, and one before and after (J3)', () => {
  const code = codeAt(secret, at);
  const step = stepOf(secret, code, at);

  expect(step).toBe(Math.floor(at.getTime() / 30_000));
  expect(stepOf(secret, code, later(30))).toBe(step);
  expect(stepOf(secret, code, later(-30))).toBe(step);
  expect(stepOf(secret, code, later(60))).toBeNull();
  expect(stepOf(secret, code, later(-60))).toBeNull();
});

it('spaces do not matter, and what is no code is none', () => {
  const code = codeAt(secret, at);
  expect(stepOf(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, at)).not.toBeNull();
  for (const text of ['', '12345', '1234567', 'abcdef', '-12345', '١٢٣٤٥٦'])
    expect(stepOf(secret, text, at)).toBeNull();
});

it('the secret is 160 bits, shown in groups of four, and in the address that apps read', () => {
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(inGroups(secret)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  expect(appAddress(secret, 'anna@nhs.net')).toMatch(/^otpauth:\/\/totp\/Vanguard%20hub:anna%40nhs\.net\?/);
});
