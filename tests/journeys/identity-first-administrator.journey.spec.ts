/** A hub with nobody in it: its sign-in page says how the first administrator is named, and that person gets in. */
import { signsInByCode } from './support/sign-in';
import { World, widths } from './support/world';

const worlds: World[] = [];

async function emptyHub(env: Readonly<Record<string, string>>): Promise<World> {
  const world = await World.open({ HUB_DEMO: '0', ...env }, false);
  worlds.push(world);
  return world;
}

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

it('an empty hub says that it has no administrator, and how the first is named', async () => {
  const world = await emptyHub({});
  for (const width of Object.values(widths)) {
    const nobody = await world.person(null, width);
    const refused: string[] = [];
    nobody.page.on('response', (answer) => {
      if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
    });
    await nobody.opens('/sign-in');
    expect(refused).toEqual([]);
    await nobody.reads('This hub has no administrator yet.');
    await nobody.reads('HUB_ADMIN_EMAIL');
    await nobody.reads(/^Mail is not set up/);
    expect(await nobody.canRead('As someone of the demonstration')).toBe(false);
  }
}, 180_000);

it('whoever was named signs in and is the administrator, and the page says it no more', async () => {
  // Nothing listens there: the letters are read where they are kept.
  const world = await emptyHub({ HUB_ADMIN_EMAIL: 'first.admin@nhs.net', HUB_SMTP_URL: 'smtp://127.0.0.1:9' });
  const first = await world.person(null, widths.phone);
  await first.opens('/sign-in');
  await first.reads(/has named the first one/);
  await signsInByCode(world, first, 'first.admin@nhs.net');
  await first.opens('/account/second-step');
  await first.reads(/^You are an administrator\./);

  const nobody = await world.person(null);
  await nobody.opens('/sign-in');
  expect(await nobody.canRead('This hub has no administrator yet.')).toBe(false);
}, 180_000);
