/** The hub that benches measure: the built API as in production, on a throw-away database with the demonstration network. */
import pg from 'pg';
import { openTestDatabase } from '../checks/test-database.mjs';
import { startApi, stopApi } from '../launcher/api.mjs';
import { buildHub } from '../launcher/build.mjs';
import { closeAtEnd } from '../launcher/life.mjs';
import { inProject } from '../launcher/project.mjs';
import { say } from '../launcher/say.mjs';

/**
 * Starts it; the end of the tool closes everything.
 * @param {Record<string, string>} [env] further settings
 * @returns {Promise<{address: string, sql: (text: string, values?: unknown[]) => Promise<object[]>}>} `sql` goes past the access scope
 */
export async function openBenchHub(env = {}) {
  await buildHub();
  say('Starting a throw-away PostgreSQL ...');
  const { url } = await closeAtEnd(openTestDatabase(), (opened) => opened.close());
  const own = new URL(url);
  own.pathname = '/bench';
  await withClient(url, (client) => client.query('CREATE DATABASE bench'));
  say('Starting the hub with the demonstration network ...');
  const api = startApi({ env: { ...settings(own.href), ...env }, onProgress: say });
  closeAtEnd(Promise.resolve(api), stopApi);
  const { address } = await api.ready;
  const client = new pg.Client({ connectionString: own.href });
  await closeAtEnd(
    client.connect().then(() => client),
    (opened) => opened.end(),
  );
  return { address: address.replace(/\/$/, ''), sql: async (text, values) => (await client.query(text, values)).rows };
}

function settings(databaseUrl) {
  return {
    DATABASE_URL: databaseUrl,
    PORT: '0',
    HOST: '127.0.0.1',
    HUB_DEMO: '1',
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
