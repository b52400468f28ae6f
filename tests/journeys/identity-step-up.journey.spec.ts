/** Administration needs the second step: it is asked for where one stands, and what was typed is then sent by itself. */
import { appCode, signsInByCode } from './support/sign-in';
import { World, widths } from './support/world';

let world: World;

beforeAll(async () => {
  world = await World.open({ HUB_ADMIN_EMAIL: 'first.admin@nhs.net' });
});

afterAll(() => world.close());

it('an administrator sets up a second step on the way, and confirms with it in the middle of a form (J3)', async () => {
  const admin = await world.person(null, widths.phone);
  await admin.opens('/sign-in');
  await signsInByCode(world, admin, 'first.admin@nhs.net');
  await admin.opens('/administration/domains');
  await admin.page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
  await admin.checks();
  await admin.follows(admin.link('Set up a second step first'));
  await admin.button('Set up a second step').click();
  const key = await admin.page.locator('.hub-key').innerText();
  await admin.fills('Code that your app shows now', appCode(key));
  await admin.button('Turn it on').click();
  await admin.page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
  const [recovery = ''] = await admin.page.locator('.hub-codes li').allInnerTexts();
  await admin.chooses('I have kept them where only I can find them');
  await admin.follows(admin.button('Continue'));
  expect(new URL(admin.page.url()).pathname).toBe('/administration/domains');

  await admin.fills(/^Domain$/, 'harbour.example');
  await admin.fills('Why?', 'Harbour’s charity has addresses of its own');
  await letProofGrowOld();
  await admin.button('Add the domain').click();
  await admin.page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
  await admin.checks();
  expect(await admin.page.getByLabel(/^Domain$/).inputValue()).toBe('harbour.example');
  await admin.fills('Code from your app', appCode(key, 1));
  await admin.button('Confirm').click();

  await admin.reads('Addresses at harbour.example can sign in now.');
  await admin.checks();
  expect(await admin.page.getByLabel('Why?').inputValue()).toBe('');

  await letProofGrowOld();
  await admin.opens('/administration/domains');
  await admin.button('Use a recovery code instead').click();
  await admin.fills('Recovery code', recovery);
  await admin.button('Confirm').click();
  await admin.page.getByRole('heading', { name: 'Allowed e-mail domains' }).waitFor();
  await admin.reads('harbour.example');
}, 180_000);

/** As if the second step had been proved longer ago than administration accepts. */
function letProofGrowOld(): Promise<unknown> {
  return world.hub.sql("UPDATE core.session SET second_factor_at = now() - interval '2 hours' WHERE ended_at IS NULL");
}
