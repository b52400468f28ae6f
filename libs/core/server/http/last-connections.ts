/** The end of an HTTP server behind a proxy that keeps connections: nothing that is sent on one may meet its end. */
import type { Server } from 'node:http';
import { Server as Listener } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A proxy gives up an idle connection before this: the nginx of docker/ after two seconds. */
const longestMs = 3000;

/**
 * Takes no new connections, which a proxy then makes elsewhere. Those that there are go on: each ends with its next answer, or is given up by
 * the other side. Resolves when all have, and after a while at the latest.
 */
export async function takeNoMore(server: Server, patienceMs: number): Promise<void> {
  // What HTTP adds would end idle ones at once, with whatever is on its way to them.
  const ended = new Promise((resolve) => Listener.prototype.close.call(server, resolve));
  await Promise.race([ended, sleep(Math.min(patienceMs, longestMs), null, { ref: false })]);
}
