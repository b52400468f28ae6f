/** Live operations over graphql-ws on the same path as HTTP: own origins only, the same limits, closed with the session. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex, Writable } from 'node:stream';
import { execute, GraphQLError, subscribe, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Credentials } from '../auth/credentials';
import type { HubContext } from '../graphql/context';
import { deadlineIn, mostRequestMs } from '../graphql/deadline';
import { HubError } from '../graphql/errors';
import { formatError } from '../graphql/format-error';
import type { Report } from '../log';
import type { Metrics } from '../operating/metrics';
import type { Settings } from '../settings';
import { confirmed, orGiveUp, refusing } from './give-up';
import { LiveConnection } from './live-connection';
import { textFrame } from './frame';
import { KnownDocuments } from './known-documents';
import type { Live } from './live';
import { carry, keepAlive } from './socket-carrier';
import { dropSlowReaders, restart, sendInTime, tooSlow } from './socket-endings';
import { SocketDoor, type Admitted } from './socket-door';
import { ViewerChecks } from './viewer-checks';
import { prepare, type Listening, type OperationParts } from './socket-operations';

const largestMessage = 256 * 1024;
const initWithinMs = 3000;
/** A peer that has not answered one ping when the next is due is gone. */
const pingEveryMs = 30_000;
const mostOperations = 50;

/** WebSocket's "going away". */
const goingAway = 1001;

export interface SocketParts extends OperationParts {
  readonly credentials: Credentials;
  readonly live: Live;
  readonly settings: Settings;
  readonly report: Report;
  readonly metrics?: Pick<Metrics, 'readLive'>;
  /** 30 seconds where it is not said. */
  readonly pingEveryMs?: number;
}

type Extra = Record<PropertyKey, unknown> & { readonly socket: WebSocket };

interface Connection extends Pick<HubContext, 'address'> {
  readonly live: LiveConnection;
  /** What the WebSocket itself writes to. */
  readonly wire: Writable;
  /** How many operations it has open. */
  operations: () => number;
}

/** Serves live operations on an HTTP server. The returned function ends every connection and stops. */
export function serveSockets(http: Server, parts: SocketParts): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false });
  const connections = new WeakMap<WebSocket, Connection>();
  const checks = new ViewerChecks(parts.credentials);
  const door = new SocketDoor(http, parts.credentials, parts.settings);
  const server = protocolServer(parts, connections, door);
  sockets.options.handleProtocols = handleProtocols;
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => undefined);
    const begin = ({ viewer, address }: Admitted) =>
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.on('error', () => undefined);
        const live = new LiveConnection(webSocket, viewer, parts.credentials, checks, parts.live);
        connections.set(webSocket, { live, address, wire: socket, operations: () => 0 });
        keepAlive(webSocket, parts.pingEveryMs ?? pingEveryMs);
        carry(server, webSocket, { socket: webSocket }, parts.report);
      });
    door.admit(request, socket).then(
      (admitted) => admitted && begin(admitted),
      () => socket.destroy(),
    );
  };
  http.on('upgrade', upgrade);
  const forgetGap = parts.live.whenGap(() => {
    for (const socket of sockets.clients) restart(socket);
  });
  const stopDropping = dropSlowReaders(sockets);
  parts.metrics?.readLive(() => {
    const operations = [...sockets.clients].map((socket) => connections.get(socket)?.operations() ?? 0);
    return { sockets: sockets.clients.size, subscriptions: operations.reduce((sum, each) => sum + each, 0) };
  });
  return async () => {
    http.off('upgrade', upgrade);
    forgetGap();
    stopDropping();
    for (const socket of sockets.clients) socket.close(goingAway, 'The hub is stopping');
    await new Promise((resolve) => sockets.close(resolve));
  };
}

/** The protocol, with the hub's own rules for what is asked and what is said. */
function protocolServer(parts: SocketParts, connections: WeakMap<WebSocket, Connection>, door: SocketDoor) {
  const known = new KnownDocuments();
  return makeServer<Record<string, unknown>, Extra>({
    schema: parts.schema,
    execute,
    subscribe,
    connectionInitWaitTimeout: initWithinMs,
    onConnect: async ({ extra, connectionParams, subscriptions }) => {
      const connection = connections.get(extra.socket);
      if (connection) connection.operations = () => Object.keys(subscriptions).length;
      const viewer = await door.tokenHolder(connectionParams, extra.socket);
      if (viewer) connection?.live.becomes(viewer);
      return viewer !== null;
    },
    onSubscribe: ({ extra: { socket }, subscriptions }, id, payload) => {
      const connection = connections.get(socket);
      if (!connection || Object.keys(subscriptions).length > mostOperations) return [tooMany()];
      const listener = listenerOf(connection, socket, id, (result) => endOfMessage(parts, result));
      return prepare(parts, payload, { context: contextOf(connection), known, listener }) as never;
    },
    onOperation: ({ extra }, _id, { extensions }, _args, result) => {
      if (!(Symbol.asyncIterator in result)) return refusing('errors' in result ? result.errors : []) as never;
      const results = orGiveUp(result, (error) => {
        shown(parts, error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error }));
        restart(extra.socket);
      });
      return (extensions?.confirm === true ? confirmed(results) : results) as never;
    },
    onError: ({ extra }, _id, _payload, errors) => {
      const formatted = errors.map((error) => shown(parts, error as GraphQLError));
      if (formatted.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE')) restart(extra.socket);
      return formatted;
    },
  });
}

function contextOf({ live, address }: Connection): HubContext {
  return { viewer: () => live.viewer(), address, deadline: deadlineIn(mostRequestMs) };
}

/** Answers go straight to the socket, in the protocol's words. */
function listenerOf(
  { live, wire }: Connection,
  socket: WebSocket,
  id: string,
  asBytes: (result: ExecutionResult) => Buffer,
): Listening['listener'] {
  const beginning = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  return {
    viewer: () => live.viewerNow(),
    asBytes,
    send: (answer) => sendInTime(socket, wire, () => textFrame(beginning, answer)),
    onUnheard: () => tooSlow(socket),
    whenKeysChange: (callback) => live.whenKeysChange(callback),
  };
}

/** Agrees to what the client speaks, so that a wrong protocol is told apart by the close code 4406 and not by a broken handshake. */
function handleProtocols(offered: Set<string>): string | false {
  return offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : ([...offered][0] ?? false);
}

function tooMany(): GraphQLError {
  return new HubError('RATE_LIMITED', `Listen to ${mostOperations} things or fewer at a time`);
}

function endOfMessage(parts: SocketParts, { errors, ...result }: ExecutionResult): Buffer {
  const said = errors ? { ...result, errors: errors.map((error) => shown(parts, error)) } : result;
  return Buffer.from(`${JSON.stringify(said)}}`);
}

function shown(parts: SocketParts, error: GraphQLError | GraphQLFormattedError): GraphQLFormattedError {
  const formatted = error instanceof GraphQLError ? error.toJSON() : error;
  return formatError(formatted, error, parts.report);
}
