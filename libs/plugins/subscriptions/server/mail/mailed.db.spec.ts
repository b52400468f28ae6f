/** Who is mailed what, when and for which reason, as people chose it: at once, in the morning, on their day, or never. On a real database. */
import { careModelRef, type EntityRef } from '@hub/core/contract';
import { createTestHub, notesPlugin, tellNote, writeNote, type TestHub, type ToldNote } from '@hub/testing';
import { memberRef } from '@hub/plugins/sites/contract';

let hub: TestHub;
let note: EntityRef;

const me = memberRef('anjali-thornapple');
const actor = memberRef('siobhan-wrenfield');
const mcp = careModelRef('MCP');
const toMe = { circles: [], addressees: [{ member: me, because: 'replied to your question' }] };

beforeAll(async () => {
  hub = await createTestHub({ only: ['subscriptions', 'identity'], also: [notesPlugin] });
  note = await writeNote(hub, { name: 'told', title: 'Told' });
  await hub.drain();
});
beforeEach(async () => {
  await hub.sql(
    'TRUNCATE subscriptions.follow, subscriptions.mail_setting, subscriptions.mail_day, subscriptions.letter, subscriptions.notification',
  );
  await hub.sql('DELETE FROM core.mail');
  await hub.sql('DELETE FROM core.schedule');
});
afterAll(() => hub?.close());

type Chosen = string | null;

async function choose(mailed: Chosen, forYou: Chosen = null, more: { day?: string; most?: number } = {}) {
  await hub.sql(
    `INSERT INTO subscriptions.mail_setting (member_ref, mailed, for_you, day, most_a_day) VALUES ($1, coalesce($2, 'WEEKLY'), $3, $4, $5)
     ON CONFLICT (member_ref) DO UPDATE SET mailed = excluded.mailed, for_you = excluded.for_you`,
    [me, mailed, forYou, more.day ?? 'MONDAY', more.most ?? 10],
  );
}

async function follow(target: EntityRef, mailed: Chosen, level = 'WATCHING') {
  await hub.sql(
    `INSERT INTO subscriptions.follow (member_ref, target_ref, level, mailed, since) VALUES ($1, $2, $3, $4, now())
     ON CONFLICT (member_ref, target_ref) DO UPDATE SET level = excluded.level, mailed = excluded.mailed`,
    [me, target, level, mailed],
  );
}

const tell = (over: Partial<ToldNote> = {}) =>
  tellNote(hub, { subject: note, actor, news: 'reply', circles: [[note], [mcp]], ...over });

/** Lets the hub's clock stand at this time, with whatever became due until then. */
const clock = (time: string) => hub.runSchedules(new Date(time));

const letters = (): Promise<{ kind: string; at: string; things: number; last: boolean }[]> =>
  hub.sql(
    `SELECT l.kind, to_char(l.created_at AT TIME ZONE 'Europe/London', 'Dy YYYY-MM-DD HH24:MI') AS at, l.last_of_day AS last,
       (SELECT count(*)::int FROM subscriptions.notification n WHERE n.letter_id = l.id) AS things
     FROM subscriptions.letter l JOIN core.mail USING (id) WHERE l.member_ref = $1 ORDER BY l.created_at, l.id`,
    [me],
  );

describe('how one thing is told', () => {
  const [once, daily, weekly, never] = ['AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER'];
  // For all, for what is addressed to me, for this follow, and whether it is addressed to me; then what follows from it.
  it.each<[Chosen, Chosen, Chosen, boolean, string]>([
    [null, null, null, false, 'weekly'],
    [null, null, null, true, 'weekly'],
    [once, null, null, false, 'at once'],
    [daily, null, null, false, 'daily'],
    [never, null, null, false, 'never'],
    [weekly, null, once, false, 'at once'],
    [weekly, null, daily, false, 'daily'],
    [weekly, null, never, false, 'never'],
    [never, null, weekly, false, 'weekly'],
    [never, null, once, false, 'at once'],
    [weekly, once, null, true, 'at once'],
    [weekly, once, null, false, 'weekly'],
    [once, daily, null, true, 'daily'],
    [once, never, null, true, 'never'],
    [never, once, null, true, 'at once'],
    [weekly, once, never, true, 'never'],
    [weekly, never, once, true, 'at once'],
  ])('for all %p, for me %p, for this %p; addressed to me: %p: %s', async (all, forMe, forThis, isToMe, expected) => {
    await choose(all, forMe);
    await follow(note, forThis);
    await clock('2026-06-02T12:00:00Z');
    await tell({ at: new Date('2026-06-02T13:00:00Z'), ...(isToMe ? toMe : {}) });
    const atOnce = (await letters()).length > 0;
    await clock('2026-06-03T12:00:00Z');
    const nextDay = (await letters()).length > 0;
    await clock('2026-06-08T12:00:00Z');
    const onMonday = (await letters()).length > 0;

    const seen = [atOnce, nextDay, onMonday, true].indexOf(true);
    const found = ['at once', 'daily', 'weekly', 'never'][seen];
    expect([found, (await letters()).length]).toEqual([expected, expected === 'never' ? 0 : 1]);
    expect(await hub.sql('SELECT 1 FROM subscriptions.notification WHERE member_ref = $1', [me])).toHaveLength(1);
  });

  it.each([
    [
      'who may not see it',
      () => writeNote(hub, { name: 'told', title: 'Told', visibility: 'site', owner: 'site:network/tollbridge' }),
    ],
    ['who muted it', () => follow(note, 'AT_ONCE', 'MUTED')],
    ['who wants replies to them alone', () => follow(note, 'AT_ONCE', 'REPLIES')],
  ])('%s is mailed nothing', async (_who, change) => {
    await choose('AT_ONCE');
    await follow(mcp, 'AT_ONCE');
    await change();
    await tell();

    expect(await letters()).toEqual([]);
    await writeNote(hub, { name: 'told', title: 'Told' });
  });

  it('a hub without a key to sign links with mails nothing', async () => {
    await choose('AT_ONCE', 'AT_ONCE');
    const database = { url: hub.databaseUrl, drop: () => Promise.resolve() };
    const keyless = await createTestHub({
      ...{ only: ['subscriptions', 'identity'], also: [notesPlugin], database, env: { HUB_SECRET_KEY: '' } },
    });
    await tellNote(keyless, { subject: note, actor, news: 'reply', ...toMe });
    await keyless.close();

    expect(await letters()).toEqual([]);
    expect(await hub.sql('SELECT 1 FROM subscriptions.notification WHERE member_ref = $1', [me])).toHaveLength(1);
  });

  it('what was loaded with the demonstration is mailed to nobody', async () => {
    await choose('AT_ONCE', 'AT_ONCE');
    await tell({ ...toMe, loaded: true, at: new Date('2026-06-02T13:00:00Z') });
    await clock('2026-06-02T12:00:00Z');
    await clock('2026-06-09T12:00:00Z');

    expect(await letters()).toEqual([]);
  });
});

describe('the mail of the morning', () => {
  beforeEach(() => follow(mcp, 'DAILY'));

  it('is silent when there is nothing new, and holds each thing once', async () => {
    await clock('2026-06-01T12:00:00Z');
    await tell({ at: new Date('2026-06-01T13:00:00Z') });
    await tell({ at: new Date('2026-06-01T14:00:00Z') });
    for (const day of ['02', '03', '04']) await clock(`2026-06-${day}T12:00:00Z`);

    expect(await letters()).toEqual([expect.objectContaining({ kind: 'DIGEST', things: 2 })]);
  });

  it.each([
    ['was read in the hub', 'UPDATE subscriptions.notification SET read_at = now()'],
    ['is followed no more', 'DELETE FROM subscriptions.follow'],
    ['was muted', "UPDATE subscriptions.follow SET level = 'MUTED'"],
    ['is not to be mailed any more', "UPDATE subscriptions.follow SET mailed = 'NEVER'"],
  ])('leaves out what %s', async (_what, change) => {
    await clock('2026-06-01T12:00:00Z');
    await tell({ at: new Date('2026-06-01T13:00:00Z') });
    await hub.sql(change);
    await clock('2026-06-02T12:00:00Z');

    expect(await letters()).toEqual([]);
  });

  it('comes once when the hub was down for days, and brings the weekly things of a day that was missed', async () => {
    await choose('WEEKLY', null, { day: 'MONDAY' });
    await clock('2026-06-07T12:00:00Z');
    await tell({ at: new Date('2026-06-07T13:00:00Z') });
    await tell({ ...toMe, at: new Date('2026-06-07T14:00:00Z') });
    await clock('2026-06-10T12:00:00Z');
    await clock('2026-06-10T12:00:01Z');

    expect(await letters()).toEqual([expect.objectContaining({ at: 'Wed 2026-06-10 13:00', things: 2 })]);
  });

  it.each(['2026-03-29', '2026-10-25'])(
    'comes at 8 by the London clock, once a day and once a week, over the night to %s when the clocks change (R17)',
    async (sunday) => {
      await choose('WEEKLY', 'WEEKLY', { day: 'SUNDAY' });
      const start = Date.parse(`${sunday}T00:00:00Z`) - 30 * 3_600_000;
      await clock(new Date(start).toISOString());
      for (let half = 0; half < 150; half += 1) {
        const now = new Date(start + half * 1_800_000);
        if (half % 12 === 0) await tell({ at: now });
        if (half % 48 === 0) await tell({ ...toMe, at: now });
        await clock(now.toISOString());
      }

      const day = (offset: number) =>
        new Date(Date.parse(`${sunday}T12:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
      expect((await letters()).map(({ kind, at }) => [kind, at])).toEqual([
        ['DIGEST', `Sat ${day(-1)} 08:00`],
        ['DIGEST', `Sun ${day(0)} 08:00`],
        ['DIGEST', `Mon ${day(1)} 08:00`],
      ]);
      expect((await letters()).map(({ things }) => things)).toEqual([3, 6, 4]);
    },
  );
});

describe('how many on a day', () => {
  it('never more than was chosen; what is left over comes in the mail of the next morning', async () => {
    await choose('AT_ONCE', null, { most: 3 });
    await follow(mcp, null);
    const morning = '2026-06-02T08:00:00Z';
    await clock('2026-06-01T12:00:00Z');
    await Promise.all(Array.from({ length: 6 }, () => tell({ at: new Date('2026-06-01T13:00:00Z') })));

    const onThatDay = await letters();
    const room = onThatDay.length;
    expect(room).toBeLessThanOrEqual(3);
    expect(room).toBeGreaterThanOrEqual(2);
    expect(onThatDay.filter(({ last }) => last)).toHaveLength(1);

    await clock(morning);
    const after = (await letters()).filter(({ kind }) => kind === 'DIGEST');
    expect(after).toEqual([expect.objectContaining({ things: 6 - room })]);
  });
});

describe('a hub without a mail server', () => {
  const keep = async () => {
    while (await hub.hub.mailSender.handleNext());
    return hub.sql<Record<string, unknown>>('SELECT recipient, subject, text, headers, sent_at FROM core.mail');
  };

  it('writes the mail for the administrator to read, to an address that is made up and never one', async () => {
    await choose('AT_ONCE', 'AT_ONCE');
    await tell(toMe);
    const [mail] = await keep();

    expect(mail).toMatchObject({
      ...{ recipient: 'anjali-thornapple@demonstration.invalid', subject: 'Told', sent_at: null },
      text: expect.stringContaining('replied to your question'),
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    });
  });

  it('keeps nothing of what was hidden before it was written (Z7)', async () => {
    await choose('AT_ONCE', 'AT_ONCE');
    await tell(toMe);
    await writeNote(hub, { name: 'told', title: 'Told', visibility: 'site', owner: 'site:network/tollbridge' });
    const kept = await keep();
    await writeNote(hub, { name: 'told', title: 'Told' });

    expect(kept).toEqual([]);
  });
});
