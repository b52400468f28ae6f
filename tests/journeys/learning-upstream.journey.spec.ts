/** Learning flows both ways: a source publishes, an adopter merges part by part, and the adopter's change comes home with a credit. */
import { World, widths } from './support/world';
import type { Person } from './support/person';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const clinic = '/interventions/breathlessness-clinic';
const record = '/adaptations/northvale/breathlessness-clinic';

async function publishes(person: Person, section: string, text: string, version: number): Promise<void> {
  await person.opens(`${clinic}/edit/${section}`);
  await person.page.getByRole('textbox').last().fill(text);
  await person.follows(person.button(/^Save/));
  await person.opens(`${clinic}/publish`);
  await person.follows(person.button(`Publish version ${version}`));
}

describe.each([
  ['on a phone', widths.phone, 3, 'Who does it'],
  ['at a desk', widths.desk, 5, 'When and how often'],
])('%s', (_where, width, version, part) => {
  it('a source publishes, an adopter chooses part by part, and their change comes home with a credit', async () => {
    const [callum, leonie] = await Promise.all([
      world.person('callum-pennyroyal', width),
      world.person('leonie-fernmoss', width),
    ]);
    await publishes(callum, 'where', `Tollbridge health centre, first floor, room ${version}.`, version);

    await leonie.opens(`${record}?view=record`);
    await leonie.follows(leonie.link(`Compare version ${version} with yours, and choose`));
    await leonie.photographs(`three-way-${version}`);
    await leonie.button(`Follow version ${version}`).click();
    await leonie.reads('There is a problem');
    await leonie.checks();
    const choices = leonie.page.getByRole('group');
    for (let at = 0; at < (await choices.count()); at += 1)
      await choices
        .nth(at)
        .getByLabel(/^Keep what/)
        .check();
    await leonie.page
      .getByLabel(/^Why\?/)
      .last()
      .fill('We have no first floor');
    await leonie.page.reload();
    expect(
      await leonie.page
        .getByLabel(/^Why\?/)
        .last()
        .inputValue(),
    ).toBe('We have no first floor');
    await leonie.follows(leonie.button(`Follow version ${version}`));
    await leonie.reads(`Northvale now follows version ${version}`);
    await leonie.opens(`${record}?view=record`);
    await leonie.reads('Versions followed');
    await leonie.reads(/Why: We have no first floor/);
    await leonie.photographs(`versions-followed-${version}`);

    await callum.opens(clinic);
    await callum.reads('What they changed, part by part');
    await callum.page.getByText(new RegExp(`^${part}: changed by 1 of`)).click();
    await callum.checks();
    await callum.photographs(`parts-${version}`);
    await callum.follows(callum.link(new RegExp(`Bring this into our next version.*${part}, from Northvale`)));
    await callum.photographs(`fold-${version}`);
    await callum.follows(callum.button('Put it into our draft'));
    await callum.opens(`${clinic}/publish`);
    await callum.follows(callum.button(`Publish version ${version + 1}`));
    await callum.reads(new RegExp(`With a change by.*${part}, since version ${version + 1}`));
    await callum.photographs(`credit-${version}`);

    await world.hub.drain();
    await leonie.opens('/notifications');
    await leonie.reads(/with a change by your site/);
  }, 240_000);
});

it('a change that was taken in can be taken out again until it is published', async () => {
  const callum = await world.person('callum-pennyroyal', widths.phone);
  const theirs = 'adaptation:northvale/breathlessness-clinic';
  await callum.opens(`${clinic}/fold?from=${theirs}&part=SECTION&key=procedures`);
  await callum.follows(callum.button('Put it into our draft'));
  await callum.photographs('taken-in');
  await callum.button(/^Take it out again.*What to do, from Northvale/).click();
  await callum.reads(/“What to do” is as it was before/);
  await callum.checks();
  expect(await callum.button(/^Take it out again.*What to do/).count()).toBe(0);
}, 60_000);

it('the family is a list for everyone and a drawing where there is room, walked with the keyboard and narrowed by stage', async () => {
  const [desk, phone] = await Promise.all([world.person(null), world.person(null, widths.phone)]);
  await phone.opens('/interventions/ed-front-door-triage');
  expect(await phone.page.getByRole('group', { name: /as a drawing/ }).count()).toBe(0);
  await phone.reads(/Draws on this as well/);

  await desk.opens('/interventions/ed-front-door-triage');
  const drawing = desk.page.getByRole('group', { name: /as a drawing/ });
  await drawing.waitFor();
  await desk.photographs('family');
  await drawing.focus();
  await desk.page.keyboard.press('ArrowUp');
  await desk.page.keyboard.press('Enter');
  await desk.page.waitForURL((url) => url.pathname !== '/interventions/ed-front-door-triage');
  await desk.opens('/interventions/gp-stream-at-the-front-door?stage=STOPPED');
  await desk.reads('1 of 3 members at this stage, with the ways to them');
  await desk.photographs('family-stopped');
});

it('an editor says what else an adaptation draws on, and whether people benefit', async () => {
  const leonie = await world.person('leonie-fernmoss', widths.phone);
  await leonie.opens(`${record}/sources?find=health+coaches`);
  await leonie.page
    .getByText(/^We drew on/)
    .first()
    .click();
  await leonie.fills(/What did you take from it/, 'How they listen');
  await leonie.button(/^Add it/).click();
  await leonie.reads('Also drawn on');
  await leonie.checks();
  await leonie.photographs('sources');
  await leonie.opens(`${record}/benefit`);
  await leonie.chooses('Yes');
  await leonie.fills(/How do you know/, 'Fewer people are referred');
  await leonie.follows(leonie.button('Save'));
  await leonie.opens(`${record}?view=record`);
  await leonie.reads(/Yes. Fewer people are referred/);
  await leonie.reads('How they listen');
});
