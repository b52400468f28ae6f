/** Databases for tests: a template for each list of plugins, migrated (and filled) once, and a fresh copy for each hub. */
import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHub, prepareDatabase, settingsFrom, type ServerPlugin } from '@hub/core/server';
import pg from 'pg';

/** With a template's name: whoever needs another one does not wait while it is made. */
const templateLock = 711_550_100;

/** The address of a fresh database, and what removes it. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A fresh database with the tables of these plugins and, if asked, the demonstration network with all its consequences. */
export async function createTestDatabase(
  plugins: readonly ServerPlugin[],
  demonstration: boolean,
): Promise<TestDatabase> {
  const admin = adminUrl();
  const template = templateName(plugins, demonstration);
  return withClient(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [templateLock, template]);
    try {
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
      if (!rowCount) await makeTemplate(client, admin, template, plugins, demonstration);
      return await copyOf(template, client, admin);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [templateLock, template]);
    }
  });
}

/** A database with nothing in it. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return newCopyOf('template0');
}

/** A copy of a database that nobody is connected to any more. */
export function copyTestDatabase({ url }: Pick<TestDatabase, 'url'>): Promise<TestDatabase> {
  return newCopyOf(new URL(url).pathname.slice(1));
}

function newCopyOf(template: string): Promise<TestDatabase> {
  const admin = adminUrl();
  return withClient(admin, (client) => copyOf(template, client, admin));
}

/** Copied as files, which takes less than half as long as through the log. */
async function copyOf(template: string, client: pg.Client, admin: string): Promise<TestDatabase> {
  const name = freshName();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  return { url: databaseUrl(admin, name), drop: () => dropDatabase(admin, name) };
}

async function makeTemplate(
  client: pg.Client,
  admin: string,
  template: string,
  plugins: readonly ServerPlugin[],
  demonstration: boolean,
): Promise<void> {
  const making = `${template}_making`;
  await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${making} TEMPLATE template0`);
  await prepareDatabase(databaseUrl(admin, making), plugins);
  if (demonstration) await fill(databaseUrl(admin, making), plugins);
  await client.query(`ALTER DATABASE ${making} RENAME TO ${template}`);
}

async function fill(url: string, plugins: readonly ServerPlugin[]): Promise<void> {
  const hub = await createHub(
    plugins,
    settingsFrom({ DATABASE_URL: url, HUB_DEMO: '1', PORT: '0', HUB_FILES_DIR: testFilesFolder() }),
  );
  try {
    await hub.loadDemonstration();
    await hub.worker.drain();
  } finally {
    await hub.close();
  }
}

/** One folder for all hubs of a run: copies of a database know the same keys. */
export function testFilesFolder(): string {
  return path.join(tmpdir(), `hub-test-files-${process.env.HUB_TEST_RUN ?? process.ppid}`);
}

function freshName(): string {
  return `hub_test_${randomBytes(6).toString('hex')}`;
}

async function dropDatabase(admin: string, name: string): Promise<void> {
  await withClient(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

/** The same plugins in the same run share a template; the run's own mark keeps templates of older code apart. */
function templateName(plugins: readonly ServerPlugin[], demonstration: boolean): string {
  const parts = [
    process.env.HUB_TEST_RUN ?? String(process.ppid),
    String(demonstration),
    ...plugins.map(({ id }) => id),
  ];
  return `hub_template_${createHash('sha256').update(parts.join()).digest('hex').slice(0, 16)}`;
}

function adminUrl(): string {
  const url = process.env.HUB_TEST_DATABASE_URL;
  if (!url)
    throw new Error('No database for tests. Run them with "npm test", or "npm test -- <pattern>" for some of them.');
  return url;
}

function databaseUrl(admin: string, name: string): string {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}

/** Works on one connection, which ends with the work. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
