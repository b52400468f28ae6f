/** Gives every HTTP request an id, and tells how it went once it is answered. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { codeOfStatus } from '../http/refusal';
import type { TrustedDocuments } from '../http/trusted-documents';
import type { Settings } from '../settings';
import type { Log } from '../log';
import { workFor, type CurrentWork } from './current-work';
import type { Metrics } from './metrics';
import { requestTraced } from './tracing';

/** What clients, proxies and the log call a request by. */
export const requestIdHeader = 'x-request-id';

/** What is not one of the hub's own operations or routes: clients may think up names. */
export const other = 'other';

const plainId = /^[\w-]{8,64}$/;

interface WatchParts {
  readonly settings: Pick<Settings, 'trustedProxies'>;
  readonly documents: TrustedDocuments;
  readonly metrics: Pick<Metrics, 'request'>;
  readonly log: Pick<Log, 'info'>;
}

/** The operation is known once the body has been read. */
type Watched = CurrentWork & { operation: string | null };

/** Asked every few seconds by machines: a line for each would hide the others. */
const routine = /^GET \/(health|metrics|assets)/;

/** Watches all requests of a server, from before anything else of it. */
export function watchRequests(server: FastifyInstance, { settings, documents, metrics, log }: WatchParts): void {
  const watched = new WeakMap<FastifyRequest, Watched>();
  server.addHook('onRequest', (request, reply, done) => {
    const work = { id: idOf(request, settings), operation: null, codes: new Set<string>() };
    watched.set(request, work);
    reply.header(requestIdHeader, work.id);
    workFor(work, done);
  });
  // Reading a body leaves what was begun before it.
  server.addHook('preValidation', (request, _reply, done) => {
    const work = watched.get(request);
    if (!work) return done();
    work.operation = operationOf(request, documents);
    workFor(work, done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { statusCode: status, elapsedTime } = reply;
    const work = watched.get(request);
    const codes = [...(work?.codes ?? [])];
    if (status >= 400 && codes.length === 0) codes.push(codeOfStatus(status));
    const operation = operationOf(request, documents);
    metrics.request(operation, elapsedTime / 1000, codes);
    const facts = { operation, status, milliseconds: Math.round(elapsedTime), codes };
    if (!work || routine.test(operation)) return done();
    workFor({ ...work, operation: null }, () => log.info('A request was answered', facts));
    requestTraced(work, operation, elapsedTime, facts);
    done();
  });
}

/** An id that a trusted proxy gave the request, or a new one. */
function idOf({ headers }: FastifyRequest, { trustedProxies }: Pick<Settings, 'trustedProxies'>): string {
  const told = headers[requestIdHeader];
  return trustedProxies > 0 && typeof told === 'string' && plainId.test(told) ? told : randomUUID();
}

/** The name of an operation of the hub's own pages, or the pattern of the route: never what a client thought up. */
function operationOf(request: FastifyRequest, documents: TrustedDocuments): string {
  const route = request.routeOptions.url;
  if (route === '/graphql') return documents.nameOf(request.method === 'POST' ? request.body : request.query) ?? other;
  if (route === undefined) return other;
  return `${request.method} ${route.replace(/^\/assets\/.*/, '/assets/*')}`;
}
