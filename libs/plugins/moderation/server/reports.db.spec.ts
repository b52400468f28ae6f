/** Reporting a post: who may, how often, and what is hidden at once. */
import type { LiveStream, TestClient } from '@hub/testing';
import {
  caseOf,
  createDiscussion,
  decideBy,
  noticesOf,
  replyTo,
  reportBy,
  reportCode,
  startThread,
  type Discussion,
} from './testing/discussion';

const whole = `query ($id: ID!) { thread(id: $id) { replyCount unreadCount firstUnreadPost { id }
  posts { edges { node { id body hidden unread editedAt revisions { body } viewerCanReport viewerCanEdit viewerCanReact } } } } }`;
const one = 'query ($id: ID!) { node(id: $id) { ... on Post { body hidden revisions { body } reactions { count } } } }';
const edit = 'mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }';
const own = '{ viewerReports { totalCount edges { node { id reason words decision subject { id } by { id } } } } }';

let all: Discussion;

beforeAll(async () => {
  all = await createDiscussion(['search', 'subscriptions']);
});
// What is tried is counted by the hour; here an hour passes before each test.
beforeEach(() => all.hub.sql('DELETE FROM core.attempt'));
afterAll(() => all?.hub.close());

async function reported(word: string): Promise<{ thread: string; first: string; post: string }> {
  const { author, reader, other } = all;
  const { thread, first } = await startThread(other);
  const post = await replyTo(author, thread, `Old ${word}old`);
  await author.ok(edit, { input: { post, expectedRevision: 1, body: `Mrs ${word} fell again` } });
  await all.hub.drain();
  await reportBy(reader, post);
  await all.hub.drain();
  return { thread, first, post };
}

const found = async (text: string) =>
  (await all.other.ok('query ($text: String!) { search(text: $text) { totalCount } }', { text })).search.totalCount;

it('what is reported for details of a patient is hidden at once, everywhere, for everybody but its author and moderators', async () => {
  const { author, reader, other, moderator, hub } = all;
  const { thread, post } = await reported('Zorbinda');

  for (const client of [reader, other]) {
    const seen = (await client.ok(whole, { id: thread })).thread.posts.edges[1].node;
    expect(seen).toMatchObject({ body: '', hidden: true, unread: false, revisions: [], viewerCanReact: false });
    expect((await client.ok(one, { id: post })).node).toMatchObject({ body: '', hidden: true, revisions: [] });
  }
  expect(await hub.anonymous.codeOf(whole, { id: thread })).toBe('UNAUTHENTICATED');
  for (const client of [author, moderator])
    expect((await client.ok(one, { id: post })).node).toMatchObject({
      ...{ body: 'Mrs Zorbinda fell again', hidden: true, revisions: [{ body: 'Old Zorbindaold' }] },
    });
  expect([await found('Zorbinda'), await found('Zorbindaold')]).toEqual([0, 0]);
});

it('a hidden post is nothing to read: counts are exact, and the reply stays in its place', async () => {
  const { other, moderator, reader } = all;
  const { thread, first, post } = await reported('Counted');

  expect((await moderator.ok(whole, { id: thread })).thread).toMatchObject({
    ...{ replyCount: 1, unreadCount: 1, firstUnreadPost: { id: first } },
  });
  expect((await other.ok(whole, { id: thread })).thread).toMatchObject({ unreadCount: 0, firstUnreadPost: null });
  const react = 'mutation ($input: ReactInput!) { react(input: $input) { post { id } } }';
  expect(await reader.codeOf(react, { input: { post, kind: 'USEFUL', on: true } })).toBe('FORBIDDEN');
});

it('a hidden first post opens no row of the list, nor does what its author makes of it meanwhile', async () => {
  const { author, reader, hub } = all;
  const { thread, first } = await startThread(author, { title: 'How it opens', body: 'Mr Underhill again' });
  await reportBy(reader, first);
  const opening = () => hub.sql('SELECT summary FROM core.entity WHERE ref = $1', [thread]);
  const listed = async (text: string) =>
    (await reader.ok('query ($text: String) { threads(filter: { text: $text }) { totalCount } }', { text })).threads;

  expect(await opening()).toEqual([{ summary: '' }]);
  await author.ok(edit, { input: { post: first, expectedRevision: 1, body: 'A Mr Underhill' } });
  expect(await opening()).toEqual([{ summary: '' }]);
  expect(await listed('Underhill')).toEqual({ totalCount: 0 });
});

it('whoever has the discussion open hears that the post is hidden, without its words', async () => {
  const { other, author, reader, hub } = all;
  const { thread } = await startThread(other);
  const post = await replyTo(author, thread, 'Mr Livewell is back');
  await hub.drain();
  const listen = `subscription ($id: ID!) { threadActivity(threadId: $id) { kind post { id body hidden revisions { body } } } }`;
  const streams: LiveStream[] = await Promise.all([other, author].map((client) => client.live(listen, { id: thread })));

  await reportBy(reader, post);
  await hub.drain();

  const [forOther, forAuthor] = await Promise.all(streams.map((stream) => stream.next()));
  expect(forOther?.data.threadActivity).toEqual({
    kind: 'POST_HIDDEN',
    post: { id: post, body: '', hidden: true, revisions: [] },
  });
  expect(forAuthor?.data.threadActivity.post.body).toBe('Mr Livewell is back');
  await Promise.all(streams.map((stream) => stream.stop()));
});

it('the author is told that it waits and why, and nobody who reported is named to them', async () => {
  const { author, moderator } = all;
  const { thread } = await reported('Told');

  const told = (await noticesOf(author)).filter(({ subject }) => subject === thread);
  expect(told).toEqual([
    {
      ...{ subject: thread, actor: null },
      reason: 'Your post was reported for details of a patient, and is hidden until a moderator has looked at it',
    },
  ]);
  expect((await noticesOf(moderator)).filter(({ subject }) => subject === thread)).toEqual([
    { reason: 'A post was reported and waits for a moderator', subject: thread, actor: null },
  ]);
});

it('whoever is told of a case is led to what they may see of it: moderators to the case, the author and those who reported to their own', async () => {
  const { thread, post: subject } = await reported('Leading');
  const id = await caseOf(all.moderator, subject);
  await decideBy(all.moderator, id, 'REMOVE');
  await all.hub.drain();
  const query = '{ notifications(first: 50) { edges { node { reason subject { id } opens { __typename id } } } } }';
  const ledBy = async (client: TestClient) =>
    (await client.ok(query)).notifications.edges
      .map(({ node }: { node: { subject: { id: string } } }) => node)
      .filter((node: { subject: { id: string } }) => node.subject.id === thread)
      .map(({ reason, opens }: { reason: string; opens: object }) => [reason, opens]);
  const own = { __typename: 'OwnCase', id: id.replace('moderation-case', 'own-case') };
  const report = 'query ($id: ID!) { node(id: $id) { ... on Post { viewerReport { __typename id } } } }';

  expect(await ledBy(all.second)).toEqual([
    ['A post was reported and waits for a moderator', { __typename: 'ModerationCase', id }],
  ]);
  expect(await ledBy(all.author)).toEqual([
    ['A moderator removed your post', own],
    [expect.stringMatching(/^Your post was reported/), own],
  ]);
  expect(await ledBy(all.reader)).toEqual([
    ['A moderator looked at what you reported', (await all.reader.ok(report, { id: subject })).node.viewerReport],
  ]);
});

it('news of a post that is hidden before the news goes out reaches nobody', async () => {
  const { author, reader, other, hub } = all;
  const { thread } = await startThread(other);
  await hub.drain();
  const post = await replyTo(author, thread, 'Mr Quick');
  await reportBy(reader, post);
  await hub.drain();

  expect((await noticesOf(other)).filter(({ subject }) => subject === thread)).toEqual([]);
});

it('any other reason leaves the post where it is', async () => {
  const { author, reader, other } = all;
  const { thread } = await startThread(other);
  for (const reason of ['HARM', 'UNKIND', 'OFF_TOPIC', 'OTHER']) {
    const post = await replyTo(author, thread, `About ${reason}`);
    await reportBy(reader, post, { reason, words: 'It is not nice' });
    expect((await other.ok(one, { id: post })).node).toMatchObject({ body: `About ${reason}`, hidden: false });
  }
  await all.hub.drain();
  expect((await noticesOf(author)).filter(({ subject }) => subject === thread)).toEqual([]);
});

it('a member reports a post once, not their own, and nothing that is hidden or removed', async () => {
  const { author, reader, other, moderator } = all;
  const { thread } = await startThread(other);
  const post = await replyTo(author, thread, 'Once');
  const removed = await replyTo(author, thread, 'Gone');
  await author.ok('mutation ($post: ID!) { removePost(input: { post: $post }) { post { id } } }', { post: removed });
  await reportBy(reader, post, { reason: 'UNKIND' });

  expect(await reportCode(reader, post)).toBe('CONFLICT');
  expect(await reportCode(author, post)).toBe('BAD_USER_INPUT');
  expect(await reportCode(reader, removed)).toBe('FORBIDDEN');
  expect(await reportCode(other, post, { reason: 'OTHER', words: ' ' })).toBe('BAD_USER_INPUT');
  await reportBy(other, post);
  expect(await reportCode(moderator, post)).toBe('FORBIDDEN');
  expect(await reportCode(reader, thread)).toBe('BAD_USER_INPUT');
});

it('only members who may see a post report it: for others there is none', async () => {
  const { other, reader, hub } = all;
  const create =
    'mutation { createIntervention(input: { site: "northvale", title: "A draft", summary: "Ours", modelTypes: ["MCP"] }) { intervention { id } } }';
  const draft = (await other.ok(create)).createIntervention.intervention.id;
  const { first } = await startThread(other, { about: draft });

  expect(await reportCode(reader, first)).toBe('NOT_FOUND');
  expect(await reportCode(reader, 'post:00000000-0000-4000-8000-000000000000')).toBe('NOT_FOUND');
  expect(await reportCode(hub.anonymous, first)).toBe('UNAUTHENTICATED');
});

it('nobody but the one who reported, and moderators, sees a report', async () => {
  const { author, reader, other, moderator, hub } = all;
  const { thread } = await startThread(other);
  const post = await replyTo(author, thread, 'Mine alone');
  const report = await reportBy(reader, post, { reason: 'UNKIND', words: 'Zqunkind words' });
  const seen = async (client: typeof reader) =>
    (await client.ok('query ($id: ID!) { node(id: $id) { ... on Report { words by { id } } } }', { id: report })).node;

  const mine = (await reader.ok(own)).viewerReports.edges.map(({ node }: { node: object }) => node);
  expect(mine[0]).toMatchObject({ id: report, reason: 'UNKIND', words: 'Zqunkind words', decision: null });
  expect(await seen(moderator)).toEqual({ words: 'Zqunkind words', by: { id: 'member:network/gwen-stillwater' } });
  for (const client of [author, other, hub.anonymous]) expect(await seen(client)).toBeNull();
  expect((await author.ok(own)).viewerReports.totalCount).toBe(0);
  expect(JSON.stringify(await hub.sql("SELECT * FROM core.audit_entry WHERE action = 'report.made'"))).not.toContain(
    'gwen-stillwater',
  );
});

it('somebody who reports one thing after the other has to wait', async () => {
  const { author, hub } = all;
  const { thread } = await startThread(author);
  const ruth = await hub.as('ruth-cobblestane');
  const posts = [];
  for (let number = 0; number < 11; number += 1) posts.push(await replyTo(author, thread, `Post ${number}`));
  for (const post of posts.slice(0, 10)) await reportBy(ruth, post);

  expect(await reportCode(ruth, posts[10]!)).toBe('RATE_LIMITED');
});
