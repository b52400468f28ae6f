/** A site lets anyone read what it does: a link with a preview, opened without an account, until the site takes it back. */
import { World, widths } from './support/world';
import type { Person } from './support/person';

const address = '/interventions/breathlessness-clinic';
const title = 'One-stop breathlessness clinic';

let world: World;
let callum: Person;

beforeAll(async () => {
  world = await World.open();
  const site = await world.hub.as('callum-pennyroyal');
  await site.ok(
    'mutation ($input: SetInterventionVisibilityInput!) { setInterventionVisibility(input: $input) { intervention { id } } }',
    { input: { id: 'intervention:tollbridge/breathlessness-clinic', visibility: 'NETWORK' } },
  );
  callum = await world.person('callum-pennyroyal');
});

afterAll(() => world.close());

/** The page as it leaves the hub, before any script: what a preview is made of. */
async function html(at = address): Promise<string> {
  return (await fetch(world.hub.address + at, { headers: { accept: 'text/html' } })).text();
}

it('shows nobody a page, nor a preview, while only people signed in may see it', async () => {
  const nobody = await world.person(null, widths.phone);
  await nobody.opens(address);

  await nobody.reads('Page not found');
  expect(await html()).toBe(await html('/interventions/no-such-clinic'));
});

it('is opened by its site with one choice, which says what it does', async () => {
  await callum.opens(address);
  await callum.reads(/Who can see this: Anyone signed in to the hub\./);
  await callum.photographs('who-sees');
  await callum.follows(callum.link(/Change who can see this/));
  await callum.chooses('Anyone, also without an account');
  await callum.reads(/Anyone with the link can read it/);
  await callum.photographs('visibility');
  await callum.follows(callum.button('Let anyone see it'));

  await callum.reads('Who can see this now: Anyone, also without an account');
});

it.each(Object.entries(widths))(
  'is then opened by nobody from a link with a preview, on a %s',
  async (_name, width) => {
    const sent = await html();
    expect(sent).toContain(`<meta property="og:title" content="${title}" />`);
    expect(sent).toContain(`<title>${title} – Vanguard hub</title>`);

    const nobody = await world.person(null, width);
    await nobody.opens(address);
    await nobody.reads(/Who can see this: Anyone, also without an account\./);
    await nobody.photographs('public-intervention');
    expect(await nobody.canRead('Change who can see this')).toBe(false);
    await nobody.opens(`${address}/versions/1`);
    await nobody.photographs('public-version');
    expect(await nobody.page.title()).toMatch(/version 1/);
  },
);

it('is not there for nobody once the site has taken it back', async () => {
  const nobody = await world.person(null, widths.phone);
  await nobody.opens(address);
  await callum.opens(`${address}/visibility`);
  await callum.chooses('Anyone signed in to the hub');
  await callum.reads(/Without an account the page is not found/);
  await callum.follows(callum.button('Show it only to people signed in'));

  await nobody.page.reload();
  await nobody.reads('Page not found');
  await nobody.photographs('taken-back');
  expect(await html()).toBe(await html('/interventions/no-such-clinic'));
});

it('says in every form who will see what is about to be sent', async () => {
  const anjali = await world.person('anjali-thornapple', widths.phone);
  const [record] = await world.hub.sql<{ at: string }>(
    `SELECT '/adaptations/' || split_part(ref, ':', 2) AS at FROM core.entity
     WHERE kind = 'adaptation' AND owner_ref = 'site:network/northvale' ORDER BY created_at LIMIT 1`,
  );
  const forms: readonly [string, RegExp][] = [
    ['/discussions/new', /Who will see this: Anyone signed in to the hub\./],
    ['/discussions/risk-list-misses-the-people-we-worry-about', /Who will see this: Anyone signed in to the hub\./],
    ['/interventions/new', /Who will see this until you publish it: Those who write or evaluate for Northvale\./],
    ['/interventions/cough-care-pathway/publish', /Who will see version \d+, all of it: /],
    [`${record?.at}/suitability/new?kind=OTHER`, /Who will see this: /],
    [`${record?.at}/changes/new`, /Who will see this: /],
    [`${record?.at}/stage`, /Who will see the record, with what you write here: /],
    [`${record?.at}/publish`, /Who will see version \d+ of /],
  ];
  for (const [at, words] of forms) {
    await anjali.opens(at);
    await anjali.reads(words);
    await anjali.photographs(`form${at.replace(/\W+/g, '-')}`);
  }
}, 120_000);
