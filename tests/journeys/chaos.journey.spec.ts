/**
 * The built hub in four processes, two APIs and two workers, on a database of its own, while people write, read and send files, and
 * everything fails in turn: processes are killed, the database or Redis dies or stands still, lines are cut, the disk is full, the mail server dies.
 * CHAOS_MINUTES makes it go on for longer, CHAOS_SEED has a run again, CHAOS_REPORT names a file for what was done (`npm run chaos`).
 */
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { liveClients } from './support/chaos/live-clients';
import { faultsOf, type Chaos } from './support/chaos/faults';
import { sentAgain, unexplained, type Cut } from './support/chaos/letters';
import { openPages, type Page } from './support/chaos/pages';
import { People } from './support/chaos/people';
import { randomFrom, shuffled } from './support/chaos/random';
import { lostFiles, orphans, settled, unanswered, unreadOf } from './support/chaos/reckoning';
import { author, ChaosWorld, eventually, readers } from './support/chaos/world';

const minutes = Number(process.env.CHAOS_MINUTES ?? 0);
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 2 ** 32);
const fewFaults = 6;
const lines = [`Seed ${seed}`];

let world: ChaosWorld;

beforeAll(async () => {
  world = await ChaosWorld.open();
}, 300_000);
afterAll(async () => {
  if (process.env.CHAOS_REPORT) writeFileSync(process.env.CHAOS_REPORT, `${lines.join('\n')}\n`);
  await world?.close();
});

const say = (line: string) => void lines.push(line);
const seconds = (since: number) => Math.round((Date.now() - since) / 1000);

/** Until each page stands as the database does, and none was told of a post twice. */
async function shown(pages: readonly Page[]): Promise<void> {
  const stored = new Map(
    (
      await world.sql<{ id: string; body: string }>(
        `SELECT 'post:' || id AS id, body FROM threads.post WHERE thread_ref = $1`,
        [world.thread],
      )
    ).map(({ id, body }) => [id, body]),
  );
  await eventually('A page lacks a post', async () => pages.every(({ shown: on }) => on.size === stored.size) || null);
  await Promise.all(pages.map((page) => page.close()));
  say(`${pages.length} pages heard of ${pages.reduce((sum, { told }) => sum + told, 0)} posts`);

  for (const { shown: on, doubled, told } of pages) {
    expect(on).toEqual(stored);
    expect(doubled).toEqual([]);
    expect(told).toBeGreaterThan(0);
  }
}

/** Every fault once, in any order, and again as long as there is time; without any, some of them. Gives how many there were. */
async function letEverythingFail(chaos: Chaos, cuts: Cut[]): Promise<number> {
  const until = Date.now() + minutes * 60_000;
  let faults = 0;
  do {
    const all = shuffled(faultsOf(chaos), chaos.random);
    for (const { happen, cutsLetters } of minutes > 0 ? all : all.slice(0, fewFaults)) {
      await pause(100 + chaos.random() * 700);
      const from = Date.now();
      say(`${String((faults += 1)).padStart(4)} ${await happen(chaos)}`);
      if (cutsLetters) cuts.push({ from, to: Date.now() });
      chaos.people.mostPosts += 10;
    }
  } while (Date.now() < until);
  return faults;
}

it(
  'what was acknowledged is stored, told of once and mailed, whatever fails at whatever moment; a mail is at most doubled, with its Message-ID, where a fault came before it was noted (R1, R2, R4, R5, R6, R7, R8)',
  async () => {
    const people = new People(world, randomFrom(seed + 1));
    const chaos: Chaos = { world, people, random: randomFrom(seed), doubled: [] };
    const pages = openPages(world);
    const cuts: Cut[] = [];
    let faults = 0;
    try {
      faults = await letEverythingFail(chaos, cuts);
    } finally {
      await people.stop();
    }
    const since = Date.now();
    say(
      `When the faults ended ${await settled(world)} consequences and mails waited, ${seconds(since)} seconds later none`,
    );
    const { written, sent, refused, codes } = people;
    const { mail, fleet, thread } = world;

    const told = await world.sql<{
      post: string;
      member: string;
      message: string;
      recipient: string;
      problem: string | null;
    }>(
      `SELECT e.facts ->> 'post' AS post, n.member_ref AS member, m.message_id AS message, m.recipient, CASE WHEN m.failed_at IS NOT NULL THEN m.problem END AS problem
     FROM subscriptions.notification n JOIN core.domain_event e ON e.id = n.event_id LEFT JOIN core.mail m ON m.id = n.letter_id
     WHERE n.subject_ref = $1 AND n.event_name = 'post.added'`,
      [thread],
    );
    const promised = new Map(told.map(({ message, recipient }) => [message, recipient]));
    const givenUp = told.filter(({ problem }) => problem !== null);
    const copies = (id: string) => mail.taken.filter(({ messageId }) => messageId === id).length;
    const again = sentAgain(mail.taken);
    const most = Math.max(...[...promised.keys()].map(copies));
    const names = fleet.killed.map(({ name }) => name);
    say(`${faults} faults, ${names.length} of them kills: ${names.join(', ')}`);
    if (!world.redis) say('Without a Redis: none is installed here, and none could be');
    say(
      `${written.length} posts acknowledged, ${sent.length} files taken, ${refused} refused because they could not be stored`,
    );
    say(
      `${told.length} notices, ${mail.taken.length} mails: ${again.length} sent again, none more often than ${most} times; ${givenUp.length} left to an administrator after the second`,
    );

    const stored = await world.sql(
      `SELECT 'post:' || id AS id, body FROM threads.post WHERE body LIKE 'Chaos %' ORDER BY body`,
    );
    expect(written.length).toBeGreaterThan(20);
    expect(stored).toEqual([...written].sort((one, other) => (one.body < other.body ? -1 : 1)));
    expect(sent.length).toBeGreaterThan(1);
    expect(await lostFiles(world, sent)).toEqual([]);
    const expected = ['done', 'CUT', 'SERVICE_UNAVAILABLE', 'file 201', 'file 503'];
    expect([...codes].filter((code) => !expected.includes(code))).toEqual([]);

    const toTell = written.flatMap(({ id }) => readers.map((slug) => `${id} member:network/${slug}`));
    expect(told.map(({ post, member }) => `${post} ${member}`).sort()).toEqual(toTell.sort());
    expect(promised.size).toBe(toTell.length);
    expect(new Set(mail.taken.map(({ messageId }) => messageId))).toEqual(new Set(promised.keys()));
    expect(most).toBeLessThanOrEqual(2);
    expect(givenUp.filter(({ problem }) => !problem?.startsWith('It may have arrived'))).toEqual([]);
    expect(mail.taken.filter(({ messageId, recipients }) => recipients.join() !== promised.get(messageId))).toEqual([]);
    expect(chaos.doubled.filter((id) => copies(id) < 2)).toEqual([]);
    expect(unexplained(again, fleet.killed, cuts)).toEqual([]);

    await shown(pages);
  },
  240_000 + minutes * 120_000,
);

it('afterwards every count is that of the rows, nothing hangs in the air, and every process and connection is of use (R1, R4)', async () => {
  const people = new People(world, randomFrom(seed));
  await people.stop();

  for (const who of [author, ...readers]) {
    const { told, counted } = await unreadOf(world, people, who);
    expect(told).toEqual(counted);
  }
  expect(await orphans(world)).toEqual([]);
  expect(await unanswered(people)).toEqual([]);
  expect(world.fleet.died).toEqual([]);
}, 120_000);

it('instances that are stopped and started one after the other end well, and no request through whoever asks another, and no live connection, is lost (R10)', async () => {
  const { fleet } = world;
  const people = new People(world, randomFrom(seed));
  await people.stop();
  const clients = await liveClients(fleet.apis, [...world.cookies.values()]);
  const failed: string[] = [];
  const codeAt = (which: number) =>
    people
      .at(author, which)
      .codeOf('{ viewer { id } }')
      .catch(() => 'CUT');
  let asked = 0;
  let over = false;
  const ask = async () => {
    for (let tries = 0; !over; tries += 1) {
      asked += 1;
      const first = await codeAt(tries);
      const second = first === null ? null : await codeAt(tries + 1);
      if (second !== null) failed.push(`${first}, then ${second}`);
    }
  };
  const asking = Promise.all([ask(), ask(), ask(), ask()]);
  const codes: (number | null)[] = [];
  for (const place of fleet.apis.keys()) {
    codes.push(await fleet.stop(place));
    await fleet.start(place);
  }
  over = true;
  await asking;
  const back = await clients.longestAway();
  await clients.close();
  codes.push(...(await Promise.all([...fleet.roles.keys()].map((place) => fleet.stop(place)))));
  say(`Rolling restart: ${asked} requests, ${failed.length} failed; live connections were away for ${back} ms at most`);

  expect(asked).toBeGreaterThan(100);
  expect(failed).toEqual([]);
  expect(codes).toEqual(Array(6).fill(0));
  expect(back).toBeLessThan(5000);
}, 120_000);
