import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrame } from './frame';

const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000];
const textOf = (length: number) => 'é'.repeat(Math.floor(length / 2)) + 'x'.repeat(length % 2);

it('frames of all lengths are read as they were written, in step with what the WebSocket itself sends', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.on('listening', resolve));
  server.on('connection', (socket, { socket: wire }) => {
    for (const length of lengths) {
      const bytes = Buffer.from(textOf(length));
      wire.write(textFrame(bytes.subarray(0, 60), bytes.subarray(60)));
      socket.send(String(length));
    }
  });
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const read: unknown[] = [];
  await new Promise<void>((resolve, reject) => {
    client.on('error', reject);
    client.on('message', (data: Buffer, isBinary: boolean) => {
      read.push([String(data), isBinary]);
      if (read.length === 2 * lengths.length) resolve();
    });
  });
  client.terminate();
  server.close();

  expect(read).toEqual(lengths.flatMap((length) => [textOf(length), String(length)].map((text) => [text, false])));
});
