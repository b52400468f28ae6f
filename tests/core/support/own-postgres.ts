/** A PostgreSQL of one test file's own, to be restarted and frozen without anybody else noticing. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { aFreePort, type TestDatabase } from '@hub/testing';
import pg from 'pg';
import { ensureCluster } from '../../../tools/postgres/cluster.mjs';
import { superuserUrl } from '../../../tools/postgres/lease.mjs';
import { settle } from '../../../tools/postgres/place.mjs';
import { isAlive } from '../../../tools/postgres/postmaster.mjs';
import { startServer, stopServer } from '../../../tools/postgres/server.mjs';

export interface OwnPostgres extends TestDatabase {
  /** Stops it, ending every connection, or at once as if it had died; `meanwhile` runs while it is down. Resolves when it answers again. */
  restart(how: 'fast' | 'immediate', meanwhile?: () => Promise<void>): Promise<void>;
  /** Stops every process of it where it stands, for as long as the work takes. */
  frozen<T>(work: () => Promise<T>): Promise<T>;
  /** Whether it is still there, also where it lets nobody in because it recovers. */
  isRunning(): boolean;
}

/** What is acknowledged outlives a process that dies; only a machine that dies would lose it. */
const quickAndKept = { fsync: 'off', full_page_writes: 'off' };
const usualFolder = path.resolve(import.meta.dirname, '../../../.cache/tests');

/** Starts one, with its files in a folder; where that is a small disk, `more` settings keep it small. */
export async function startOwnPostgres(folder = usualFolder, more: Record<string, string> = {}): Promise<OwnPostgres> {
  const place = settle(folder, `postgres-own-${process.pid}-${randomBytes(4).toString('hex')}`);
  const { secret } = ensureCluster(place, { durable: false });
  const port = await aFreePort();
  const url = superuserUrl(port, secret);
  let pid = 0;
  const start = async () => {
    pid = startServer(place, port, { ...quickAndKept, ...more }).pid ?? 0;
    await until(() => answers(url));
  };
  await start();
  return {
    url,
    async restart(how, meanwhile) {
      await stopServer(pid, { quick: how === 'fast' ? 'SIGINT' : 'SIGQUIT' });
      await meanwhile?.();
      await start();
    },
    async frozen(work) {
      const all = [pid, ...childrenOf(pid)];
      const send = (signal: NodeJS.Signals) => all.forEach((one) => process.kill(one, signal));
      send('SIGSTOP');
      try {
        return await work();
      } finally {
        send('SIGCONT');
      }
    },
    isRunning: () => isAlive(pid),
    async drop() {
      await stopServer(pid, { quick: 'SIGQUIT' });
      for (const left of [place.data, `${place.data}.log`]) rmSync(left, { recursive: true, force: true });
    },
  };
}

export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('PostgreSQL did not answer within half a minute.');
}

/** The processes that a process started, from /proc: the parent's number stands behind the name in brackets. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => parentOf(child) === parent);
}

function parentOf(child: number): number | null {
  try {
    return Number(readFileSync(`/proc/${child}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return null;
  }
}
