/** Where a request comes from: the one answer that every limit by address uses, over HTTP and for sockets. */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { Settings } from '../settings';

/** What is looked at; a Fastify request and a plain one (such as an upgrade) both have it. */
export interface AddressedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/**
 * The client's address. Only as many entries of X-Forwarded-For are believed, from its end, as there are trusted proxies; with none
 * it is who is connected. An entry that is no address is not believed either. IPv4 is always written as such.
 */
export function addressOf(request: AddressedRequest, { trustedProxies }: Pick<Settings, 'trustedProxies'>): string {
  const connected = plain(request.socket.remoteAddress ?? '');
  if (trustedProxies === 0) return connected;
  const told = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((entry) => plain(entry.trim()))
    .filter((entry) => entry !== '');
  const believed = told.at(-Math.min(trustedProxies, told.length)) ?? connected;
  return isIP(believed) ? believed : connected;
}

/** What limits count by: the address, or the /64 network of IPv6, in which one client may have as many addresses as it likes. */
export function addressGroup(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const first = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array<string>(8 - first.length - last.length).fill('0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}

/** Without a port, brackets or zone, and IPv4 not dressed as IPv6. */
function plain(text: string): string {
  const bare = /^\[([^\]]*)\]/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return bare
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .toLowerCase();
}
