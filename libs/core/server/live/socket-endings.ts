/** Why the hub itself ends a live connection, besides the end of its session. Clients come back and read anew what they missed. */
import type { Writable } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';

/** WebSocket's "service restart" and "try again later". */
const serviceRestart = 1012;
const tryAgainLater = 1013;

/** What may wait to be sent to one peer. */
const mostWaitingBytes = 1024 * 1024;
const lookEveryMs = 1000;

/** A peer that does not read does not read the farewell either. */
const farewellMs = 5000;

/** Tells the client to connect again: a refused or failed operation would not be asked for a second time. */
export function restart(socket: WebSocket): void {
  socket.close(serviceRestart, 'Messages may have been missed');
}

/** Ends the connection of a peer that reads more slowly than things happen, before what waits for it fills the memory. */
export function tooSlow(socket: WebSocket): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(tryAgainLater, 'Messages are not read fast enough');
  const end = setTimeout(() => socket.terminate(), farewellMs);
  socket.once('close', () => clearTimeout(end));
}

/** Sends a message that is a frame already, past the WebSocket and in step with it, unless too much waits to be sent. */
export function sendInTime(socket: WebSocket, wire: Writable, frame: () => Buffer): void {
  if (socket.readyState !== socket.OPEN) return;
  if (wire.writableLength > mostWaitingBytes) tooSlow(socket);
  else wire.write(frame());
}

/** Looks again and again for peers for whom too much waits. The returned function stops it. */
export function dropSlowReaders({ clients }: WebSocketServer): () => void {
  const timer = setInterval(() => {
    for (const socket of clients) if (socket.bufferedAmount > mostWaitingBytes) tooSlow(socket);
  }, lookEveryMs);
  return () => clearInterval(timer);
}
