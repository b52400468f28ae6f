/** The world of a chaos run: a PostgreSQL of its own behind a line, a mail server, a Redis, a small disk, and instances of the built hub. */
import { setTimeout as pause } from 'node:timers/promises';
import { prepareDatabase } from '@hub/core/server';
import { createTestHub, findRedis, pluginsOfTheHub, startRedis, type RunningRedis } from '@hub/testing';
import pg from 'pg';
import { startOwnPostgres, type OwnPostgres } from '../../../core/support/own-postgres';
import { SmallDisk } from '../../../core/support/small-disk';
import { startMailProcess, type MailProcess } from '../mail-process';
import { Fleet } from './fleet';
import { Link } from './link';

const megabytesOfFiles = 8;
const patienceMs = 90_000;
const roles = ['api', 'api', 'worker', 'worker'] as const;

export const author = 'anjali-thornapple';
export const readers = ['leonie-fernmoss', 'gwen-stillwater'];

export class ChaosWorld {
  readonly cookies = new Map<string, string>();

  private constructor(
    readonly database: OwnPostgres,
    /** Between the instances and the database. */
    readonly toDatabase: Link,
    readonly mail: MailProcess,
    readonly disk: SmallDisk,
    /** A discussion that every reader follows, and is mailed of at once, without end. */
    readonly thread: string,
    readonly fleet: Fleet,
    /** What carries live updates; null where no Redis is installed, and PostgreSQL does. */
    readonly redis: RunningRedis | null,
  ) {}

  static async open(): Promise<ChaosWorld> {
    const { file } = findRedis();
    const [database, mail, disk, redis] = await Promise.all([
      startOwnPostgres(),
      startMailProcess(),
      SmallDisk.open(megabytesOfFiles),
      file ? startRedis(file) : null,
    ]);
    const cookies = new Map<string, string>();
    const thread = await furnish(database, disk, cookies);
    const toDatabase = await Link.open(Number(new URL(database.url).port));
    const url = new URL(database.url);
    url.port = String(toDatabase.port);
    const fleet = await Fleet.start(roles, url.href, (name) => ({
      HUB_SMTP_URL: mail.urlFor(name),
      HUB_FILES_DIR: disk.folder,
      HUB_REDIS_URL: redis?.url ?? '',
    }));
    const world = new ChaosWorld(database, toDatabase, mail, disk, thread, fleet, redis);
    cookies.forEach((cookie, who) => world.cookies.set(who, cookie));
    return world;
  }

  /** Rows of any SQL, past the hub and past the line, over a connection of its own. */
  async sql<Row = Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.database.url, connectionTimeoutMillis: 3000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text, [...values])).rows as Row[];
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.fleet.close();
    this.toDatabase.close();
    this.mail.close();
    await this.redis?.stop();
    await this.database.drop();
    await this.disk.close();
  }
}

/** Looks again and again until there is something; looking may fail meanwhile. */
export async function eventually<Found>(what: string, look: () => Promise<Found | null | undefined>): Promise<Found> {
  let last: unknown = 'there was nothing';
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(50)) {
    const found = await look().catch((error: unknown) => void (last = error));
    if (found !== null && found !== undefined) return found;
  }
  throw new Error(what, { cause: last });
}

async function furnish(database: OwnPostgres, disk: SmallDisk, cookies: Map<string, string>): Promise<string> {
  await prepareDatabase(database.url, await pluginsOfTheHub());
  const hub = await createTestHub({ database, env: { HUB_FILES_DIR: disk.folder } });
  try {
    await hub.hub.loadDemonstration();
    await hub.sql('UPDATE core.delivery SET done_at = now() WHERE done_at IS NULL');
    const writer = await hub.as(author);
    cookies.set(author, writer.cookie ?? '');
    const { startThread } = await writer.ok(
      'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
      { input: { title: 'While instances die', body: 'Hello', modelTypes: ['MCP'] } },
    );
    const { id } = startThread.thread;
    await hub.drain();
    for (const slug of readers) {
      const reader = await hub.as(slug);
      cookies.set(slug, reader.cookie ?? '');
      await hub.sql(`INSERT INTO identity.address (member_ref, email, since) VALUES ($1, $2, now())`, [
        `member:network/${slug}`,
        `${slug}@nhs.net`,
      ]);
      await reader.ok('mutation ($input: SetMailSettingsInput!) { setMailSettings(input: $input) { mailed } }', {
        input: { mailed: 'NEVER', forYou: 'NEVER' },
      });
      await reader.ok('mutation ($input: FollowInput!) { follow(input: $input) { __typename } }', {
        input: { targetId: id, level: 'WATCHING', mailed: 'AT_ONCE' },
      });
    }
    await hub.sql('ALTER TABLE subscriptions.mail_setting DROP CONSTRAINT mail_setting_most_a_day_check');
    await hub.sql('UPDATE subscriptions.mail_setting SET most_a_day = 1000000');
    return id;
  } finally {
    await hub.close();
  }
}
