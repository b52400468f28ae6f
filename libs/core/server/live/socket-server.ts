/** Live operations over graphql-ws on the same path as HTTP: own origins only, the same limits, closed with the session. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { anonymous, type Viewer } from '@hub/core/contract';
import {
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  subscribe,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, type SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { tokenIn } from '../auth/cookie';
import { isOwnOrigin } from '../auth/origins';
import type { Sessions } from '../auth/sessions';
import { HubError } from '../graphql/errors';
import { formatError } from '../graphql/format-error';
import { mostTokens, operationLimits } from '../graphql/limits';
import type { Settings } from '../settings';
import { orGiveUp } from './give-up';
import { LiveConnection } from './live-connection';
import type { Live } from './live';

const largestMessage = 256 * 1024;

/** WebSocket's "service restart": the client connects again, and reads anew what it may have missed. */
const serviceRestart = 1012;
const mostOperations = 50;

export interface SocketParts {
  readonly schema: GraphQLSchema;
  readonly sessions: Sessions;
  readonly live: Live;
  readonly settings: Settings;
  readonly log: (text: string) => void;
}

type Extra = Record<PropertyKey, unknown> & {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
};

/** Serves live operations on an HTTP server. The returned function ends every connection and stops. */
export function serveSockets(http: Server, parts: SocketParts): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false });
  const connections = new WeakMap<WebSocket, LiveConnection>();
  const started = useServer<Record<string, unknown>, Extra>(
    {
      schema: parts.schema,
      execute,
      subscribe,
      connectionInitWaitTimeout: 3000,
      context: ({ extra }) => ({
        viewer: () => connections.get(extra.socket)?.viewer() ?? Promise.resolve<Viewer>(anonymous),
      }),
      onSubscribe: ({ subscriptions }, _id, payload) =>
        Object.keys(subscriptions).length > mostOperations ? [tooMany()] : prepare(parts, payload),
      onNext: (_context, _id, _payload, _args, result) => {
        if (!result.errors) return result;
        return { ...result, errors: result.errors.map((error) => shown(parts, error)) as never };
      },
      onOperation: ({ extra }, _id, _payload, _args, result) => {
        if (!(Symbol.asyncIterator in result)) return result;
        return orGiveUp(result, (error) => {
          shown(parts, error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error }));
          restart(extra.socket);
        }) as never;
      },
      onError: ({ extra }, _id, _payload, errors) => {
        const formatted = errors.map((error) => shown(parts, error as GraphQLError));
        if (formatted.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE')) restart(extra.socket);
        return formatted;
      },
    },
    sockets,
    30_000,
  );
  sockets.options.handleProtocols = handleProtocols;
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    accept(http, request, socket, parts).then(
      (viewer) => {
        if (!viewer) return;
        sockets.handleUpgrade(request, socket, head, (webSocket) => {
          connections.set(webSocket, new LiveConnection(webSocket, viewer, parts.sessions, parts.live));
          sockets.emit('connection', webSocket, request);
        });
      },
      () => socket.destroy(),
    );
  };
  http.on('upgrade', upgrade);
  const forgetGap = parts.live.whenGap(() => {
    for (const socket of sockets.clients) restart(socket);
  });
  return async () => {
    http.off('upgrade', upgrade);
    forgetGap();
    await started.dispose();
  };
}

/** Tells the client to connect again: a refused or failed operation would not be asked for a second time. */
function restart(socket: WebSocket): void {
  socket.close(serviceRestart, 'Messages may have been missed');
}

/** Agrees to what the client speaks, so that a wrong protocol is told apart by the close code 4406 and not by a broken handshake. */
function handleProtocols(offered: Set<string>): string | false {
  return offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : ([...offered][0] ?? false);
}

/** The viewer of an acceptable upgrade; otherwise the socket is answered and closed. */
async function accept(
  http: Server,
  request: IncomingMessage,
  socket: Duplex,
  parts: SocketParts,
): Promise<Viewer | null> {
  socket.on('error', () => undefined);
  if (request.url?.split('?')[0] !== '/graphql') return refuse(socket, '404 Not Found');
  if (!isOwnOrigin(request.headers.origin, http, parts.settings)) return refuse(socket, '403 Forbidden');
  try {
    return await parts.sessions.viewerOf(tokenIn(request.headers.cookie, parts.settings));
  } catch {
    return refuse(socket, '503 Service Unavailable');
  }
}

function refuse(socket: Duplex, status: string): null {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  return null;
}

/** Parses and validates as over HTTP; only live operations are run here. */
function prepare(parts: SocketParts, payload: SubscribePayload) {
  let document: DocumentNode;
  try {
    document = parse(payload.query, { maxTokens: mostTokens });
  } catch (error) {
    return [
      coded(
        error instanceof GraphQLError ? error : new GraphQLError('The query cannot be read'),
        'GRAPHQL_PARSE_FAILED',
      ),
    ];
  }
  const problems = validate(parts.schema, document, [...specifiedRules, operationLimits], {
    maxErrors: 10,
    hideSuggestions: true,
  });
  if (problems.length > 0) return problems.map((problem) => coded(problem, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = getOperationAST(document, payload.operationName ?? undefined);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
    return [
      new GraphQLError('Only live operations run here. Send others over HTTP', { extensions: { code: 'BAD_REQUEST' } }),
    ];
  }
  const { errors } = getVariableValues(parts.schema, operation.variableDefinitions ?? [], payload.variables ?? {}, {
    maxErrors: 10,
  });
  if (errors) return errors.map((error) => coded(error, 'BAD_USER_INPUT'));
  return {
    schema: parts.schema,
    document,
    operationName: payload.operationName,
    variableValues: payload.variables,
  } as never;
}

function tooMany(): GraphQLError {
  return new HubError('RATE_LIMITED', `Listen to ${mostOperations} things or fewer at a time`);
}

function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code },
  });
}

function shown(parts: SocketParts, error: GraphQLError | GraphQLFormattedError): GraphQLFormattedError {
  const formatted = error instanceof GraphQLError ? error.toJSON() : error;
  return formatError(formatted, error, parts.log);
}
