/** An intervention from the first word to its withdrawal: described in full, saved by itself, fought over, revised, compared, withdrawn. */
import { World } from './support/world';
import type { Person } from './support/person';

let world: World;
let anjali: Person;
let leonie: Person;

beforeAll(async () => {
  world = await World.open();
  [anjali, leonie] = await Promise.all([world.person('anjali-thornapple'), world.person('leonie-fernmoss', 320)]);
});
afterAll(() => world.close());

const at = '/interventions/falls-huddle';
const goOn = (person: Person) => person.follows(person.button('Save and continue'));

/** The other sections that publishing asks for: their pages are like the first. */
async function writesTheRest() {
  const api = await world.hub.as('anjali-thornapple');
  const { intervention } = await api.ok('{ intervention(slug: "falls-huddle") { id revision } }');
  const keys = ['procedures', 'who_provides', 'how', 'where', 'when_how_much'];
  const sections = keys.map((key) => ({ key, body: `What there is to say of ${key}.` }));
  await api.ok(
    'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
    { input: { id: intervention.id, expectedRevision: intervention.revision, sections } },
  );
}

/** Another site publishes what it made of it: the addresses of the record and of the result. */
async function adaptedAtTollbridge() {
  const api = await world.hub.as('callum-pennyroyal');
  const { intervention } = await api.ok('{ intervention(slug: "falls-huddle") { currentVersion { id } } }');
  const { startAdaptation } = await api.ok(
    'mutation ($input: StartAdaptationInput!) { startAdaptation(input: $input) { adaptation { id } } }',
    { input: { sourceVersion: intervention.currentVersion.id, site: 'tollbridge' } },
  );
  const adaptation: string = startAdaptation.adaptation.id;
  await api.ok('mutation ($input: MoveAdaptationInput!) { moveAdaptation(input: $input) { adaptation { id } } }', {
    input: { adaptation, stage: 'ADAPTING' },
  });
  const { publishAdaptation } = await api.ok(
    'mutation ($input: PublishAdaptationInput!) { publishAdaptation(input: $input) { adaptation { result { slug } } } }',
    { input: { adaptation, title: 'Huddle on the phone', summary: 'For homes far apart.' } },
  );
  return {
    adaptation: `/adaptations/${adaptation.slice(adaptation.indexOf(':') + 1)}`,
    result: `/interventions/${publishAdaptation.adaptation.result.slug}`,
  };
}

it('1: everything that others need is asked, one question on a page, and saves itself', async () => {
  await anjali.opens('/interventions/new');
  await anjali.fills(/What is it called/, 'Falls huddle');
  await anjali.fills(/in a sentence or two/, 'A daily check of ten minutes for residents who fell this week.');
  await anjali.chooses(/\(EHCH\)/);
  await goOn(anjali);

  await anjali.fills('The problem', 'Residents fell at night and nobody talked about it.');
  await anjali.reads(/^Saved at/);
  await anjali.page.reload();
  expect(await anjali.page.getByLabel('The problem').inputValue()).toBe(
    'Residents fell at night and nobody talked about it.',
  );
  await goOn(anjali);

  await anjali.fills('In your words', 'Residents who fell in the last week');
  await anjali.chooses('Care home residents');
  await goOn(anjali);

  for (const [name, kind, why] of [
    ['The huddle', /^Core/, 'It is where falls are talked about'],
    ['The board', /can be adapted/, 'Anything to write on will do'],
  ] as const) {
    await anjali.button(/^Add/).click();
    const row = anjali.page.getByRole('group', { name: /^Component \d/ }).last();
    await row.getByLabel('Its name').fill(name);
    await row.getByLabel(kind).check();
    await row.getByLabel('Why do you say so?').fill(why);
  }
  await goOn(anjali);

  await anjali.opens(`${at}/edit/why`);
  await anjali.page.getByRole('textbox').last().fill('What there is to say of why.');
  await goOn(anjali);
  await writesTheRest();

  await anjali.opens(`${at}/edit/needs`);
  await anjali.fills('People it takes', 'A registered nurse.');
  await anjali.button('Add a figure').click();
  await anjali.fills(/What it counts/, 'Nurse hours a week');
  await anjali.fills(/^Number/, '7.5');
  await goOn(anjali);
  await anjali.button('Add a risk').click();
  await anjali.fills('What could go wrong?', 'Nobody comes.');
  await anjali.fills('What was done about it?', 'It is held where the tea is.');
  await goOn(anjali);
  await anjali.page.getByRole('textbox', { name: 'What is measured' }).fill('Falls per 1,000 beds\nStaff confidence');
  await anjali.follows(anjali.button('Save and see all parts'));

  await anjali.opens(`${at}/edit/facts`);
  await anjali.chooses('Start by focusing on a specific population');
  await anjali.page.getByRole('checkbox', { name: 'Leonie Fernmoss' }).check();
  const review = anjali.page.getByRole('group', { name: /look at it again/ });
  for (const [box, text] of Object.entries({ Day: '31', Month: '3', Year: '2018' }))
    await review.getByLabel(box).fill(text);
  await anjali.follows(anjali.button('Save'));
  await anjali.photographs('describing-tasks');
}, 240_000);

it('2: it is published with all of it, and says that a review is due', async () => {
  await anjali.opens(`${at}/publish`);
  await anjali.follows(anjali.button('Publish version 1'));

  for (const words of [
    'The huddle',
    'Core: It is where falls are talked about',
    'Nurse hours a week: 7.5',
    'Nobody comes.',
  ])
    await anjali.reads(words);
  await anjali.reads('Falls per 1,000 beds');
  await anjali.reads('31 March 2018');
  await anjali.reads(/Review due/);
  await anjali.photographs('described');
}, 60_000);

it('3: two who write the same part at once meet on the compare page, and nothing of either is lost', async () => {
  await leonie.opens(`${at}/edit/problem`);
  await anjali.opens(`${at}/edit/problem`);
  await leonie.fills('The problem', 'Residents fell by day.');
  await leonie.reads(/^Saved at/);

  await anjali.fills('The problem', 'Residents fell in the garden.');
  await anjali.reads('Someone else changed this while you were writing');
  await anjali.reads('by day');
  await anjali.checks();
  await anjali.photographs('describing-conflict');
  await anjali.button('Combine them').click();

  const box = anjali.page.getByLabel('The problem');
  expect(await box.inputValue()).toBe('Residents fell by day.\n\nResidents fell in the garden.');
  await anjali.follows(anjali.button('Save and see all parts'));
}, 60_000);

it('4: two versions and what they are made of are compared, at an address that can be shared', async () => {
  await anjali.opens(`${at}/edit/components`);
  await anjali.page.getByRole('button', { name: 'Remove component 2' }).click();
  await anjali.follows(anjali.button('Save and see all parts'));
  await anjali.opens(`${at}/publish`);
  await anjali.fills(/What changed since version 1/, 'The board is gone');
  await anjali.follows(anjali.button('Publish version 2'));

  await leonie.opens(`${at}/compare?from=1&to=2`);
  await leonie.page.getByRole('heading', { name: /^Before it/ }).waitFor();
  await leonie.page.getByRole('heading', { name: /^Component: The board/ }).waitFor();
  expect(await leonie.canRead('Component: The huddle')).toBe(false);
  await leonie.photographs('describing-compare');
}, 60_000);

it('5: withdrawn, it says why on each of its pages and of those that grew from it, and can be brought back', async () => {
  const { adaptation, result } = await adaptedAtTollbridge();
  await anjali.opens(at);
  await anjali.follows(anjali.link('Withdraw this intervention'));
  await anjali.button('Withdraw it').click();
  await anjali.reads('Say why');
  await anjali.fills('Why do you withdraw it?', 'Two people fell on their way to it.');
  await anjali.follows(anjali.button('Withdraw it'));

  for (const page of [at, `${at}/versions/1`, `${at}/compare?from=1&to=2`, adaptation, result]) {
    await leonie.opens(page);
    await leonie.reads('Two people fell on their way to it.');
  }
  await leonie.photographs('withdrawn');

  await anjali.follows(anjali.link('Bring this intervention back'));
  await anjali.fills('Why do you bring it back?', 'The way is lit now.');
  await anjali.follows(anjali.button('Bring it back'));
  await anjali.reads('It is back as it was');
  expect(await anjali.canRead('Two people fell on their way to it.')).toBe(false);
}, 60_000);

it('no page had an error of its own', () => {
  expect([...anjali.complaints, ...leonie.complaints]).toEqual([]);
});
