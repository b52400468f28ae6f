/** What every HTTP answer has in common: headers, origin rules, compression, JSON bodies only, one shape of refusals, and the web pages. */
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { isOwnOrigin } from '../auth/origins';
import { Log } from '../log';
import { Metrics } from '../operating/metrics';
import { watchRequests } from '../operating/request-watch';
import type { Settings } from '../settings';
import { PluginList } from '../plugin/plugin-list';
import { acceptForms, acceptJsonOnly, isJson, takesForm } from './bodies';
import { EdgeFilter } from './edge.filter';
import { addPermissionsPolicy, helmetOptions } from './headers';
import { refusal } from './refusal';
import { PublicPages } from './public-pages';
import { limitSlowBodies } from './slow-bodies';
import { serveWeb } from './serve-web';
import type { TrustedDocuments } from './trusted-documents';

/** Sets up the HTTP side of a hub before its routes are made. */
export async function setUpHttp(
  app: NestFastifyApplication,
  settings: Settings,
  documents: TrustedDocuments,
): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const log = app.get(Log);
  watchRequests(server, { settings, documents, metrics: app.get(Metrics), log });
  await server.register(helmet, helmetOptions(settings));
  addPermissionsPolicy(server);
  endConnectionsWhenStopping(server);
  await server.register(compress, { threshold: 1024 });
  const plugins = app.get(PluginList).all;
  const formPaths = plugins.flatMap((plugin) => plugin.formPaths ?? []);
  limitSlowBodies(
    server,
    plugins.flatMap((plugin) => plugin.uploadPaths ?? []),
  );
  guardOrigins(server, settings, formPaths);
  acceptJsonOnly(server);
  acceptForms(server, formPaths);
  takeDocumentIds(server, documents);
  app.useGlobalFilters(new EdgeFilter(log.error));
  if (settings.webFolder) await serveWeb(server, settings, settings.webFolder, app.get(PublicPages));
}

/** Foreign pages may not speak to the API with a person's cookie, and nothing of it is kept by caches. */
function guardOrigins(server: FastifyInstance, settings: Settings, formPaths: readonly string[]): void {
  server.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path !== '/graphql' && !path.startsWith('/auth/')) return undefined;
    reply.header('cache-control', 'no-store');
    if (!isOwnOrigin(request.headers.origin, server.server, settings))
      return reply.code(403).send(refusal('FORBIDDEN', 'Not from this page'));
    const isReadable = isJson(request.headers['content-type']) || takesForm(request, formPaths);
    if (request.method === 'POST' && !isReadable)
      return reply.code(415).send(refusal('BAD_REQUEST', 'Send application/json'));
    return undefined;
  });
}

/** What was begun before the hub stops is answered; its connection is kept for nothing more, or the hub would wait for that. */
function endConnectionsWhenStopping(server: FastifyInstance): void {
  server.addHook('onSend', async (_request, reply) => {
    if (!server.server.listening) reply.header('connection', 'close');
  });
}

/** Puts the text where GraphQL finds it. A query in the address is held to the same rule. */
function takeDocumentIds(server: FastifyInstance, documents: TrustedDocuments): void {
  server.addHook('preHandler', async (request, reply) => {
    if (request.url.split('?')[0] !== '/graphql') return undefined;
    const asked: unknown = request.method === 'POST' ? request.body : request.query;
    if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return undefined;
    try {
      const query = documents.textOf(asked);
      if (request.method === 'POST' && query !== undefined) request.body = { ...asked, query };
      return undefined;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return reply.code(400).send(refusal(String(error.extensions.code), error.message));
    }
  });
}
