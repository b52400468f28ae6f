/** An administrator at work, and the people concerned at their own windows. */
import { readFileSync } from 'node:fs';
import type { Person } from './support/person';
import { World, widths } from './support/world';

let world: World;
let marisol: Person;

beforeAll(async () => {
  world = await World.open();
  marisol = await world.person('marisol-greywether');
}, 120_000);

afterAll(() => world.close());

const reason = 'Asked for by their site';
const whyBox = 'Why?';

it('finds a member, suspends them with a reason, and their other window is signed out (S7)', async () => {
  const kwame = await world.person('kwame-larkrise', widths.phone);
  await kwame.opens('/');
  await kwame.opensMenu();
  await kwame.page
    .getByRole('link', { name: /Kwame Larkrise/ })
    .first()
    .waitFor();

  await marisol.opens('/');
  await marisol.follows(marisol.link('Administration'));
  await marisol.follows(marisol.link('Members'));
  await marisol.fills(/Words of the name/, 'larkrise');
  await marisol.follows(marisol.button('Find'));
  await marisol.reads('1 member');
  await marisol.follows(marisol.link(/Kwame Larkrise/));
  await marisol.follows(marisol.link('Suspend account'));
  await marisol.reads(/signed out everywhere within 5 seconds/);
  await marisol.button('Suspend this account').click();
  await marisol.reads('There is a problem');
  await marisol.fills(whyBox, reason);
  const pressed = Date.now();
  await marisol.follows(marisol.button('Suspend this account'));
  await marisol.reads(/is suspended and signed out/);
  await marisol.reads(new RegExp(`Suspended since .*: ${reason}`));

  await kwame.page
    .getByRole('link', { name: 'Sign in', exact: true })
    .or(kwame.page.getByText(/Sign in to go on|session has ended|signed out/i))
    .first()
    .waitFor({ timeout: 5000 });
  expect(Date.now() - pressed).toBeLessThan(10_000);
}, 120_000);

it('restores them, and reads who did what and why in the audit log', async () => {
  await marisol.follows(marisol.link('Restore account'));
  await marisol.fills(whyBox, 'Cleared up');
  await marisol.follows(marisol.button('Restore this account'));
  await marisol.reads('Open');

  await marisol.follows(marisol.link(/What was done to their account/));
  await marisol.reads('Member: restored');
  await marisol.reads('Member: suspended');
  await marisol.reads(`Reason: ${reason}`);
  await marisol.button('Check the log').click();
  await marisol.reads(/All \d+ entries hold/);
}, 60_000);

it('exports what the list shows as CSV', async () => {
  await marisol.follows(marisol.link('Export these as CSV'));
  await marisol.fills(whyBox, 'The quarterly review');
  const [download] = await Promise.all([
    marisol.page.waitForEvent('download'),
    marisol.button('Save the table').click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n');

  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  expect(lines[0]).toContain('"Number","When (UTC)","Action"');
  expect(lines.some((line) => line.includes('member.suspended'))).toBe(true);
  await marisol.reads(/entries in audit-/);
}, 60_000);

it('breaks the glass on a draft of another site, and its lead hears of it', async () => {
  const anjali = await world.hub.as('anjali-thornapple');
  const made = await anjali.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
    { input: { site: 'northvale', title: 'A draft for nobody else', summary: 'Not yet', modelTypes: ['MCP'] } },
  );
  const page = `/interventions/${String(made.createIntervention.intervention.id).split('/')[1]}`;
  await marisol.opens(page);
  await marisol.reads('Page not found');

  await marisol.opens('/administration/glass');
  await marisol.fills('What?', page);
  await marisol.fills(whyBox, 'A complaint about it');
  await marisol.follows(marisol.button('Open it for 30 minutes'));
  await marisol.reads('A draft for nobody else');
  const lead = await world.person('anjali-thornapple');
  await lead.opens('/notifications');
  await lead.reads(/opened it as an administrator/);
  await lead.opens('/sites/northvale');
  await lead.follows(lead.link('Audit log'));
  await lead.reads('Break glass: opened');
  await lead.reads('Reason: A complaint about it');

  await marisol.opens('/administration/glass');
  await marisol.button(/Close it now/).click();
  await marisol.page.getByRole('button', { name: /Close it now/ }).waitFor({ state: 'detached' });
  await marisol.opens(page);
  await marisol.reads('Page not found');
}, 120_000);

it('reads a letter that the hub keeps, with a reason', async () => {
  await world.hub.sql(
    `INSERT INTO core.mail (id, message_id, recipient, subject, text, html, headers, secret, created_at, next_at)
     VALUES (gen_random_uuid(), '<a@b>', 'someone@nhs.net', 'Your code', 'The code is 123456', '<html><head></head><body><p>The code is 123456</p></body></html>', '{}', true, now(), now())`,
  );
  await marisol.opens('/administration/mail');
  expect(await marisol.canRead('Your code')).toBe(false);
  await marisol.follows(marisol.link(/Read the letter to someone@nhs.net/));
  await marisol.fills(whyBox, 'They asked me for it');
  await marisol.button('Read the letter').click();
  await marisol.reads('The code is 123456');
  await marisol.checks();
}, 60_000);

it('everybody reads their own part of the log; for others there is no administration', async () => {
  const leonie = await world.person('leonie-fernmoss', widths.phone);
  await leonie.opens('/account');
  await leonie.follows(leonie.link('What was recorded of you'));
  await leonie.opensMenu();
  expect(await leonie.canRead('Administration')).toBe(false);
  await leonie.opens('/administration');
  await leonie.reads('Page not found');
  await leonie.opens('/administration/members');
  await leonie.reads('Page not found');
}, 60_000);

const pages = [
  '/administration',
  '/administration/members',
  '/administration/members?role=LEAD&sort=LAST_SEEN',
  '/administration/members?text=nobody%40nhs.net',
  '/administration/members/anjali-thornapple',
  '/administration/members/anjali-thornapple/roles',
  '/administration/members/anjali-thornapple/sessions',
  '/administration/access-review',
  '/administration/sites',
  '/administration/domains',
  '/administration/domains/remove?domain=nhs.net',
  '/administration/audit',
  '/administration/audit?what=member&from=2020-01-01',
  '/administration/audit/print?what=member',
  '/administration/audit/export',
  '/administration/mail',
  '/administration/glass',
  '/administration/deliveries',
  '/administration/deliveries/discard?event=event%3Aa&handler=IndexEntity',
  '/administration/operating',
  '/administration/records',
  '/administration/records?type=thread&on=2030-01-01',
  '/administration/records/hold?record=site%3Anetwork%2Fnorthvale',
  '/account/trail',
];

it.each(Object.entries(widths))(
  'the pages of administration open without a violation, on a %s',
  async (_name, width) => {
    const person = await world.person('marisol-greywether', width);
    for (const address of pages) {
      await person.opens(address);
      await person.photographs(`administration${address.replace(/[^a-z]+/gi, '-')}`);
    }
  },
  300_000,
);
