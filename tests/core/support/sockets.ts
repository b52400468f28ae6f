/** Raw sockets to a test hub, for what no well-behaved client says. */
import { WebSocket, type ClientOptions } from 'ws';
import type { TestHub } from '@hub/testing';

export interface SocketOptions extends Omit<ClientOptions, 'protocol'> {
  readonly path?: string;
  readonly protocol?: string | null;
}

/** Opens a socket; it never throws by itself. */
export function openSocket(hub: TestHub, { path = '/graphql', protocol, ...options }: SocketOptions = {}): WebSocket {
  const url = hub.address.replace('http', 'ws') + path;
  const protocols = protocol === null ? [] : [protocol ?? 'graphql-transport-ws'];
  return new WebSocket(url, protocols, options).on('error', () => undefined);
}

/** Opens a socket, again where it is refused: whose place it takes may be gone without the hub's having noticed yet. Fails after some seconds. */
export async function placedSocket(hub: TestHub, options?: SocketOptions): Promise<WebSocket> {
  const end = performance.now() + 10_000;
  for (;;) {
    const socket = openSocket(hub, options);
    const ending = await Promise.race([
      endingOf(socket),
      new Promise<null>((open) => socket.on('open', () => open(null))),
    ]);
    if (!ending) return socket;
    if (performance.now() > end) throw new Error(`No place for a socket: ${ending.how}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The close code with its words, or `HTTP` and the status of a refused upgrade. */
export function endingOf(socket: WebSocket): Promise<{ readonly how: number | string; readonly reason: string }> {
  return new Promise((resolve) => {
    socket.on('close', (how, reason) => resolve({ how, reason: String(reason) }));
    socket.on('unexpected-response', (_request, response) =>
      resolve({ how: `HTTP ${String(response.statusCode)}`, reason: '' }),
    );
  });
}

/** Says these messages, as soon as the socket is open. */
export function say(socket: WebSocket, ...messages: (object | string)[]): WebSocket {
  const texts = messages.map((message) => (typeof message === 'string' ? message : JSON.stringify(message)));
  const send = () => texts.forEach((text) => socket.send(text));
  if (socket.readyState === socket.OPEN) send();
  else socket.once('open', send);
  return socket;
}

export interface Heard {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** Opens a socket, and waits until the hub has greeted it. What it says after that is in `heard`. */
export async function greeted(
  hub: TestHub,
  options: SocketOptions = {},
): Promise<{ readonly socket: WebSocket; readonly heard: Heard[] }> {
  const socket = say(openSocket(hub, options), init);
  const heard = heardOn(socket);
  await until(() => heard.length === 1);
  heard.pop();
  return { socket, heard };
}

/** Everything that the hub says on this socket, as it comes. */
export function heardOn(socket: WebSocket): Heard[] {
  const heard: Heard[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as Heard));
  return heard;
}

/** Waits until something is so; fails after some seconds. */
export async function until(isSo: () => boolean, milliseconds = 10_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const init = { type: 'connection_init' };
export const subscribeTo = (query: string, id = '1', extensions: object = {}) => ({
  ...{ type: 'subscribe', id },
  payload: { query, extensions },
});
