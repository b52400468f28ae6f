/** What the images start and ask, done outside a container: in a folder laid out as the image would be, with its settings. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aFreePort, createTestHub, type TestHub } from '@hub/testing';
import { memoryEnvironment } from '../../tools/launcher/api.mjs';
import { dockerfile, root } from './support/files';
import { stagesOf, type Stage } from './support/stages';

const folder = mkdtempSync(path.join(tmpdir(), 'hub-image-'));
let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({ demonstration: false });
});
afterAll(async () => {
  await hub?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The packages beside what is built, by the Dockerfile. */
const packages = [...dockerfile().matchAll(/npm install .* (\S+)@/g)].map(([, name = '']) => name);

/** What an image copies stands in its folder, copied so that nothing else is found; of what was installed, the packages of the Dockerfile. */
function laidOut({ name, copies }: Stage): string {
  const place = path.join(folder, name);
  for (const { source, to } of copies) {
    const made = source.replace(/^\/hub\//, '');
    const target = path.join(place, to === './' ? made : to);
    const inside = made === 'node_modules' ? packages : [''];
    for (const one of inside) take(path.join(root, made, one), path.join(target, one), made === 'node_modules');
  }
  mkdirSync(path.join(place, 'files'));
  return place;
}

function take(from: string, to: string, asLink: boolean): void {
  mkdirSync(path.dirname(to), { recursive: true });
  if (asLink) symlinkSync(from, to);
  else cpSync(from, to, { recursive: true });
}

/** The image's settings, with its folder for /hub, on a port that is free. */
function settingsIn({ env }: Stage, place: string, port: number): NodeJS.ProcessEnv {
  const own = Object.entries(env).map(([name, value]) => [name, value.replace(/^\/hub\b/, place)]);
  const free = { HUB_OPERATING_PORT: String(port), ...(env.PORT && { PORT: '0' }), HOST: '127.0.0.1' };
  return {
    PATH: process.env.PATH,
    ...Object.fromEntries(own),
    ...free,
    DATABASE_URL: hub.databaseUrl,
    HUB_SECRET_KEY: Buffer.alloc(32, 'test').toString('base64'),
  };
}

const run = ([command = '', ...args]: readonly string[], cwd: string, env: NodeJS.ProcessEnv) =>
  spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });

async function untilWell(ask: () => number | null, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
    if (ask() === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('It did not come to be well.');
}

it('the API and the worker start as their images say, are well when asked as their images ask, and end well when told to', async () => {
  const stages = stagesOf(dockerfile()).filter(({ name }) => name === 'api' || name === 'worker');
  const ends = await Promise.all(
    stages.map(async (stage) => {
      const place = laidOut(stage);
      const env = settingsIn(stage, place, await aFreePort());
      const [command = '', ...args] = stage.health ?? [];
      const ask = () => spawnSync(command, args, { cwd: place, env }).status;
      const before = ask();
      const child = run(stage.command ?? [], place, env);
      await untilWell(ask, child);
      const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
      child.kill('SIGTERM');
      const [code, signal] = await ended;
      return { name: stage.name, before, code, signal, after: ask() };
    }),
  );

  expect(ends).toEqual(['worker', 'api'].map((name) => ({ name, before: 1, code: 0, signal: null, after: 1 })));
}, 120_000);

it('give a process the same settings of memory as npm start', () => {
  const stages = stagesOf(dockerfile()).filter(({ name }) => name === 'api' || name === 'worker');

  for (const { env } of stages) expect(env).toMatchObject(memoryEnvironment);
});
