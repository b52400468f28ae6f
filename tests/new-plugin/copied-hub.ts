/** A copy of the project to try things in: its sources, with the packages of this one. Made in the project's cache. */
import { execFile, fork, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const sources = [
  ...['apps', 'libs', 'tools', 'package.json', 'package-lock.json', 'project.json', 'nx.json', 'types.d.ts'],
  ...['tsconfig.json', 'tsconfig.base.json', 'eslint.config.mjs', 'jest.config.mjs', 'vite.aliases.mjs'],
  ...['.gitignore', '.prettierrc.json', '.prettierignore'],
];

export class CopiedHub {
  private hub: ChildProcess | null = null;

  private constructor(readonly folder: string) {}

  static make(): CopiedHub {
    const copy = new CopiedHub(path.join(root, '.cache', `copied-hub-${process.pid}`));
    copy.remove();
    mkdirSync(copy.folder, { recursive: true });
    for (const name of sources) cpSync(path.join(root, name), copy.at(name), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), copy.at('node_modules'), 'dir');
    return copy;
  }

  at(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  /** Runs a Node script of the copy, or of a package, and gives what it printed. Rejects with it when the script fails. */
  run(script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      const options = { cwd: this.folder, env: this.environment(env), maxBuffer: 10_000_000 };
      execFile(process.execPath, [this.at(script), ...args], options, (error, stdout, stderr) => {
        if (error) reject(new Error(`${script} ${args.join(' ')} failed:\n${stdout}\n${stderr}`));
        else resolve(`${stdout}${stderr}`);
      });
    });
  }

  /** Starts the built hub on a database and gives its address. */
  start(databaseUrl: string): Promise<string> {
    const env = { DATABASE_URL: databaseUrl, PORT: '0', HUB_DEMO: '1', HUB_WEB_FOLDER: this.at('dist/apps/web') };
    const hub = fork(this.at('dist/apps/api/main.js'), {
      cwd: this.folder,
      env: this.environment({ ...env, NODE_ENV: 'production' }),
    });
    this.hub = hub;
    return new Promise((resolve, reject) => {
      hub.on('message', (message: { type: string; address?: string; sentence?: string }) => {
        if (message.type === 'ready') resolve(message.address ?? '');
        if (message.type === 'failed') reject(new Error(message.sentence));
      });
      hub.once('exit', (code) => reject(new Error(`The copied hub ended with ${code}.`)));
    });
  }

  /** Stops the hub, if it runs. */
  async stop(): Promise<void> {
    const { hub } = this;
    if (!hub || hub.exitCode !== null) return;
    const gone = new Promise((resolve) => hub.once('exit', resolve));
    hub.kill('SIGTERM');
    await gone;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * As a person at a terminal would have it, without what the runner of the tests adds, and without colours, which some tools add on
   * their own where `CI` is set. There is no npm: the packages are those of the project itself, and installing here would replace them.
   */
  private environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
    const runner = {
      npm_execpath: this.at('no-npm.js'),
      NODE_ENV: undefined,
      NODE_OPTIONS: undefined,
      JEST_WORKER_ID: undefined,
      NX_DAEMON: 'false',
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
    };
    return { ...process.env, ...runner, ...more };
  }
}
