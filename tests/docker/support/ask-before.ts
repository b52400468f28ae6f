/** What nginx does with requests that the servers behind it treat in some way. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aFreePort } from '@hub/testing';
import { startNginx } from './nginx';

export type Asked = readonly [method: string, at: string, headers?: Readonly<Record<string, string>>];

/** What an nginx before two servers that do this answers to a list of requests, one after the other. */
export async function askBefore(handle: RequestListener, asked: readonly Asked[]) {
  const servers = [1, 2].map(() => createServer(handle).listen(0, '127.0.0.1'));
  await Promise.all(servers.map((each) => once(each, 'listening')));
  const ports = servers.map((each) => (each.address() as AddressInfo).port);
  const proxy = await startNginx(
    await aFreePort(),
    ports.map((each) => `127.0.0.1:${each}`),
  );
  const answers = [];
  for (const [method, at, more] of asked) {
    const headers = { 'x-forwarded-for': '9.9.9.9', ...more };
    answers.push(await fetch(proxy.address + at, { method, headers, ...(method === 'POST' && { body: 'x' }) }));
  }
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  await proxy.stop();
  for (const each of servers) each.close();
  return answers.map(({ status, headers }, at) => ({ status, headers, text: texts[at] ?? '' }));
}
