/** Signing in and staying signed in: codes by mail, the second step, sessions that end, and words that are not lost by it. */
import { appCode, asksForCode, signsInByCode } from './support/sign-in';
import { World, widths } from './support/world';

let world: World;

beforeAll(async () => {
  world = await World.open();
});

afterAll(() => world.close());

const discussion = '/discussions/risk-list-misses-the-people-we-worry-about';

it.each(Object.entries(widths))(
  'signing in by a code from a letter leads back to where one wanted to go, on a %s',
  async (_name, width) => {
    const email = `test.person.${width}@nhs.net`;
    const person = await world.person(null, width);
    await person.opens('/follow?target=care-model%3Anetwork%2Fmcp');
    expect(new URL(person.page.url()).pathname).toBe('/sign-in');

    await person.button('Send me a code').click();
    await person.reads('Enter your e-mail address');
    await asksForCode(person, email);
    await person.reads(/If test\.person.* may sign in, the person who runs the hub can read its code/);
    await person.fills('Code', '00000000');
    await person.button(/^Sign in$/).click();
    await person.reads(/This code is wrong, was used or is too old/);
    await person.checks();
    await person.follows(person.link('Use another address'));

    await signsInByCode(world, person, email);
    const { pathname, searchParams } = new URL(person.page.url());
    const ledTo = pathname === '/welcome' ? searchParams.get('return') : `${pathname}?${searchParams}`;
    expect(ledTo).toBe('/follow?target=care-model%3Anetwork%2Fmcp');
    await person.opens('/account/email');
    await person.reads(email);
  },
  180_000,
);

it('an address that may not sign in is told the same as one that may (S3)', async () => {
  const person = await world.person(null);
  await person.opens('/sign-in');
  await asksForCode(person, 'somebody@elsewhere.example');

  await person.reads(/If somebody@elsewhere\.example may sign in, the person who runs the hub can read its code/);
  expect(await world.hub.letters('somebody@elsewhere.example')).toEqual([]);
}, 180_000);

it('a session that ends while a reply is being written takes nothing of it (S6)', async () => {
  const anjali = await world.person('anjali-thornapple');
  await anjali.opens(discussion);
  await anjali.fills('What do you want to say?', 'We ask the community nurses first');
  await idle('anjali-thornapple');

  await anjali.page.getByRole('heading', { name: 'You were signed out' }).waitFor();
  expect(await anjali.canRead('We ask the community nurses first')).toBe(false);
  await anjali.checks();
  await anjali.follows(anjali.link('Sign in and come back here'));
  await anjali.button(/Anjali Thornapple/).click();
  await anjali.page.waitForURL((url) => url.pathname === discussion);

  expect(await anjali.page.getByLabel('What do you want to say?').inputValue()).toBe(
    'We ask the community nurses first',
  );
  await anjali.button('Post reply').click();
  await anjali.page.getByRole('article').getByText('We ask the community nurses first').waitFor();
}, 180_000);

it('a page that comes to hear only after its session has ended says so', async () => {
  const anjali = await world.person('anjali-thornapple');
  world.lines.cut();
  await anjali.opens('/notifications');
  await idle('anjali-thornapple');
  world.lines.mend();

  await anjali.page.getByRole('heading', { name: 'You were signed out' }).waitFor();
}, 180_000);

it('a reply sent after the session has ended is kept, and comes back after signing in', async () => {
  const anjali = await world.person('anjali-thornapple');
  await anjali.opens(discussion);
  world.lines.cut();
  await anjali.fills('What do you want to say?', 'They know who worries them');
  await idle('anjali-thornapple');
  await anjali.button('Post reply').click();
  await anjali.follows(anjali.link('Sign in and come back here'));
  world.lines.mend();
  await anjali.button(/Anjali Thornapple/).click();
  await anjali.page.waitForURL((url) => url.pathname === discussion);

  expect(await anjali.page.getByLabel('What do you want to say?').inputValue()).toBe('They know who worries them');
}, 180_000);

it('signing out in one tab signs out the others, and forgets what was typed in them', async () => {
  const anjali = await world.person('anjali-thornapple');
  const other = await anjali.page.context().newPage();
  await other.goto(`${world.hub.address}/discussions/new`);
  await other.getByLabel('Title').fill('Something private');
  await anjali.opens('/');
  await anjali.button('Sign out').click();

  await other.waitForURL((url) => url.pathname === '/');
  await other.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
  expect(await other.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
    'Something private',
  );
}, 180_000);

it('ending all other sessions signs out the other window within 5 seconds (S7)', async () => {
  const here = await world.person('marisol-greywether', widths.phone);
  const there = await world.person('marisol-greywether');
  await there.opens('/notifications');
  await world.hub.as('marisol-greywether', { device: 'Mozilla/5.0 (Windows NT 10.0) Firefox/149.0' });
  await here.opens('/account/sessions');
  const atWork = here.page.getByRole('listitem').filter({ hasText: 'Firefox on Windows' });
  await atWork.getByRole('button', { name: /^End this one/ }).click();
  await here.reads('1 place signed out');
  await atWork.waitFor({ state: 'detached' });
  await here.page.getByText('End all others').first().click();
  await here.checks();
  await here.button('End all others').click();
  const asked = Date.now();

  await there.page.getByRole('heading', { name: 'You were signed out' }).waitFor();
  expect(Date.now() - asked).toBeLessThan(5000);
  await here.reads('You are signed in nowhere else.');
  await here.checks();
  await there.follows(there.link('Home'));
  const account = there.page.getByRole('navigation', { name: 'Account' });
  expect(await account.getByRole('link').allInnerTexts()).toEqual(['Sign in']);
}, 180_000);

it('a second step is set up with an app, and asked for at the next sign-in (J3)', async () => {
  const email = 'second.step@nhs.net';
  const person = await world.person(null, widths.phone);
  await person.opens('/sign-in');
  await signsInByCode(world, person, email);
  await person.opens('/account/second-step');
  await person.button('Set up a second step').click();
  await person.page.getByRole('heading', { name: 'Add the hub to your app' }).waitFor();
  await person.checks();
  const key = await person.page.locator('.hub-key').innerText();

  await person.fills('Code that your app shows now', '000000');
  await person.button('Turn it on').click();
  await person.reads(/This code is not right/);
  const used = appCode(key);
  await person.fills('Code that your app shows now', used);
  await person.button('Turn it on').click();
  await person.page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
  const [recovery = ''] = await person.page.locator('.hub-codes li').allInnerTexts();
  await person.button('Continue').click();
  await person.reads('Keep the codes, then say that you have');
  await person.checks();
  await person.chooses('I have kept them where only I can find them');
  await person.button('Continue').click();
  await person.reads('Your second step is on');
  await person.checks();

  await signsOut(person);
  await person.opens('/sign-in?return=%2Faccount%2Fsecond-step');
  await signsInByCode(world, person, email);
  await person.fills('Code from your app', used);
  await person.button(/^Sign in$/).click();
  await person.reads(/This code is wrong or was used/);
  await person.fills('Code from your app', appCode(key, 1));
  await person.button(/^Sign in$/).click();
  await person.page.waitForURL((url) => url.pathname === '/account/second-step');

  await person.page.getByText('Take the second step away').first().click();
  await person.button('Use a recovery code instead').click();
  await person.fills('Recovery code', recovery);
  await person.button('Take it away').click();
  await person.reads('Your second step was taken away');
}, 180_000);

/** As if the member had not used any of their sessions for longer than the hub allows. */
function idle(member: string): Promise<unknown> {
  return world.hub.sql(
    "UPDATE core.session SET last_seen_at = now() - interval '31 minutes' WHERE member_ref = $1 AND ended_at IS NULL",
    [`member:network/${member}`],
  );
}

async function signsOut(person: Awaited<ReturnType<World['person']>>): Promise<void> {
  await person.opensMenu();
  await person.button('Sign out').click();
  await person.page.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
}
