/** Where signing in leads back to: only ever a page of this hub. */

const longest = 2000;

/** The path if it is one on this hub, else the home page. Never `//x`, a scheme, or anything that a browser would read as either. */
export function safeReturnPath(text: string | undefined): string {
  if (!text || text.length > longest || !/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(text)) return '/';
  const own = 'http://hub.invalid';
  if (!URL.canParse(text, own)) return '/';
  const url = new URL(text, own);
  return url.origin === own && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
}
