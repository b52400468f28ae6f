/** One throw-away PostgreSQL for a run: of the tests, or of the bench. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { freemem, userInfo } from 'node:os';
import path from 'node:path';
import { inProject } from '../launcher/project.mjs';
import { ensureCluster } from '../postgres/cluster.mjs';
import { isLastLease, takeLease } from '../postgres/lease.mjs';
import { openThrowaway } from '../postgres/open.mjs';
import { standingServer } from '../postgres/postmaster.mjs';
import { roomIn } from '../postgres/room.mjs';
import { stopServer } from '../postgres/server.mjs';

const inMemory = '/dev/shm';
const muchRoom = 4 * 2 ** 30;

/**
 * The one of the tests. In memory where there is room: hundreds of databases come and go, each of seven hundred files, and ext4 looks past
 * every file that was deleted in the last minutes before it makes another. Nothing lives long enough in it to be worth cleaning up after.
 */
export async function openTestDatabase() {
  const isRoom = existsSync(inMemory) && freemem() > 2 * muchRoom && (await roomIn(inMemory)) > muchRoom;
  return openDatabaseOfRun({
    ...(isRoom ? { parent: path.join(inMemory, `vanguard-hub-tests-${userInfo().uid}`) } : {}),
    settings: { autovacuum: 'off' },
  });
}

/** Starts one, in the project's folder unless another is given, and gives the superuser's address. `close` stops it and removes its files. */
export async function openDatabaseOfRun({ parent = inProject('.cache', 'tests'), settings = {} }) {
  const { url, place, close } = await openThrowaway({
    parent,
    name: `postgres-${process.pid}-${Date.now()}`,
    settings,
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
