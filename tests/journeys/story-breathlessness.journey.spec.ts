/**
 * The story of box 2: a site sees a breathlessness clinic elsewhere, counts its own letters first, finds cough instead, and builds a
 * pathway that is modelled on the clinic and not the same. What it found out goes home to where the idea came from.
 */
import type { Person } from './support/person';
import {
  adapts,
  addsDetails,
  finds,
  hasPublished,
  hears,
  movesTo,
  openBeforeTheStory,
  publishes,
  recordsChange,
  rewrites,
} from './support/story';
import { widths, type World } from './support/world';

let world: World;
let leonie: Person;
let record: string;

beforeAll(async () => {
  world = await openBeforeTheStory();
  await hasPublished(world, 'mei-lin-hazelgrove', 'breathlessness-clinic');
  leonie = await world.person('leonie-fernmoss');
});

afterAll(() => world.close());

it('1: the manager of Northvale finds Tollbridge’s clinic by its words and begins to look at it', async () => {
  await leonie.opens('/');
  await finds(leonie, 'short of breath', 'One-stop breathlessness clinic');
  await leonie.reads('No site has adapted this yet.');

  record = await adapts(leonie, 'We came back from a visit wanting this clinic.');

  await leonie.reads('Look at our data');
  await leonie.photographs('story-1-tasks');
}, 120_000);

it('2: its analyst counts the letters: 31 of 412 give breathlessness, 148 give cough', async () => {
  const petra = await world.person('petra-quillfeather');
  await petra.opens('/');
  await petra.follows(petra.link('One-stop breathlessness clinic'));
  await petra.follows(petra.link(/Look at our data/));
  await petra.fills(/What question did you ask/, 'Is there demand here for a breathlessness clinic?');
  await petra.fills(/what did it show/, 'Six months of letters, read by a nurse and me. By far the most give cough.');
  await petra.page.getByRole('radio', { name: 'No', exact: true }).check();
  for (const [label, value] of [
    ['Letters read', '412'],
    ['Breathlessness the main reason', '31'],
    ['Cough the main reason', '148'],
  ] as const) {
    await petra.button(/^Add a/).click();
    const row = petra.page.getByRole('group', { name: /^Figure \d/ }).last();
    await row.getByLabel(/What it counts/).fill(label);
    await row.getByLabel(/^Number/).fill(value);
    await row.getByLabel(/^Unit/).fill('letters');
  }
  await petra.follows(petra.button('Save'));

  await petra.opens(`${record}/suitability`);
  await petra.reads('31 letters');
  await petra.reads('148 letters');
  expect(await petra.page.locator('.hub-bar').count()).toBe(3);
  await petra.photographs('story-1-audit');
}, 120_000);

it('3: GPs, patients and the two places themselves are asked, each by who knows them', async () => {
  const anjali = await world.person('anjali-thornapple');
  await anjali.opens(`${record}/suitability/new?kind=STAKEHOLDER_EVENT`);
  await anjali.fills(/Who took part/, '31 GPs and 6 nurses from 17 practices');
  await anjali.fills(
    /What did they say/,
    'Each table wrote down what they do for a cough. No two sheets were the same.',
  );
  await anjali.follows(anjali.button('Save'));

  const bernard = await world.person('bernard-oakapple', widths.phone);
  await bernard.opens(record);
  await bernard.follows(bernard.link(/Hear from patients/));
  await bernard.fills(/Who did you hear from/, '4 people of the patient panel');
  await bernard.fills('What matters to them?', 'Two waited five months to hear that it was a tablet.');
  await bernard.page.getByLabel('It begins').selectOption('I know');
  await bernard.fills('What matters', 'what my cough comes from');
  await bernard.fills(/^So that/, 'I do not lie awake');
  await bernard.button('Add this statement').click();
  await bernard.photographs('story-1-voice');
  await bernard.follows(bernard.button('Save'));
  await bernard.opens(`${record}/suitability`);
  await bernard.reads(/I know what my cough comes from, so that I do not lie awake/);

  await leonie.opens(`${record}/suitability/new?kind=CONTEXT_COMPARISON`);
  await leonie.reads('What the two sites say of themselves');
  await leonie.button('Start my answer with these differences').click();
  await leonie.page
    .getByRole('group', { name: /Which of these matter/ })
    .getByRole('checkbox')
    .first()
    .check();
  await leonie.photographs('story-1-places');
  await leonie.follows(leonie.button('Save'));
}, 120_000);

it('4: it decides to change it, and says what it changes and why, in words that become codes for research alone', async () => {
  await movesTo(leonie, record, 'We will use it, and are changing it to fit', 'Not our problem, but its shape fits.');
  await recordsChange(leonie, record, 'Condition changed from breathlessness to long-lasting cough', 'The letters');
  await addsDetails(leonie, { sections: /^Why$/, kind: /It is for other people/, planning: /^Planned ahead/ });
  await leonie.reads(/Keeps what makes it work/);
  await leonie.photographs('story-1-change');
  await recordsChange(
    leonie,
    record,
    'Weekly clinic replaced by steps in each practice and a monthly joint clinic',
    'Few people need the clinic once all practices use the same steps',
  );
  await leonie.opens(record);
  await leonie.reads('Details to add');
  expect(await leonie.canRead('context_type:population')).toBe(false);

  await leonie.opens(`${record}/research`);
  await leonie.reads('context_type:population');
  await leonie.photographs('story-1-research');
}, 120_000);

it('5: it tests its own words, runs them, and publishes the pathway', async () => {
  const steps = 'Red-flag list and two-page assessment. A look at medicines that cause cough. Advice within two days.';
  await rewrites(leonie, record, 'why', 'Most long-lasting cough has a cause that practices can find and treat.');
  await rewrites(leonie, record, 'procedures', steps);
  await rewrites(leonie, record, 'where', 'All 19 practices; joint clinic at Canalside surgery.');
  await movesTo(leonie, record, 'We are testing it', 'Practices want one page.');
  await movesTo(leonie, record, 'It is running', 'Letters for cough fell from about 24 a month to about 14.');
  await leonie.reads('It is running at Northvale.');
  await publishes(leonie, record, 'Cough care pathway', 'A shared way of assessing long-lasting cough in practice.');
  await leonie.photographs('story-1-published');

  await leonie.opens(`${record}/compare`);
  await leonie.reads(/^3 of/);
  await leonie.reads('The letters');
  await leonie.photographs('story-1-compare');
}, 180_000);

it('6: Tollbridge hears of it, sees it in the family of its clinic, and takes a change home with a credit that stays', async () => {
  const meiLin = await world.person('mei-lin-hazelgrove');
  await hears(meiLin, /adapted an intervention of your site/);
  await meiLin.opens('/interventions/one-stop-breathlessness-clinic');
  await meiLin.page
    .getByRole('region', { name: /Family/ })
    .getByRole('link', { name: 'Cough care pathway' })
    .first()
    .waitFor();
  await meiLin.photographs('story-1-originator');
  await meiLin.page.locator('summary', { hasText: 'What to do: changed by 1 of 1 site' }).click();
  await meiLin.follows(meiLin.link(/Bring this into our next version.*What to do, from Northvale/));
  await meiLin.page
    .getByLabel('The text in your next version')
    .fill('Blood test and ECG before the visit. A look at medicines that cause cough. A written plan to take home.');
  await meiLin.photographs('story-1-fold');
  await meiLin.follows(meiLin.button('Put it into our draft'));
  await meiLin.opens('/interventions/one-stop-breathlessness-clinic/publish');
  await meiLin.follows(meiLin.button('Publish version 2'));
  await meiLin.reads('With a change by');
  await meiLin.photographs('story-1-credit');

  await hears(leonie, /published a version with a change by your site/);
  await leonie.photographs('story-1-news');
  const nobody = await world.person(null, widths.phone);
  await nobody.opens('/interventions/one-stop-breathlessness-clinic');
  await nobody.reads('With a change by');
  await nobody.photographs('story-1-end');
}, 180_000);
