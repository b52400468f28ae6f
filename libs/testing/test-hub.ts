/** A real hub for tests: real PostgreSQL, real HTTP and sockets on a free port, the worker run by hand. */
import {
  createHub,
  settingsFrom,
  Database,
  Sessions,
  type Hub,
  type NewSession,
  type ServerPlugin,
} from '@hub/core/server';
import type { EntityRef } from '@hub/core/contract';
import { createTestDatabase, testFilesFolder, type TestDatabase } from './database';
import { TestClient } from './test-client';

export interface TestHubOptions {
  /** Ids of the plugins to boot, with what they need; all by default. */
  readonly only?: readonly string[];
  /** Plugins of the test's own, after those. */
  readonly also?: readonly ServerPlugin[];
  /** Instead of `only`: this very list. */
  readonly plugins?: readonly ServerPlugin[];
  /** Start with the demonstration network loaded and the outbox worked dry. True by default. */
  readonly demonstration?: boolean;
  /** Instead of a fresh one: this database, which who gave it drops. */
  readonly database?: TestDatabase;
  /** Let the worker run by itself instead of by `drain()`. */
  readonly worker?: boolean;
  /** Further environment settings, as an operator would give them. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface TestHub {
  readonly hub: Hub;
  readonly address: string;
  readonly databaseUrl: string;
  /** A client without a session. */
  readonly anonymous: TestClient;
  /** A client signed in as a member, by slug or reference; as in the demonstration unless the session says otherwise. */
  as(member: string, session?: Partial<NewSession>): Promise<TestClient>;
  /** Works the outbox dry. */
  drain(): Promise<void>;
  /** Does the scheduled work that is due at a time. One that no run has seen yet begins with its next time from then. */
  runSchedules(at: Date): Promise<void>;
  /** The letters written to an address so far, oldest first. */
  letters(to: string): Promise<TestLetter[]>;
  /** Rows of any SQL, past the access scope. */
  sql<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** How many statements compiled reads took while the work ran. */
  countReads(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

export interface TestLetter {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Boots a hub for a test file. Close it in afterAll. */
export async function createTestHub(options: TestHubOptions = {}): Promise<TestHub> {
  const listed = options.plugins ?? chosen(await pluginsOfTheHub(), options.only);
  const plugins = [...listed, ...(options.also ?? [])];
  const database = options.database ?? (await createTestDatabase(plugins, options.demonstration ?? true));
  const settings = settingsFrom({
    DATABASE_URL: database.url,
    HUB_DEMO: '1',
    PORT: '0',
    HUB_ROLE: options.worker ? 'all' : 'api',
    HUB_CALL_LIMIT: '0',
    HUB_SECRET_KEY: Buffer.alloc(32, 'test').toString('base64'),
    HUB_FILES_DIR: testFilesFolder(),
    ...options.env,
  });
  const hub = await createHub(plugins, settings);
  const address = `http://127.0.0.1:${await hub.listen()}`;
  const source = hub.app.get(Database);
  return {
    hub,
    address,
    databaseUrl: database.url,
    anonymous: new TestClient(address, null),
    async as(member, session = {}) {
      const token = await source.transaction((tx) =>
        hub.app.get(Sessions).open(tx, memberRef(member), { way: 'demonstration', ...session }),
      );
      return new TestClient(address, `hub-session=${token}`);
    },
    drain: () => hub.worker.drain(),
    runSchedules: (at) => hub.schedulesBy(() => at).drain(),
    letters: (to) =>
      source.source.query(
        'SELECT recipient, subject, text, html FROM core.mail WHERE recipient = $1 ORDER BY created_at, id',
        [to],
      ),
    sql: (text, values = []) => source.source.query(text, [...values]),
    async countReads(work) {
      const before = source.statements;
      await work();
      return source.statements - before;
    },
    async close() {
      await hub.close();
      if (!options.database) await database.drop();
    },
  };
}

function memberRef(member: string): EntityRef {
  return member.includes(':') ? member : `member:network/${member}`;
}

/** The list of the hub itself, found by its place: tests of plugins look up at the app, code never does. */
export async function pluginsOfTheHub(): Promise<readonly ServerPlugin[]> {
  const place = new URL('../../apps/api/src/plugins.ts', import.meta.url).pathname;
  const { plugins } = (await import(place)) as { plugins: readonly ServerPlugin[] };
  return plugins;
}

function chosen(allPlugins: readonly ServerPlugin[], only: readonly string[] | undefined): readonly ServerPlugin[] {
  if (!only) return allPlugins;
  const wanted = new Set(only);
  for (const plugin of [...allPlugins].reverse()) {
    if (wanted.has(plugin.id)) plugin.needs?.forEach((need) => wanted.add(need));
  }
  return allPlugins.filter((plugin) => wanted.has(plugin.id));
}
