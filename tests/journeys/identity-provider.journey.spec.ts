/** Signing in with an account that one has already, at a real OpenID provider. */
import { openOpenIdProvider, type OpenIdProvider } from './support/openid-provider';
import { World, widths } from './support/world';

let provider: OpenIdProvider;
let world: World;

beforeAll(async () => {
  provider = await openOpenIdProvider('your NHS account');
  world = await World.open(provider.env);
});

afterAll(async () => {
  await world.close();
  await provider.close();
});

it('signing in at the provider leads back to where one wanted to go', async () => {
  const person = await world.person(null, widths.phone);
  await person.opens('/follow?target=care-model%3Anetwork%2Fmcp');
  await person.link('Sign in with your NHS account').click();
  await person.page.locator('input[name=login]').fill('anna');
  await person.page.locator('input[name=password]').fill('anything');
  await person.button('Sign-in').click();
  await person.button('Continue').click();
  await person.page.waitForURL((url) => url.origin === world.hub.address && url.pathname === '/welcome');
  await person.checks();

  expect(new URL(person.page.url()).searchParams.get('return')).toBe('/follow?target=care-model%3Anetwork%2Fmcp');
  await person.opens('/account/sessions');
  await person.reads(/by your organisation’s account/);
}, 180_000);
