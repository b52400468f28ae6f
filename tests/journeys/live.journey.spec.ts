/** Following: what a follower hears in an open window, what others do not, and that nothing is missing after a lost connection. */
import { World } from './support/world';
import type { Person } from './support/person';

let world: World;
let author: Person;
let mcpFollower: Person;
let ehchFollower: Person;

beforeAll(async () => {
  world = await World.open();
  [author, mcpFollower, ehchFollower] = await Promise.all([
    world.person('anjali-thornapple'),
    world.person('callum-pennyroyal'),
    world.person('marisol-greywether'),
  ]);
  await world.hub.sql('DELETE FROM subscriptions.follow');
  await follows(mcpFollower, 'mcp');
  await follows(ehchFollower, 'ehch');
});

afterAll(() => world.close());

async function follows(person: Person, model: string): Promise<void> {
  await person.opens(`/follow?target=${encodeURIComponent(`care-model:network/${model}`)}`);
  await person.chooses('Every new post');
  await person.follows(person.button('Save'));
  await person.reads(/Following: every new post/);
}

async function starts(title: string, about?: string): Promise<string> {
  await author.opens(`/discussions/new?model=MCP${about ? `&about=${encodeURIComponent(about)}` : ''}`);
  await author.fills('Title', title);
  await author.fills(/What do you want to say/, 'Does anyone have a template that fits in one appointment?');
  await author.follows(author.button('Start discussion'));
  return new URL(author.page.url()).pathname;
}

async function replies(text: string): Promise<void> {
  await author.fills(/What do you want to say/, text);
  await author.button('Post reply').click();
  await author.page.getByRole('article').filter({ hasText: text }).waitFor();
}

it('a new discussion and its replies arrive in an open window, with a notification; a follower of another care model hears nothing', async () => {
  await mcpFollower.opens('/care-models/mcp');
  await ehchFollower.opens('/care-models/ehch');
  await mcpFollower.page.waitForTimeout(1000);

  await starts('Template for cough');

  await mcpFollower.button('1 new discussion. Show it').click();
  await mcpFollower.follows(mcpFollower.link('Template for cough'));
  await replies('We printed it on one page.');
  await mcpFollower.button('1 new reply. Show it').click();
  await mcpFollower.reads('We printed it on one page.');
  await mcpFollower.link(/Notifications, 2 new/).waitFor();
  await mcpFollower.follows(mcpFollower.link(/Notifications/));
  await mcpFollower.reads(/You follow MCP/);
  await mcpFollower.photographs('notifications');

  expect(await ehchFollower.button(/new discussion/).count()).toBe(0);
  await ehchFollower.opens('/notifications');
  expect(await ehchFollower.canRead('Template for cough')).toBe(false);
}, 120_000);

it('nothing is missing after the connection was lost (W9)', async () => {
  const at = await starts('Weekend cover');
  await mcpFollower.opens(at);
  await mcpFollower.page.waitForTimeout(1000);

  world.lines.cut();
  await replies('First words while the line is cut.');
  await replies('Second words while the line is cut.');
  expect(await mcpFollower.canRead('Second words')).toBe(false);
  world.lines.mend();

  await mcpFollower.reads('First words while the line is cut.');
  await mcpFollower.reads('Second words while the line is cut.');
  expect(await mcpFollower.page.getByText('Second words while the line is cut.').count()).toBe(1);
}, 120_000);

it('a discussion about a site’s own draft or unshared adaptation reaches nobody elsewhere', async () => {
  const [adaptation] = await world.hub.sql<{ ref: string }>(
    "SELECT ref FROM core.entity WHERE kind = 'adaptation' AND visibility = 'site' LIMIT 1",
  );
  const [owner] = await world.hub.sql<{ ref: string }>(
    'SELECT a.ref FROM core.account a JOIN core.entity e ON e.ref = $1 WHERE e.needs <@ a.keys LIMIT 1',
    [adaptation?.ref],
  );
  await mcpFollower.opens('/care-models/mcp');
  await mcpFollower.page.waitForTimeout(1000);
  const member = await world.hub.as(owner?.ref ?? '');

  await member.ok('mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }', {
    input: { title: 'Only for us', body: 'Not yet for others.', modelTypes: ['MCP'], about: adaptation?.ref },
  });
  await member.ok('mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }', {
    input: { title: 'For everyone', body: 'Hello.', modelTypes: ['MCP'] },
  });

  await mcpFollower.button('1 new discussion. Show it').click();
  await mcpFollower.link('For everyone').waitFor();
  expect(await mcpFollower.canRead('Only for us')).toBe(false);
  await mcpFollower.opens('/notifications');
  expect(await mcpFollower.canRead('Only for us')).toBe(false);
}, 60_000);
