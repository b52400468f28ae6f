/**
 * The story of box 1: a GP, a nurse and a manager begin with three care homes. Over the years it grows and is taken up and changed
 * elsewhere; what others learn and what the first ones go on to learn travel both ways, until it feeds the plans of a whole area.
 */
import type { Person } from './support/person';
import {
  adapts,
  hasAdapted,
  hasPublished,
  hears,
  movesTo,
  openBeforeTheStory,
  publishes,
  recordsChange,
  rewrites,
  type Told,
} from './support/story';
import { widths, type World } from './support/world';

let world: World;
let pilot: Told;
let honor: Person;
let yusuf: Person;
let record: string;

beforeAll(async () => {
  world = await openBeforeTheStory();
  pilot = await hasPublished(world, 'honor-applegarth', 'care-home-support-programme');
  [honor, yusuf] = [await world.person('honor-applegarth'), await world.person('yusuf-orchardson')];
});

afterAll(() => world.close());

it('1: Westhaven begins with eight willing homes, and a smaller offer than Eastmere’s', async () => {
  await yusuf.opens(pilot.at);
  record = await adapts(yusuf, 'A third of journeys to hospital come from eight homes.');
  await movesTo(
    yusuf,
    record,
    'We will use it, and are changing it to fit',
    'Eastmere took seven years. We start small.',
  );
  await recordsChange(yusuf, record, 'Eight willing homes first', 'Advice from Eastmere, and the managers’ own view');
  await rewrites(yusuf, record, 'who_provides', 'One nurse, and a pharmacist two days a week.');
  await rewrites(yusuf, record, 'when_how_much', 'An evening advice line first. Rounds from the second year on.');
  await movesTo(yusuf, record, 'It is running', 'Fourteen homes after a year.');
  await publishes(yusuf, record, 'Care home support for Westhaven', 'A nurse, a pharmacist and an evening line.');
}, 180_000);

it('2: others take it from there, each from another: a family of four generations', async () => {
  const [stored] = await world.hub.sql<{ ref: string }>(
    "SELECT ref FROM core.entity WHERE title = 'Care home support for Westhaven'",
  );
  const elderbrook = {
    site: 'elderbrook',
    title: 'Evening line by video',
    words: 'By video, with the nurse of the hub.',
  };
  const second = await hasAdapted(world, 'stellan-marshbank', stored?.ref ?? '', elderbrook);
  const fenmarsh = {
    site: 'fenmarsh',
    title: 'Evening line for home care',
    words: 'By telephone, for people at home.',
  };
  await hasAdapted(world, 'zubin-cloverdale', second, fenmarsh);
  const oakenshore = { site: 'oakenshore', title: 'Rounds in two homes', words: 'By the practices themselves.' };
  await hasAdapted(world, 'farida-mistlethwaite', pilot.id, oakenshore);

  await honor.opens(pilot.at);
  await honor.reads('5 members');
  const family = honor.page.getByRole('region', { name: 'Family' });
  await family.getByRole('group', { name: /The family as a drawing/ }).waitFor();
  expect(await family.locator('ul ul ul').getByRole('link', { name: 'Evening line for home care' }).count()).toBe(1);
  await honor.photographs('story-3-family');
}, 120_000);

it('3: a site that looks at it reads first of those that are like itself, and why they are', async () => {
  const clementine = await world.person('clementine-dovecote', widths.phone);
  await clementine.opens(pilot.at);
  const alike = clementine.page.getByRole('region', { name: 'What happened elsewhere' });
  await alike.getByText('The sites most like Elderbrook stand first').waitFor();
  await alike.getByText('Same care model').first().waitFor();
  expect(await alike.getByRole('link', { name: /^(Westhaven|Oakenshore)$/ }).allInnerTexts()).toEqual([
    ...['Westhaven', 'Oakenshore'],
  ]);
  await clementine.photographs('story-3-alike');
}, 60_000);

it('4: Eastmere grows to 41 homes and says so in a new version, of which every adopter hears', async () => {
  for (const [key, text] of [
    ['who_provides', 'A GP lead, a community nurse manager and a team of fourteen with social workers.'],
    ['where', '41 homes, intermediate care beds, and the way back from hospital.'],
    ['when_how_much', 'Weekly or fortnightly rounds; the advice line is answered seven days.'],
  ] as const) {
    await honor.opens(`${pilot.at}/edit/${key}`);
    await honor.page.getByRole('main').getByRole('textbox').last().fill(text);
    await honor.follows(honor.button('Save and continue'));
  }
  await honor.opens(`${pilot.at}/publish`);
  await honor.follows(honor.button('Publish version 2'));

  await hears(yusuf, /published a version of something that your site works with/);
  await yusuf.opens('/');
  await yusuf.reads('Eastmere has published a newer version');
}, 120_000);

it('5: Westhaven keeps some of its own, takes some of theirs and puts some together, and says why', async () => {
  await yusuf.opens(record);
  await yusuf.follows(yusuf.link('Compare version 2 with yours, and choose'));
  const part = (name: string) => yusuf.page.getByRole('region', { name, exact: true });
  await part('Who does it').getByLabel('Keep what Westhaven has').check();
  await part('Who does it').getByLabel('Why? (optional)').fill('We have one nurse.');
  await part('Where').getByLabel('Take what Eastmere has').check();
  await part('When and how often').getByLabel('Combine both by hand').check();
  await part('When and how often')
    .getByLabel('The text from now on')
    .fill('An evening line first, answered seven days. Rounds from the second year on.');
  await yusuf.photographs('story-3-choosing');
  await yusuf.follows(yusuf.button('Follow version 2'));

  await yusuf.reads('Westhaven now follows version 2');
  await yusuf.opens(`${record}?view=record`);
  await yusuf.reads('Who does it: Westhaven kept its own. Why: We have one nurse.');
  await yusuf.reads('When and how often: Westhaven combined both');
  await yusuf.photographs('story-3-followed');
  await yusuf.opens(`${record}/sections/when_how_much`);
  await yusuf.reads('An evening line first, answered seven days. Rounds from the second year on.');
}, 120_000);

it('6: what Westhaven found comes home, and the pilot of three homes is the plan of an area', async () => {
  await honor.opens(pilot.at);
  await honor.page.locator('summary', { hasText: /^When and how often: changed by/ }).click();
  await honor.follows(honor.link(/Bring this into our next version.*When and how often, from Westhaven/));
  await honor.page
    .getByLabel('The text in your next version')
    .fill('An evening line in the first year. Weekly or fortnightly rounds; the line is answered seven days.');
  await honor.follows(honor.button('Put it into our draft'));
  await honor.opens(`${pilot.at}/edit/about`);
  await honor.fills(/What is it called/, 'Care home support, the plan for older people of the area');
  await honor.follows(honor.button('Save'));
  await honor.opens(`${pilot.at}/publish`);
  await honor.follows(honor.button('Publish version 3'));
  await honor.reads('With a change by');
  await honor.photographs('story-3-area');

  const nobody = await world.person(null, widths.phone);
  await nobody.opens(pilot.at);
  await nobody.reads('With a change by');
  await nobody.reads('Versions (3)');
  await nobody.follows(nobody.link('Evening line for home care'));
  await nobody.reads('By telephone, for people at home.');
  await nobody.photographs('story-3-last');
}, 120_000);
