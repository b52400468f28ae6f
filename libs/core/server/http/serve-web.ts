/**
 * Serves the built web pages: hashed files for ever, the page itself for every address a person may type. The page of a public
 * entity gets a head of its own; at every other address the bytes are the same, whether something is there or not.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { isDatabaseDown } from '../database/database-down';
import type { Settings } from '../settings';
import { hubHtml } from './hub-html';
import { withHead } from './page-head';
import type { PublicPages } from './public-pages';
import { refusal } from './refusal';
import { noIndex, robotsText, sitemapText } from './robots';
import { operationsFile } from './trusted-documents';

const apiPaths = /^\/(graphql|auth|health|metrics|assets)(\/|$)/;

/** Serves the folder. Addresses that are not files get the page when a browser asks for one. */
export async function serveWeb(
  server: FastifyInstance,
  { demonstration }: Pick<Settings, 'demonstration'>,
  folder: string,
  pages: PublicPages,
): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    serve: false,
    setHeaders(reply, file) {
      const hashed = /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(file);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      reply.header(noIndex.name, noIndex.value);
    },
  });
  serveForRobots(server, pages);
  const files = await filesIn(folder);
  server.get('/*', async (request, reply) => {
    const address = request.url.split('?')[0] ?? '';
    if (files.has(address)) return reply.sendFile(address);
    const wantsPage = /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*') && !apiPaths.test(address);
    if (!wantsPage) return reply.code(404).send(refusal('NOT_FOUND', 'There is nothing at this address'));
    const head = await unlessDatabaseIsDown(pages.headOf(address));
    const html = await hubHtml(folder, demonstration);
    if (!head?.indexable) reply.header(noIndex.name, noIndex.value);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
    return reply.send(head ? withHead(html, head) : html);
  });
}

/** The addresses of what is served, as it was built: one route for hundreds of files. */
async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)).replaceAll(path.sep, '/'))
    .filter((name) => name !== operationsFile && !name.startsWith('.'));
  return new Set(names.map((name) => `/${name}`));
}

function serveForRobots(server: FastifyInstance, pages: PublicPages): void {
  server.get('/robots.txt', (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robotsText(pages.listAddress)),
  );
  server.get('/sitemap.xml', async (_request, reply) => {
    const listed = await unlessDatabaseIsDown(pages.listed());
    return listed
      ? reply.type('application/xml; charset=utf-8').send(sitemapText(listed))
      : reply.code(503).send({ error: 'Try again in a moment' });
  });
}

/** Null while the database is away: the page then comes without a preview, and says itself that the hub is busy. */
async function unlessDatabaseIsDown<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isDatabaseDown(error)) return null;
    throw error;
  }
}
