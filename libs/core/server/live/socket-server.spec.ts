import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anonymous } from '@hub/core/contract';
import { buildSchema } from 'graphql';
import { WebSocket } from 'ws';
import { CallLimit } from '../http/call-limit';
import { TrustedDocuments } from '../http/trusted-documents';
import { settingsFrom } from '../settings';
import { confirmed, orGiveUp } from './give-up';
import type { Live } from './live';
import { Mailbox } from './mailbox';
import { serveSockets, type SocketParts } from './socket-server';

const settings = settingsFrom({ DATABASE_URL: 'postgres://nowhere', HUB_CALL_LIMIT: '0' });

async function serve(over: Partial<SocketParts>): Promise<{ http: Server; url: string; stop: () => Promise<void> }> {
  const http = createServer();
  const end = serveSockets(http, {
    schema: buildSchema('type Query { a: Int } type Subscription { b: Int }'),
    credentials: { viewerOf: () => Promise.resolve(anonymous) } as never,
    live: { whenGap: () => () => undefined } as unknown as Live,
    calls: new CallLimit(settings, {} as never),
    documents: new TrustedDocuments([], false),
    settings,
    report: () => undefined,
    ...over,
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    await end();
    http.close();
  };
  return { http, url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`, stop };
}

it('a peer that does not answer a ping is gone when the next is due (W7)', async () => {
  const { url, stop } = await serve({ pingEveryMs: 1000 });
  const started = performance.now();
  const open = (autoPong: boolean) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { autoPong });
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    return socket;
  };
  const silent = open(false);
  const lively = open(true);
  await new Promise((resolve) => silent.on('close', resolve));

  expect(performance.now() - started).toBeLessThan(10_000);
  expect(lively.readyState).toBe(lively.OPEN);
  lively.terminate();
  await stop();
});

it('a client whose process is stopped is gone as well, and nothing of it is left open (W7)', async () => {
  const { http, url, stop } = await serve({ pingEveryMs: 1000 });
  const connections = () => new Promise<number>((resolve) => http.getConnections((_error, count) => resolve(count)));
  const code = `const { WebSocket } = require('ws'); const socket = new WebSocket('${url}', 'graphql-transport-ws');
    socket.on('open', () => socket.send('{"type":"connection_init"}')).on('message', () => console.log('greeted'));`;
  const client = spawn(process.execPath, ['--input-type=commonjs', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(client.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await connections()).toBe(1);

  client.kill('SIGSTOP');
  for (let tries = 0; (await connections()) > 0 && tries < 100; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await connections()).toBe(0);
  client.kill('SIGKILL');
  await stop();
}, 30_000);

it('leaves no socket hanging whose viewer cannot be found out just now (W3)', async () => {
  const { url, stop } = await serve({ credentials: { viewerOf: () => Promise.reject(new Error('away')) } as never });
  const status = await new Promise((resolve) => {
    const socket = new WebSocket(url, 'graphql-transport-ws');
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.on('error', () => undefined);
  });

  expect(status).toBe(503);
  await stop();
});

it('a mailbox that is not emptied ends, forgets what waited, and tells it once (W8)', async () => {
  const told: string[] = [];
  const mailbox = new Mailbox(
    () => told.push('ended'),
    () => told.push('full'),
  );
  for (let n = 0; n < 5000; n += 1) mailbox.put({ n });

  expect(told).toEqual(['ended', 'full']);
  expect(await mailbox.next()).toEqual({ value: undefined, done: true });
});

it('a mailbox keeps what a listener will take soon, in order (W8)', async () => {
  const mailbox = new Mailbox(() => undefined);
  for (let n = 0; n < 1000; n += 1) mailbox.put({ n });

  expect(await mailbox.next()).toEqual({ value: { n: 0 }, done: false });
  expect(await mailbox.next()).toEqual({ value: { n: 1 }, done: false });
});

it('what is confirmed first comes in order, and ends at once for who stops listening while nothing comes', async () => {
  const told: string[] = [];
  const mailbox = new Mailbox(() => told.push('ended'));
  const results = confirmed(orGiveUp(mailbox, () => told.push('given up')));
  mailbox.put({ n: 0 });
  const first = [await results.next(), await results.next()].map(({ value }) => value as object);
  const waiting = results.next();
  await results.return?.();

  expect(first).toEqual([{ data: null, extensions: { listening: true } }, { n: 0 }]);
  expect(await waiting).toEqual({ value: undefined, done: true });
  expect(told).toEqual(['ended']);
});
