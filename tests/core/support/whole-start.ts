/** `npm start` as a process, with all that it starts, on a data folder of a test's own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { TestClient } from '@hub/testing';
import { childrenOf, until } from './own-postgres';

const root = path.resolve(import.meta.dirname, '../../..');

export class WholeStart {
  /** What it has said so far. */
  readonly lines: string[] = [];
  private readonly launcher: ChildProcess;

  constructor(
    readonly port: number,
    dataFolder: string,
  ) {
    const env = { ...process.env, PORT: String(port), HUB_DATA_DIR: dataFolder, HUB_DEMO: '1', NODE_ENV: undefined };
    this.launcher = spawn(process.execPath, [path.join(root, 'tools/start.mjs')], { cwd: root, env });
    for (const stream of [this.launcher.stdout, this.launcher.stderr])
      if (stream) createInterface(stream).on('line', (line) => this.lines.push(line));
  }

  /** Waits until it says this; fails with all that it said when it ends before. */
  async says(words: string): Promise<void> {
    while (!this.lines.some((line) => line.includes(words))) {
      if (this.launcher.exitCode !== null)
        throw new Error(`It ended without saying "${words}":\n${this.lines.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Ready, and somebody of the demonstration signed in. */
  async isUsedBy(member: string): Promise<TestClient> {
    const address = `http://127.0.0.1:${this.port}`;
    await this.says(address);
    const answer = await new TestClient(address, null).post('/auth/demo', { member });
    return new TestClient(address, answer.headers.get('set-cookie')?.split(';')[0] ?? null);
  }

  /** Kills the launcher and everything that it started, and what that started, at once. */
  async killAll(): Promise<void> {
    const all = this.processes();
    for (const pid of all) kill(pid);
    await until(() => Promise.resolve(!all.some(isThere)));
  }

  /** Kills the launcher alone: the others hear of nothing. */
  async killLauncher(): Promise<void> {
    this.launcher.kill('SIGKILL');
    await once(this.launcher, 'exit');
  }

  /** Tells it to stop; gives what it ends with. */
  async stop(): Promise<number | null> {
    if (this.launcher.exitCode === null && this.launcher.signalCode === null) {
      this.launcher.kill('SIGTERM');
      await once(this.launcher, 'exit');
    }
    return this.launcher.exitCode;
  }

  private processes(): number[] {
    const found = [this.launcher.pid ?? 0];
    for (const pid of found) found.push(...childrenOf(pid));
    return found;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
