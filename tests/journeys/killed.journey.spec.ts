/**
 * The built hub in three processes on one database (an API, a worker, and one that is both), killed at random moments while people write:
 * nothing that was acknowledged is lost or there twice, everybody is told of it once, and mailed once. HUB_KILL_SECONDS makes it go on for
 * longer, HUB_KILL_SEED has a run again.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createTestHub, TestClient, type TestHub } from '@hub/testing';
import pg from 'pg';
import { Fleet, randomFrom } from './support/kill-rounds';
import { startMailProcess, type MailProcess, type TakenMail } from './support/mail-process';

const seconds = Number(process.env.HUB_KILL_SECONDS ?? 0);
const seed = Number(process.env.HUB_KILL_SEED ?? Date.now() % 2 ** 32);
const readers = ['leonie-fernmoss', 'gwen-stillwater'];
const writers = 4;
/** So many and no more, so that a busy machine, on which instances start slowly, has no more to do than an idle one. */
const postsForEachKill = 25;
const patienceMs = 90_000;

let hub: TestHub;
let mail: MailProcess;
let fleet: Fleet;
let cookie: string;

beforeAll(async () => {
  [hub, mail] = await Promise.all([createTestHub(), startMailProcess()]);
  fleet = new Fleet(hub.databaseUrl, mail.urlFor, randomFrom(seed));
  await fleet.startAll();
  cookie = (await hub.as('anjali-thornapple')).cookie ?? '';
}, 300_000);
afterAll(async () => {
  await fleet?.close();
  mail?.close();
  await hub?.close();
});

const at = (which: number) => {
  const addresses = fleet.addresses();
  return new TestClient(addresses[which % addresses.length] ?? '', cookie);
};

async function eventually<Found>(what: string, look: () => Promise<Found | null | undefined>): Promise<Found> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(50)) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
  }
  throw new Error(`${what} (seed ${seed}, killed: ${fleet.killed.join(', ')})`);
}

interface Written {
  readonly body: string;
  readonly id: string;
}

/** For mails, where all that there were have been sent. */
let furtherPosts = 0;

const codes = new Set<string | undefined>();
const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';

/** Sends it to one instance after the other, with the same id, until one says that it is done. */
async function write(thread: string, body: string): Promise<Written> {
  let tries = 0;
  return eventually(`"${body}" was never taken`, async () => {
    const input = { thread, body, clientMutationId: body };
    const { data, errors } = await at((tries += 1))
      .run(reply, { input })
      .catch(() => ({ data: null, errors: [{ extensions: { code: 'CUT' } }] }));
    codes.add(errors?.[0]?.extensions.code);
    return data?.reply && { body, id: data.reply.post.id };
  });
}

/** A discussion that every reader follows, and is mailed of at once, without end. */
async function threadThatIsFollowed(): Promise<string> {
  const { startThread } = await at(0).ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    { input: { title: 'While instances die', body: 'Hello', modelTypes: ['MCP'] } },
  );
  const { id } = startThread.thread;
  for (const slug of readers) {
    const reader = await hub.as(slug);
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
}

/**
 * Kills a worker when the mail server has answered it and it is about to write that down: for that moment nobody may write there. Gives
 * the mail, which is bound to be sent again.
 */
async function killBetweenAnswerAndCommit(): Promise<string> {
  const client = new pg.Client({ connectionString: hub.databaseUrl });
  await client.connect();
  try {
    const name = await eventually('No mail was waiting to be sent', async () => {
      await client.query('BEGIN; LOCK TABLE core.mail IN SHARE MODE');
      const { rowCount } = await client.query('SELECT 1 FROM core.mail WHERE sent_at IS NULL AND next_at <= now()');
      if (rowCount) return eventually('No worker wrote down that it sent a mail', () => whoWritesDown());
      await client.query('ROLLBACK');
      furtherPosts += 1;
      return null;
    });
    await fleet.kill(name);
    await client.query('ROLLBACK');
    await fleet.start(fleet.roleOf(name));
    return mail.taken.filter(({ sender }) => sender === name).at(-1)?.messageId ?? '';
  } finally {
    await client.end();
  }
}

async function whoWritesDown(): Promise<string | undefined> {
  const [row] = await hub.sql<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE core.mail SET sent_at%'`,
  );
  return row?.name;
}

/** Until nothing waits any more: no consequence, no mail. */
const settled = () =>
  eventually('Work was left over', async () => {
    const waiting = await hub.sql(
      `SELECT 1 FROM core.delivery WHERE done_at IS NULL UNION ALL SELECT 1 FROM core.mail WHERE sent_at IS NULL LIMIT 1`,
    );
    return waiting.length === 0 || null;
  });

/** What people wrote, and the mails that were sent twice on purpose. */
async function writeWhileInstancesDie(thread: string): Promise<{ done: Written[]; doubled: string[] }> {
  const done: Written[] = [];
  const doubled: string[] = [];
  let over = false;
  const random = randomFrom(seed + 1);
  const writing = Array.from({ length: writers }, async (_, writer) => {
    for (let n = 0; !over; await pause(random() * 600)) {
      if (done.length < postsForEachKill * (fleet.killed.length + 1) + furtherPosts)
        done.push(await write(thread, `Kill ${writer} ${(n += 1)}`));
    }
  });
  const until = Date.now() + seconds * 1000;
  try {
    do {
      await fleet.killEach();
      doubled.push(await killBetweenAnswerAndCommit());
    } while (Date.now() < until);
  } finally {
    over = true;
    await Promise.all(writing);
  }
  return { done, doubled };
}

it('what was acknowledged is stored, told of and mailed once, at whatever moment a process is killed; a mail is doubled only with its Message-ID (R4, R5, R6, R8)', async () => {
  const thread = await threadThatIsFollowed();
  const before = mail.taken.length;
  const { done, doubled } = await writeWhileInstancesDie(thread);
  await settled();
  console.info(`${done.length} posts, ${mail.taken.length} mails, seed ${seed}, killed: ${fleet.killed.join(', ')}`);

  const stored = await hub.sql<Written>(
    `SELECT 'post:' || id AS id, body FROM threads.post WHERE body LIKE 'Kill %' ORDER BY body`,
  );
  expect(before).toBe(0);
  expect(done.length).toBeGreaterThan(20);
  expect(stored).toEqual([...done].sort((one, other) => (one.body < other.body ? -1 : 1)));
  expect([...codes].filter((code) => ![undefined, 'CUT', 'SERVICE_UNAVAILABLE'].includes(code))).toEqual([]);

  const told = await hub.sql<{ post: string; member: string; message: string; recipient: string }>(
    `SELECT e.facts ->> 'post' AS post, n.member_ref AS member, m.message_id AS message, m.recipient
     FROM subscriptions.notification n JOIN core.domain_event e ON e.id = n.event_id LEFT JOIN core.mail m ON m.id = n.letter_id
     WHERE n.subject_ref = $1 AND n.event_name = 'post.added'`,
    [thread],
  );
  const toTell = done.flatMap(({ id }) => readers.map((slug) => `${id} member:network/${slug}`));
  expect(told.map(({ post, member }) => `${post} ${member}`).sort()).toEqual(toTell.sort());

  const promised = new Map(told.map(({ message, recipient }) => [message, recipient]));
  expect(promised.size).toBe(toTell.length);
  expect(new Set(mail.taken.map(({ messageId }) => messageId))).toEqual(new Set(promised.keys()));
  expect(mail.taken.filter(({ messageId, recipients }) => recipients.join() !== promised.get(messageId))).toEqual([]);

  expect(doubled.filter((id) => mail.taken.filter(({ messageId }) => messageId === id).length < 2)).toEqual([]);
  expect(mail.taken.filter(wasSentAgain).filter((copy) => !wasLastOfKilled(copy))).toEqual([]);
}, 1_200_000);

/** Not the last copy of that mail. */
function wasSentAgain({ messageId }: TakenMail, place: number): boolean {
  return mail.taken.slice(place + 1).some((later) => later.messageId === messageId);
}

/** Its sender was killed, and sent nothing after it. */
function wasLastOfKilled(copy: TakenMail): boolean {
  return fleet.killed.includes(copy.sender) && mail.taken.findLast(({ sender }) => sender === copy.sender) === copy;
}

it('a process that is asked to stop ends well, and whoever asks the other instance meanwhile is answered (R10)', async () => {
  let over = false;
  const failed: string[] = [];
  const codeAt = (which: number) =>
    at(which)
      .codeOf('{ viewer { id } }')
      .catch(() => 'CUT');
  const ask = async () => {
    for (let tries = 0; !over; tries += 1) {
      const first = await codeAt(tries);
      if (first === null) continue;
      const second = await codeAt(tries + 1);
      if (second !== null) failed.push(`${first}, then ${second}`);
    }
  };
  const asking = Promise.all([ask(), ask(), ask(), ask()]);
  await pause(500);
  const stopped = await fleet.stop('api');
  await pause(500);
  over = true;
  await asking;

  expect(failed).toEqual([]);
  expect([stopped, await fleet.stop('worker'), await fleet.stop('all')]).toEqual([0, 0, 0]);
}, 120_000);
