/** A closed community: made, asked to join, talked in, left. Whoever leaves sees nothing of it from that moment on. */
import { World, widths } from './support/world';

let world: World;

beforeAll(async () => {
  world = await World.open();
});

afterAll(() => world.close());

it('a closed community is made, somebody asks to join, is let in, says something, leaves, and sees no more of it', async () => {
  const grace = await world.person('grace-tidewell');
  await grace.opens('/communities');
  await grace.follows(grace.link('Make a community'));
  await grace.button('Make this community').click();
  await grace.page.getByRole('link', { name: 'Write what it is called' }).waitFor();
  await grace.fills('What is it called?', 'Night shift');
  await grace.fills('What is it for?', 'What only the night staff know.');
  await grace.chooses(/^Closed/);
  await grace.chooses(/\(UEC\)/);
  await grace.follows(grace.button('Make this community'));
  await grace.reads('Night shift is there. You facilitate it');

  const owain = await world.person('owain-saltmere', widths.phone);
  await owain.opens('/communities/night-shift');
  await owain.reads('About 5 members');
  await owain.follows(owain.link('Ask to join'));
  await owain.fills(/Why do you want to join/, 'I am on call with you.');
  await owain.follows(owain.button('Ask to join'));
  await owain.reads('You have asked to join');

  await grace.opens('/');
  await grace.follows(grace.link('Dr Owain Saltmere asks to join Night shift'));
  await grace.follows(grace.button('Let Dr Owain Saltmere in'));
  await grace.reads('Dr Owain Saltmere belongs to Night shift now');

  await owain.opens('/communities/night-shift');
  await owain.follows(owain.link('Start a discussion'));
  await owain.reads('Members of Night shift');
  await owain.fills('Title', 'Who has the key at 4 in the morning');
  await owain.fills('What do you want to say?', 'Nobody found it.');
  await owain.follows(owain.button('Start discussion'));
  const thread = new URL(owain.page.url()).pathname;
  await grace.opens('/communities/night-shift');
  await grace.reads('Who has the key at 4 in the morning');
  const outsider = await world.person('kit-ravensworthy');
  await outsider.opens(thread);
  await outsider.reads('Page not found');

  await owain.opens('/communities/night-shift');
  await owain.follows(owain.link('Leave Night shift'));
  await owain.follows(owain.button('Leave Night shift'));
  await owain.reads('You have left Night shift');
  await owain.opens(thread);
  await owain.reads('Page not found');
  await owain.opens('/communities/night-shift');
  expect(await owain.canRead('Who has the key at 4 in the morning')).toBe(false);
}, 180_000);

it('whoever facilitates it says who sees it, and has what waits on one page', async () => {
  const nadia = await world.person('nadia-plumtree', widths.phone);
  await nadia.opens('/communities/evaluators-table/work');
  await nadia.reads('Comparison group that is not a neighbour');
  await nadia.reads('Tomasz Kestrelby asks to join');
  await nadia.opens('/communities/evaluators-table/kind');
  await nadia.chooses(/^Private/);
  await nadia.reads('nobody but its members sees that it is there');
  await nadia.follows(nadia.button('Make it private'));
  await nadia.reads('The evaluators’ table is private now');

  const tomasz = await world.person('tomasz-kestrelby');
  await tomasz.opens('/communities/evaluators-table');
  await tomasz.reads('Page not found');
  await tomasz.opens('/care-models/mcp');
  await tomasz.reads('Facilitated by');
}, 120_000);
