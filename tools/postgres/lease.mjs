/**
 * A lease on a running database: one connection held for as long as a launcher uses it. Every lease shares one advisory lock, and
 * only who can take that lock alone may stop the server, so several launchers can use one database and a killed one leaves no trace.
 */
import { createHmac } from 'node:crypto';

const sharedLock = "hashtext('hub launcher')";

export const superuserUrl = (port, secret, database = 'postgres') =>
  `postgres://postgres:${secret}@127.0.0.1:${port}/${database}`;

/** The address for the hub itself: its own account, which owns its database and nothing else. */
export const hubUrl = (port, secret) => `postgres://hub:${hubPassword(secret)}@127.0.0.1:${port}/hub`;

const hubPassword = (secret) => createHmac('sha256', secret).update('hub').digest('hex').slice(0, 48);

/** Connects and takes the lease; waits while another launcher is stopping the server, and then fails with it. */
export async function takeLease(port, secret) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: superuserUrl(port, secret),
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  client.lost = new Promise((resolve) => client.once('end', resolve));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`select pg_advisory_lock_shared(${sharedLock})`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** Makes the hub's account and database where they are missing; safe when two launchers do it at once. */
export async function ensureHubDatabase(client, secret) {
  await client.query(`select pg_advisory_lock(hashtext('hub database'))`);
  const { rows } = await client.query(
    `select exists (select from pg_roles where rolname = 'hub') as role, exists (select from pg_database where datname = 'hub') as database`,
  );
  if (!rows[0].role) await client.query(`create role hub login password '${hubPassword(secret)}'`);
  if (!rows[0].database) await client.query('create database hub owner hub');
  await client.query(`select pg_advisory_unlock(hashtext('hub database'))`);
}

/** Gives the lease back. Resolves with true when nobody else holds one: then the server is the caller's to stop. */
export async function isLastLease(client) {
  await client.query(`select pg_advisory_unlock_shared(${sharedLock})`);
  const { rows } = await client.query(`select pg_try_advisory_lock(${sharedLock}) as alone`);
  return rows[0].alone;
}
