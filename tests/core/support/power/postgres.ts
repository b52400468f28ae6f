/** The PostgreSQL that comes with the hub, with its settings, on a disk that forgets: the power of its machine can be cut. */
import { rmSync } from 'node:fs';
import { aFreePort, type TestDatabase } from '@hub/testing';
import { ensureCluster } from '../../../../tools/postgres/cluster.mjs';
import { superuserUrl } from '../../../../tools/postgres/lease.mjs';
import { settle } from '../../../../tools/postgres/place.mjs';
import { isAlive } from '../../../../tools/postgres/postmaster.mjs';
import { startServer, stopServer } from '../../../../tools/postgres/server.mjs';
import { ownFolder } from '../own-folder';
import { answers, childrenOf, until } from '../own-postgres';
import { ForgetfulDisk } from './forgetful-disk';

export interface PostgresWithPower extends TestDatabase {
  /** Everything of it ends at once, its disk forgets what was not flushed, and it starts again. Gives how many writes were forgotten. */
  cutPower(): Promise<number>;
}

/** Starts one. The caller drops it. */
export async function startPostgresWithPower(): Promise<PostgresWithPower> {
  const folder = ownFolder('power-');
  const place = settle(folder, 'postgres');
  const { secret } = ensureCluster(place, { durable: false });
  const disk = new ForgetfulDisk(place.data, place.base);
  const binaries = { ...place.binaries, postgres: disk.running(place.binaries.postgres) };
  const port = await aFreePort();
  const url = superuserUrl(port, secret);
  let pid = 0;
  /** The one before may still be listed as a process that nobody asked after: the new one does not start beside it. */
  const start = async () => {
    let server = startServer({ ...place, binaries }, port);
    await until(async () => {
      if (server.ended()) server = startServer({ ...place, binaries }, port);
      return answers(url);
    });
    pid = server.pid ?? 0;
  };
  await start();
  return {
    url,
    async cutPower() {
      const all = [pid, ...childrenOf(pid)];
      for (const each of all) killed(each);
      await until(() => Promise.resolve(!all.some((each) => isAlive(each))));
      const forgotten = disk.forget();
      await start();
      return forgotten;
    },
    async drop() {
      await stopServer(pid, { quick: 'SIGQUIT' });
      rmSync(folder, { recursive: true, force: true });
      if (place.base !== folder) rmSync(place.base, { recursive: true, force: true });
    },
  };
}

/** What ended by itself meanwhile is left out. */
function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
