/** Deciding what was reported: who sees cases, in which order, what each decision does, and who is told. */
import type { TestClient } from '@hub/testing';
import {
  caseOf,
  createDiscussion,
  decideBy,
  noticesOf,
  people,
  refOf,
  replyTo,
  reportBy,
  reportCode,
  setModerator,
  startThread,
  type Discussion,
} from './testing/discussion';

const waiting = `{ casesWaiting(first: 100) { totalCount edges { node { id reason subject { id } words openedBy { id }
  reports { reason words by { id } } before { body } after { body } earlier { id } viewerCanDecide } } } }`;
const one =
  'query ($id: ID!) { moderationCase(id: $id) { id words removed viewerCanDecide openedBy { id } decision } }';
const post =
  'query ($id: ID!) { node(id: $id) { ... on Post { body hidden removed removedByModerator revisions { body } } } }';
const ownCases = '{ viewerCases { edges { node { id reasons hidden decision decisionReason subject { id } } } } }';

let all: Discussion;

beforeAll(async () => {
  all = await createDiscussion(['search', 'subscriptions', 'administration']);
});
// What is tried is counted by the hour; here an hour passes before each test.
beforeEach(() => all.hub.sql('DELETE FROM core.attempt'));
afterAll(() => all?.hub.close());

async function reported(reason = 'UNKIND', by: TestClient = all.reader) {
  const { thread } = await startThread(all.other);
  const subject = await replyTo(all.author, thread, `A word ${thread}`);
  await reportBy(by, subject, { reason, words: 'Look at this' });
  return { thread, subject, id: await caseOf(all.moderator, subject) };
}

const nodes = async (client: TestClient) =>
  (await client.ok(waiting)).casesWaiting.edges.map(({ node }: { node: { id: string } }) => node);
const seenBy = async (client: TestClient, id: string) => (await client.ok(post, { id })).node;

it('details of patients stand first, then harm, then what waits longest', async () => {
  const [oldest, rude] = [await reported('OFF_TOPIC'), await reported('UNKIND')];
  const [harm, patient] = [await reported('HARM'), await reported('PATIENT_DETAILS')];
  const ids = (await nodes(all.moderator)).map(({ id }: { id: string }) => id);

  expect(ids).toEqual([patient, harm, oldest, rude].map(({ id }) => id));
});

it('a case shows the posts around, who reported and why, and what was earlier about the same author', async () => {
  const { thread, first } = await startThread(all.other, { body: 'One' });
  await replyTo(all.other, thread, 'Two');
  const earlier = await replyTo(all.author, thread, 'Three');
  const subject = await replyTo(all.author, thread, 'Four');
  await replyTo(all.other, thread, 'Five');
  await reportBy(all.reader, earlier, { reason: 'UNKIND' });
  await reportBy(all.reader, subject, { reason: 'OTHER', words: 'Not so' });
  await reportBy(all.other, subject, { reason: 'HARM' });
  const id = await caseOf(all.moderator, subject);
  const found = (await nodes(all.moderator)).find((node: { id: string }) => node.id === id);

  expect(found).toMatchObject({
    ...{ words: 'Four', reason: 'HARM', before: [{ body: 'Two' }, { body: 'Three' }], after: [{ body: 'Five' }] },
    reports: [
      { reason: 'OTHER', words: 'Not so', by: { id: refOf('reader') } },
      { reason: 'HARM', words: null, by: { id: refOf('other') } },
    ],
  });
  expect(found.earlier).toContainEqual({ id: await caseOf(all.moderator, earlier) });
  expect(first).toBeTruthy();
});

it('nobody but moderators sees cases; administrators and facilitators do not, nor does whoever wrote it', async () => {
  const { id } = await reported();
  const marisol = await all.hub.as('marisol-greywether');
  for (const client of [all.reader, all.author, marisol]) {
    expect(await client.codeOf(waiting)).toBe('FORBIDDEN');
    expect(await client.codeOf(one, { id })).toBe('FORBIDDEN');
    expect((await client.ok('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
    expect((await decideBy(client, id, 'KEEP')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  await setModerator(all.hub, refOf('author'), true);
  expect((await all.author.ok(one, { id })).moderationCase).toBeNull();
  expect((await nodes(all.author)).map((node: { id: string }) => node.id)).not.toContain(id);
  expect((await decideBy(all.author, id, 'KEEP')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  await setModerator(all.hub, refOf('author'), false);
});

it('a moderator who may not see the discussion neither sees the case nor decides it (Z5)', async () => {
  const create =
    'mutation { createIntervention(input: { site: "northvale", title: "A draft", summary: "Ours", modelTypes: ["MCP"] }) { intervention { id } } }';
  const draft = (await all.other.ok(create)).createIntervention.intervention.id;
  const { first } = await startThread(all.other, { about: draft, body: 'Mr Within' });
  const colleague = await all.hub.as('leonie-fernmoss');
  const report = await reportBy(colleague, first);
  const [row] = await all.hub.sql<{ id: string }>('SELECT case_id AS id FROM moderation.report WHERE id = $1', [
    report.replace('report:', ''),
  ]);
  const id = `moderation-case:${row?.id}`;

  expect((await all.moderator.ok(one, { id })).moderationCase).toBeNull();
  expect((await decideBy(all.moderator, id, 'KEEP')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect(
    await all.moderator.codeOf('mutation ($id: ID!) { openCase(input: { case: $id }) { case { id } } }', { id }),
  ).toBe('NOT_FOUND');
  expect((await nodes(all.moderator)).map((node: { id: string }) => node.id)).not.toContain(id);
});

it('whoever reported something sees the case and does not decide it', async () => {
  const { id } = await reported('UNKIND', all.second);

  expect((await all.second.ok(one, { id })).moderationCase.viewerCanDecide).toBe(false);
  expect((await decideBy(all.second, id, 'KEEP')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

it('keeping a hidden post shows it again as it was, to be found and read, and another report does not hide it again', async () => {
  const { subject, thread, id } = await reported('PATIENT_DETAILS');
  expect((await decideBy(all.moderator, id, 'KEEP')).errors).toBeUndefined();

  expect(await seenBy(all.other, subject)).toMatchObject({ hidden: false, body: `A word ${thread}` });
  await reportBy(all.other, subject);
  expect(await seenBy(all.reader, subject)).toMatchObject({ hidden: false });
  const edit = 'mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }';
  await all.author.ok(edit, { input: { post: subject, expectedRevision: 1, body: 'Mrs Alder, then' } });
  await reportBy(await all.hub.as('ruth-cobblestane'), subject);
  expect(await seenBy(all.reader, subject)).toMatchObject({ hidden: true, body: '' });
});

it('what a moderator removes is gone for everybody, and stands for moderators in its case alone', async () => {
  const { subject, thread, id } = await reported('PATIENT_DETAILS');
  await decideBy(all.moderator, id, 'REMOVE');
  await all.hub.drain();

  for (const client of [all.author, all.reader, all.moderator])
    expect(await seenBy(client, subject)).toEqual({
      ...{ body: '', hidden: false, removed: true, removedByModerator: true, revisions: [] },
    });
  expect((await all.second.ok(one, { id })).moderationCase).toMatchObject({ words: `A word ${thread}`, removed: true });
  const counted = 'query ($id: ID!) { thread(id: $id) { replyCount unreadCount } }';
  expect((await all.moderator.ok(counted, { id: thread })).thread).toEqual({ replyCount: 0, unreadCount: 1 });
  expect(await reportCode(all.other, subject)).toBe('FORBIDDEN');
});

it('closing the discussion keeps the post and ends replies', async () => {
  const { subject, thread, id } = await reported('PATIENT_DETAILS');
  await decideBy(all.moderator, id, 'LOCK_THREAD');

  expect(await seenBy(all.other, subject)).toMatchObject({ hidden: false, removed: false });
  const reply = 'mutation ($thread: ID!) { reply(input: { thread: $thread, body: "But" }) { post { id } } }';
  expect(await all.other.codeOf(reply, { thread })).toBe('FORBIDDEN');
});

it('two moderators: the first who opens a case is named, and whoever decides second is shown what was decided', async () => {
  const { id } = await reported();
  const open = 'mutation ($id: ID!) { openCase(input: { case: $id }) { case { openedBy { id } } } }';
  const opened = async (client: TestClient) => (await client.ok(open, { id })).openCase.case.openedBy.id;
  expect([await opened(all.moderator), await opened(all.second)]).toEqual([refOf('moderator'), refOf('moderator')]);
  await decideBy(all.second, id, 'KEEP', { reason: 'Blunt, and no more' });

  const { errors } = await decideBy(all.moderator, id, 'REMOVE');
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    current: { decision: 'KEEP', reason: 'Blunt, and no more', decidedBy: expect.stringContaining('Mei') },
  });
  expect((await all.moderator.ok(one, { id })).moderationCase.decision).toBe('KEEP');
});

it('of two who decide in the same moment one is told that the other has', async () => {
  const { id } = await reported();
  const both = await Promise.all([decideBy(all.moderator, id, 'KEEP'), decideBy(all.second, id, 'REMOVE')]);

  expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
});

it('the author is told of each decision with its reason, by notice and by a letter without a word of the post', async () => {
  await all.hub.sql(
    "INSERT INTO identity.address (member_ref, email, since) VALUES ($1, 'siobhan@marlowfield.nhs.uk', now())",
    [refOf('author')],
  );
  const { subject, thread, id } = await reported('PATIENT_DETAILS');
  await decideBy(all.moderator, id, 'REMOVE', { reason: 'It names a patient' });
  await all.hub.drain();

  const { edges } = (await all.author.ok(ownCases)).viewerCases;
  expect(edges[0].node).toMatchObject({
    ...{ reasons: ['PATIENT_DETAILS'], decision: 'REMOVE', decisionReason: 'It names a patient' },
    subject: { id: subject },
  });
  expect(JSON.stringify(edges)).not.toContain(people.reader);
  expect((await noticesOf(all.author)).filter((notice) => notice.subject === thread)[0]).toEqual({
    ...{ reason: 'A moderator removed your post', subject: thread, actor: null },
  });
  const [letter] = await all.hub.letters('siobhan@marlowfield.nhs.uk');
  expect(letter?.subject).toBe('A moderator has decided about a post of yours');
  expect(letter?.text).toContain(`/reports/about-you/${id.replace('moderation-case:', '')}`);
  expect(letter?.text).not.toContain('A word');
  expect(letter?.text).not.toContain('It names a patient');
  const ofPost = 'query ($id: ID!) { node(id: $id) { ... on Post { viewerCase { id } } } }';
  expect((await all.author.ok(ofPost, { id: subject })).node.viewerCase).toEqual({ id: edges[0].node.id });
  expect((await all.reader.ok(ofPost, { id: subject })).node.viewerCase).toBeNull();
  for (const client of [all.reader, all.other])
    expect(
      (await client.ok('query ($id: ID!) { ownCase(id: $id) { id } }', { id: edges[0].node.id })).ownCase,
    ).toBeNull();
});

it('whoever reported reads what came of it, and not why', async () => {
  const { id } = await reported();
  await decideBy(all.moderator, id, 'REMOVE', { reason: 'Zqhiddenreason' });
  const { viewerReports } = await all.reader.ok(
    '{ viewerReports(first: 1) { edges { node { decision decidedAt subject { id } } } } }',
  );

  expect(viewerReports.edges[0].node).toMatchObject({ decision: 'REMOVE', decidedAt: expect.any(String) });
});

it('the log has every report, opening and decision, and none of the words', async () => {
  const { subject, thread, id } = await reported('UNKIND');
  await all.moderator.ok('mutation ($id: ID!) { openCase(input: { case: $id }) { case { id } } }', { id });
  await decideBy(all.moderator, id, 'KEEP', { reason: 'Zqreasonforthelog' });
  const entries = await all.hub.sql<{ action: string; actor_ref: string | null; facts: Record<string, unknown> }>(
    "SELECT action, actor_ref, facts FROM core.audit_entry WHERE facts ->> 'case' = $1 ORDER BY number",
    [id],
  );

  expect(entries.map(({ action, actor_ref }) => [action, actor_ref])).toEqual([
    ['report.made', null],
    ['case.opened', refOf('moderator')],
    ['case.decided', refOf('moderator')],
  ]);
  expect(entries[2]?.facts).toEqual({ case: id, subject, decision: 'KEEP' });
  expect(JSON.stringify(entries)).not.toMatch(new RegExp(`Zqreasonforthelog|Look at this|A word ${thread}`));
});

it('a moderator reads how many cases wait, of others nobody does', async () => {
  const count = '{ viewer { viewerCanModerate viewerCasesWaiting } }';
  const { totalCount } = (await all.moderator.ok(waiting)).casesWaiting;

  expect((await all.moderator.ok(count)).viewer).toEqual({ viewerCanModerate: true, viewerCasesWaiting: totalCount });
  expect((await all.reader.ok(count)).viewer).toEqual({ viewerCanModerate: false, viewerCasesWaiting: null });
});
