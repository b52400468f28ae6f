/** Secrets that are handed out once and kept only as a hash: session cookies, API tokens, links in letters. */
import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits, safe in addresses and headers. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
