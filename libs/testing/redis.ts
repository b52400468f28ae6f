/** A real Redis server for tests: one that is installed, or else Debian's package, installed where that may be done. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';

const names = ['redis-server', 'valkey-server'];
const mayInstall = { root: ['apt-get'], otherwise: ['sudo', '-n', 'apt-get'] };

export interface FoundRedis {
  readonly file: string | null;
  /** For the name of what is left out: empty where there is one. */
  readonly why: string;
}

/** Finds the server, and tries to install it where there is none. Says why there is none in the end. */
export function findRedis(): FoundRedis {
  const installed = answering();
  if (installed) return { file: installed, why: '' };
  const [command = '', ...args] = process.getuid?.() === 0 ? mayInstall.root : mayInstall.otherwise;
  const more = ['install', '-y', '--no-install-recommends', 'redis-server'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync(command, [...args, ...more], { env, timeout: 120_000, stdio: 'ignore' });
  const file = status === 0 ? answering() : null;
  return { file, why: file ? '' : ' (left out: no Redis is installed here, and none could be)' };
}

export interface RunningRedis {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** It answers nobody any more, and hangs up on nobody. */
  freeze(): void;
  thaw(): void;
}

/** Starts a server that keeps nothing. The caller stops it. */
export async function startRedis(file: string): Promise<RunningRedis> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const running: RunningRedis = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
      child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      const { stdout } = child;
      await new Promise<void>((resolve, reject) => {
        stdout?.on('data', (text) => /ready to accept/i.test(String(text)) && resolve());
        child?.once('exit', () => reject(new Error('Redis ended before it was ready.')));
      });
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
  await running.start();
  return running;
}

function answering(): string | null {
  return names.find((name) => spawnSync(name, ['--version'], { timeout: 10_000 }).status === 0) ?? null;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
