/** The hub as it is built, as a process of its own: what memory it takes, and what its log says of errors. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createTestHub, type TestHub } from '@hub/testing';
import { memoryEnvironment } from '../../tools/launcher/api.mjs';

const entry = path.resolve(process.cwd(), 'dist/apps/api/main.js');
/** It takes 150, where it had been 200; what a test run does beside it moves that by some megabytes. */
const mostMbAtStart = 180;

let hub: TestHub;
let api: ChildProcess;
let address = '';
let log = '';

beforeAll(async () => {
  hub = await createTestHub({ demonstration: false });
  const env = {
    ...{ ...process.env, ...memoryEnvironment, DATABASE_URL: hub.databaseUrl, PORT: '0', NODE_ENV: 'production' },
    ...{ HUB_ROLE: 'api', HUB_LOG: 'json', HUB_SECRET_KEY: Buffer.alloc(32, 'test').toString('base64') },
  };
  api = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  api.stderr?.on('data', (text: Buffer) => (log += text.toString()));
  const [message] = (await waitFor('ready')) as [{ address: string }];
  address = message.address;
});

afterAll(async () => {
  const ended = once(api, 'exit');
  api.kill('SIGTERM');
  await ended;
  await hub.close();
});

function waitFor(type: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    api.on('message', (message: { type: string; sentence?: string }) => {
      if (message.type === type) resolve([message]);
      if (message.type === 'failed') reject(new Error(message.sentence));
    });
    api.once('exit', (code) => reject(new Error(`The hub ended with ${code}.`)));
  });
}

it('takes little memory before the first request', () => {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${api.pid}/status`, 'utf8')) ?? [];

  expect(Number(kilobytes) / 1024).toBeLessThan(mostMbAtStart);
});

it('says of an error that nobody expected in which file and line of the sources it was thrown', async () => {
  await hub.sql('ALTER TABLE core.care_model RENAME TO care_model_elsewhere');

  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ modelTypes { code } }"}',
  });
  const { errors } = (await answer.json()) as { errors?: unknown[] };
  const lines = log.split('\n').filter(Boolean);
  const stacks = lines.map((line) => (JSON.parse(line) as { error?: { stack?: string } }).error?.stack ?? '');

  expect(errors).toHaveLength(1);
  expect(stacks.join('\n')).toMatch(/^\s+at .*\(?libs\/core\/server\/[\w/-]+\.ts:\d+:\d+\)?$/m);
  expect(stacks.join('\n')).not.toMatch(/dist\/apps\/api/);
});
