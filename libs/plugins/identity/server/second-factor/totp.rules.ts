/** Codes of an authenticator app: six digits that change every thirty seconds. Pure. */
import { Secret, TOTP } from 'otpauth';

const seconds = 30;
/** One step before and after: clocks differ, and people type slowly. */
const window = 1;

/** A new secret of 160 bits, in the letters that apps take. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an app reads from the picture. */
export function appAddress(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/** The secret as people type it, in groups of four. */
export function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}

/** The step of time that a code is of; null when it is none of now. */
export function stepOf(secret: string, typed: string, at: Date): number | null {
  const token = typed.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = at.getTime();
  const delta = totpOf(secret).validate({ token, timestamp, window });
  return delta === null ? null : Math.floor(timestamp / 1000 / seconds) + delta;
}

/** The code of a moment: for tests, which have no phone. */
export function codeAt(secret: string, at: Date): string {
  return totpOf(secret).generate({ timestamp: at.getTime() });
}

function totpOf(secret: string, label = ''): TOTP {
  const options = { issuer: 'Vanguard hub', algorithm: 'SHA1', digits: 6, period: seconds };
  return new TOTP({ ...options, label, secret: Secret.fromBase32(secret) });
}
