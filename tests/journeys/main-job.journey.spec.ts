/** The main job: an idea is published, found elsewhere, adapted with reasons, published again, and heard of by those who follow. */
import { World } from './support/world';
import type { Person } from './support/person';

let world: World;
let meiLin: Person;
let anjali: Person;

beforeAll(async () => {
  world = await World.open();
  [meiLin, anjali] = await Promise.all([world.person('mei-lin-hazelgrove'), world.person('anjali-thornapple')]);
});

afterAll(() => world.close());

const sections: readonly [string, string][] = [
  ['Why', 'Breathlessness has several causes that share the same first tests.'],
  ['What you need', 'A room, a spirometer and an ECG machine.'],
  [
    'What to do',
    'Blood test and ECG before the visit. Spirometry and a step test on the day. A written plan to take home.',
  ],
  ['Who does it', 'A GP with a respiratory interest and a practice nurse.'],
  ['How', 'Face to face, one person at a time.'],
  ['Where', 'The health centre, ground floor.'],
  ['When and how often', 'One morning a week, eight people.'],
];

async function writesSection(person: Person, heading: string, text: string): Promise<void> {
  await person.page.getByRole('heading', { level: 1, name: new RegExp(`^${heading}`) }).waitFor();
  await person.page.getByRole('textbox').last().fill(text);
  await person.follows(person.button('Save and continue'));
}

it('1: a member writes an intervention, loses nothing in a reload, and publishes version 1', async () => {
  await meiLin.opens('/interventions/new');
  await meiLin.fills(/What is it called/, 'Breathless morning');
  await meiLin.fills(/in a sentence or two/, 'All first tests for breathlessness in one morning.');
  await meiLin.page.reload();
  expect(await meiLin.page.getByLabel(/What is it called/).inputValue()).toBe('Breathless morning');
  await meiLin.chooses(/\(MCP\)/);
  await meiLin.chooses('Running');
  await meiLin.chooses(/also without an account/);
  await meiLin.follows(meiLin.button('Save and continue'));

  const [first, ...others] = sections;
  await meiLin.reads('What was wrong before it?');
  await meiLin.opens('/interventions/breathless-morning/edit/why');
  await meiLin.page
    .getByRole('textbox')
    .last()
    .fill(first?.[1] ?? '');
  await meiLin.page.reload();
  expect(await meiLin.page.getByRole('textbox').last().inputValue()).toBe(first?.[1]);
  await meiLin.follows(meiLin.button('Save and continue'));

  await meiLin.opens('/interventions/breathless-morning/publish');
  await meiLin.button('Publish version 1').click();
  await meiLin.reads('There is a problem');
  expect(await meiLin.page.getByRole('alert').getByRole('link').count()).toBe(5);

  await meiLin.opens('/interventions/breathless-morning/edit/materials');
  for (const [heading, text] of others) await writesSection(meiLin, heading, text);
  await meiLin.opens('/interventions/breathless-morning/publish');
  await meiLin.follows(meiLin.button('Publish version 1'));
  await meiLin.reads(/Version 1/);
  await meiLin.photographs('published');
}, 120_000);

it('2: a GP lead elsewhere finds it, adapts it with reasons, and publishes what it became', async () => {
  await anjali.opens('/care-models/mcp');
  await anjali.link('Breathless morning').waitFor();
  await anjali.page.getByRole('searchbox').first().fill('breathless morning');
  await anjali.page.getByRole('searchbox').first().press('Enter');
  await anjali.page.waitForURL(/\/search\?q=/);
  await anjali.checks();
  await anjali.follows(anjali.link('Breathless morning'));

  await anjali.follows(anjali.link(/Adapt this for our site/));
  await anjali.fills(/Why are you looking at this/, 'Long waits for a respiratory opinion.');
  await anjali.follows(anjali.button('Start'));
  const record = new URL(anjali.page.url()).pathname;

  await anjali.opens(`${record}/suitability/new?kind=DATA_AUDIT`);
  await anjali.fills(/What question did you ask/, 'Is there demand here for a breathlessness clinic?');
  await anjali.fills(/what did it show/, 'Most letters give cough, not breathlessness.');
  await anjali.chooses('No');
  for (const [label, value] of [
    ['Breathlessness the main reason', '31'],
    ['Cough the main reason', '148'],
  ] as const) {
    await anjali.button(/^Add a/).click();
    const row = anjali.page.getByRole('group', { name: /^Figure \d/ }).last();
    await row.getByLabel(/What it counts/).fill(label);
    await row.getByLabel(/^Number/).fill(value);
    await row.getByLabel(/^Unit/).fill('letters');
  }
  await anjali.follows(anjali.button('Save'));

  await anjali.opens(`${record}/suitability/new?kind=STAKEHOLDER_EVENT`);
  await anjali.fills(/Who took part/, '31 GPs and 6 nurses from 17 practices');
  await anjali.fills(/What did they say/, 'No two sheets were the same: some X-ray first, some refer at once.');
  await anjali.follows(anjali.button('Save'));

  await recordsChange(record, 'Condition changed from breathlessness to cough', 'The referral audit');
  await addsDetails('What to do');
  await recordsChange(
    record,
    'Weekly clinic replaced by steps in each practice',
    'Few people need the clinic once all use the same steps',
  );

  await movesTo(record, 'We will use it, and are changing it to fit', 'The audit says cough');
  for (const [key, text] of [
    ['procedures', 'The agreed steps for cough in every practice. Medicine check first, then an X-ray.'],
    ['where', 'Every practice.'],
  ] as const) {
    await anjali.opens(`${record}/sections/${key}`);
    await anjali.page.getByRole('main').getByRole('textbox').last().fill(text);
    await anjali.follows(anjali.button('Save'));
  }
  await movesTo(record, 'We are testing it', 'Practices want one page');

  await anjali.opens(`${record}/publish`);
  await anjali.fills(/What do you call it/, 'Cough pathway of the Vale');
  await anjali.fills(/in a sentence or two/, 'One agreed way to look at a long-lasting cough.');
  await anjali.chooses('Anyone, also without an account');
  await anjali.follows(anjali.button('Publish version 1'));
  await anjali.photographs('record-published');

  await anjali.opens(`${record}/compare`);
  await anjali.reads('2 of');
  await anjali.reads('The referral audit');
  await anjali.link(/Show all sections/).waitFor();
  await anjali.photographs('compare');
}, 180_000);

it('2: the family is seen from both ends, and by people who are not signed in', async () => {
  const nobody = await world.person(null);

  await nobody.opens('/interventions/breathless-morning');
  await nobody.link('Cough pathway of the Vale').waitFor();
  await nobody.follows(nobody.link('Cough pathway of the Vale'));

  await nobody.link('Breathless morning').waitFor();
}, 60_000);

it('one of the changes is coded with FRAME only later, by plain questions', async () => {
  const [row] = await world.hub.sql<{ ref: string }>(
    "SELECT ref FROM core.entity WHERE kind = 'adaptation' AND title LIKE '%Breathless morning%' OR kind = 'adaptation' AND ref LIKE '%breathless-morning%'",
  );
  const record = `/adaptations/${row?.ref.split(':')[1]}`;
  await anjali.opens(record);

  await anjali.reads(/Details to add/);
  await anjali.photographs('task-list');
  await anjali.follows(anjali.link(/Weekly clinic replaced by steps/));
  await addsDetails('Where');
  await anjali.opens(record);
  expect(await anjali.canRead('Details to add')).toBe(false);

  const { adaptation } = await (
    await world.hub.as('anjali-thornapple')
  ).ok('query ($id: ID!) { adaptation(id: $id) { modifications { codes sectionKeys planned } } }', { id: row?.ref });
  for (const { codes } of adaptation.modifications) expect(codes.length).toBeGreaterThan(5);
  expect(adaptation.modifications.map(({ sectionKeys }: { sectionKeys: string[] }) => sectionKeys)).toEqual([
    ['procedures'],
    ['where'],
  ]);
}, 120_000);

/** Answers each further question about a change with its first answer; the part of the text that changed is named. */
async function addsDetails(part: string): Promise<void> {
  await anjali.follows(anjali.link(/Add details/).or(anjali.button(/Add details/)));
  while (new URL(anjali.page.url()).searchParams.has('question')) {
    const main = anjali.page.getByRole('main');
    const answers = main.getByRole('radio').or(main.getByRole('checkbox'));
    if (anjali.page.url().includes('question=reasons')) await main.locator('summary').first().click();
    if (anjali.page.url().includes('question=sections')) await main.getByLabel(part, { exact: true }).check();
    else await answers.first().check();
    await anjali.follows(anjali.button('Continue'));
  }
}

async function recordsChange(record: string, what: string, why: string): Promise<void> {
  await anjali.opens(`${record}/changes/new`);
  const boxes = anjali.page.getByRole('main').getByRole('textbox');
  await boxes.nth(0).fill(what);
  await boxes.nth(1).fill(why);
  await anjali.follows(anjali.button('Save this change'));
}

async function movesTo(record: string, stage: string, learned: string): Promise<void> {
  await anjali.opens(`${record}/stage`);
  await anjali.page.getByRole('radio', { name: stage }).first().check();
  await anjali.fills(/What did you learn/, learned);
  await anjali.follows(anjali.page.getByRole('main').getByRole('button').first());
}
