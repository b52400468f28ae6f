/** What goes wrong in a chaos run. Each fault is over, and what it ended is there again, when it resolves. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { People } from './people';
import { eventually, type ChaosWorld } from './world';

export interface Chaos {
  readonly world: ChaosWorld;
  readonly people: People;
  readonly random: () => number;
  /** Message-IDs of mails that are bound to be there twice. */
  readonly doubled: string[];
}

export interface Fault {
  /** Gives a line of what was done. */
  readonly happen: (chaos: Chaos) => Promise<string>;
  /** Whether it can come between the answer of the mail server and what a worker writes down of it. Kills are known by who was killed. */
  readonly cutsLetters: boolean;
}

/** Every kind once, in an order that does not matter: whoever runs them shuffles. */
export function faultsOf({ world }: Pick<Chaos, 'world'>): readonly Fault[] {
  const kills = world.fleet.roles.map((_, place) => (chaos: Chaos) => killAt(place, chaos));
  const redis = world.redis ? [stopRedis, restartRedis, freezeRedis] : [];
  const others = [...kills, ...redis, cutAnswers, cutApi, fillDisk, killBetweenAnswerAndCommit];
  const ofLetters = [restartDatabase, freezeDatabase, cutDatabase, restartMail];
  return [
    ...others.map((happen) => ({ happen, cutsLetters: false })),
    ...ofLetters.map((happen) => ({ happen, cutsLetters: true })),
  ];
}

async function killAt(place: number, { world: { fleet } }: Chaos): Promise<string> {
  const name = fleet.nameAt(place);
  await fleet.kill(place);
  await fleet.start(place);
  return `${name} killed`;
}

async function restartDatabase({ world: { database } }: Chaos): Promise<string> {
  await database.restart('immediate');
  return 'database restarted at once';
}

async function freezeDatabase({ world: { database }, random }: Chaos): Promise<string> {
  const seconds = 1 + random() * 3;
  await database.frozen(() => pause(seconds * 1000));
  return `database frozen for ${seconds.toFixed(1)} s`;
}

async function cutDatabase({ world: { toDatabase } }: Chaos): Promise<string> {
  toDatabase.cut();
  return 'every connection to the database cut';
}

async function stopRedis({ world: { redis }, random }: Chaos): Promise<string> {
  const seconds = 1 + random() * 3;
  await redis?.stop();
  await pause(seconds * 1000);
  await redis?.start();
  return `Redis stopped for ${seconds.toFixed(1)} s`;
}

async function restartRedis({ world: { redis } }: Chaos): Promise<string> {
  await redis?.stop();
  await redis?.start();
  return 'Redis killed and started anew';
}

async function freezeRedis({ world: { redis }, random }: Chaos): Promise<string> {
  const seconds = 1 + random() * 3;
  redis?.freeze();
  await pause(seconds * 1000);
  redis?.thaw();
  return `Redis frozen for ${seconds.toFixed(1)} s`;
}

async function cutAnswers({ world: { fleet }, random }: Chaos): Promise<string> {
  const howMany = 1 + Math.floor(random() * 4);
  fleet.apis.forEach((link) => link.cutAnswers(howMany));
  await pause(1000);
  return `${howMany} answers of each API cut in the middle`;
}

async function cutApi({ world: { fleet }, random }: Chaos): Promise<string> {
  fleet.apis[Math.floor(random() * fleet.apis.length)]?.cut();
  return 'every connection to an API cut';
}

/** Until a file was refused, and, when there is room again, one is taken. */
async function fillDisk({ world: { disk }, people }: Chaos): Promise<string> {
  const { refused } = people;
  people.mostFiles = Math.max(people.mostFiles, people.sent.length + 3);
  await disk.fill();
  await eventually('No file was refused on a full disk', async () => people.refused > refused || null);
  await disk.free();
  const taken = people.sent.length;
  await eventually('No file was taken when the disk had room again', async () => people.sent.length > taken || null);
  return disk.isReal ? 'disk of files full' : 'writing of files made to fail (no small disk may be mounted here)';
}

async function restartMail({ world: { mail }, random }: Chaos): Promise<string> {
  await mail.restart(() => pause(random() * 1000));
  return 'mail server killed';
}

/**
 * Kills a worker when the mail server has answered it and it is about to write that down: for that moment nobody may write there. That
 * mail is bound to be sent again.
 */
async function killBetweenAnswerAndCommit({ world, people, doubled }: Chaos): Promise<string> {
  const { fleet, mail } = world;
  const client = new pg.Client({ connectionString: world.database.url });
  await client.connect();
  try {
    const name = await eventually('No mail was waiting to be sent', async () => {
      await client.query('BEGIN; LOCK TABLE core.mail IN SHARE MODE');
      const { rowCount } = await client.query('SELECT 1 FROM core.mail WHERE sent_at IS NULL AND next_at <= now()');
      const writer = rowCount
        ? await eventually('No worker wrote down that it sent a mail', () => whoWritesDown(world))
        : null;
      if (writer) return writer;
      await client.query('ROLLBACK');
      people.mostPosts += 1;
      return null;
    });
    const place = fleet.placeOf(name);
    await fleet.kill(place);
    await client.query('ROLLBACK');
    await fleet.start(place);
    doubled.push(mail.taken.findLast(({ sender }) => sender === name)?.messageId ?? '');
    return `${name} killed between the answer of the mail server and its commit`;
  } finally {
    await client.end();
  }
}

async function whoWritesDown(world: ChaosWorld): Promise<string | undefined> {
  const [row] = await world.sql<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE core.mail SET sent_at%'`,
  );
  return row?.name;
}
