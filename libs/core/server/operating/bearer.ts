/** Whether a request shows a token, compared in a time that does not depend on where it differs. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** True for `Authorization: Bearer <token>`. */
export function isBearerOf(token: string, authorization: string | undefined): boolean {
  return timingSafeEqual(digest(`Bearer ${token}`), digest(authorization ?? ''));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
