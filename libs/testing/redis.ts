/** A real Redis server for tests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { findInstalled, type Installed } from './installed';
import { aFreePort } from './ports';

/** Finds the server, and tries to install it where there is none. */
export const findRedis = (): Installed =>
  findInstalled({
    names: ['redis-server', 'valkey-server'],
    version: '--version',
    debian: 'redis-server',
    called: 'Redis',
  });

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
  const port = await aFreePort();
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
