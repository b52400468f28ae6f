/** Starts and stops the PostgreSQL process itself. */
import { closeSync, fchownSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../launcher/refusal.mjs';
import { spawnAs } from './account.mjs';
import { isAlive } from './postmaster.mjs';

const settings = { timezone: 'UTC', log_timezone: 'UTC', jit: 'off' };
const tenMegabytes = 10_000_000;

/**
 * Starts a server on a port. The caller asks `ended` whether it is still there while trying to connect.
 * @returns {{ended: () => undefined | 'port' | 'locked', pid: number | undefined}}
 */
export function startServer(place, port, extra = {}) {
  const file = path.join(place.base, `${path.basename(place.data)}.log`);
  const log = openLog(file, place.account);
  const from = fstatSync(log).size;
  const options = Object.entries({ ...settings, ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawnAs(
    place.account,
    place.binaries.postgres,
    ['-D', place.data, '-h', '127.0.0.1', '-p', `${port}`, '-k', '', ...options],
    log,
  );
  closeSync(log);
  let over = false;
  child.once('error', () => (over = true));
  child.once('exit', () => (over = true));
  child.unref();
  return { pid: child.pid, ended: () => (over ? reasonIn(readFileSync(file, 'utf8').slice(from), file) : undefined) };
}

function openLog(file, { uid, gid }) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat && stat.size > tenMegabytes) renameSync(file, `${file}.old`);
  const log = openSync(file, 'a', 0o600);
  if (uid !== undefined) fchownSync(log, uid, gid);
  return log;
}

/** Why a server ended at once: what is worth another try, or else a refusal with PostgreSQL's own reason. */
export function reasonIn(text, file) {
  if (/could not bind|could not create any TCP/.test(text)) return 'port';
  if (/lock file .* already exists|pre-existing shared memory|starting up|shutting down/.test(text)) return 'locked';
  const fatal = text
    .split('\n')
    .filter((line) => /FATAL|PANIC/.test(line))
    .at(-1);
  const reason = fatal?.replace(/^.*(FATAL|PANIC):\s*/, '') ?? 'it ended without a word';
  throw new Refusal(`The embedded database could not start: ${reason} (its log is ${file}).`);
}

/** Stops a server: first the quick way that ends every connection, and if it does not go within half a minute, at once (nothing is lost). */
export async function stopServer(pid, { quick = 'SIGINT' } = {}) {
  for (const signal of [quick, 'SIGQUIT', 'SIGKILL']) {
    if (!send(pid, signal)) return;
    for (let waited = 0; waited < 30_000 && isAlive(pid); waited += 50) await sleep(50);
    if (!isAlive(pid)) return;
  }
}

function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
