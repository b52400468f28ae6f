/** Where the database lives: in the data folder, or in a stated folder of its own where its account cannot enter that one. */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from '../launcher/refusal.mjs';
import { accountFor } from './account.mjs';
import { nativeFolder, runnableBinaries } from './binaries.mjs';
import { accountCanUse, makeOpenFolder } from './folders.mjs';

/**
 * Decides on account, folder and binaries for the database of a data folder.
 * @param {string} wanted the data folder
 * @param {string} [name] the database's own folder in it
 * @returns {{base: string, data: string, account: {uid?: number, gid?: number}, binaries: {postgres: string, initdb: string, major: string}}}
 */
export function settle(wanted, name = 'postgres') {
  const native = nativeFolder();
  const base = chooseBase(wanted, name);
  const data = path.join(base, name);
  const account = accountFor(data);
  return {
    base,
    data,
    account,
    binaries: runnableBinaries(account, native, () => firstUsable(spareFolders(wanted), name)),
  };
}

function chooseBase(wanted, name) {
  const spares = spareFolders(wanted);
  const kept = [wanted, ...spares].find((base) => existsSync(path.join(base, name, 'PG_VERSION')));
  if (!kept) return isUsable(wanted, name) ? wanted : firstUsable(spares, name);
  if (isUsable(kept, name)) return kept;
  throw new Refusal(
    `The account that owns the database in ${kept} can no longer enter that folder: open its parents to it (chmod +x).`,
  );
}

function firstUsable(folders, name) {
  const found = folders.find((folder) => {
    try {
      return isUsable(folder, name) && isOurs(folder);
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  });
  if (found) return found;
  throw new Refusal(
    `The database's account cannot use any of ${folders.join(', ')}: choose an open data folder with HUB_DATA_DIR.`,
  );
}

function isUsable(base, name) {
  makeOpenFolder(base);
  return accountCanUse(accountFor(path.join(base, name)), base);
}

const isOurs = (folder) => process.getuid === undefined || statSync(folder).uid === process.getuid();

/** Folders outside a closed project, keyed by where the data folder is; the first survives a restart of the machine. */
function spareFolders(wanted) {
  const key = `${path.basename(path.dirname(wanted))}-${createHash('sha256').update(wanted).digest('hex').slice(0, 10)}`;
  const lasting = process.getuid?.() === 0 ? '/var/lib' : path.join(os.homedir(), '.local', 'share');
  const passing = path.join(os.tmpdir(), `vanguard-hub-of-${os.userInfo().username}`);
  return [path.join(lasting, 'vanguard-hub', key), path.join(passing, key)];
}
