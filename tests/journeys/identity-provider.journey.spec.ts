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

it.each(Object.values(widths))(
  'an answer that does not hold is told in the hub’s frame, %i wide, with the ways on',
  async (width) => {
    const person = await world.person(null, width);
    const answer = await person.page.goto(
      `${world.hub.address}/auth/oidc/callback?error=access_denied&error_description=Secret+of+the+provider&state=x`,
    );
    await person.reads('You are not signed in');
    await person.checks();

    expect(answer?.status()).toBe(401);
    expect(await person.page.content()).not.toContain('Secret of the provider');
    await person.link('Another way to sign in').click();
    await person.reads('Sign in with your NHS account');
  },
  120_000,
);

it('stopping at the provider leads to that page, and trying again from it to where one wanted to go', async () => {
  const person = await world.person(null, widths.phone);
  await person.opens('/follow?target=care-model%3Anetwork%2Fmcp');
  await person.link('Sign in with your NHS account').click();
  await person.link('[ Cancel ]').click();
  await person.reads('Signing in was stopped there');

  await person.link('Sign in with your NHS account').click();
  await person.page.locator('input[name=login]').fill('bert');
  await person.page.locator('input[name=password]').fill('anything');
  await person.button('Sign-in').click();
  await person.button('Continue').click();
  await person.page.waitForURL((url) => url.origin === world.hub.address && url.pathname === '/welcome');
  expect(new URL(person.page.url()).searchParams.get('return')).toBe('/follow?target=care-model%3Anetwork%2Fmcp');
}, 180_000);
