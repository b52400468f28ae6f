/** The embedded PostgreSQL for `npm start` and `npm run dev`: found running, or started; stopped by whoever leaves last. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { freePort } from '../launcher/ports.mjs';
import { Refusal } from '../launcher/refusal.mjs';
import { ensureCluster } from './cluster.mjs';
import { ensureHubDatabase, hubUrl, isLastLease, superuserUrl, takeLease } from './lease.mjs';
import { settle } from './place.mjs';
import { standingServer } from './postmaster.mjs';
import { watchRoom } from './room.mjs';
import { startServer, stopServer } from './server.mjs';

const patience = 90_000;

/**
 * Opens the database of a data folder for the hub.
 * @param {{dataFolder: string, say: (text: string) => void}} options
 * @returns {Promise<{url: string, folder: string, lost: Promise<void>, close: () => Promise<void>}>} `lost` resolves when the server goes away
 */
export async function openDatabase({ dataFolder, say }) {
  const place = settle(dataFolder);
  if (place.base !== dataFolder)
    say(`The database's account cannot enter ${dataFolder}; it is kept in ${place.base} instead.`);
  const { made, secret } = ensureCluster(place);
  if (made) say(`Made a new database in ${place.data}.`);
  const { lease, port, pid } = await reach(place, secret);
  const unwatch = await watchRoom(lease, place.data, say);
  await ensureHubDatabase(lease, secret);
  return {
    url: hubUrl(port, secret),
    folder: place.data,
    lost: lease.lost,
    close: async () => {
      await unwatch();
      await close(lease, pid);
    },
  };
}

/** Opens a database for one run only: fast and forgetful unless `settings` say otherwise. Its folder is left to the caller to remove. */
export async function openThrowaway({ parent, name, settings = {} }) {
  const place = settle(parent, name);
  const { secret } = ensureCluster(place, { durable: false });
  const hasty = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    wal_level: 'minimal',
    max_wal_senders: '0',
    ...settings,
  };
  const { lease, port, pid } = await reach(place, secret, hasty);
  return { url: superuserUrl(port, secret), place, close: () => close(lease, pid) };
}

/** A lease on the server of these files, which is started unless it runs. */
export async function reach(place, secret, extra) {
  const deadline = Date.now() + patience;
  const refused = [];
  let reason = 'it did not answer';
  while (Date.now() < deadline) {
    const standing = await standingServer(place.data);
    const port = standing?.port || (await freePort(wishFor(place.data), refused));
    const server = standing ? undefined : startServer(place, port, extra);
    const outcome = await connect(server, port, secret, deadline);
    if (outcome.lease) return { ...outcome, port, pid: standing?.pid ?? server.pid };
    if (outcome.ended === 'port') refused.push(port);
    reason = outcome.reason ?? reason;
    await sleep(250);
  }
  throw new Refusal(`The embedded database in ${place.data} cannot be reached: ${reason}.`);
}

async function connect(server, port, secret, deadline) {
  let reason;
  do {
    try {
      return { lease: await takeLease(port, secret) };
    } catch (error) {
      reason = error.message;
    }
    const ended = server?.ended();
    if (ended) return { ended, reason };
    await sleep(40);
  } while (server && Date.now() < deadline);
  return { reason };
}

const wishFor = (data) => createHash('sha256').update(data).digest().readUInt32BE();

/** The lease is kept until the server is down: letting it go earlier would let somebody in who is then thrown out. */
async function close(lease, pid) {
  if (await isLastLease(lease).catch(() => true)) await stopServer(pid);
  await lease.end().catch(() => undefined);
}
