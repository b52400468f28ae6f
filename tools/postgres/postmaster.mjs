/** Reads which server, if any, has the database's files open, from the file PostgreSQL keeps beside them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The parts of postmaster.pid that matter.
 * @param {string} text
 * @returns {{pid: number, folder: string, port: number} | undefined} undefined while the file is still being written
 */
export function parsePostmaster(text) {
  const [pid, folder, , port] = text.split('\n');
  return Number(pid) && folder ? { pid: Number(pid), folder, port: Number(port) } : undefined;
}

/** The server that has these files open, if one does. Also clears away what a killed server left, where PostgreSQL could not tell. */
export async function standingServer(data) {
  const file = path.join(data, 'postmaster.pid');
  const noted = parsePostmaster(readText(file));
  if (!noted) return undefined;
  const kind = isCopy(noted.folder, data) ? 'other' : kindOf(noted.pid);
  if (kind === 'postgres') return noted;
  if (kind === 'gone') return undefined;
  await sleep(kind === 'zombie' ? 2000 : 0);
  if (readText(file).split('\n')[0] === String(noted.pid)) rmSync(file, { force: true });
  return undefined;
}

/** Whether a process is there and has not ended. */
export const isAlive = (pid) => ['postgres', 'other'].includes(kindOf(pid));

const isCopy = (folder, data) => !existsSync(folder) || realpathSync(folder) !== realpathSync(data);

function kindOf(pid) {
  const { state, command } = existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
  if (!state) return 'gone';
  if (state.startsWith('Z')) return 'zombie';
  return /postgres/.test(command) ? 'postgres' : 'other';
}

function fromProc(pid) {
  const stat = readText(`/proc/${pid}/stat`);
  const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  return { state, command: readText(`/proc/${pid}/cmdline`) || stat };
}

function fromPs(pid) {
  const line = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  return { state: line.slice(0, 1), command: line };
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
