/** One throw-away PostgreSQL for a run of the tests. */
import { existsSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, userInfo } from 'node:os';
import path from 'node:path';
import { inProject } from '../launcher/project.mjs';
import { ensureCluster } from '../postgres/cluster.mjs';
import { isLastLease, takeLease } from '../postgres/lease.mjs';
import { openThrowaway } from '../postgres/open.mjs';
import { standingServer } from '../postgres/postmaster.mjs';
import { stopServer } from '../postgres/server.mjs';

const inMemory = '/dev/shm';
const room = 4 * 2 ** 30;

/** Starts it, with further settings if any, and gives the superuser's address. `close` stops it and removes its files. */
export async function openTestDatabase(settings = {}) {
  const { url, place, close } = await openThrowaway({
    parent: placeForTests(),
    name: `postgres-${process.pid}-${Date.now()}`,
    // Nothing lives long enough in it to be worth cleaning up after.
    settings: { autovacuum: 'off', ...settings },
  });
  await removeAbandoned(place);
  return {
    url,
    close: async () => {
      await close();
      remove(place.data);
    },
  };
}

/**
 * In memory where there is room: hundreds of databases come and go, each of seven hundred files, and ext4 looks past every file that was
 * deleted in the last minutes before it makes another.
 */
function placeForTests() {
  const enough = existsSync(inMemory) && freemem() > 2 * room && freeIn(inMemory) > room;
  return enough ? path.join(inMemory, `vanguard-hub-tests-${userInfo().uid}`) : inProject('.cache', 'tests');
}

function freeIn(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function remove(data) {
  for (const left of [data, `${data}.log`]) rmSync(left, { recursive: true, force: true });
}

/** Clears away what an earlier run left that was killed: nobody holds a lease on its server. */
async function removeAbandoned(place) {
  const others = readdirSync(place.base).filter((name) => /^postgres-\d+-\d+$/.test(name));
  for (const data of others.map((name) => path.join(place.base, name)).filter((found) => found !== place.data)) {
    if (await isAbandoned({ ...place, data })) remove(data);
  }
}

async function isAbandoned(place) {
  const standing = await standingServer(place.data);
  if (!standing) return Date.now() - Number(place.data.split('-').at(-1)) > 120_000;
  try {
    const lease = await takeLease(standing.port, ensureCluster(place).secret);
    const alone = await isLastLease(lease);
    if (alone) await stopServer(standing.pid, { quick: 'SIGQUIT' });
    await lease.end().catch(() => undefined);
    return alone;
  } catch {
    return false;
  }
}
