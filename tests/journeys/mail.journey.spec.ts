/** Told by mail: a member chooses it, gets it, answers it, stops it from the mail without signing in, and changes their mind; three follow the same otherwise, at once. */
import path from 'node:path';
import { arePicturesWanted, openMailbox, type ArrivedMail, type Mailbox, type TestClient } from '@hub/testing';
import type { Person } from './support/person';
import { violationsOf } from './support/violations';
import { widths, World } from './support/world';

const secret = 's'.repeat(40);

let box: Mailbox;
let world: World;
let gwen: Person;
let siobhan: TestClient;
let thread: string;
let mail: ArrivedMail;

beforeAll(async () => {
  box = await openMailbox();
  world = await World.open({
    ...{ HUB_SMTP_URL: box.url, HUB_MAIL_REPLY_TO: 'reply@hub.example.nhs.uk', HUB_MAIL_REPLY_SECRET: secret },
  });
  await world.hub.sql(
    `INSERT INTO identity.address (member_ref, email, since) VALUES ('member:network/gwen-stillwater', 'gwen@nhs.net', now())`,
  );
  [gwen, siobhan] = await Promise.all([
    world.person('gwen-stillwater', widths.phone),
    world.hub.as('siobhan-wrenfield'),
  ]);
}, 120_000);
afterAll(async () => {
  await world?.close();
  await box?.close();
});

const ringing = `We rang **everybody** within two days.

| Day | Calls | What came of it |
|-|-|-|
| Monday | 4 | Nobody answered twice |

- See https://www.england.nhs.uk/${'a-long-address-'.repeat(8)}
`;

async function start(title: string): Promise<string> {
  const { startThread } = await siobhan.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    { input: { title, body: ringing, kind: 'DISCUSSION', modelTypes: ['MCP'] } },
  );
  return startThread.thread.id;
}

/** Asks again and again, until there is something or it took too long. */
async function eventually<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  const until = Date.now() + 15_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > until) throw new Error('It did not come.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const mailAbout = (title: string) =>
  eventually(() => Promise.resolve(box.arrived.find(({ letter }) => letter.subject === title)));

const toldOf = (subject: string) =>
  eventually(
    async () => (await world.hub.sql('SELECT 1 FROM subscriptions.notification WHERE subject_ref = $1', [subject]))[0],
  );

it('she follows a care model, new discussions only, and wants mail at once', async () => {
  await gwen.opens('/follow?target=care-model%3Anetwork%2Fmcp');
  await gwen.chooses('New discussions only');
  await gwen.follows(gwen.button('Save'));
  await gwen.opens('/notifications/settings');
  await gwen.chooses('At once');
  await gwen.button('Save').click();
  await gwen.reads('Your settings are saved');
  await gwen.reads('Multispecialty community provider (MCP)');
  await gwen.checks();
  await gwen.photographs('mail-settings');
});

it('a new discussion comes by mail, with its words and the rule that sent it', async () => {
  thread = await start('Ringing people at home');
  mail = await mailAbout('Ringing people at home');

  expect(mail.recipients).toEqual(['gwen@nhs.net']);
  expect(mail.letter.text).toContain('We rang everybody within two days.');
  expect(mail.letter.text).toContain('because you follow MCP.');
});

it.each([
  [320, 'light'],
  [640, 'light'],
  [640, 'dark'],
] as const)('the mail reads well on a screen of %d, %s', async (width, colorScheme) => {
  const page = await gwen.page.context().newPage();
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  await page.setContent(mail.letter.html ?? '');
  const violations = await violationsOf(page, true);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const picture = path.resolve(import.meta.dirname, `../../.cache/journeys/mail-${colorScheme}-${width}.png`);
  if (arePicturesWanted) await page.screenshot({ path: picture, fullPage: true });
  await page.close();

  expect({ violations, overflow }).toEqual({ violations: [], overflow: 0 });
});

it('her answer to the mail is on the page', async () => {
  const raw = [
    'From: Gwen <gwen@nhs.net>',
    `To: ${mail.header('reply-to')}`,
    'Message-ID: <answer@nhs.net>',
    '',
    'On which days?',
    '',
    'On Sat, 28 Nov 2026, Vanguard hub <reply@hub.example.nhs.uk> wrote:',
    '> We rang everybody within two days.',
  ].join('\r\n');
  const answer = await fetch(`${world.hub.address}/mail/inbound`, {
    ...{ method: 'POST', body: raw },
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${secret}` },
  });
  expect(answer.status).toBe(200);

  await gwen.opens(`/discussions/${thread.split('/')[1]}`);
  await gwen.reads('On which days?');
  expect(await gwen.canRead('wrote:')).toBe(false);
});

it('the link in the mail asks, stops the mail without signing in, and works a second time', async () => {
  const nobody = await world.person(null, widths.phone);
  const link = /Stop mail about MCP:\s+(\S+)/.exec(mail.letter.text ?? '')?.[1] ?? '';
  for (let times = 0; times < 2; times += 1) {
    await nobody.opens(link.replace(world.hub.address, ''));
    await nobody.reads('Stop mail about MCP?');
    await nobody.button('Stop mail').click();
    await nobody.reads('No more mail comes about MCP');
  }
  await nobody.checks();
  expect(await nobody.canRead('Gwen')).toBe(false);
});

it('after that it is in the inbox alone, and her settings say so; unfollowing can be undone', async () => {
  await toldOf(await start('Ringing people on Mondays'));
  await gwen.opens('/notifications');
  await gwen.reads(/Ringing people on Mondays/);
  await gwen.opens('/notifications/settings');
  const choice = gwen.page.getByRole('combobox', { name: 'Mail about Multispecialty community provider (MCP)' });
  expect(await choice.inputValue()).toBe('NEVER');
  await gwen.button(/^Stop following Multispecialty/).click();
  await gwen.reads(/You no longer follow/);
  await gwen.checks();
  await gwen.button('Undo').click();
  await gwen.reads('You follow it again.');

  expect(box.arrived.map(({ letter }) => letter.subject)).toEqual(['Ringing people at home']);
});

it('her team is asked by mail how an adaptation goes that nothing was said of, and a link answers for all', async () => {
  const client = await world.hub.as('gwen-stillwater');
  const found = await client.ok(
    '{ interventions(first: 1, filter: { text: "breathlessness" }) { edges { node { currentVersion { id } } } } }',
  );
  const input = { sourceVersion: found.interventions.edges[0].node.currentVersion.id, site: 'corvenmoor' };
  const { startAdaptation } = await client.ok(
    'mutation ($input: StartAdaptationInput!) { startAdaptation(input: $input) { adaptation { id title } } }',
    { input },
  );
  const { id, title } = startAdaptation.adaptation;
  await eventually(async () => (await world.hub.sql('SELECT 1 FROM search.document WHERE ref = $1', [id]))[0]);
  await world.hub.sql(`UPDATE core.entity SET updated_at = now() - interval '61 days' WHERE ref = $1`, [id]);
  const tomorrow = new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 10);
  await world.hub.runSchedules(new Date(`${tomorrow}T12:00:00Z`));
  const asked = await mailAbout(title);
  const link = /Still going:\s+(\S+)/.exec(asked.letter.text ?? '')?.[1]?.replace(world.hub.address, '') ?? '';

  const nobody = await world.person(null, widths.phone);
  await nobody.opens(link);
  await nobody.reads('Say that it is still going?');
  await nobody.checks();
  await nobody.button('Yes, it is still going').click();
  await nobody.reads('Thank you. The record now says that it is still going');
  await nobody.opens(link);
  await nobody.reads(/Gwen Stillwater answered that it is still going/);
  await nobody.checks();
  await gwen.opens(`/adaptations/${id.split(':')[1]}?view=record`);
  await gwen.reads('Still going, says Gwen Stillwater');
});

describe('three members who follow the same care model, each otherwise, with their inboxes open', () => {
  // The morning after the one that was before.
  const inTheMorning = () => new Date(Date.now() + 60 * 3_600_000);
  let callum: Person;
  let owain: Person;
  let other: string;

  beforeAll(async () => {
    await world.hub.sql(
      `INSERT INTO identity.address (member_ref, email, since) VALUES ('member:network/owain-saltmere', 'owain@nhs.net', now())`,
    );
    await world.hub.sql(`DELETE FROM subscriptions.notification WHERE read_at IS NULL`);
    [callum, owain] = await Promise.all([
      world.person('callum-pennyroyal'),
      world.person('owain-saltmere', widths.phone),
    ]);
  });

  it('one leaves announcements out, one mutes a discussion, one takes it all in a mail of the morning', async () => {
    await gwen.opens('/follow?target=care-model%3Anetwork%2Fmcp');
    await gwen.chooses('Announcements');
    await gwen.follows(gwen.button('Save'));
    await gwen.reads(/without announcements/i);
    for (const person of [callum, owain]) {
      await person.goesTo('/follow?target=care-model%3Anetwork%2Fmcp');
      await person.chooses('Every new post');
      await person.follows(person.button('Save'));
    }
    await callum.goesTo(`/follow?target=${encodeURIComponent(thread)}`);
    await callum.page.getByLabel('Nothing', { exact: true }).check();
    await callum.follows(callum.button('Save'));
    await owain.goesTo('/notifications/settings');
    await owain.page
      .getByRole('group', { name: /what you follow/ })
      .getByLabel('Every day')
      .check();
    await owain.button('Save').click();
    await owain.reads('Your settings are saved');
    await world.hub.runSchedules(new Date());
  });

  it('each open inbox says how many came, and when shown, why', async () => {
    await Promise.all([gwen, callum, owain].map((person) => person.goesTo('/notifications')));
    const facilitator = await world.hub.as('marisol-greywether');
    const announced = 'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }';
    other = await start('Ringing people on Sundays');
    await facilitator.ok(announced, {
      input: { title: 'The hub is closed on Monday', body: 'For repairs.', kind: 'ANNOUNCEMENT', modelTypes: ['MCP'] },
    });
    const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
    for (const to of [thread, other]) await siobhan.ok(reply, { input: { thread: to, body: 'From two o’clock.' } });

    await shows(gwen, 2, ['You follow MCP', 'You wrote in this discussion']);
    await shows(callum, 3, ['You follow MCP', 'You follow MCP', 'You follow MCP']);
    await shows(owain, 4, ['You follow MCP', 'You follow MCP', 'You follow MCP', 'You follow MCP']);
    expect(await gwen.canRead('The hub is closed on Monday')).toBe(false);
    expect(await callum.canRead('Ringing people at home')).toBe(false);
    await gwen.checks();
    await gwen.photographs('inbox');
    await callum.photographs('inbox');
  });

  it('the mail of the morning has it all for the one who chose it, and its link stops it without signing in', async () => {
    await world.hub.runSchedules(inTheMorning());
    const morning = await mailAbout('4 new things in the vanguard hub');
    expect(morning.recipients).toEqual(['owain@nhs.net']);
    for (const words of ['Ringing people on Sundays', 'The hub is closed on Monday', 'Ringing people at home'])
      expect(morning.letter.text).toContain(words);
    expect(morning.letter.text).toContain('You follow MCP');

    const nobody = await world.person(null, widths.phone);
    const link = /Stop these mails:\s+(\S+)/.exec(morning.letter.text ?? '')?.[1] ?? '';
    await nobody.opens(link.replace(world.hub.address, ''));
    await nobody.reads('Stop the mail of the morning?');
    await nobody.button('Stop mail').click();
    await nobody.checks();
    await owain.goesTo('/notifications/settings');
    const choices = owain.page.getByRole('group', { name: /what you follow/ });
    expect(await choices.getByLabel('Never').isChecked()).toBe(true);
  });
});

/** The open inbox offers so many, and what is new in it says why it came. */
async function shows(person: Person, count: number, reasons: readonly string[]): Promise<void> {
  await person.button(`${count} new notifications. Show them`).click();
  await person.reads(`${count} new notifications.`);
  const rows = person.page.locator('main li').filter({ has: person.page.getByText('New', { exact: true }) });
  await rows.nth(count - 1).waitFor();
  const told = (await rows.allInnerTexts()).join('\n').match(/You (follow MCP|wrote in this discussion)/g);
  expect([...(told ?? [])].sort()).toEqual([...reasons].sort());
}
