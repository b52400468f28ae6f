/** How long a body may take: 30 seconds, and at the paths of uploads as long as the server waits at all. */
import type { FastifyInstance } from 'fastify';

/** The longest that a request may take to arrive. */
export const longestUploadMs = 5 * 60_000;
const longestBodyMs = 30_000;

/** Lets go of whoever sends a body too slowly. */
export function limitSlowBodies(server: FastifyInstance, uploadPaths: readonly string[]): void {
  server.addHook('onRequest', async ({ raw, url }) => {
    if (raw.complete || uploadPaths.includes(url.split('?')[0] ?? '')) return;
    const timer = setTimeout(() => {
      if (!raw.complete) raw.destroy();
    }, longestBodyMs);
    timer.unref();
    raw.once('close', () => clearTimeout(timer));
  });
}
