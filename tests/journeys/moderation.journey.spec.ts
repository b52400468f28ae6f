/** A post with details of a patient: reported on a phone, hidden at once, removed, appealed against, and back; and a name that is opened. */
import { World, widths } from './support/world';
import type { Person } from './support/person';

const discussion = '/discussions/consent-and-risk-lists';
const words = 'Pearl Hollins of Weir Lane is on all three lists';
const hidden = 'Hidden while a moderator looks at it.';

let world: World;
let samira: Person;
let jonty: Person;
let ife: Person;
let post: string;

beforeAll(async () => {
  world = await World.open();
  const writer = await world.hub.as('ife-brightwater');
  const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
  const input = { thread: 'thread:network/consent-and-risk-lists', body: words };
  post = (await writer.ok(reply, { input })).reply.post.id;
  [samira, jonty, ife] = await Promise.all([
    world.person('samira-reedwater', widths.phone),
    world.person('jonty-brackenridge'),
    world.person('ife-brightwater'),
  ]);
});
afterAll(() => world.close());

const written = (person: Person) => person.page.getByRole('article').filter({ hasText: 'Ife Brightwater' }).last();
const focused = (person: Person) => person.page.evaluate(() => document.activeElement?.textContent ?? '');

/** Opens what they were told of: the page of notifications has its own journey. */
async function isLedBy(person: Person, notice: RegExp): Promise<void> {
  await person.page.goto(`${world.hub.address}/notifications`);
  await person.follows(person.link(notice));
}

it('a member reports it from their phone, and it is hidden at once for somebody who has it open', async () => {
  const reader = await world.person('zubin-cloverdale');
  await reader.opens(discussion);
  await reader.reads(words);

  await samira.opens(discussion);
  await samira.follows(written(samira).getByRole('link', { name: 'Report this' }));
  await samira.button('Report post').click();
  await samira.page.getByRole('link', { name: 'Choose a reason' }).waitFor();
  await samira.chooses('Details of a patient');
  await samira.fills(/^Anything that moderators need to know/, 'A name and a street');
  await samira.photographs('report');
  await samira.follows(samira.button('Report post'));
  await samira.reads('Thank you. The post is hidden until a moderator has looked at it');

  await reader.reads(hidden);
  expect(await reader.canRead(words)).toBe(false);
  await reader.page.context().close();
});

it('its author reads it still, hears why it is hidden, and not from whom', async () => {
  await isLedBy(ife, /^Your post was reported for details of a patient, and is hidden/);
  await ife.reads('Until a moderator has looked at it, only you and moderators can read your post.');
  expect(await ife.canRead(/Samira/)).toBe(false);
  await ife.follows(ife.link(/^In the discussion/));
  await ife.reads(words);
});

it('a moderator is led to the case, and removing asks once more before the next case comes', async () => {
  await isLedBy(jonty, /^A post was reported and waits for a moderator: Can we share/);
  await jonty.reads('A name and a street');
  await jonty.reads(/^You opened this on/);
  await jonty.chooses('Cut words out');
  await jonty.fills('Words to cut out', 'of Weir Lane');
  expect(await jonty.page.locator('del').innerText()).toContain('of Weir Lane');
  await jonty.checks();
  await jonty.chooses('Remove it');
  await jonty.fills('Why?', 'It says who she is and where she lives');
  await jonty.follows(jonty.button('Continue'));
  await jonty.photographs('remove-post');
  await jonty.follows(jonty.button('Remove post'));
  await jonty.reads('You removed it. This is the next case.');
  expect(await focused(jonty)).toContain('How long before you call it?');
});

it('the author appeals once, and a second moderator answers: the post is back', async () => {
  await isLedBy(ife, /^A moderator removed your post/);
  await ife.reads('It says who she is and where she lives');
  await ife.fills('Why is the decision wrong?', 'She is a boat');
  await ife.button('Appeal').click();
  await ife.reads('It waits for another moderator.');
  await ife.checks();

  const marisol = await world.person('marisol-greywether', widths.phone);
  await marisol.opens('/moderation');
  await marisol.photographs('cases');
  await marisol.follows(marisol.link(/^Appeal: .*risk list/i));
  await marisol.chooses('Yes');
  await marisol.fills('Why?', 'We have looked at the boat');
  await marisol.follows(marisol.button('Answer the appeal'));
  await marisol.reads('The author reads your answer');
  await marisol.page.context().close();

  await isLedBy(samira, /^A moderator looked at what you reported/);
  await samira.reads(/A moderator removed it\..*An appeal against it was upheld\./);
  await samira.page.goto(world.hub.address + discussion);
  await samira.reads(words);
});

it('a moderator opens the name of a post without one: they see it, and its author is told by whom and why', async () => {
  await jonty.opens('/moderation');
  await jonty.follows(jonty.link(/^Decide about harm/));
  expect(await jonty.canRead(/Farida/)).toBe(false);
  await jonty.page.getByText('I need to know who wrote it').click();
  await jonty.fills('Why do you need to know?', 'I want to ask whether they are safe');
  await jonty.button('Show me the name').click();
  await jonty.page.getByRole('link', { name: 'Dr Farida Mistlethwaite' }).waitFor();
  await jonty.reads('Jonty Brackenridge opened the name.');
  expect(await focused(jonty)).toBe('Posted without a name');
  await jonty.checks();
  await jonty.photographs('opened-name');

  const farida = await world.person('farida-mistlethwaite');
  await isLedBy(farida, /^Jonty Brackenridge opened your name/);
  await farida.reads(/I want to ask whether they are safe/);
  const audit = await world.hub.sql<{ action: string }>(
    "SELECT action FROM core.audit_entry WHERE facts ->> 'subject' = $1 ORDER BY number",
    [post],
  );
  expect(audit.map(({ action }) => action)).toEqual([
    ...['report.made', 'case.opened', 'case.decided', 'case.appealed', 'appeal.decided'],
  ]);
});
