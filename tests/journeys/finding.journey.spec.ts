/** Finding things again: a word in a reply, before it is asked anew, narrowed on a phone, kept and followed; and a list that is read at once, and taken back. */
import type { TestClient } from '@hub/testing';
import type { Person } from './support/person';
import { widths, World } from './support/world';

let world: World;
let siobhan: TestClient;
let anjali: Person;
let first: { id: string; name: string };

beforeAll(async () => {
  world = await World.open();
  siobhan = await world.hub.as('siobhan-wrenfield');
  anjali = await world.person('anjali-thornapple', widths.phone);
  first = await start('Night cover', 'Who has any?');
  await reply(first.id, 'Nobody.\n\nAsk for the **quokka** rota of the ward.');
  await indexed();
});
afterAll(() => world?.close());

async function start(title: string, body: string): Promise<{ id: string; name: string }> {
  const { startThread } = await siobhan.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    { input: { title, body, modelTypes: ['MCP'] } },
  );
  const { id } = startThread.thread;
  return { id, name: id.split('/')[1] };
}

const reply = (thread: string, body: string) =>
  siobhan.ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', { input: { thread, body } });

/** Once the worker has nothing left to do. */
async function indexed(): Promise<void> {
  const left = () => world.hub.sql('SELECT 1 FROM core.delivery WHERE done_at IS NULL AND parked_at IS NULL LIMIT 1');
  for (let tries = 0; tries < 300 && (await left()).length > 0; tries += 1)
    await new Promise((done) => setTimeout(done, 100));
}

it('a word in a reply is found with its line, the word marked, and the way to the reply', async () => {
  await anjali.opens('/search?q=quokka');

  await anjali.reads('1 result for quokka');
  expect(await anjali.page.locator('mark').allInnerTexts()).toEqual(['quokka']);
  expect(await anjali.link(/^In a reply/).getAttribute('href')).toBe(`/discussions/${first.name}#post-2`);
});

it('it is narrowed by kind and care model, each choice with its number', async () => {
  await anjali.page.getByText('Filter', { exact: true }).click();
  await anjali.chooses('Discussions (1)');
  await anjali.chooses('MCP (1)');
  await anjali.follows(anjali.button('Apply filters'));

  await anjali.reads('1 result for quokka');
  await anjali.reads(/Kind: Discussions/);
  await anjali.photographs('finding-narrowed');
});

it('it is kept under a name and followed, and says what is new', async () => {
  await anjali.page.getByText('Save this search').click();
  await anjali.fills('What do you want to call it?', 'Rotas');
  await anjali.follows(anjali.button('Save'));
  await anjali.chooses('Every new post');
  await anjali.button('Save').click();
  await anjali.page.waitForURL(/\/search\?q=quokka/);

  await start('Quokka again', 'Still looking');
  await indexed();
  await anjali.opens('/searches');
  await anjali.reads(/1 new\. quokka/);
  await anjali.photographs('finding-searches');
  await anjali.link('Rotas').click();
  await anjali.reads('2 results for quokka');
  await anjali.opens('/notifications');
  await anjali.reads('Newly found: Quokka again');
  await anjali.reads(/Because of your saved search “Rotas”/);
  await anjali.opens('/searches');
  await anjali.reads(/Nothing new\. quokka/);
});

it('a word spelt wrong leads to the one that was meant', async () => {
  await anjali.opens('/search?q=quoka');
  await anjali.reads('No results for quoka');

  await anjali.follows(anjali.link('quokka'));
  await anjali.reads('2 results for quokka');
});

it('something like it shows while a title is typed', async () => {
  await anjali.opens('/discussions/new?model=MCP');
  await anjali.fills('Title', 'Night cover on the ward');

  await anjali.reads('Somebody may have asked this');
  await anjali.link('Night cover').waitFor();
});

it('a list is marked read as it is filtered, in every window, and taken back', async () => {
  const desk = await world.person('anjali-thornapple');
  await Promise.all([anjali.opens('/discussions?show=unread&model=MCP'), desk.opens('/discussions?model=MCP')]);
  await desk.reads(/discussions? with something new/);

  await anjali.button('Mark all as read').click();
  await anjali.reads(/^Marked \d+ discussions as read\./);
  await anjali.checks();
  await desk.button('Mark all as read').waitFor({ state: 'detached' });

  await anjali.button('Undo').click();
  await anjali.reads(/discussions? with something new/);
  await desk.button('Mark all as read').waitFor();
  await anjali.button('Mark all as read').click();
  await anjali.reads(/^Marked \d+ discussions as read\./);
});

it('“Go to the first new reply” lands on it', async () => {
  await reply(first.id, 'Newer than what was read');
  await reply(first.id, 'Newest');
  await anjali.opens(`/discussions/${first.name}`);

  await anjali.button('Go to the first new reply').click();

  await anjali.page.waitForFunction(() => document.activeElement?.id === 'post-3');
});
