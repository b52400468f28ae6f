/** Cases in places that only some people see: who sees and decides them, what others learn, and who hears of one that nobody can decide. */
import type { TestClient } from '@hub/testing';
import {
  caseOf,
  createDiscussion,
  decideBy,
  letIn,
  makeCommunity,
  noticesOf,
  people,
  refOf,
  replyTo,
  reportBy,
  setModerator,
  startThread,
  type Discussion,
} from './testing/discussion';

const one = 'query ($id: ID!) { moderationCase(id: $id) { id words decision } }';
const lists = `{ viewer { viewerCasesWaiting viewerCasesUnseen } casesWaiting(first: 100) { totalCount edges { node { id } } }
  casesDecided(first: 100) { edges { node { id } } } appealsWaiting { edges { node { id } } } }`;
const open = 'mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { id } } }';
const openName = 'mutation ($input: OpenNameInput!) { openName(input: $input) { case { id } } }';
const post = 'query ($id: ID!) { node(id: $id) { ... on Post { body hidden } } }';

let all: Discussion;

beforeAll(async () => {
  all = await createDiscussion(['communities', 'search', 'subscriptions', 'administration']);
  await all.hub.sql(
    "INSERT INTO identity.address (member_ref, email, since) VALUES ($1, 'callum@tollbridge.nhs.uk', now()), ($2, 'mei-lin@tollbridge.nhs.uk', now())",
    [refOf('moderator'), refOf('second')],
  );
});
beforeEach(() => all.hub.sql('DELETE FROM core.attempt'));
afterAll(() => all?.hub.close());

/** Facilitated by the other one; the author and the reader are in it, and whoever else is named. */
async function place(kind: string, ...members: (keyof typeof people)[]): Promise<string> {
  const id = await makeCommunity(all.other, kind);
  for (const who of ['author', 'reader', ...members] as const) await letIn(all.other, all[who], refOf(who), id);
  return id;
}

async function reportedIn(community: string, over: object = {}) {
  const { thread } = await startThread(all.other, { community, title: 'Zqtitle of it' });
  const subject = await replyTo(all.author, thread, 'Mrs Zqplace fell', over);
  await reportBy(all.reader, subject, { words: 'Zqwords of the report' });
  await all.hub.drain();
  const [row] = await all.hub.sql<{ id: string }>('SELECT id FROM moderation.case_record WHERE subject_key = $1', [
    subject.replace('post:', ''),
  ]);
  return { thread, subject, id: `moderation-case:${row?.id}` };
}

const seen = async (client: TestClient, id: string) => (await client.ok(one, { id })).moderationCase;
const unseenBy = async (client: TestClient) => (await client.ok(lists)).viewer.viewerCasesUnseen;
const code = async (answer: Promise<{ errors?: readonly { extensions: Record<string, unknown> }[] }>) =>
  (await answer).errors?.[0]?.extensions.code;
const toldOf = async (client: TestClient, thread: string) =>
  (await noticesOf(client)).filter(({ subject }) => subject === thread).map(({ reason }) => reason);

it.each(['CLOSED', 'PRIVATE'])(
  'in a %s community a moderator who belongs to it sees the case and decides; for one who does not there is none (Z5)',
  async (kind) => {
    const { thread, subject, id } = await reportedIn(await place(kind, 'moderator'), { anonymous: true });

    expect(await seen(all.moderator, id)).toMatchObject({ id, words: 'Mrs Zqplace fell' });
    expect(await toldOf(all.moderator, thread)).toEqual(['A post was reported and waits for a moderator']);
    expect(await seen(all.second, id)).toBeNull();
    expect(JSON.stringify(await all.second.ok(lists))).not.toContain(id);
    expect(await toldOf(all.second, thread)).toEqual([]);
    expect(await unseenBy(all.second)).toBe(0);
    expect(await all.second.codeOf(open, { input: { case: id } })).toBe('NOT_FOUND');
    expect(await all.second.codeOf(openName, { input: { case: id, reason: 'Curious' } })).toBe('NOT_FOUND');
    expect(await code(decideBy(all.second, id, 'KEEP'))).toBe('NOT_FOUND');
    expect((await all.other.ok(post, { id: subject })).node).toEqual({ body: '', hidden: true });
    expect((await (await all.hub.as('grace-tidewell')).ok(post, { id: subject })).node).toBeNull();

    expect(await code(decideBy(all.moderator, id, 'KEEP'))).toBeUndefined();
    expect((await all.other.ok(post, { id: subject })).node).toEqual({ body: 'Mrs Zqplace fell', hidden: false });
    expect(JSON.stringify(await all.second.ok(lists))).not.toContain(id);
  },
);

it('where no moderator belongs, moderators hear that one waits and nothing of it, and those who facilitate the place are asked to let one in', async () => {
  const before = await unseenBy(all.moderator);
  const community = await place('PRIVATE');
  const { thread, subject, id } = await reportedIn(community);

  expect([await unseenBy(all.moderator), await unseenBy(all.second)]).toEqual([before + 1, before + 1]);
  const told = JSON.stringify([await all.moderator.ok(lists), await noticesOf(all.moderator)]);
  expect(told).not.toMatch(new RegExp([thread, subject, id, community, 'Zq'].join('|')));
  const letters = await all.hub.letters('callum@tollbridge.nhs.uk');
  expect(letters.map((letter) => letter.subject)).toEqual(['A case waits that no moderator can see']);
  expect(JSON.stringify(letters)).not.toMatch(/Zq|Siobhan|Gwen|Anjali|discussions/);

  expect(await toldOf(all.other, thread)).toEqual([
    'A post was reported, and no moderator can see this discussion. Ask one in',
  ]);
  expect(await toldOf(all.author, thread)).toEqual([expect.stringMatching(/^Your post was reported/)]);
  expect(await toldOf(all.reader, thread)).toEqual([]);
  expect((await all.reader.ok('{ viewer { viewerCasesUnseen } }')).viewer).toEqual({ viewerCasesUnseen: null });
  expect(await seen(all.moderator, id)).toBeNull();
});

it('once a moderator is let in they see the case and decide it; once they have left, there is none for them again (Z6)', async () => {
  const community = await place('PRIVATE');
  const { id } = await reportedIn(community);
  const before = await unseenBy(all.second);
  await letIn(all.other, all.moderator, refOf('moderator'), community);

  expect(await seen(all.moderator, id)).toMatchObject({ id });
  expect(await unseenBy(all.second)).toBe(before - 1);
  await all.moderator.ok(
    'mutation ($community: ID!) { leaveCommunity(input: { community: $community }) { __typename } }',
    {
      community,
    },
  );
  expect(await seen(all.moderator, id)).toBeNull();
  expect(await code(decideBy(all.moderator, id, 'KEEP'))).toBe('NOT_FOUND');
  await letIn(all.other, all.moderator, refOf('moderator'), community);
  expect(await code(decideBy(all.moderator, id, 'REMOVE'))).toBeUndefined();
});

it('of a draft of a site those who lead the site are told', async () => {
  const anjali = await all.hub.as('anjali-thornapple');
  const leonie = await all.hub.as('leonie-fernmoss');
  const create =
    'mutation { createIntervention(input: { site: "northvale", title: "A draft", summary: "Ours", modelTypes: ["MCP"] }) { intervention { id } } }';
  const about = (await anjali.ok(create)).createIntervention.intervention.id;
  const { thread } = await startThread(leonie, { about });
  const subject = await replyTo(leonie, thread, 'Mr Zqdraft');
  const petra = await all.hub.as('petra-quillfeather');
  await reportBy(petra, subject);
  await all.hub.drain();

  expect(await toldOf(anjali, thread)).toContainEqual(expect.stringMatching(/no moderator can see this discussion/));
  for (const client of [leonie, petra, all.moderator])
    expect(await toldOf(client, thread)).not.toContainEqual(expect.stringMatching(/no moderator can see/));
});

it('a case that every moderator wrote, reported or decided waits for nobody either, and an appeal too', async () => {
  await setModerator(all.hub, refOf('second'), false);
  const before = (await all.hub.letters('callum@tollbridge.nhs.uk')).length;
  const { thread } = await startThread(all.other);
  const subject = await replyTo(all.author, thread, 'Alone');
  await reportBy(all.moderator, subject, { reason: 'UNKIND' });
  expect(await all.hub.letters('callum@tollbridge.nhs.uk')).toHaveLength(before + 1);

  const decided = await replyTo(all.author, thread, 'Decided');
  await reportBy(all.reader, decided, { reason: 'UNKIND' });
  const id = await caseOf(all.moderator, decided);
  await decideBy(all.moderator, id, 'REMOVE');
  await all.author.ok('mutation ($input: AppealInput!) { appeal(input: $input) { case { id } } }', {
    input: { case: id.replace('moderation-case', 'own-case'), words: 'No' },
  });
  expect(await all.hub.letters('callum@tollbridge.nhs.uk')).toHaveLength(before + 2);
  await setModerator(all.hub, refOf('second'), true);
});

it('an administrator who moderates, and opens the place with a reason, sees the case and decides it (Z5)', async () => {
  const marisol = await all.hub.as('marisol-greywether');
  await setModerator(all.hub, 'member:network/marisol-greywether', true);
  const { thread, id } = await reportedIn(await place('PRIVATE'));
  expect(await seen(marisol, id)).toBeNull();

  const input = { entity: thread, reason: 'Something was reported there' };
  await marisol.ok('mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { entityId } }', { input });
  expect(await seen(marisol, id)).toMatchObject({ id });
  expect(await code(decideBy(marisol, id, 'REMOVE'))).toBeUndefined();
  await setModerator(all.hub, 'member:network/marisol-greywether', false);
});
