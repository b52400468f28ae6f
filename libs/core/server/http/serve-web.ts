/** Serves the built web pages: hashed files for ever, the page itself for every address a person may type. */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const apiPaths = /^\/(graphql|auth|health|assets)(\/|$)/;

/** Serves the folder. Addresses that are not files get the page when a browser asks for one. */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    setHeaders(reply, path) {
      const hashed = /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(path);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const wantsPage = /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*') && !apiPaths.test(path);
    if (!wantsPage) return reply.code(404).send({ error: 'Not found' });
    return reply.sendFile('index.html', { cacheControl: false });
  });
}
