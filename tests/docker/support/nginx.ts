/** The nginx of the web image, with the configuration that docker/ ships, in front of servers of a test's own. */
import { once } from 'node:events';
import { openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findInstalled } from '@hub/testing';
import { accountFor, runAs, spawnAs } from '../../../tools/postgres/account.mjs';
import { makePrivateFolder } from '../../../tools/postgres/folders.mjs';
import { root } from './files';

export const nginx = findInstalled({
  names: ['nginx', '/usr/sbin/nginx'],
  version: '-v',
  debian: 'nginx-light',
  called: 'nginx',
});

/** What docker/ ships, before its image says where the API is. */
export const template = readFileSync(path.join(root, 'docker/nginx/hub.conf.template'), 'utf8');

export interface Handled {
  readonly id: string;
  readonly path: string;
  /** Whom it was given to, one after the other; '-' for nobody. */
  readonly upstreams: readonly string[];
}

export interface RunningNginx {
  readonly address: string;
  /** What `nginx -t` says of the configuration. */
  readonly checked: string;
  /** The first requests for a path as its log has them, which it writes when they are answered. */
  handled(path: string, count: number): Promise<Handled[]>;
  stop(): Promise<void>;
}

/** Starts it as an account without rights, as in the image. The caller stops it. */
export async function startNginx(port: number, upstreams: readonly string[]): Promise<RunningNginx> {
  const account = accountFor(path.join(tmpdir(), 'no such folder'));
  const folder = makePrivateFolder(tmpdir(), 'hub-nginx-', account);
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, whole(folder, port, upstreams));
  const args = ['-p', folder, '-e', 'stderr', '-c', file];
  const checked = runAs(account, nginx.file, [...args, '-t']).stderr;
  const log = openSync(path.join(folder, 'said.log'), 'a');
  const child = spawnAs(account, nginx.file, args, log);
  const ended = once(child, 'exit');
  await untilOpen(port).catch((error: unknown) => {
    throw new Error(`${String(error)} ${checked}`);
  });
  return {
    address: `http://127.0.0.1:${port}`,
    checked,
    async handled(wanted, count) {
      for (;;) {
        const lines = readFileSync(path.join(folder, 'access.log'), 'utf8').split('\n').slice(0, -1);
        const found = lines.map(handledIn).filter((each) => each.path === wanted);
        if (found.length >= count) return found;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function handledIn(line: string): Handled {
  const [id = '', asked = '', upstreams = ''] = line.split('|');
  return { id, path: asked, upstreams: upstreams.split(', ') };
}

/** The part that the image has of its own, and what docker/ ships: with another port, another folder, and addresses instead of one name that has several. */
function whole(folder: string, port: number, upstreams: readonly string[]): string {
  const shipped = [
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    ['/tmp/assets', `${folder}/assets`],
    [/^ *server \$\{UPSTREAM\} (.*)$/m, upstreams.map((upstream) => `server ${upstream} $1`).join('\n')],
  ] as const;
  const text = shipped.reduce((rest, [from, to]) => {
    if (rest.search(from) < 0) throw new Error(`The configuration has no ${String(from)} any more.`);
    return rest.replace(from, to);
  }, template);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `${of}_temp_path ${folder}/${of};`);
  return `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 512; }
http {
  log_format test '$request_id|$request_uri|$upstream_addr';
  access_log ${folder}/access.log test;
  ${places.join('\n  ')}
${text}
}
`;
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('nginx did not come to listen.');
}
