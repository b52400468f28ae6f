/** A PostgreSQL of one test file's own with a second one that follows it by streaming, both from the packages of the hub. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { aFreePort, withClient } from '@hub/testing';
import { runAs } from '../../../tools/postgres/account.mjs';
import { ensureCluster } from '../../../tools/postgres/cluster.mjs';
import { makePrivateFolder } from '../../../tools/postgres/folders.mjs';
import { ensureHubDatabase, hubUrl, superuserUrl } from '../../../tools/postgres/lease.mjs';
import { settle } from '../../../tools/postgres/place.mjs';
import { startServer, stopServer } from '../../../tools/postgres/server.mjs';
import { answers, childrenOf, until } from './own-postgres';

const quick = { fsync: 'off', full_page_writes: 'off', wal_keep_size: '256MB' };

export interface ReplicatedPostgres {
  /** Addresses for the hub: an account that owns its database, and nothing else. */
  readonly url: string;
  readonly replicaUrl: string;
  /** The superuser's at the primary, who may make databases. */
  readonly adminUrl: string;
  /** Rows that a superuser is given, by the primary or by the replica. */
  atPrimary<Row extends object>(sql: string): Promise<Row[]>;
  atReplica<Row extends object>(sql: string): Promise<Row[]>;
  /** The replica ends as if it had died. */
  stopReplica(): Promise<void>;
  startReplica(): Promise<void>;
  /** Every process of the replica stands still, and hangs up on nobody; or goes on. */
  freezeReplica(isFrozen: boolean): void;
  drop(): Promise<void>;
}

export async function startReplicated(): Promise<ReplicatedPostgres> {
  const folder = path.resolve(import.meta.dirname, '../../../.cache/tests');
  const name = `postgres-own-${process.pid}-${randomBytes(4).toString('hex')}`;
  const place = settle(folder, name);
  const { secret } = ensureCluster(place, { durable: false });
  const copy = { ...place, data: makePrivateFolder(place.base, `${name}-replica-`, place.account) };
  // A cluster that nobody has started yet is its own base backup.
  const copied = runAs(place.account, 'cp', ['-a', `${place.data}/.`, copy.data]);
  const told = runAs(place.account, 'touch', [path.join(copy.data, 'standby.signal')]);
  if (copied.status !== 0 || told.status !== 0) throw new Error(`No replica could be made: ${copied.stderr}`);

  const port = await aFreePort();
  const pid = startServer(place, port, quick).pid ?? 0;
  const replicaPort = await aFreePort();
  const primary_conninfo = `host=127.0.0.1 port=${port} user=postgres password=${secret}`;
  let replicaPid = 0;
  const [primary, replica] = [superuserUrl(port, secret), superuserUrl(replicaPort, secret)];
  const running: ReplicatedPostgres = {
    url: hubUrl(port, secret),
    replicaUrl: hubUrl(replicaPort, secret),
    adminUrl: primary,
    atPrimary: (sql) => rowsOf(primary, sql),
    atReplica: (sql) => rowsOf(replica, sql),
    stopReplica: () => stopServer(replicaPid, { quick: 'SIGQUIT' }),
    async startReplica() {
      replicaPid = startServer(copy, replicaPort, { ...quick, primary_conninfo }).pid ?? 0;
      await until(() => answers(replica));
    },
    freezeReplica(isFrozen) {
      for (const each of [replicaPid, ...childrenOf(replicaPid)]) process.kill(each, isFrozen ? 'SIGSTOP' : 'SIGCONT');
    },
    async drop() {
      for (const each of [replicaPid, pid]) await stopServer(each, { quick: 'SIGQUIT' });
      for (const { data } of [place, copy])
        for (const left of [data, `${data}.log`]) rmSync(left, { recursive: true, force: true });
    },
  };
  try {
    await until(() => answers(primary));
    await running.startReplica();
    await withClient(primary, (client) => ensureHubDatabase(client, secret));
    return running;
  } catch (error) {
    await running.drop();
    throw error;
  }
}

const rowsOf = <Row extends object>(url: string, sql: string): Promise<Row[]> =>
  withClient(url, async (client) => (await client.query<Row>(sql)).rows);
