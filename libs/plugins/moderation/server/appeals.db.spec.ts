/** Appeals: once, by the author, answered by a moderator who did not decide. */
import type { TestClient } from '@hub/testing';
import {
  caseOf,
  createDiscussion,
  decideBy,
  noticesOf,
  refOf,
  replyTo,
  reportBy,
  setModerator,
  startThread,
  type Discussion,
} from './testing/discussion';

const appeal = 'mutation ($input: AppealInput!) { appeal(input: $input) { case { id viewerCanAppeal } } }';
const answer =
  'mutation ($input: DecideAppealInput!) { decideAppeal(input: $input) { case { appeal { upheld decidedBy { id } } } } }';
const post = 'query ($id: ID!) { node(id: $id) { ... on Post { body removed } } }';
const own = `query ($id: ID!) { ownCase(id: $id) { viewerCanAppeal appeal { words upheld answer decidedAt decidedBy { id } } } }`;
const waiting = '{ appealsWaiting { edges { node { id viewerCanDecideAppeal appeal { words } } } } }';

let all: Discussion;

beforeAll(async () => {
  all = await createDiscussion(['subscriptions', 'administration']);
});
beforeEach(() => all.hub.sql('DELETE FROM core.attempt'));
afterAll(() => all?.hub.close());

const ownOf = (id: string) => id.replace('moderation-case', 'own-case');
const appealAs = (client: TestClient, id: string) =>
  client.run(appeal, { input: { case: ownOf(id), words: 'Nobody is named' } });
const answerAs = (client: TestClient, id: string, upheld: boolean) =>
  client.run(answer, { input: { case: id, upheld, answer: 'We looked again' } });
const codeIn = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;

async function decided(decision: string, over: object = {}, written: object = {}) {
  const { thread } = await startThread(all.other);
  const subject = await replyTo(all.author, thread, 'These words', written);
  await reportBy(all.reader, subject);
  const id = await caseOf(all.moderator, subject);
  expect((await decideBy(all.moderator, id, decision, over)).errors).toBeUndefined();
  return { thread, subject, id };
}

it('the author appeals once, with words, and nobody else does', async () => {
  const { id } = await decided('REMOVE');

  for (const client of [all.reader, all.moderator]) expect(codeIn(await appealAs(client, id))).toBe('NOT_FOUND');
  expect(codeIn(await appealAs(all.hub.anonymous, id))).toBe('UNAUTHENTICATED');
  expect((await all.author.ok(own, { id: ownOf(id) })).ownCase).toEqual({ viewerCanAppeal: true, appeal: null });
  expect((await appealAs(all.author, id)).data.appeal.case.viewerCanAppeal).toBe(false);
  expect(codeIn(await appealAs(all.author, id))).toBe('CONFLICT');
});

it('there is nothing to appeal against while a case waits, or once all was kept', async () => {
  const kept = await decided('KEEP');
  expect(codeIn(await appealAs(all.author, kept.id))).toBe('FORBIDDEN');
  const { thread } = await startThread(all.other);
  const subject = await replyTo(all.author, thread, 'It waits');
  await reportBy(all.reader, subject);
  expect(codeIn(await appealAs(all.author, await caseOf(all.moderator, subject)))).toBe('FORBIDDEN');
});

it('a moderator who did not decide answers; an appeal that is upheld restores what was removed', async () => {
  const { id, subject, thread } = await decided('REMOVE');
  await appealAs(all.author, id);
  await all.hub.drain();
  expect((await noticesOf(all.second)).filter((notice) => notice.subject === thread)[0]).toMatchObject({
    ...{ reason: 'An author appeals against what a moderator decided', actor: null },
  });
  const canDecide = async (client: TestClient) =>
    (await client.ok(waiting)).appealsWaiting.edges.find((edge: { node: { id: string } }) => edge.node.id === id).node;
  expect(await canDecide(all.moderator)).toMatchObject({ viewerCanDecideAppeal: false });
  expect(await canDecide(all.second)).toMatchObject({
    ...{ viewerCanDecideAppeal: true, appeal: { words: 'Nobody is named' } },
  });

  expect(codeIn(await answerAs(all.moderator, id, true))).toBe('FORBIDDEN');
  expect(codeIn(await answerAs(all.reader, id, true))).toBe('FORBIDDEN');
  await setModerator(all.hub, refOf('author'), true);
  expect(codeIn(await answerAs(all.author, id, true))).toBe('NOT_FOUND');
  await setModerator(all.hub, refOf('author'), false);
  expect((await answerAs(all.second, id, true)).data.decideAppeal.case.appeal).toEqual({
    ...{ upheld: true, decidedBy: { id: refOf('second') } },
  });
  await all.hub.drain();

  expect((await all.other.ok(post, { id: subject })).node).toEqual({ body: 'These words', removed: false });
  const counted = 'query ($id: ID!) { thread(id: $id) { replyCount } }';
  expect((await all.other.ok(counted, { id: thread })).thread).toEqual({ replyCount: 1 });
  expect(codeIn(await answerAs(all.second, id, false))).toBe('CONFLICT');
  expect((await all.author.ok(own, { id: ownOf(id) })).ownCase.appeal).toMatchObject({
    ...{ upheld: true, answer: 'We looked again', decidedBy: null },
  });
  expect((await noticesOf(all.author)).filter((notice) => notice.subject === thread)[0]).toMatchObject({
    ...{ reason: 'A moderator agrees with your appeal', actor: null },
  });
  const reports = '{ viewerReports(first: 1) { edges { node { decision overturned } } } }';
  expect((await all.reader.ok(reports)).viewerReports.edges[0].node).toEqual({ decision: 'REMOVE', overturned: true });
});

it('what a moderator answers with no stays as it was decided', async () => {
  const { id, subject } = await decided('REMOVE');
  await appealAs(all.author, id);
  await answerAs(all.second, id, false);

  expect((await all.other.ok(post, { id: subject })).node).toMatchObject({ removed: true, body: '' });
});

it('an upheld appeal opens a discussion again that was closed, and cannot bring back what was cut out', async () => {
  const closed = await decided('LOCK_THREAD');
  await appealAs(all.author, closed.id);
  await answerAs(all.second, closed.id, true);
  expect(await replyTo(all.other, closed.thread, 'Once more')).toBeTruthy();

  const cut = await decided('EDIT_OUT', { cuts: ['words'], expectedRevision: 1 });
  await appealAs(all.author, cut.id);
  await answerAs(all.second, cut.id, true);
  expect((await all.author.ok(post, { id: cut.subject })).node.body).toBe('These [cut out by a moderator]');
});

it('whoever reported does not answer the appeal', async () => {
  const { thread } = await startThread(all.other);
  const subject = await replyTo(all.author, thread, 'Reported by a moderator');
  await reportBy(all.second, subject);
  const id = await caseOf(all.moderator, subject);
  await decideBy(all.moderator, id, 'REMOVE');
  await appealAs(all.author, id);

  expect(codeIn(await answerAs(all.second, id, false))).toBe('FORBIDDEN');
});

it('the log has the appeal and the answer, without their words, and does not name whoever wrote without a name', async () => {
  const named = await decided('REMOVE');
  const quiet = await decided('REMOVE', {}, { anonymous: true });
  for (const { id } of [named, quiet]) {
    await appealAs(all.author, id);
    await answerAs(all.second, id, false);
  }
  const entries = (id: string) =>
    all.hub.sql<{ action: string; actor_ref: string | null; facts: object }>(
      `SELECT action, actor_ref, facts FROM core.audit_entry
       WHERE facts ->> 'case' = $1 AND action IN ('case.appealed', 'appeal.decided') ORDER BY number`,
      [id],
    );

  expect((await entries(named.id)).map(({ action, actor_ref }) => [action, actor_ref])).toEqual([
    ['case.appealed', refOf('author')],
    ['appeal.decided', refOf('second')],
  ]);
  expect((await entries(quiet.id)).map(({ actor_ref }) => actor_ref)).toEqual([null, refOf('second')]);
  expect(JSON.stringify(await entries(named.id))).not.toMatch(/Nobody is named|We looked again/);
});
