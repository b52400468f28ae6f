/** The database's files: made once, under a temporary name first, so that an interrupted start leaves nothing half made in place. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  chownSync,
  readdirSync,
} from 'node:fs';
import path from 'node:path';
import { Refusal } from '../launcher/refusal.mjs';
import { runAs } from './account.mjs';
import { makePrivateFolder } from './folders.mjs';

const secretName = 'hub-secret';

/**
 * Makes the database's files where there are none, and checks those that are there.
 * @param {ReturnType<typeof import('./place.mjs').settle>} place
 * @returns {{made: boolean, secret: string}} the secret is the superuser's password
 */
export function ensureCluster(place, { durable = true } = {}) {
  const made = !existsSync(place.data) && create(place, durable);
  refuseForeign(place);
  return { made, secret: readFileSync(path.join(place.data, secretName), 'utf8') };
}

function refuseForeign({ data, binaries }) {
  const owner = statSync(data).uid;
  if (process.getuid && process.getuid() !== 0 && owner !== process.getuid()) {
    throw new Refusal(
      `The database in ${data} belongs to another account: start the hub as the account that made it, or choose another data folder with HUB_DATA_DIR.`,
    );
  }
  const version = path.join(data, 'PG_VERSION');
  if (!existsSync(version) || !existsSync(path.join(data, secretName))) {
    throw new Refusal(
      `The folder ${data} holds no database of the hub: move it away, or choose another data folder with HUB_DATA_DIR.`,
    );
  }
  const major = readFileSync(version, 'utf8').trim();
  if (major === binaries.major) return;
  throw new Refusal(
    `The database in ${data} was made by PostgreSQL ${major} and cannot be opened by PostgreSQL ${binaries.major}; nothing was touched. With the release of the hub that made it: npm run backup -- hub.zip. Then move the folder away, and with this release: npm run restore -- hub.zip.`,
  );
}

function create(place, durable) {
  const half = makePrivateFolder(place.base, 'postgres-unfinished-', place.account);
  const password = path.join(half, secretName);
  const files = path.join(half, 'files');
  giveSecret(password, place.account);
  const outcome = runAs(place.account, place.binaries.initdb, [
    ...['-D', files, '-U', 'postgres', `--pwfile=${password}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
    ...[
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
  ]);
  try {
    if (outcome.status !== 0)
      throw new Refusal(`The database could not be made in ${place.base}: ${lastLine(outcome)}`);
    renameSync(password, path.join(files, secretName));
    chmodSync(files, 0o700);
    return moveIntoPlace(files, place.data);
  } finally {
    rmSync(half, { recursive: true, force: true });
    sweep(place.base);
  }
}

function giveSecret(file, { uid, gid }) {
  writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (uid !== undefined) chownSync(file, uid, gid);
}

function moveIntoPlace(files, data) {
  try {
    renameSync(files, data);
    return true;
  } catch (error) {
    if (existsSync(path.join(data, 'PG_VERSION'))) return false;
    throw error;
  }
}

function sweep(base) {
  const hour = 3_600_000;
  for (const name of readdirSync(base).filter((entry) => entry.startsWith('postgres-unfinished-'))) {
    const left = path.join(base, name);
    const stat = statSync(left, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > hour) rmSync(left, { recursive: true, force: true });
  }
}

const lastLine = ({ error, stderr }) => error?.message ?? stderr.trim().split('\n').at(-1) ?? 'no reason given';
