/** Reports and what came of them: a post that waits, hidden; one that was removed; one that only a site sees; and reports that show nowhere. */
import type { TestClient } from '@hub/testing';
import type { Furnishing, Thing } from './furnish';
import { asAdministrator, home, moderatorHere, reporter, writerOfReported } from './viewers';

/** After the threads: their posts are what is reported. */
export async function furnishModeration(furnishing: Furnishing): Promise<void> {
  const { things, wanted } = furnishing;
  const threadFor = (audience: Thing['audience']) =>
    things.find((thing) => thing.type === 'Thread' && thing.audience === audience);
  const [open, closed] = [threadFor('the network'), threadFor(`members of ${home}`)];
  if (open) await decideAndHide(furnishing, open);
  // Administrators read in the log that there was a report.
  else if (wanted('moderators') && wanted('administrators')) await reportUnseen(furnishing);
  // Moderators are told how many cases wait that none of them sees, and nothing else of them.
  if (closed && wanted('moderators')) await reportWithin(furnishing, closed);
}

/** What is done in the discussion that all can see, and by whom. */
interface Acts {
  readonly author: TestClient;
  readonly moderator: TestClient;
  readonly write: (body: string, more?: object) => Promise<string>;
  readonly report: (post: string, reason: string) => Promise<string>;
}

async function decideAndHide(furnishing: Furnishing, thread: Thing): Promise<void> {
  const { hub, things, word, writers, other } = furnishing;
  const author = writers[home]!;
  const acts: Acts = {
    author,
    moderator: await hub.as('marisol-greywether'),
    write: async (body, more = {}) =>
      (await author.ok(reply, { input: { thread: thread.id, body, ...more } })).reply.post.id,
    report: (post, reason) => reportBy(other[home]!, post, reason, word('Report.words', `report of ${reporter}`)),
  };
  const removed = await remove(furnishing, acts, true);
  await answer(furnishing, removed.id);
  await remove(furnishing, acts, false);
  const hidden = await hide(furnishing, acts);
  const own = (id: string) => id.replace('moderation-case', 'own-case');
  things.push(
    ...[removed.post, hidden.post].map((id): Thing => ({ id, type: 'Post', audience: 'the network' })),
    ...[removed.report, hidden.report].map((id): Thing => ({ id, type: 'Report', audience: `report of ${reporter}` })),
    { id: hidden.id, type: 'ModerationCase', audience: 'moderators' },
    { id: removed.id, type: 'ModerationCase', audience: `only ${moderatorHere}` },
    ...[removed.id, hidden.id].map((id): Thing => ({ id: own(id), type: 'OwnCase', audience: ofAuthor })),
  );
}

const ofCase = `case of ${writerOfReported}` as const;
const ofAuthor = `only ${writerOfReported}` as const;

/** Removed by a moderator, who opened the name where there was none; its author appeals. */
async function remove(furnishing: Furnishing, { author, moderator, write, report }: Acts, anonymous: boolean) {
  const { word } = furnishing;
  const post = await write(`Removed ${word('Post.body removed by a moderator', ofCase)}`, { anonymous });
  const made = await report(post, 'UNKIND');
  const id = await caseOf(moderator, post);
  await moderator.ok(open, { input: { case: id } });
  if (anonymous) await openName(furnishing, moderator, id);
  await moderator.ok(decide, {
    input: { case: id, decision: 'REMOVE', reason: `Because ${word('ModerationCase.decisionReason', ofCase)}` },
  });
  const input = { case: id.replace('moderation-case', 'own-case'), words: `But ${word('Appeal.words', ofCase)}` };
  await author.ok('mutation ($input: AppealInput!) { appeal(input: $input) { case { id } } }', { input });
  return { post, id, report: made };
}

/** Another moderator answers the appeal. */
async function answer({ hub, word }: Furnishing, id: string): Promise<void> {
  const second = 'member:network/callum-pennyroyal';
  const roles = { member: second, roles: ['MODERATOR'], reason: 'The network asked them to' };
  await asAdministrator(hub, 'setNetworkRoles', 'SetNetworkRolesInput', roles);
  const input = { case: id, upheld: false, answer: `No ${word('Appeal.answer', ofCase)}` };
  const moderator = await hub.as(second);
  await moderator.ok('mutation ($input: DecideAppealInput!) { decideAppeal(input: $input) { case { id } } }', {
    input,
  });
  await asAdministrator(hub, 'setNetworkRoles', 'SetNetworkRolesInput', { ...roles, roles: [] });
}

async function openName({ word }: Furnishing, moderator: TestClient, id: string): Promise<void> {
  const reason = `A risk ${word('NameOpening.reason', `name opened of ${writerOfReported}`)}`;
  await moderator.ok('mutation ($input: OpenNameInput!) { openName(input: $input) { case { id } } }', {
    input: { case: id, reason },
  });
}

/** Reported for details of a patient, between two others. */
async function hide({ word }: Furnishing, { author, moderator, write, report }: Acts) {
  const post = await write(`Before ${word('PostRevision.body while hidden', ofCase)}`);
  const body = `Hidden ${word('ModerationCase.words', ofCase)}`;
  await author.ok(edit, { input: { post, expectedRevision: 1, body } });
  await write('The next one');
  const made = await report(post, 'PATIENT_DETAILS');
  const id = await caseOf(moderator, post);
  await moderator.ok(open, { input: { case: id } });
  return { post, id, report: made };
}

/** In a discussion that moderators of the network do not see: for them there is no case. */
async function reportWithin({ things, word, writers, other }: Furnishing, thread: Thing): Promise<void> {
  const input = { thread: thread.id, body: 'Among us' };
  const post = (await writers[home]!.ok(reply, { input })).reply.post.id;
  const id = await reportBy(other[home]!, post, 'UNKIND', word('Report.words within', `only ${reporter}`));
  things.push({ id, type: 'Report', audience: `only ${reporter}` });
}

/** Another report of something that stands where it stood: nobody but moderators notices. */
async function reportUnseen({ hub }: Furnishing): Promise<void> {
  const ruth = await hub.as('ruth-cobblestane');
  const { threads } = await ruth.ok(
    '{ threads(first: 1) { edges { node { posts(first: 3) { edges { node { id viewerCanReport } } } } } } }',
  );
  const posts: { node: { id: string; viewerCanReport: boolean } }[] = threads.edges[0].node.posts.edges;
  const post = posts.find(({ node }) => node.viewerCanReport);
  if (!post) throw new Error('Nothing can be reported in the twin world.');
  await reportBy(ruth, post.node.id, 'UNKIND', 'Another report');
}

async function reportBy(client: TestClient, subject: string, reason: string, words: string): Promise<string> {
  return (await client.ok(reportIt, { input: { subject, reason, words } })).report.report.id;
}

async function caseOf(moderator: TestClient, subject: string): Promise<string> {
  const { casesWaiting } = await moderator.ok('{ casesWaiting { edges { node { id subject { id } } } } }');
  const cases: { node: { id: string; subject: { id: string } } }[] = casesWaiting.edges;
  return cases.find(({ node }) => node.subject.id === subject)!.node.id;
}

const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
const edit = 'mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }';
const reportIt = 'mutation ($input: ReportInput!) { report(input: $input) { report { id } } }';
const open = 'mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { id } } }';
const decide = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { case { id } } }';
