/** Which pages may speak to the hub with a person's cookie: its own. */
import type { Server } from 'node:http';
import type { Settings } from '../settings';

/** True when there is no Origin (not a browser) or it is one of the hub's own; `null` and foreign ones are false. */
export function isOwnOrigin(
  origin: string | undefined,
  http: Pick<Server, 'address'>,
  { port, publicUrl }: Pick<Settings, 'port' | 'publicUrl'>,
): boolean {
  if (origin === undefined) return true;
  const listening = portOf(http) ?? port;
  return [`http://127.0.0.1:${listening}`, `http://localhost:${listening}`, publicUrl?.origin].includes(origin);
}

/** The port really listened on, which matters when any free one was asked for. */
export function portOf(http: Pick<Server, 'address'>): number | null {
  const address = http.address();
  return typeof address === 'object' && address ? address.port : null;
}
