/** A question from the first word of its title to where it belongs: what was asked before, without a name, answered, edited, merged and split. */
import { World, widths } from './support/world';
import type { Person } from './support/person';

let world: World;
let asker: Person;
let helper: Person;
let facilitator: Person;
let asked: string;
let merged: string;

beforeAll(async () => {
  world = await World.open();
  [asker, helper, facilitator] = await Promise.all([
    world.person('anjali-thornapple'),
    world.person('siobhan-wrenfield', widths.phone),
    world.person('marisol-greywether'),
  ]);
});

afterAll(() => world.close());

const words = 'What do you want to say?';

it('what was asked before shows while a title is typed, and a question goes out without a name', async () => {
  await asker.opens('/discussions/new?model=MCP');
  await asker.fills('Title', 'Visiting a care home without feeling like an inspector');
  await asker.reads('Somebody may have asked this');
  await asker.link('How to visit a home without feeling like an inspector').waitFor();
  await asker.checks();

  await asker.fills('Title', 'Quillwort marshland');
  await asker.page.getByRole('heading', { name: 'Somebody may have asked this' }).waitFor({ state: 'detached' });
  await asker.chooses('Question');
  await asker.fills(words, 'Who keeps yours?');
  await asker.chooses('Post without my name');
  await asker.follows(asker.button('Start discussion'));
  asked = new URL(asker.page.url()).pathname;

  await helper.opens(asked);
  await helper.reads('A member, without their name');
  expect(await helper.page.locator('main').innerText()).not.toContain('Anjali');
}, 60_000);

it('an answer names a member, is accepted by the one who asked, and shows what it said before it was edited', async () => {
  await helper.page.getByLabel(words).pressSequentially('Ask @stillwat');
  await helper.button(/Gwen Stillwater/).click();
  await helper.page.getByLabel(words).pressSequentially('on Mondays');
  await helper.button('Post reply').click();
  await helper.page.getByRole('article').getByRole('link', { name: 'Gwen Stillwater' }).waitFor();

  await asker.opens(asked);
  await asker.button(/This is the answer/).click();
  await asker.reads('Answered');

  await helper.button(/^Edit/).click();
  await helper.page.getByRole('textbox', { name: 'Edit your post' }).fill('Ask @gwen-stillwater on Tuesdays');
  await helper.button('Save changes').click();
  await helper.follows(helper.link(/^Edited/));
  await helper.page.locator('del', { hasText: 'Mondays' }).waitFor();
  await helper.photographs('what-was-edited');
}, 60_000);

it('a facilitator merges it into another discussion and makes a new one of it, and old addresses lead on', async () => {
  await facilitator.opens(asked);
  await facilitator.page.getByText('For facilitators').click();
  await facilitator.fills(/Address of the discussion/, '/discussions/every-gp-manages-cough-differently');
  await facilitator.follows(facilitator.button('Merge'));
  merged = new URL(facilitator.page.url()).pathname;
  expect(merged).toBe('/discussions/every-gp-manages-cough-differently');

  await helper.opens(`${asked}#post-2`);
  await helper.page.waitForURL(/every-gp-manages-cough-differently#post-\d+$/);
  await helper.reads(/on Tuesdays/);

  await facilitator.opens(`${merged}/split`);
  await facilitator.chooses(/without their name/);
  await facilitator.chooses(/Siobhan Wrenfield/);
  await facilitator.fills('Title of the new discussion', 'Who keeps the rota');
  await facilitator.follows(facilitator.button('Make the discussion'));
  await facilitator.reads('Who keeps yours?');

  await helper.opens(`${asked}#post-1`);
  await helper.page.waitForURL(/who-keeps-the-rota#post-1$/);
  await helper.opens(merged);
  await helper.link('Who keeps the rota').waitFor();
}, 60_000);

it('what was answered is written into a record, which leads back to it, until its editors forget where it came from', async () => {
  await asker.opens('/discussions/who-keeps-the-rota');
  await asker.follows(asker.link(/Use this in our record.*Siobhan/));
  await asker.page.getByLabel('In which record?').selectOption('adaptation:northvale/breathlessness-clinic');
  await asker.fills('What did you change?', 'The rota is kept on Tuesdays');
  await asker.fills('Why?', 'Nobody knew on Mondays');
  await asker.photographs('into-a-record');
  await asker.follows(asker.button('Write it into the record'));
  await asker.reads('The rota is kept on Tuesdays');
  await asker.reads(/From the discussion/);

  await helper.opens(new URL(asker.page.url()).pathname);
  await helper.link('Who keeps the rota').click();
  await helper.reads(/This changed/);
  await helper.checks();
  await helper.photographs('became-a-change');

  await asker.button(/Forget where this came from.*The rota is kept on Tuesdays/).click();
  await asker.checks();
  await asker.button('Forget it').click();
  await asker.reads('The record no longer says where it came from.');
  expect(await asker.canRead('The rota is kept on Tuesdays')).toBe(true);
}, 60_000);
