/** Links in mails that stop mail or mute: without signing in, for one person and one thing, and nothing else. */
import { careModelRef, type EntityRef } from '@hub/core/contract';
import { SignedWords } from '@hub/core/server';
import { createTestHub, notesPlugin, tellNote, writeNote, type TestHub } from '@hub/testing';
import { memberRef, siteRef } from '@hub/plugins/sites/contract';
import { MailLinks, type LinkAct } from './mail-links';

let hub: TestHub;
let note: EntityRef;

const me = memberRef('anjali-thornapple');
const other = memberRef('siobhan-wrenfield');
const mcp = careModelRef('MCP');
const dayMs = 24 * 60 * 60_000;

beforeAll(async () => {
  hub = await createTestHub({ only: ['subscriptions', 'identity'], also: [notesPlugin] });
  note = await writeNote(hub, { name: 'told', title: 'Told' });
});
beforeEach(async () => {
  await hub.sql(
    'TRUNCATE subscriptions.follow, subscriptions.mail_setting, subscriptions.mail_day, subscriptions.letter, subscriptions.notification',
  );
  await hub.sql('DELETE FROM core.mail');
  for (const member of [me, other])
    await hub.sql(
      `INSERT INTO subscriptions.follow (member_ref, target_ref, level, mailed, since)
       VALUES ($1, $2, 'WATCHING', NULL, now()), ($1, $3, 'WATCHING', 'DAILY', now())`,
      [member, mcp, note],
    );
});
afterAll(() => hub?.close());

const token = (act: LinkAct, target: EntityRef | '' = '', at = new Date(), member = me) =>
  new URL(hub.hub.app.get(MailLinks).addressOf({ act, member, target }, at)).searchParams.get('token') ?? '';

const post = (of: string, init: RequestInit = {}) =>
  fetch(`${hub.address}/mail/stop?token=${encodeURIComponent(of)}`, { method: 'POST', ...init });

const state = async (member = me) => ({
  follows: (
    await hub.sql<{ row: string }>(
      `SELECT target_ref || ' ' || level || ' ' || coalesce(mailed, '-') AS row FROM subscriptions.follow WHERE member_ref = $1 ORDER BY 1`,
      [member],
    )
  ).map(({ row }) => row),
  settings: await hub.sql(
    'SELECT mailed, for_you, day, most_a_day FROM subscriptions.mail_setting WHERE member_ref = $1',
    [member],
  ),
});

const untouched = { follows: [`${mcp} WATCHING -`, `note:network/told WATCHING DAILY`], settings: [] };
const atFirst = { day: 'MONDAY', most_a_day: 10 };

const oneClick = {
  'a form, as mail programs send it': {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  },
  'a form in parts': {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
  },
  'nothing, as the page sends it': {},
};

it.each(Object.entries(oneClick))(
  'one POST with %s stops the mail at once, and a second is as good',
  async (_what, init) => {
    const link = token('FOLLOW', mcp);
    const answers = [await post(link, init), await post(link, init)];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.headers.get('set-cookie')).toBeNull();
    expect((await state()).follows).toEqual([`${mcp} WATCHING NEVER`, untouched.follows[1]]);
    expect(await state(other)).toEqual(untouched);
  },
);

it.each<[LinkAct, EntityRef | '', object]>([
  ['FOLLOW', mcp, { ...untouched, follows: [`${mcp} WATCHING NEVER`, untouched.follows[1]] }],
  ['FOLLOW', careModelRef('UEC'), untouched],
  ['MUTE', mcp, { ...untouched, follows: [`${mcp} MUTED -`, untouched.follows[1]] }],
  [
    'MUTE',
    careModelRef('UEC'),
    { ...untouched, follows: [untouched.follows[0], `${careModelRef('UEC')} MUTED -`, untouched.follows[1]] },
  ],
  ['MUTE', 'note:network/gone', untouched],
  ['FOR_YOU', '', { ...untouched, settings: [{ mailed: 'WEEKLY', for_you: 'NEVER', ...atFirst }] }],
  [
    'DIGEST',
    '',
    {
      follows: [`${mcp} WATCHING -`, 'note:network/told WATCHING -'],
      settings: [{ mailed: 'NEVER', for_you: null, ...atFirst }],
    },
  ],
])('%s of %p does that alone, for its person alone', async (act, target, expected) => {
  const follows = (found: Awaited<ReturnType<typeof state>>) => ({ ...found, follows: [...found.follows].sort() });
  for (let times = 0; times < 2; times += 1) expect((await post(token(act, target))).status).toBe(200);

  expect(follows(await state())).toEqual(follows(expected as never));
  expect(await state(other)).toEqual(untouched);
});

it.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])(
  'a scanner of links that tries %s changes nothing, with any link',
  async (method) => {
    for (const link of [token('FOLLOW', mcp), token('FOR_YOU'), token('DIGEST'), token('MUTE', mcp)])
      expect((await post(link, { method })).status).toBeLessThan(500);

    expect(await state()).toEqual(untouched);
  },
);

it('a button that is pressed many times at the same moment has done it once', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => post(token('MUTE', careModelRef('UEC')))));

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await state()).follows).toContain(`${careModelRef('UEC')} MUTED -`);
});

it('whoever stopped mail about what they follow finds it in the inbox, and no mail', async () => {
  await hub.sql(`UPDATE subscriptions.follow SET mailed = 'AT_ONCE' WHERE member_ref = $1`, [me]);
  const tell = () => tellNote(hub, { subject: note, actor: other, news: 'first', circles: [[mcp]] });
  await tell();
  const mails = () => hub.sql('SELECT 1 FROM core.mail WHERE member_ref = $1', [me]);
  expect(await mails()).toHaveLength(1);

  await post(token('FOLLOW', mcp));
  await tell();

  expect(await mails()).toHaveLength(1);
  expect(await hub.sql('SELECT 1 FROM subscriptions.notification WHERE member_ref = $1', [me])).toHaveLength(2);
});

describe('asking what a link is for', () => {
  const ask = (of: string) =>
    hub.anonymous.ok('query ($token: String!) { mailLink(token: $token) { act what isExpired } }', { token: of });

  it('says it without signing in, and changes nothing', async () => {
    expect((await ask(token('FOLLOW', mcp))).mailLink).toEqual({ act: 'FOLLOW', what: 'MCP', isExpired: false });
    expect((await ask(token('DIGEST'))).mailLink).toEqual({ act: 'DIGEST', what: null, isExpired: false });
    expect(await state()).toEqual(untouched);
  });

  it('names nothing that its person may not see any more', async () => {
    const link = token('MUTE', note);
    await writeNote(hub, { name: 'told', title: 'Told', visibility: 'site', owner: siteRef('tollbridge') });
    expect((await ask(link)).mailLink).toEqual({ act: 'MUTE', what: null, isExpired: false });
    await writeNote(hub, { name: 'told', title: 'Told' });
  });
});

it('an old link does nothing, and says that it is old', async () => {
  const old = token('FOLLOW', mcp, new Date(Date.now() - 92 * dayMs));
  const answer = await post(old);

  expect([answer.status, ((await answer.json()) as { errors: { message: string }[] }).errors[0]?.message]).toEqual([
    410,
    expect.stringContaining('too old'),
  ]);
  expect((await post(token('FOLLOW', mcp, new Date(Date.now() - 89 * dayMs)))).status).toBe(200);
});

it('a forged link does nothing: changed anywhere, made for another purpose, or none at all', async () => {
  const good = token('DIGEST');
  const signed = hub.hub.app.get(SignedWords);
  const words = Buffer.from(JSON.stringify(['DIGEST', me, '']));
  const otherPurpose = signed.sign('another purpose', words, new Date(Date.now() + dayMs)).toString('base64url');
  const changed = [...good].map(
    (_sign, at) => `${good.slice(0, at)}${good[at] === 'A' ? 'B' : 'A'}${good.slice(at + 1)}`,
  );
  const forged = [
    ...changed.filter((_one, at) => at % 5 === 0 && at < good.length - 1),
    otherPurpose,
    words.toString('base64url'),
    '',
    'x',
  ];
  const statuses = await Promise.all(forged.map(async (one) => (await post(one)).status));

  expect(new Set(statuses)).toEqual(new Set([404]));
  expect((await fetch(`${hub.address}/mail/stop`, { method: 'POST' })).status).toBe(404);
  expect(await state()).toEqual(untouched);
});
