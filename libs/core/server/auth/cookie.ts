/** The hub's cookies, above all the session's: HttpOnly, SameSite=Lax; `__Host-` and Secure when the public address is https. */
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Settings } from '../settings';

type CookieSettings = Pick<Settings, 'publicUrl'>;

/** A cookie by its plain name. Without a lifetime it goes with the browser. */
export interface HubCookie {
  readonly name: string;
  readonly seconds?: number;
}

const sessionCookie: HubCookie = { name: 'hub-session' };

/** The token in a Cookie header, or null. */
export function tokenIn(
  header: string | undefined,
  settings: CookieSettings,
  cookie: HubCookie = sessionCookie,
): string | null {
  if (!header) return null;
  return parseCookie(header)[nameFor(cookie, settings)] ?? null;
}

/** The Set-Cookie header that hands a token over. */
export function cookieWith(token: string, settings: CookieSettings, cookie: HubCookie = sessionCookie): string {
  const lifetime = cookie.seconds === undefined ? {} : { maxAge: cookie.seconds };
  return stringifySetCookie({ ...attributes(cookie, settings), ...lifetime, value: token });
}

/** The Set-Cookie header that takes the token away. */
export function cookieWithout(settings: CookieSettings, cookie: HubCookie = sessionCookie): string {
  return stringifySetCookie({ ...attributes(cookie, settings), value: '', maxAge: 0 });
}

function attributes(cookie: HubCookie, settings: CookieSettings) {
  const name = nameFor(cookie, settings);
  return { name, httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(settings) } as const;
}

function nameFor({ name }: HubCookie, settings: CookieSettings): string {
  return isSecure(settings) ? `__Host-${name}` : name;
}

function isSecure({ publicUrl }: CookieSettings): boolean {
  return publicUrl?.protocol === 'https:';
}
