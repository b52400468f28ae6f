/** The course of an adaptation, on a phone and at a desk: found out, decided, changed, stopped with a reason, and taken up again. */
import { World, widths } from './support/world';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

it.each([
  ['phone', widths.phone, 'crisis-cafe'],
  ['desk', widths.desk, 'care-home-video-link'],
] as const)(
  'is recorded from the first question to what grew from the failure, on a %s',
  async (_name, width, source) => {
    const anjali = await world.person('anjali-thornapple', width);
    await anjali.opens(`/interventions/${source}/adapt`);
    await anjali.follows(anjali.page.getByRole('main').getByRole('button').first());
    const record = new URL(anjali.page.url()).pathname;

    await anjali.opens(`${record}/suitability/new?kind=CONTEXT_COMPARISON`);
    await anjali.reads('What the two sites say of themselves');
    await anjali.page
      .getByRole('group', { name: /Which of these matter/ })
      .getByRole('checkbox')
      .first()
      .check();
    await anjali.fills(/What is different here/, 'We have more roads and fewer rooms.');
    await anjali.follows(anjali.button('Save'));

    await anjali.opens(`${record}/suitability/new?kind=PATIENT_VOICE`);
    await anjali.fills(/Who did you hear from/, 'The patient panel');
    await anjali.fills('What matters', 'be asked first');
    await anjali.page.getByRole('button', { name: 'Add this statement' }).click();
    await anjali.fills(/What matters to them\?/, 'They want to be asked.');
    await anjali.follows(anjali.button('Save'));

    await anjali.opens(`${record}/stage`);
    await anjali.chooses('We are testing it');
    await anjali.button('Save').click();
    await anjali.reads('Choose what you decided');
    await anjali.chooses('Use it as it is');
    await anjali.follows(anjali.button('Save'));

    await anjali.opens(`${record}/stage?to=STOPPED`);
    await anjali.chooses(/^Staff$/);
    await anjali.fills('The reason in your own words', 'No nurse at night.');
    await anjali.fills('What came out of it?', 'One list for all.');
    await anjali.checks();
    await anjali.follows(anjali.button('Record that we stopped'));
    await anjali.reads(/Thank you for writing down what you learned/);
    await anjali.reads('One list for all.');
    await anjali.reads(/“I want to be asked first”/);
    await anjali.reads('Matters here');
    await anjali.photographs('course-record');

    await anjali.opens(`/interventions/${source}`);
    const elsewhere = anjali.page.getByRole('region', { name: 'What happened elsewhere' }).getByRole('listitem');
    expect(await elsewhere.first().textContent()).toMatch(/Northvale.*Stopped.*Main reason: staff.*No nurse at night/s);
    expect(await elsewhere.filter({ hasText: /Running/ }).count()).toBe(1);
    await anjali.photographs('course-elsewhere');

    await anjali.opens(`${record}/stage?to=TESTING`);
    await anjali.button('Save').click();
    await anjali.reads(/Say why you go back/);
    await anjali.fills('Why do you go back to this?', 'Two nurses have joined.');
    await anjali.follows(anjali.button('Save'));
    await anjali.opens(`${record}?view=record`);
    await anjali.reads('Two nurses have joined.');

    await anjali.opens(`${record}/tasks`);
    await anjali.opens(`${record}/tasks?task=DATA_AUDIT`);
    await anjali.chooses('Not sure yet');
    await anjali.follows(anjali.button('Save'));
    await anjali.opens(`${record}?view=tasks`);
    await anjali.reads('Not sure yet');
    await anjali.photographs('course-tasks');
  },
);

it.each(Object.entries(widths))('shows codes on the research view alone, on a %s', async (_name, width) => {
  const reader = await world.person('zubin-cloverdale', width);
  const record = '/adaptations/northvale/breathlessness-clinic';
  await reader.opens(record);
  await reader.reads(/Left out: Everything in one morning \(core\)/);
  expect(await reader.canRead('content_nature:removed')).toBe(false);
  await reader.follows(reader.link('Research view of these changes'));
  await reader.reads('content_nature:removed');
  await reader.photographs('course-research');
});
