/** Making folders that the database's account can walk through, and trying whether it can. */
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from '../launcher/refusal.mjs';
import { runAs } from './account.mjs';

/** Makes a folder and its parents so that every account may pass through those that were made. Refuses where it may not be made. */
export function makeOpenFolder(folder) {
  try {
    makeMissing(folder);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

function makeMissing(folder) {
  if (isFolder(folder)) return;
  if (path.dirname(folder) !== folder) makeMissing(path.dirname(folder));
  try {
    mkdirSync(folder);
    chmodSync(folder, 0o755);
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}

const isFolder = (place) => Boolean(statSync(place, { throwIfNoEntry: false })?.isDirectory());

/** Refuses, with what to do, when the person cannot write to the data folder. */
export function refuseUnwritable(folder) {
  makeOpenFolder(folder);
  rmSync(makePrivateFolder(folder, '.try-', {}), { recursive: true });
}

/** Makes a folder for the account alone, with a name of its own inside `parent`. Refuses where it may not be written. */
export function makePrivateFolder(parent, prefix, account) {
  try {
    const folder = mkdtempSync(path.join(parent, prefix));
    if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
    chmodSync(folder, 0o700);
    return folder;
  } catch (error) {
    throw unwritable(parent, error);
  }
}

/** Whether the account can get into a private folder inside `parent` and write there. Refuses where the person cannot write it either. */
export function accountCanUse(account, parent) {
  const probe = makePrivateFolder(parent, '.try-', account);
  try {
    if (process.platform === 'win32') return true;
    if ((statSync(probe).mode & 0o777) !== 0o700) return false;
    return runAs(account, '/bin/sh', ['-c', 'cd "$0" && : > written', probe]).status === 0;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function unwritable(folder, error) {
  const who = os.userInfo().username;
  return new Refusal(
    `The data folder ${folder} cannot be written by ${who} (${error.code}): choose another with HUB_DATA_DIR.`,
  );
}
