/** The hub that benches measure: the built API as in production, on a database that is made for it and thrown away. */
import pg from 'pg';
import { openDatabaseOfRun } from '../checks/test-database.mjs';
import { startApi, stopApi } from '../launcher/api.mjs';
import { buildHub } from '../launcher/build.mjs';
import { closeAtEnd } from '../launcher/life.mjs';
import { inProject } from '../launcher/project.mjs';
import { say } from '../launcher/say.mjs';

/**
 * Starts one with the demonstration network; the end of the tool closes everything.
 * @param {Record<string, string>} [env] further settings
 * @returns {Promise<{address: string, pid: number, sql: (text: string, values?: unknown[]) => Promise<object[]>}>} `sql` goes past the access scope
 */
export async function openBenchHub(env = {}) {
  const { url, sql } = await openBenchDatabase();
  say('Starting the hub with the demonstration network ...');
  const { address, pid } = await startBenchHub(url, { HUB_DEMO: '1', ...env });
  return { address, pid, sql };
}

/**
 * A database of its own: on a PostgreSQL that is started for it, or on the one that DATABASE_URL names, where it is dropped at the end.
 * @param {Record<string, string>} [settings] of a PostgreSQL that is started
 * @returns {Promise<{url: string, sql: (text: string, values?: unknown[]) => Promise<object[]>}>} `sql` is always the same connection
 */
export async function openBenchDatabase(settings) {
  await buildHub();
  const url = process.env.DATABASE_URL || (await startPostgres(settings));
  const name = `hub_bench_${process.pid}`;
  const own = new URL(url);
  own.pathname = `/${name}`;
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name}`));
  closeAtEnd(Promise.resolve(name), () =>
    withClient(url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  );
  const client = new pg.Client({ connectionString: own.href });
  await closeAtEnd(
    client.connect().then(() => client),
    (opened) => opened.end(),
  );
  return { url: own.href, sql: async (text, values) => (await client.query(text, values)).rows };
}

async function startPostgres(settings) {
  say('Starting a throw-away PostgreSQL ...');
  const { url } = await closeAtEnd(openDatabaseOfRun({ settings }), (opened) => opened.close());
  return url;
}

/**
 * Starts the built hub on a database that was opened for a bench.
 * @param {string} databaseUrl
 * @param {Record<string, string>} env further settings
 * @param {(line: string) => void} [onLog] hears its log, which is shown otherwise
 * @returns {Promise<{address: string, pid: number, stop: () => Promise<void>}>} a worker has no address
 */
export async function startBenchHub(databaseUrl, env, onLog) {
  const api = startApi({ env: { ...settingsOn(databaseUrl), ...env }, onProgress: say, onLog });
  closeAtEnd(Promise.resolve(api), stopApi);
  const { address = '' } = await api.ready;
  return { address: address.replace(/\/$/, ''), pid: api.child.pid, stop: () => stopApi(api) };
}

function settingsOn(databaseUrl) {
  return {
    DATABASE_URL: databaseUrl,
    PORT: '0',
    HOST: '127.0.0.1',
    HUB_DEMO: '0',
    HUB_CALL_LIMIT: '0',
    HUB_WEB_FOLDER: inProject('dist', 'apps', 'web'),
    NODE_ENV: 'production',
  };
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await work(client);
  await client.end();
}
