/** Which pages may speak to the hub with a person's cookie: its own. */
import type { Settings } from '../settings';

/** True when there is no Origin (not a browser) or it is one of the hub's own; `null` and foreign ones are false. */
export function isOwnOrigin(
  origin: string | undefined,
  { port, publicUrl }: Pick<Settings, 'port' | 'publicUrl'>,
): boolean {
  if (origin === undefined) return true;
  return [`http://127.0.0.1:${port}`, `http://localhost:${port}`, publicUrl?.origin].includes(origin);
}
