/** Every page opens at both widths, for a member and for nobody, without a violation. */
import { World, widths } from './support/world';

let world: World;

beforeAll(async () => {
  world = await World.open();
});

afterAll(() => world.close());

const open = [
  '/',
  '/sign-in',
  '/care-models',
  '/care-models/mcp',
  '/interventions',
  '/interventions/breathlessness-clinic',
  '/interventions/breathlessness-clinic/versions/1',
  '/sites',
  '/sites/northvale',
  '/search',
  '/history',
  '/nothing-here',
];
const members = [
  '/discussions',
  '/discussions?show=unanswered&model=MCP',
  '/discussions/new',
  '/discussions/risk-list-misses-the-people-we-worry-about',
  '/follow?target=care-model%3Anetwork%2Fmcp',
  '/notifications',
  '/search?q=cough',
  '/search?q=nothing+like+this+anywhere',
  '/account',
  '/interventions/new',
  '/interventions/cough-care-pathway',
  '/interventions/cough-care-pathway/edit',
  '/interventions/cough-care-pathway/visibility',
];

const adaptationPages = ['', '/compare', '/suitability', '/changes/new', '/stage', '/sections', '/publish'];

it.each(Object.entries(widths))(
  'what anyone may open, on a %s (J6)',
  async (_name, width) => {
    const nobody = await world.person(null, width);
    for (const address of open) await nobody.opens(address);
    await nobody.opens('/discussions');
    expect(nobody.page.url()).toMatch(/\/sign-in/);
  },
  180_000,
);

it.each(Object.entries(widths))(
  'what members open, on a %s',
  async (_name, width) => {
    const [adaptation] = await world.hub.sql<{ at: string }>(
      "SELECT '/adaptations/' || split_part(ref, ':', 2) AS at FROM core.entity WHERE kind = 'adaptation' AND owner_ref = 'site:network/northvale' ORDER BY created_at LIMIT 1",
    );
    const anjali = await world.person('anjali-thornapple', width);
    for (const address of [...open, ...members, ...adaptationPages.map((page) => `${adaptation?.at}${page}`)])
      await anjali.opens(address);
  },
  300_000,
);

it('signing in by the demonstration’s list, and signing out, which clears what was typed', async () => {
  const person = await world.person(null);
  await person.opens('/sign-in');
  await person.button(/Anjali Thornapple/).click();
  await person.link(/Anjali Thornapple/).waitFor();
  await person.opens('/discussions/new');
  await person.fills('Title', 'Something private');
  const signOut = person.button('Sign out').or(person.link('Sign out')).first();
  await Promise.all([person.page.waitForURL((url) => url.pathname === '/', { waitUntil: 'load' }), signOut.click()]);
  await person.page.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();

  expect(await person.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
    'Something private',
  );
}, 60_000);
