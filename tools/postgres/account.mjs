/** Which account PostgreSQL runs as. It refuses root, so root lends it an account without rights. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../launcher/refusal.mjs';

/**
 * The account for a data folder: the person's own, or for root the one that owns the folder already, or an unprivileged one.
 * @param {string} folder
 * @returns {{uid?: number, gid?: number}} empty for "the person's own"
 */
export function accountFor(folder) {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return unprivilegedAccount(readFileSync('/etc/passwd', 'utf8'));
}

/**
 * The first account of a passwd file that is meant for having no rights.
 * @param {string} passwd
 */
export function unprivilegedAccount(passwd) {
  const accounts = new Map(passwd.split('\n').map((line) => [line.split(':')[0], line.split(':')]));
  const found = accounts.get('nobody') ?? accounts.get('daemon');
  if (!found)
    throw new Refusal(
      'PostgreSQL cannot run as root and there is no account "nobody": start the hub as an ordinary user.',
    );
  return { uid: Number(found[2]) >>> 0, gid: Number(found[3]) >>> 0 };
}

const quiet = () => ({
  ...process.env,
  LC_ALL: 'C',
  LANG: 'C',
  PGHOST: undefined,
  PGPORT: undefined,
  PGDATA: undefined,
});

/** Runs a command as the account and waits for it. */
export function runAs(account, command, args) {
  return spawnSync(command, args, { ...account, cwd: '/', env: quiet(), encoding: 'utf8' });
}

/** Starts a command as the account in a process group of its own, so that a Ctrl-C at the terminal does not reach it. */
export function spawnAs(account, command, args, log) {
  return spawn(command, args, { ...account, cwd: '/', env: quiet(), detached: true, stdio: ['ignore', log, log] });
}
