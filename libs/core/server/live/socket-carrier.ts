/** Joins a WebSocket to the protocol of live operations: messages in and out, pings, and an end with a code for everything wrong. */
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Report } from '../log';

/** Lets the protocol's server speak over the socket until it closes. What fails inside is logged and ends the connection. */
export function carry<Extra extends Record<PropertyKey, unknown>>(
  server: Server<Extra>,
  socket: WebSocket,
  extra: Extra,
  report: Report,
): void {
  const failed = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (isOfTheClient(text)) return socket.close(CloseCode.BadRequest, 'Not a message for the hub');
    report('A live connection failed', error);
    return socket.close(CloseCode.InternalServerError, 'Sorry, there is a problem with the hub');
  };
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) => socket.on('message', (data) => void take(String(data)).catch(failed)),
    },
    extra,
  );
  socket.once('close', (code, reason) => void closed(code, String(reason)));
}

/** Pings the peer again and again; one that has not answered when the next ping is due is gone. */
export function keepAlive(socket: WebSocket, everyMs: number): void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    return socket.ping();
  }, everyMs);
  socket.once('close', () => clearInterval(timer));
}

/** Resolves when the text is on its way: a peer that does not read holds up what comes after, and nothing else. */
function send(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve) => socket.send(text, () => resolve()));
}

/** Messages that only a server sends are the one fault of clients that the protocol's server does not close by itself. */
function isOfTheClient(text: string): boolean {
  return text.startsWith('Error: Unexpected message of type');
}
