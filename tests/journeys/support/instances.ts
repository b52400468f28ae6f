/** Instances of the built hub as processes of their own, to be killed and stopped. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';

const entry = path.resolve(import.meta.dirname, '../../../dist/apps/api/main.js');

export interface Instance {
  /** Empty of a worker, which listens nowhere. */
  readonly address: string;
  readonly pid: number;
  isRunning(): boolean;
  /** Sends the signal and waits for the end: its exit code, or null where the signal ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Starts one on this database, with further settings, and waits until it is ready. */
export async function startInstance(databaseUrl: string, more: Readonly<Record<string, string>>): Promise<Instance> {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: databaseUrl, PORT: '0', HUB_DEMO: '1', HUB_CALL_LIMIT: '0', NODE_ENV: 'production' },
    ...{
      HUB_SECRET_KEY: Buffer.alloc(32, 'test').toString('base64'),
      HUB_FILES_DIR: path.join(tmpdir(), `hub-instances-${process.pid}`),
    },
    ...more,
  };
  const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return {
    address: await addressOf(child),
    pid: child.pid ?? 0,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    end: (signal) => end(child, signal),
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The instance ended before it was ready (${code}).`)));
    child.on('message', (message: { type: string; address?: string; sentence: string }) => {
      if (message.type === 'ready') resolve(message.address ?? '');
      if (message.type === 'failed') reject(new Error(message.sentence));
    });
  });
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  return code;
}
