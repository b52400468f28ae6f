/** Evaluating: somebody is made an evaluator, writes, publishes, corrects and withdraws; a reader elsewhere follows along. */
import type { Person } from './support/person';
import { World, widths } from './support/world';

let world: World;

beforeAll(async () => {
  world = await World.open();
});

afterAll(() => world.close());

it('an evaluator is given the role, writes an evaluation, and a reader of another site hears of it and reads it', async () => {
  const [anjali, petra] = [await world.person('anjali-thornapple'), await world.person('petra-quillfeather')];
  const zubin = await world.person('zubin-cloverdale', widths.phone);
  await zubin.opens('/follow?target=intervention%3Anorthvale%2Fcough-care-pathway');
  await zubin.chooses('Every new post');
  await zubin.button('Save').click();

  await anjali.opens('/sites/northvale/people/petra-quillfeather/role');
  await anjali.reads(/writes and publishes its evaluations/);
  await anjali.chooses('Evaluator');
  await anjali.follows(anjali.button('Make Petra Quillfeather an evaluator'));

  await petra.opens('/interventions/cough-care-pathway');
  await petra.reads('Evaluations (1)');
  await petra.follows(petra.link('Write an evaluation of this'));
  await petra.button('Save and continue').click();
  await petra.reads('There is a problem');
  await petra.fills('What do you want to find out?', 'Do people come back within a year?');
  await petra.page.reload();
  await petra.fills('Title', 'Who came back within a year');
  await petra.reads('Those who write or evaluate for Northvale');
  await petra.photographs('evaluation-new');
  await petra.follows(petra.button('Save and continue'));

  await writesEverything(petra);
  await petra.photographs('evaluation-edit');
  await petra.follows(petra.button(/^Save$/));
  await petra.reads('Draft, not published');
  await petra.photographs('evaluation-draft');
  await petra.opens('/');
  await petra.follows(petra.link('Check and publish the evaluation “Who came back within a year”'));
  await petra.reads('Anyone, also without an account');
  await petra.photographs('evaluation-publish');
  await petra.follows(petra.button('Publish the evaluation'));
  await petra.reads('The evaluation is published');

  await heardBy(zubin, /published the evaluation/);
  await zubin.follows(zubin.link(/Who came back within a year/));
  await zubin.reads('It did not work');
  await zubin.reads('Half of those who were sent home came back.');
  await zubin.reads('31 people');
  await zubin.photographs('evaluation');
  expect(await zubin.canRead('Correct')).toBe(false);
}, 120_000);

it('what nobody has finished says what is missing, and is for those of the site alone', async () => {
  const petra = await world.person('petra-quillfeather');
  const zubin = await world.person('zubin-cloverdale');
  await petra.opens('/evaluations/new?about=intervention%3Anorthvale%2Fcough-care-pathway');
  await petra.fills('What do you want to find out?', 'What does it cost?');
  await petra.fills('Title', 'What it costs');
  await petra.follows(petra.button('Save and continue'));
  const draft = new URL(petra.page.url()).pathname.replace('/edit', '');

  await petra.opens(`${draft}/publish`);
  await petra.button('Publish the evaluation').click();
  await petra.reads('There is a problem');
  await petra.page.getByRole('alert').getByRole('link', { name: 'Write what it cannot show' }).waitFor();
  await petra.checks();
  await petra.photographs('evaluation-missing');

  await zubin.opens(draft);
  await zubin.reads('Page not found');
  await zubin.opens('/evaluations/new?about=intervention%3Anorthvale%2Fcough-care-pathway');
  await zubin.reads('Others write the evaluations of Northvale');
}, 60_000);

it('two who write at once lose nothing: each keeps what only they changed, and both texts are compared where both did', async () => {
  const anjali = await world.person('anjali-thornapple');
  const petra = await world.person('petra-quillfeather');
  const at = '/evaluations/northvale/what-it-costs/edit';
  await anjali.opens(at);
  await petra.opens(at);
  await petra.fills('What did you find?', 'About 12 pounds each.');
  await petra.fills('What can it not show?', 'Only three months.');
  await petra.follows(petra.button(/^Save$/));

  await anjali.fills('What did you find?', 'About 15 pounds each.');
  await anjali.fills('Who did it, and who paid for it?', 'Nobody was paid.');
  await anjali.button(/^Save$/).click();
  await anjali.page.getByRole('heading', { name: 'Someone else changed this while you were writing' }).waitFor();
  await anjali.checks();
  await anjali.photographs('evaluation-conflict');
  await anjali.follows(anjali.button('Keep mine'));

  await anjali.reads('About 15 pounds each.');
  await anjali.reads('Only three months.');
  await anjali.reads('Nobody was paid.');
}, 60_000);

it('a published one is corrected and withdrawn in the open', async () => {
  const petra = await world.person('petra-quillfeather');
  const nobody = await world.person(null, widths.phone);
  const at = '/evaluations/northvale/who-came-back-within-a-year';
  await petra.opens(`${at}/edit`);
  await petra.fills('What did you find?', 'A third of those who were sent home came back.');
  await petra.button('Save the correction').click();
  await petra.page.getByRole('link', { name: /Say what you put right/ }).waitFor();
  await petra.fills('What did you put right?', 'Two months were counted twice.');
  await petra.follows(petra.button('Save the correction'));
  await nobody.opens(at);
  await nobody.reads('Two months were counted twice.');

  await petra.opens(`${at}/withdraw`);
  await petra.fills('Why do you withdraw it?', 'The letters were read by one person only.');
  await petra.photographs('evaluation-withdraw');
  await petra.follows(petra.button('Withdraw it'));
  await nobody.opens(at);
  await nobody.reads('Northvale has withdrawn this evaluation');
  await nobody.reads('The letters were read by one person only.');
  await nobody.photographs('evaluation-withdrawn');
}, 60_000);

it.each(Object.entries(widths))(
  'pages with evaluations, for anyone, on a %s (J6)',
  async (_name, width) => {
    const nobody = await world.person(null, width);
    await nobody.opens('/evaluations');
    await nobody.reads('GPs in A&E made no difference to the wait');
    await nobody.photographs('evaluations');
    await nobody.opens('/evaluations?verdict=DID_NOT_WORK&site=harbourside');
    await nobody.reads('1 evaluation');
    await nobody.opens('/evaluations?text=nothing+like+this');
    await nobody.reads('No evaluations match');
    await nobody.opens('/sites/harbourside');
    await nobody.reads('What they found out about it (1)');
    await nobody.photographs('site-with-evaluations');
    await nobody.opens('/interventions/gps-in-ae');
    await nobody.follows(nobody.link('GPs in A&E made no difference to the wait'));
    await nobody.reads('Median minutes from arrival');
    await nobody.photographs('evaluation-did-not-work');
    await nobody.opens('/interventions/breathlessness-clinic');
    await nobody.reads('Nobody has evaluated this yet.');
  },
  60_000,
);

async function writesEverything(petra: Person): Promise<void> {
  await petra.chooses('Records or letters read and counted');
  await petra.fills('What was done, in a few lines?', 'Letters of 62 people were read again after a year.');
  for (const [legend, month, year] of [
    ['First month', '9', '2016'],
    ['Last month', '8', '2017'],
  ] as const) {
    const boxes = petra.page.getByRole('group', { name: legend });
    await boxes.getByLabel('Month').fill(month);
    await boxes.getByLabel('Year').fill(year);
  }
  await petra.fills('What did you find?', 'Half of those who were sent home came back.');
  await petra.button('Add a figure').click();
  const row = petra.page.getByRole('group', { name: 'Figure 1' });
  await row.getByLabel(/What it counts/).fill('Came back within a year');
  await row.getByLabel(/^Number/).fill('31');
  await row.getByLabel(/^Unit/).fill('people');
  await petra.chooses('It did not work');
  await petra.page.getByRole('radio', { name: 'Limited' }).check();
  await petra.fills('What can it not show?', 'Whether they would have come back anyway.');
  await petra.fills('Who did it, and who paid for it?', 'The data analyst, who helped to begin the pathway.');
  await petra.checks();
}

/** Waits until the worker has told them. */
async function heardBy(person: Person, words: RegExp): Promise<void> {
  await person.opens('/notifications');
  for (let tries = 0; tries < 20 && !(await person.canRead(words)); tries += 1) {
    await person.page.waitForTimeout(250);
    await person.page.reload({ waitUntil: 'networkidle' });
  }
  await person.reads(words);
  await person.checks();
}
