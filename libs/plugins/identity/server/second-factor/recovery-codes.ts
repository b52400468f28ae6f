/** Recovery codes: ten, each good for one time that the phone is not at hand. */
import { randomBytes } from 'node:crypto';
import { hashOfToken } from '@hub/core/server';

const howMany = 10;
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const length = 16;

/** New codes of 79 bits each, as they are shown. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () => newRecoveryCode());
}

/** What is kept of a code, in whatever groups and case it was typed. Null for what is no such code. */
export function recoveryHash(typed: string): Buffer | null {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/g, '');
  return plain.length === length ? hashOfToken(plain) : null;
}

function newRecoveryCode(): string {
  let code = '';
  while (code.length < length) code += [...randomBytes(length)].flatMap(letterOf).join('');
  return code.slice(0, length).match(/.{4}/g)?.join('-') ?? code;
}

/** Bytes that would make some letters likelier than others are left out. */
function letterOf(byte: number): string[] {
  const even = 256 - (256 % letters.length);
  return byte < even ? [letters[byte % letters.length] ?? ''] : [];
}
