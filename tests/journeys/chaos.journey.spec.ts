/**
 * The built hub in four processes, two APIs and two workers, on a database of its own, while people write, read and send files, and
 * everything fails in turn: processes are killed, the database dies or stands still, lines are cut, the disk is full, the mail server dies.
 * CHAOS_MINUTES makes it go on for longer, CHAOS_SEED has a run again, CHAOS_REPORT names a file for what was done (`npm run chaos`).
 */
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { liveClients } from './support/chaos/live-clients';
import { faultsOf, type Chaos } from './support/chaos/faults';
import { People } from './support/chaos/people';
import { randomFrom, shuffled } from './support/chaos/random';
import { lostFiles, orphans, settled, unanswered, unreadOf } from './support/chaos/reckoning';
import { author, ChaosWorld, readers } from './support/chaos/world';

const minutes = Number(process.env.CHAOS_MINUTES ?? 0);
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 2 ** 32);
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

/** Every fault once, in any order, and again as long as there is time; without any, every other one. Gives how many there were. */
async function letEverythingFail(chaos: Chaos): Promise<number> {
  const until = Date.now() + minutes * 60_000;
  let faults = 0;
  do {
    const all = shuffled(faultsOf(chaos), chaos.random);
    for (const fault of minutes > 0 ? all : all.slice(0, all.length / 2)) {
      await pause(100 + chaos.random() * 700);
      say(`${String((faults += 1)).padStart(4)} ${await fault(chaos)}`);
      chaos.people.mostPosts += 10;
    }
  } while (Date.now() < until);
  return faults;
}

it(
  'what was acknowledged is stored, told of once and mailed, whatever fails at whatever moment; a mail is doubled only with its Message-ID (R1, R2, R4, R5, R6, R8)',
  async () => {
    const people = new People(world, randomFrom(seed + 1));
    const chaos: Chaos = { world, people, random: randomFrom(seed), doubled: [] };
    let faults = 0;
    try {
      faults = await letEverythingFail(chaos);
    } finally {
      await people.stop();
    }
    await settled(world);
    const { written, sent, refused, codes } = people;
    const { mail, fleet, thread } = world;

    const told = await world.sql<{ post: string; member: string; message: string; recipient: string }>(
      `SELECT e.facts ->> 'post' AS post, n.member_ref AS member, m.message_id AS message, m.recipient
     FROM subscriptions.notification n JOIN core.domain_event e ON e.id = n.event_id LEFT JOIN core.mail m ON m.id = n.letter_id
     WHERE n.subject_ref = $1 AND n.event_name = 'post.added'`,
      [thread],
    );
    const promised = new Map(told.map(({ message, recipient }) => [message, recipient]));
    const copies = (id: string) => mail.taken.filter(({ messageId }) => messageId === id).length;
    const again = mail.taken.length - promised.size;
    const most = Math.max(...[...promised.keys()].map(copies));
    say(`${faults} faults, ${fleet.killed.length} of them kills: ${fleet.killed.join(', ')}`);
    say(
      `${written.length} posts acknowledged, ${sent.length} files taken, ${refused} refused because they could not be stored`,
    );
    say(`${told.length} notices, ${mail.taken.length} mails: ${again} sent again, none more often than ${most} times`);

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
    expect(mail.taken.filter(({ messageId, recipients }) => recipients.join() !== promised.get(messageId))).toEqual([]);
    expect(chaos.doubled.filter((id) => copies(id) < 2)).toEqual([]);
    // What a fault interrupts is sent again: at most what each worker was sending just then.
    expect(again).toBeLessThanOrEqual(2 * faults);
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
