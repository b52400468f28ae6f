/** The session cookie: HttpOnly, SameSite=Lax; `__Host-` and Secure when the public address is https. */
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Settings } from '../settings';

type CookieSettings = Pick<Settings, 'publicUrl'>;

const plainName = 'hub-session';

/** The token in a Cookie header, or null. */
export function tokenIn(header: string | undefined, settings: CookieSettings): string | null {
  if (!header) return null;
  return parseCookie(header)[nameFor(settings)] ?? null;
}

/** The Set-Cookie header that hands a token over. */
export function cookieWith(token: string, settings: CookieSettings): string {
  return stringifySetCookie({ ...attributes(settings), value: token });
}

/** The Set-Cookie header that takes the token away. */
export function cookieWithout(settings: CookieSettings): string {
  return stringifySetCookie({ ...attributes(settings), value: '', maxAge: 0 });
}

function attributes(settings: CookieSettings) {
  return { name: nameFor(settings), httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(settings) } as const;
}

function nameFor(settings: CookieSettings): string {
  return isSecure(settings) ? `__Host-${plainName}` : plainName;
}

function isSecure({ publicUrl }: CookieSettings): boolean {
  return publicUrl?.protocol === 'https:';
}
