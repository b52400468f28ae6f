/** Posts without a name: nobody sees whose they are, but a moderator who opens the name of one case, with a reason. */
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
  startThread,
  type Discussion,
} from './testing/discussion';

const openName =
  'mutation ($input: OpenNameInput!) { openName(input: $input) { case { id } name { id displayName } } }';
const whole = `query ($id: ID!) { moderationCase(id: $id) { anonymous openedName { id } viewerCanOpenName words
  subject { ... on Post { author { id } thread { author { id } } } } before { author { id } } after { author { id } }
  thread { author { id } posts { edges { node { author { id } } } } } reports { by { id } } earlier { id }
  nameOpenings { by { id } reason } decidedBy { id } openedBy { id } } }`;
const reason = 'Somebody may be in danger';

let all: Discussion;

beforeAll(async () => {
  all = await createDiscussion(['search', 'subscriptions', 'administration']);
  await all.hub.sql(
    "INSERT INTO identity.address (member_ref, email, since) VALUES ($1, 'siobhan@marlowfield.nhs.uk', now())",
    [refOf('author')],
  );
});
beforeEach(() => all.hub.sql('DELETE FROM core.attempt'));
afterAll(() => all?.hub.close());

async function reported(over: object = { anonymous: true }, by: TestClient = all.reader) {
  const { thread } = await startThread(all.other);
  const subject = await replyTo(all.author, thread, 'I cannot go on', over);
  await reportBy(by, subject, { reason: 'HARM' });
  return { thread, subject, id: await caseOf(all.moderator, subject) };
}

const seen = async (client: TestClient, id: string) => (await client.ok(whole, { id })).moderationCase;
const openBy = (client: TestClient, id: string, why = reason) =>
  client.run(openName, { input: { case: id, reason: why } });

it('without opening it no moderator sees the name, in no field of the case, and the case is decided without it', async () => {
  const { id } = await reported();
  const before = await seen(all.moderator, id);
  expect(before).toMatchObject({ anonymous: true, openedName: null, viewerCanOpenName: true, nameOpenings: [] });
  expect(JSON.stringify(before)).not.toContain(people.author);

  expect((await decideBy(all.moderator, id, 'KEEP')).errors).toBeUndefined();
  expect(JSON.stringify(await seen(all.moderator, id))).not.toContain(people.author);
});

it('cases about posts with a name say nothing of those without, though one member wrote both', async () => {
  const [named, quiet] = [await reported({}), await reported()];
  const third = await reported({});
  const ids = async (id: string) => (await seen(all.moderator, id)).earlier.map((past: { id: string }) => past.id);

  expect(await ids(third.id)).toContain(named.id);
  expect(await ids(third.id)).not.toContain(quiet.id);
  expect(await ids(quiet.id)).toEqual([]);
});

it('a moderator who opens the name with a reason sees it, in this case alone, and nobody else does', async () => {
  const { id, subject } = await reported();
  const other = await reported();
  const answer = await openBy(all.moderator, id);
  expect(answer.data).toEqual({
    openName: { case: { id }, name: { id: refOf('author'), displayName: 'Siobhan Wrenfield' } },
  });

  expect(await seen(all.moderator, id)).toMatchObject({
    ...{ openedName: { id: refOf('author') }, viewerCanOpenName: false, subject: { author: null } },
    nameOpenings: [{ by: { id: refOf('moderator') }, reason }],
  });
  expect(JSON.stringify(await seen(all.moderator, other.id))).not.toContain(people.author);
  expect(JSON.stringify(await seen(all.second, id))).not.toContain(people.author);
  const post = 'query ($id: ID!) { node(id: $id) { ... on Post { author { id } } } }';
  for (const client of [all.moderator, all.second, all.reader, all.author])
    expect((await client.ok(post, { id: subject })).node.author).toBeNull();
});

it('it is closed again by itself', async () => {
  const { id } = await reported();
  await openBy(all.moderator, id);
  const lent = await all.hub.sql<{ minutes: number }>(
    'SELECT extract(epoch FROM until - now()) / 60 AS minutes FROM core.lent_key WHERE key = $1',
    [id.replace('moderation-case', 'name')],
  );
  expect(Number(lent[0]?.minutes)).toBeGreaterThan(29);
  expect(Number(lent[0]?.minutes)).toBeLessThanOrEqual(30);

  await all.hub.sql("UPDATE core.lent_key SET until = now() - interval '1 second'");
  expect(await seen(all.moderator, id)).toMatchObject({ openedName: null, viewerCanOpenName: true });
});

it('only moderators open a name, with a second step, and none of what they reported or what has its name', async () => {
  const quiet = await reported();
  const own = await reported({ anonymous: true }, all.second);
  const named = await reported({});
  const code = async (client: TestClient, id: string) => (await openBy(client, id)).errors?.[0]?.extensions.code;
  const withoutStep = await all.hub.as(people.moderator, { way: 'code' });

  for (const client of [all.reader, all.author, await all.hub.as('marisol-greywether')])
    expect(await code(client, quiet.id)).toBe('FORBIDDEN');
  expect(await code(withoutStep, quiet.id)).toBe('FORBIDDEN');
  expect(await code(all.second, own.id)).toBe('FORBIDDEN');
  expect(await code(all.moderator, named.id)).toBe('BAD_USER_INPUT');
  expect((await openBy(all.moderator, quiet.id, ' ')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

it('the log says who opened it and why, and not whose name it is', async () => {
  const { id, subject, thread } = await reported();
  await openBy(all.moderator, id);
  const [entry] = await all.hub.sql(
    "SELECT action, actor_ref, subject_ref, facts FROM core.audit_entry WHERE action = 'name.opened' AND facts ->> 'case' = $1",
    [id],
  );

  expect(entry).toEqual({
    ...{ action: 'name.opened', actor_ref: refOf('moderator'), subject_ref: thread },
    facts: { case: id, subject, reason, until: expect.any(String) },
  });
});

it('the author is told by whom and why', async () => {
  const { id, thread } = await reported();
  await openBy(all.moderator, id);
  await all.hub.drain();

  expect((await noticesOf(all.author)).filter((notice) => notice.subject === thread)).toEqual([
    {
      ...{ subject: thread, actor: { id: refOf('moderator') } },
      reason: expect.stringMatching(/^Callum .* opened your name, as a moderator, on what you posted without it$/),
    },
  ]);
  const own = 'query ($id: ID!) { ownCase(id: $id) { nameOpenings { by { id } reason } } }';
  expect((await all.author.ok(own, { id: id.replace('moderation-case', 'own-case') })).ownCase).toEqual({
    nameOpenings: [{ by: { id: refOf('moderator') }, reason }],
  });
});

it('the name leaves by no other way: events, log, letters and what moderation keeps do not hold it, nor does anybody’s export', async () => {
  const { id, thread, subject } = await reported();
  await openBy(all.moderator, id);
  await decideBy(all.moderator, id, 'REMOVE');
  const input = { case: id.replace('moderation-case', 'own-case'), words: 'It was a cry for help' };
  await all.author.ok('mutation ($input: AppealInput!) { appeal(input: $input) { case { id } } }', { input });
  await all.hub.drain();
  const rows = await Promise.all([
    all.hub.sql('SELECT * FROM core.domain_event WHERE subject_ref = $1', [thread]),
    all.hub.sql('SELECT * FROM core.audit_entry WHERE subject_ref = $1', [thread]),
    all.hub.sql('SELECT * FROM moderation.case_record WHERE subject_key = $1', [subject.replace('post:', '')]),
    all.hub.sql('SELECT * FROM moderation.report WHERE subject_key = $1', [subject.replace('post:', '')]),
    all.hub.sql('SELECT * FROM moderation.name_opening'),
    all.hub.sql('SELECT * FROM moderation.appeal'),
  ]);
  expect(rows.every((found) => found.length > 0)).toBe(true);
  expect(JSON.stringify(rows)).not.toContain(people.author);
  expect(await all.hub.letters('siobhan@marlowfield.nhs.uk')).toEqual([]);
  const { exportMyData } = await all.moderator.ok('mutation { exportMyData(input: {}) { content } }');
  expect(exportMyData.content).not.toContain(people.author);
});

it('moderators are mailed the way to the case, as they chose; the author and whoever reported hear of it in the hub alone', async () => {
  const { author, reader, moderator, hub } = all;
  const told = { author, reader, moderator };
  for (const who of ['author', 'reader', 'moderator'] as const) {
    await hub.sql('DELETE FROM identity.address WHERE member_ref = $1', [refOf(who)]);
    await hub.sql('INSERT INTO identity.address (member_ref, email, since) VALUES ($1, $2, now())', [
      ...[refOf(who), `${who}@nhs.net`],
    ]);
    await told[who].ok('mutation { setMailSettings(input: { mailed: AT_ONCE, mostADay: 50 }) { mailed } }');
  }
  const { thread } = await startThread(all.other);
  const follow = 'mutation ($input: FollowInput!) { follow(input: $input) { level } }';
  await moderator.ok(follow, { input: { targetId: thread, level: 'WATCHING' } });
  const post = await replyTo(author, thread, 'Mrs Named', { anonymous: true });
  await hub.drain();
  while (await hub.hub.mailSender.handleNext());
  await reportBy(reader, post);
  const id = await caseOf(moderator, post);
  await decideBy(moderator, id, 'REMOVE');
  await hub.drain();
  while (await hub.hub.mailSender.handleNext());

  const letters = (await hub.letters('moderator@nhs.net')).map(({ text }) => text);
  const mail = letters.find((text) => text.includes('waits for a moderator'));
  expect(letters.find((text) => text.includes('Mrs Named'))).toContain('Answer this mail to reply in the hub');
  expect(mail).toContain(`/moderation/cases/${id.replace('moderation-case:', '')}`);
  expect(mail).not.toMatch(/Named|Siobhan|Gwen|Answer this mail/);
  expect([await hub.letters('author@nhs.net'), await hub.letters('reader@nhs.net')]).toEqual([[], []]);
  const mailed = await hub.sql('SELECT DISTINCT member_ref FROM subscriptions.letter');
  expect(mailed).toEqual([{ member_ref: refOf('moderator') }]);
  await hub.runSchedules(new Date(Date.now() + 30 * 3_600_000));
  expect(await hub.sql('SELECT DISTINCT member_ref FROM subscriptions.letter')).toEqual(mailed);
});
