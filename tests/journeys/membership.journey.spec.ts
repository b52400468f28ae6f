/** Who belongs where: an invitation from its letter to the page it was sent from, a request declined with words, and every page of it. */
import { signsInByCode } from './support/sign-in';
import { World, widths } from './support/world';

let world: World;

beforeAll(async () => {
  world = await World.open();
});

afterAll(() => world.close());

const email = 'sam.newcomer@elsewhere.example';

it('a lead invites from a page; whoever is invited signs in by the letter, is welcomed, joins, and lands on that page', async () => {
  const anjali = await world.person('anjali-thornapple');
  await anjali.opens('/interventions/breathlessness-clinic');
  await anjali.follows(anjali.link('Invite someone'));
  await anjali.button('Send the invitation').click();
  await anjali.page.getByRole('link', { name: 'Choose a role' }).waitFor();
  await anjali.checks();
  await anjali.fills('Their e-mail address', email);
  await anjali.chooses(/^Member$/);
  await anjali.photographs('invite');
  await anjali.follows(anjali.button('Send the invitation'));
  await anjali.reads(`An invitation goes to ${email}`);
  await anjali.photographs('people-of-northvale');

  const [letter] = await world.hub.letters(email);
  const link = /http\S+\/invitation\?token=\S+/.exec(letter?.text ?? '')?.[0] ?? '';
  const sam = await world.person(null, widths.phone);
  await sam.opens(new URL(link).pathname + new URL(link).search);
  await sam.reads('Dr Anjali Thornapple invites you to Northvale.');
  await sam.photographs('invitation');
  await sam.follows(sam.link('Sign in to accept'));
  await signsInByCode(world, sam, email);

  await sam.page.getByRole('heading', { level: 1, name: /Your name and role/ }).waitFor();
  await sam.fills('Your name', 'Sam Newcomer');
  await sam.fills('Your role', 'Practice nurse');
  await sam.photographs('welcome-1');
  await sam.follows(sam.button('Save and continue'));
  await sam.reads('You are on your way to accept an invitation');
  await sam.page.getByLabel('Your professional group').selectOption('Nursing');
  await sam.follows(sam.button('Save and continue'));
  await sam.button('Follow MCP').click();
  await sam.reads('Following: new discussions only.');
  await sam.checks();
  await sam.photographs('welcome-3');
  await sam.follows(sam.link('Finish'));
  await sam.follows(sam.button('Join Northvale'));

  expect(new URL(sam.page.url()).pathname).toBe('/interventions/breathlessness-clinic');
  await sam.opens('/sites/northvale/people');
  await sam.reads('Sam Newcomer');
  await sam.opens(new URL(link).pathname + new URL(link).search);
  await sam.reads('This invitation cannot be used');
}, 180_000);

it('whoever asks to join is let in or reads why not', async () => {
  const sam = await world.person('ife-brightwater');
  await sam.opens('/sites/oakenshore');
  await sam.follows(sam.link('Ask to join'));
  await sam.fills(/Why do you want to join/, 'I work in both places.');
  await sam.button('Ask to join').click();
  await sam.reads('The leads of Oakenshore have not answered yet');
  await sam.checks();

  const tomasz = await world.person('tomasz-kestrelby');
  await tomasz.opens('/');
  await tomasz.photographs('home-of-a-lead');
  await tomasz.follows(tomasz.link('Ife Brightwater asks to join Oakenshore'));
  await tomasz.photographs('join-request');
  await tomasz.fills('Why not', 'Ask again in May, when we have a desk.');
  await tomasz.follows(tomasz.button('Decline'));
  await tomasz.reads('Ife Brightwater reads your answer');

  await sam.opens('/sites/oakenshore/join');
  await sam.reads('Ask again in May, when we have a desk.');
}, 180_000);

it('the network team opens a proposed site, and whoever proposed it leads it', async () => {
  const idris = await world.person('idris-fellgate');
  await idris.opens('/propose-a-site');
  await idris.fills('Name of the site', 'Harboursidé');
  await idris.fills('Region', 'North coast');
  await idris.chooses(/\(MCP\)/);
  await idris.fills(/Why does it belong/, 'Three practices beside us.');
  await idris.button('Propose the site').click();
  await idris.page.getByRole('link', { name: /There is a site called Harbourside/ }).waitFor();
  await idris.fills('Name of the site', 'Quayhead');
  await idris.follows(idris.button('Propose the site'));
  await idris.reads('The network team reads your proposal of Quayhead');

  const marisol = await world.person('marisol-greywether');
  await marisol.opens('/');
  await marisol.follows(marisol.link('Quayhead'));
  await marisol.photographs('proposal');
  await marisol.follows(marisol.button('Open Quayhead'));
  await marisol.reads('Quayhead is a site of the hub now');

  await idris.opens('/sites/quayhead');
  await idris.follows(idris.link('People and roles'));
  await idris.reads('Site lead, since');
}, 180_000);

it('a lead changes a role, and removes somebody, who at once sees less', async () => {
  const anjali = await world.person('anjali-thornapple');
  const petra = await world.person('petra-quillfeather');
  await petra.opens('/sites/northvale/people');
  await anjali.opens('/sites/northvale/people');
  await anjali.follows(anjali.link('Change role of Petra Quillfeather'));
  await anjali.chooses('Evaluator');
  await anjali.photographs('change-role');
  await anjali.follows(anjali.button('Make Petra Quillfeather an evaluator'));
  await anjali.reads('Petra Quillfeather is an evaluator of Northvale now');
  await anjali.follows(anjali.link('Remove Petra Quillfeather'));
  await anjali.photographs('remove');
  await anjali.follows(anjali.button('Remove Petra Quillfeather'));
  await anjali.reads('Petra Quillfeather no longer belongs to Northvale');

  await petra.opens('/sites/northvale');
  await petra.link('Ask to join').waitFor();
}, 180_000);

it('somebody without a site finds 3 steps on their home', async () => {
  const pascal = await world.person('pascal-thistlewood', widths.phone);
  await pascal.opens('/sites/corvenmoor/leave');
  await pascal.follows(pascal.button('Leave Corvenmoor'));
  await pascal.opens('/');
  await pascal.photographs('home-of-a-newcomer');
  expect(await pascal.page.getByText('3 steps').count()).toBe(1);
  await pascal.follows(pascal.link('Choose your site'));
  await pascal.fills('Find your site', 'Northvale');
  await pascal.button('Find').click();
  await pascal.link('Ask to join Northvale').waitFor();
  await pascal.checks();
  await pascal.photographs('welcome-2');
  await pascal.follows(pascal.link('Ask to join Northvale'));
  await pascal.fills(/Why do you want to join/, 'I moved here.');
  await pascal.button('Ask to join').click();
  await pascal.follows(pascal.link('Go on'));
  expect(new URL(pascal.page.url()).pathname).toBe('/welcome');
}, 180_000);

it('a member says who they are, with a photo, and sees what others see', async () => {
  const leonie = await world.person('leonie-fernmoss');
  await leonie.opens('/account');
  await leonie.follows(leonie.link('Change your profile'));
  await leonie.page.getByLabel('Choose a photo').setInputFiles({
    name: 'notes.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture'),
  });
  await leonie.reads(/no picture that the hub can read/);
  await leonie.checks();
  const png = await leonie.page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 200 } });
  await leonie.page.getByLabel('Choose a photo').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: png });
  await leonie.button('Remove the photo').waitFor();
  await leonie.fills('Pronouns', 'she/her');
  await leonie.fills('What you are interested in', 'Care homes\nFalls');
  await leonie.button('Save').click();
  await leonie.reads('Your profile is saved');
  await leonie.checks();
  await leonie.photographs('profile');
  await leonie.opens('/members/leonie-fernmoss');
  await leonie.reads('she/her');
  await leonie.photographs('member-page');
  const photo = await leonie.page.evaluate(() => document.querySelector<HTMLImageElement>('main img')?.naturalWidth);
  expect(photo).toBe(256);
}, 180_000);

it.each(Object.entries(widths))(
  'every page of it opens without a violation, on a %s',
  async (_name, width) => {
    const [lead, team] = [
      await world.person('anjali-thornapple', width),
      await world.person('marisol-greywether', width),
    ];
    const [request] = await world.hub.sql<{ id: string }>(
      `SELECT id FROM membership.join_request WHERE site_ref LIKE '%/northvale' AND state = 'OPEN' LIMIT 1`,
    );
    const [proposal] = await world.hub.sql<{ id: string }>(
      `SELECT id FROM membership.site_proposal WHERE state = 'OPEN' LIMIT 1`,
    );
    for (const at of [
      '/sites/northvale',
      '/sites/northvale/people',
      '/sites/northvale/people/invite',
      '/sites/northvale/people/kwame-larkrise/role',
      '/sites/northvale/people/anjali-thornapple/role',
      '/sites/northvale/people/anjali-thornapple/remove',
      '/sites/northvale/people/kwame-larkrise/remove',
      '/sites/northvale/leave',
      '/sites/fenmarsh/join',
      `/sites/northvale/requests/${request?.id}`,
      '/invitation?token=nothing',
      '/propose-a-site',
      '/site-proposals',
      '/welcome',
      '/welcome?step=2',
      '/welcome?step=3',
      '/account',
      '/account/profile',
      '/members/kwame-larkrise',
    ])
      await lead.opens(at);
    await team.opens('/site-proposals');
    await team.opens(`/site-proposals/${proposal?.id}`);
    await team.photographs('proposal-page');
  },
  120_000,
);
