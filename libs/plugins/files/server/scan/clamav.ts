/** Asks a ClamAV daemon about a file, by its INSTREAM command over TCP. */
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import type { ScannerSettings } from '@hub/core/server';

const longestSilenceMs = 20_000;
const mostSaid = 4096;

/** What it found, or null for nothing. Throws when it cannot be reached, breaks off or answers anything else. */
export async function scanned(bytes: Readable, { host, port }: ScannerSettings): Promise<string | null> {
  const socket = connect({ host, port });
  const said = new Promise<string>((resolve, reject) => {
    let text = '';
    socket.setTimeout(longestSilenceMs, () => socket.destroy(new Error('The scanner does not answer')));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (text.length > mostSaid) socket.destroy(new Error('The scanner says too much'));
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The scanner broke off')));
  });
  said.catch(() => undefined);
  try {
    await send(socket, 'zINSTREAM\0');
    for await (const chunk of bytes as AsyncIterable<Buffer>) await send(socket, lengthOf(chunk), chunk);
    await send(socket, Buffer.alloc(4));
    return findingIn(await said);
  } finally {
    bytes.destroy();
    socket.destroy();
  }
}

function send(socket: ReturnType<typeof connect>, ...parts: readonly (string | Buffer)[]): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed) return reject(socket.errored ?? new Error('The scanner broke off'));
    socket.once('close', () => reject(socket.errored ?? new Error('The scanner broke off')));
    socket.write(Buffer.concat(parts.map((part) => Buffer.from(part))), (error) => (error ? reject(error) : resolve()));
  });
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

function findingIn(answer: string): string | null {
  const line = answer.replace(/\0/g, '').trim();
  if (line === 'stream: OK') return null;
  const [, finding] = /^stream: (.+) FOUND$/.exec(line) ?? [];
  if (!finding) throw new Error(`The scanner answered "${line.slice(0, 200)}"`);
  return finding;
}
