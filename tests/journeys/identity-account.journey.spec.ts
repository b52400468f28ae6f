/** What people do with their own account: their address, tokens for programs, a copy of their data, and being erased. */
import { readFile } from 'node:fs/promises';
import type { Person } from './support/person';
import { nextLetter, signsInByCode } from './support/sign-in';
import { World, widths } from './support/world';

let world: World;

beforeAll(async () => {
  world = await World.open();
});

afterAll(() => world.close());

it.each(Object.entries(widths))(
  'every page of the account opens, on a %s',
  async (_name, width) => {
    const anjali = await world.person('anjali-thornapple', width);
    await anjali.opens('/account');
    const pages = await anjali.page
      .locator('main .hub-rows a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(pages).toEqual(expect.arrayContaining(['/account/sessions', '/account/second-step', '/account/your-data']));
    for (const page of [...pages, '/account/api-tokens/new', '/account/confirm-email?token=x', '/account/erase'])
      await anjali.opens(page);
  },
  180_000,
);

it('a token is made, used by a program, and taken back', async () => {
  const anjali = await world.person('anjali-thornapple', widths.phone);
  await anjali.opens('/account/api-tokens');
  await anjali.follows(anjali.link('Make a token'));
  await anjali.button('Make the token').click();
  await anjali.reads('Enter what the token is for');
  await anjali.fills('What is it for?', 'Reading for our dashboard');
  await anjali.chooses('7 days');
  await anjali.button('Make the token').click();
  await anjali.page.getByRole('heading', { name: 'Copy your token now' }).waitFor();
  await anjali.checks();
  const token = await anjali.page.locator('.hub-key').innerText();
  expect(await whoIs(token)).toMatch(/Anjali Thornapple/);

  await anjali.follows(anjali.link('I have kept it'));
  expect(await anjali.canRead(token)).toBe(false);
  await anjali.page.getByText('Take back Reading for our dashboard').click();
  await anjali.button('Take it back').click();
  await anjali.reads('Reading for our dashboard does not count any more');
  await anjali.checks();
  expect(await whoIs(token)).toBeNull();
}, 180_000);

it('an address changes once it was confirmed at both places', async () => {
  const [before, after] = ['old.address@nhs.net', 'new.address@nhs.net'];
  const person = await signedIn(before);
  await person.opens('/account/email');
  await person.fills('New e-mail address', before);
  await person.button('Send the letters').click();
  await person.reads('This is your address already');
  const [lettersBefore, lettersAfter] = [await world.hub.letters(before), await world.hub.letters(after)];
  await person.fills('New e-mail address', after);
  await person.button('Send the letters').click();
  await person.reads('Waiting for you to confirm');
  await person.checks();

  await confirms(person, before, lettersBefore.length);
  await person.reads('Confirmed here');
  await person.checks();
  await confirms(person, after, lettersAfter.length);
  await person.reads(`From now on you sign in by ${after}.`);
  await person.button('Confirm').waitFor({ state: 'detached' });
  await person.opens('/account/email');
  await person.reads(after);
}, 180_000);

it('a link that does not count says so, and a change can be called off', async () => {
  const person = await signedIn('changes.mind@nhs.net');
  await person.opens('/account/confirm-email?token=made-up');
  await person.button('Confirm').click();
  await person.reads('This link does not count any more');

  await person.opens('/account/email');
  await person.fills('New e-mail address', 'other.mind@nhs.net');
  await person.button('Send the letters').click();
  await person.button('Keep the address as it is').click();
  await person.reads('Your address stays as it is');
  await person.page.getByRole('heading', { name: 'Change it' }).waitFor();
  expect(await person.canRead('other.mind@nhs.net')).toBe(false);
}, 180_000);

it('a member takes a copy of their data, and is then erased', async () => {
  const email = 'leaving.person@nhs.net';
  const person = await signedIn(email, widths.phone);
  await person.opens('/account/your-data');
  const [download] = await Promise.all([
    person.page.waitForEvent('download'),
    person.button('Download my data').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^vanguard-hub-my-data-.+\.json$/);
  expect(JSON.stringify(JSON.parse(await readFile(await download.path(), 'utf8')))).toContain(email);

  await person.follows(person.link('what goes and what stays'));
  await person.fills('Type your name to confirm', 'Somebody else');
  await person.button('Erase me').click();
  await person.reads(/^Type your name as the hub shows it/);
  await person.checks();
  await person.opensMenu();
  const name = await person.page.getByRole('navigation', { name: 'Account' }).locator('a[href="/account"]').innerText();
  await person.fills('Type your name to confirm', name);
  await person.button('Erase me').click();
  await person.page.waitForURL((url) => url.pathname === '/erased', { waitUntil: 'load' });
  await person.checks();

  expect(await person.page.getByRole('navigation', { name: 'Account' }).getByRole('link').allInnerTexts()).toEqual([
    'Sign in',
  ]);
}, 180_000);

async function signedIn(email: string, width: number = widths.desk): Promise<Person> {
  const person = await world.person(null, width);
  await person.opens('/sign-in');
  await signsInByCode(world, person, email);
  return person;
}

/** Opens the link in the newest letter to an address, and presses the button behind it. */
async function confirms(person: Person, email: string, lettersBefore: number): Promise<void> {
  const { text } = await nextLetter(world.hub, email, lettersBefore);
  const link = /\/account\/confirm-email\?token=\S+/.exec(text)?.[0] ?? '';
  await person.opens(link);
  await person.button('Confirm').click();
}

/** As a program asks: with a token and nothing else. */
async function whoIs(token: string): Promise<string | null> {
  const answer = await fetch(`${world.hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { displayName } }' }),
  });
  const { data } = (await answer.json()) as { data?: { viewer: { displayName: string } | null } };
  return data?.viewer?.displayName ?? null;
}
