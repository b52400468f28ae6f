/** One-time codes: made at random, kept as slow salted hashes, compared in constant time. */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const digits = 8;
const hashLength = 32;
/** About ten milliseconds: a stolen table is of no use within the minutes that a code lives. */
const work = { N: 4096, r: 8, p: 1 };

const stretch = promisify<string, Buffer, number, typeof work, Buffer>(scrypt);

export interface KeptCode {
  readonly salt: Buffer;
  readonly codeHash: Buffer;
}

/** A new code: as many digits as a person types without a mistake. */
export function newCode(): string {
  return String(randomInt(10 ** digits)).padStart(digits, '0');
}

/** What is kept of a code. */
export async function keptOf(code: string): Promise<KeptCode> {
  const salt = randomBytes(16);
  return { salt, codeHash: await stretch(code, salt, hashLength, work) };
}

/** What is kept for an address that may not sign in: as good as any, and of no code at all. */
export function keptOfNoCode(): KeptCode {
  return { salt: randomBytes(16), codeHash: randomBytes(hashLength) };
}

/** Whether a code is the kept one. Takes the same work where nothing is kept. */
export async function isKeptCode(kept: KeptCode | null, typed: string): Promise<boolean> {
  const { salt, codeHash } = kept ?? keptOfNoCode();
  const hash = await stretch(typed.replaceAll(/[\s-]/g, ''), salt, hashLength, work);
  return timingSafeEqual(hash, codeHash) && kept !== null;
}
