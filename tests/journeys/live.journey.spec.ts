/** Following: what a follower hears in an open window, what others do not, that windows agree, and that nothing is missing after a lost connection. */
import { widths, World } from './support/world';
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

const start = 'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }';
const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A quarter of 200 posts: 48 replies, and 2 discussions that begin. */
async function writes(thread: string, writer: number): Promise<void> {
  const client = await world.hub.as('siobhan-wrenfield');
  for (let n = writer * 50; n < writer * 50 + 50; n += 1) {
    const [body, at] = [`Post ${n}`, n - writer * 50];
    const title = `Begun ${writer * 2 + (at === 20 ? 0 : 1)}`;
    if (at === 20 || at === 40) await client.ok(start, { input: { title, body, modelTypes: ['MCP'] } });
    else await client.ok(reply, { input: { thread, body } });
  }
}

/** The opening, by the one who wrote it. */
async function edits(thread: string): Promise<void> {
  const client = await world.hub.as('anjali-thornapple');
  const [opening] = await world.hub.sql<{ id: string }>(
    `SELECT 'post:' || id AS id FROM threads.post WHERE thread_ref = $1 AND position = 1`,
    [thread],
  );
  await client.ok('mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }', {
    input: { post: opening?.id, expectedRevision: 1, body: 'Edited while nobody heard.' },
  });
}

/** Waits until a follower was told of it. */
async function toldOf(thread: string): Promise<void> {
  for (let wait = 0; wait < 100; wait += 1) {
    if ((await world.hub.sql('SELECT 1 FROM subscriptions.notification WHERE subject_ref = $1', [thread])).length)
      return;
    await pause(50);
  }
  throw new Error('Nobody was told.');
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

it('what is read in one browser of a member is read in the other, where nothing moves', async () => {
  const other = await world.person('callum-pennyroyal', widths.phone);
  await other.opens('/notifications');
  await mcpFollower.opens('/notifications');
  const marks = other.page.locator('main').getByText('New', { exact: true });
  const rows = await other.page.locator('main li a').allTextContents();
  expect(await marks.count()).toBe(2);

  await mcpFollower.follows(mcpFollower.link(/replied: Template for cough/));
  await other.reads('1 new notification');
  await other.opensMenu();
  await other.link('Notifications, 1 new').waitFor();
  expect(await marks.count()).toBe(1);

  await mcpFollower.opens('/notifications');
  await mcpFollower.button('Mark all as read').click();
  await other.reads('You are up to date');
  expect(await marks.count()).toBe(0);
  await mcpFollower.button('Undo').click();
  await other.reads('1 new notification');
  await other.link('Notifications, 1 new').waitFor();
  await marks.first().waitFor();
  await other.photographs('read-elsewhere');
  expect(await other.page.locator('main li a').allTextContents()).toEqual(rows);
}, 60_000);

it('after the line was cut again and again during 200 posts, open pages come to what the database says: no gap, nothing twice (W9)', async () => {
  const at = await starts('Weekend cover');
  const ref = `thread:network/${at.split('/')[2] ?? ''}`;
  await toldOf(ref);
  await world.hub.sql(`DELETE FROM subscriptions.notification WHERE member_ref = 'member:network/callum-pennyroyal'`);
  const [inbox, list] = await Promise.all([world.person('callum-pennyroyal'), world.person('callum-pennyroyal')]);
  await Promise.all([mcpFollower.goesTo(at), inbox.goesTo('/notifications'), list.goesTo('/discussions')]);
  const before = await mcpFollower.page.getByRole('article').allTextContents();

  let isWriting = true;
  const cutting = (async () => {
    for (let cut = 0; isWriting; cut += 1) {
      world.lines.cut();
      await pause(100 + ((cut * 137) % 500));
      world.lines.mend();
      await pause(300 + ((cut * 271) % 900));
    }
  })();
  await Promise.all([0, 1, 2, 3].map((writer) => writes(ref, writer)));
  world.lines.cut();
  await edits(ref);
  isWriting = false;
  await cutting;
  world.lines.mend();
  expect(await world.hub.sql('SELECT 1 FROM threads.post WHERE body ~ $1', ['^Post [0-9]'])).toHaveLength(200);

  // Whoever was cut off again and again waits longer before the next try.
  await mcpFollower.button('192 new replies. Show them').waitFor({ timeout: 40_000 });
  await mcpFollower.reads('Edited while nobody heard.');
  expect(await mcpFollower.page.getByRole('article').count()).toBe(before.length);
  await mcpFollower.button('192 new replies. Show them').click();
  const next = mcpFollower.page.getByRole('button', { name: /^Show the next/ });
  for (let shown = 20; shown < 193; shown += 20) {
    await mcpFollower.page
      .getByRole('article')
      .nth(shown - 1)
      .waitFor();
    await next.click();
  }
  await mcpFollower.page.getByRole('article').nth(192).waitFor();
  const said = await mcpFollower.page.locator('article .hub-markdown').allInnerTexts();
  const posts = 'SELECT body FROM threads.post WHERE thread_ref = $1 ORDER BY position';
  expect(said).toEqual((await world.hub.sql<{ body: string }>(posts, [ref])).map(({ body }) => body));

  await list.button('8 new discussions. Show them').click();
  const titles = async () =>
    (await list.page.locator('main h2 a').allTextContents()).filter((text) => /^Begun/.test(text));
  await list.link(/^Begun/).waitFor();
  expect((await titles()).sort()).toEqual([...Array(8).keys()].map((n) => `Begun ${n}`));

  await inbox.link('Notifications, 200 new').waitFor();
  await inbox.button('200 new notifications. Show them').click();
  await inbox.reads('200 notifications');
  expect(await inbox.page.locator('main').getByText('New', { exact: true }).count()).toBe(10);
}, 120_000);

it('who reads is told that a discussion was closed, or became part of another, and nothing is taken from under their hands', async () => {
  const client = await world.hub.as('marisol-greywether');
  const begin = async (title: string): Promise<string> =>
    (await client.ok(start, { input: { title, body: 'Hello.', modelTypes: ['MCP'] } })).startThread.thread.id;
  const [thread, other] = [await begin('Open for now'), await begin('Where it all goes')];
  await ehchFollower.goesTo(`/discussions/${thread.split('/')[1]}`);
  await ehchFollower.fills(/What do you want to say/, 'Half a sentence');

  await client.ok('mutation ($id: ID!) { setThreadLocked(input: { thread: $id, locked: true }) { thread { id } } }', {
    id: thread,
  });
  await ehchFollower.reads('This discussion has been closed to replies.');
  await ehchFollower.checks();
  expect(await ehchFollower.page.getByLabel(/What do you want to say/).inputValue()).toBe('Half a sentence');
  await ehchFollower.button('Show the discussion as it is now').click();
  await ehchFollower.reads('This discussion is closed to replies.');

  await client.ok('mutation ($input: MergeThreadsInput!) { mergeThreads(input: $input) { thread { id } } }', {
    input: { thread, into: other },
  });
  await ehchFollower.reads('This discussion has become part of another one.');
  await ehchFollower.follows(ehchFollower.link('Read it there'));
  await ehchFollower.reads('Where it all goes');
}, 60_000);

it('whoever is put out of a private community while they read there is shown nothing more, without a reload (Z6)', async () => {
  const [siobhan, owain] = [await world.hub.as('siobhan-wrenfield'), await world.hub.as('owain-saltmere')];
  const member = 'member:network/owain-saltmere';
  const { createCommunity } = await siobhan.ok(
    'mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { community { id } } }',
    { input: { name: 'Ours', purpose: 'To talk', kind: 'PRIVATE', modelTypes: ['MCP'] } },
  );
  const community = createCommunity.community.id;
  const { inviteToCommunity } = await siobhan.ok(
    'mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { invitation { id } } }',
    { input: { community, member } },
  );
  await owain.ok('mutation ($id: ID!) { acceptCommunityInvitation(input: { invitation: $id }) { __typename } }', {
    id: inviteToCommunity.invitation.id,
  });
  const { startThread } = await siobhan.ok(start, {
    input: { title: 'Among us', body: 'Between ourselves.', modelTypes: ['MCP'], community },
  });
  const reader = await world.person('owain-saltmere');
  await reader.goesTo(`/discussions/${startThread.thread.id.split('/')[1]}`);
  await reader.reads('Between ourselves.');

  await siobhan.ok(
    'mutation ($input: RemoveFromCommunityInput!) { removeFromCommunity(input: $input) { __typename } }',
    { input: { community, member, words: 'Enough' } },
  );
  await reader.reads('Page not found');
  expect(await reader.canRead('Between ourselves.')).toBe(false);
}, 60_000);

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
