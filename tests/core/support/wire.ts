/** Requests written byte by byte, for what no well-behaved client sends. */
import { connect, type Socket } from 'node:net';
import type { TestHub } from '@hub/testing';

export interface WireAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

/** An open connection to the hub. The caller ends it. */
export function connectTo({ address }: TestHub): Socket {
  const { port, hostname } = new URL(address);
  return connect(Number(port), hostname).on('error', () => undefined);
}

/** Sends the parts one after the other, as fast as they are taken, and reads until an answer is there or the connection ends. */
export async function sendBytes(hub: TestHub, parts: Iterable<string | Buffer>): Promise<WireAnswer> {
  const started = performance.now();
  const socket = connectTo(hub);
  let text = '';
  const answered = new Promise<void>((resolve) => {
    socket.on('data', (data) => {
      text += String(data);
      if (text.includes('\r\n\r\n')) resolve();
    });
    socket.on('close', () => resolve());
  });
  let isOver = false;
  void answered.then(() => (isOver = true));
  for (const part of parts) {
    if (isOver || socket.destroyed) break;
    if (!socket.write(part)) await Promise.race([answered, new Promise((resolve) => socket.once('drain', resolve))]);
  }
  await answered;
  socket.destroy();
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0);
  return { status, text, milliseconds: performance.now() - started };
}

/** The head of a POST to /graphql with these further headers. */
export function head(...headers: string[]): string {
  return ['POST /graphql HTTP/1.1', 'Host: hub', ...headers, '', ''].join('\r\n');
}
