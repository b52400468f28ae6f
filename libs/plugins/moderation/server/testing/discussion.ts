/** A hub with moderators, and discussions in it whose posts are reported. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const start =
  'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }';
const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
const report = 'mutation ($input: ReportInput!) { report(input: $input) { report { id } } }';
const decide = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { case { id } } }';
const cases = '{ casesWaiting(first: 100) { edges { node { id subject { id } } } } }';

export interface Discussion {
  readonly hub: TestHub;
  /** Writes what is reported. */
  readonly author: TestClient;
  readonly reader: TestClient;
  readonly other: TestClient;
  readonly moderator: TestClient;
  readonly second: TestClient;
}

export const people = {
  author: 'siobhan-wrenfield',
  reader: 'gwen-stillwater',
  other: 'anjali-thornapple',
  moderator: 'callum-pennyroyal',
  second: 'mei-lin-hazelgrove',
} as const;

export const refOf = (who: keyof typeof people): string => `member:network/${people[who]}`;

/** So that mails say whether an answer to them is posted. */
const repliesByMail = {
  HUB_MAIL_REPLY_TO: 'reply@hub.example.nhs.uk',
  HUB_MAIL_REPLY_SECRET: 'a-secret-of-the-mail-server-long-enough',
};

/** Two moderators in place of those of the demonstration, and no case of its own. */
export async function createDiscussion(only: readonly string[] = []): Promise<Discussion> {
  const hub = await createTestHub({ only: ['moderation', ...only], env: repliesByMail });
  await hub.sql(`UPDATE core.account SET keys = array_remove(keys, 'role:moderator')`);
  for (const table of ['name_opening', 'appeal', 'report', 'case_record'])
    await hub.sql(`DELETE FROM moderation.${table}`);
  for (const who of ['moderator', 'second'] as const) await setModerator(hub, refOf(who), true);
  const as = (who: keyof typeof people) => hub.as(people[who]);
  return {
    hub,
    author: await as('author'),
    reader: await as('reader'),
    other: await as('other'),
    moderator: await as('moderator'),
    second: await as('second'),
  };
}

export async function setModerator(hub: TestHub, member: string, on: boolean): Promise<void> {
  const change = on ? "array_append(keys, 'role:moderator')" : "array_remove(keys, 'role:moderator')";
  await hub.sql(`UPDATE core.account SET keys = ${change} WHERE ref = $1`, [member]);
}

export async function startThread(client: TestClient, over: object = {}): Promise<{ thread: string; first: string }> {
  const input = { title: 'Weekly round', body: 'Shall we?', modelTypes: ['MCP'], ...over };
  const { thread } = (await client.ok(start, { input })).startThread;
  return { thread: thread.id, first: thread.posts.edges[0].node.id };
}

export async function replyTo(client: TestClient, thread: string, body: string, over: object = {}): Promise<string> {
  return (await client.ok(reply, { input: { thread, body, ...over } })).reply.post.id;
}

export async function reportBy(client: TestClient, subject: string, over: object = {}): Promise<string> {
  return (await client.ok(report, { input: { subject, reason: 'PATIENT_DETAILS', ...over } })).report.report.id;
}

export const reportCode = (client: TestClient, subject: string, over: object = {}): Promise<string | null> =>
  client.codeOf(report, { input: { subject, reason: 'UNKIND', ...over } });

/** The open case about a post, as a moderator finds it. */
export async function caseOf(moderator: TestClient, subject: string): Promise<string> {
  const { casesWaiting } = await moderator.ok(cases);
  const found = casesWaiting.edges.find(
    ({ node }: { node: { subject: { id: string } } }) => node.subject.id === subject,
  );
  return found.node.id;
}

export const decideBy = (client: TestClient, kase: string, decision: string, over: object = {}) =>
  client.run(decide, { input: { case: kase, decision, reason: 'It is as the rules say', ...over } });

/** What somebody was told, the newest first: sentences and what they open. */
export async function noticesOf(client: TestClient): Promise<{ reason: string; subject: string; actor: unknown }[]> {
  const { notifications } = await client.ok(
    '{ notifications(first: 50) { edges { node { reason actor { id } subject { id } } } } }',
  );
  return notifications.edges.map(({ node }: { node: { reason: string; actor: unknown; subject: { id: string } } }) => ({
    ...{ reason: node.reason, actor: node.actor, subject: node.subject?.id },
  }));
}

/** A community of this kind, facilitated by whoever makes it. */
export async function makeCommunity(client: TestClient, kind: string): Promise<string> {
  const input = { name: `A ${kind.toLowerCase()} one`, purpose: 'To talk', kind, modelTypes: ['MCP'] };
  const create = 'mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { community { id } } }';
  return (await client.ok(create, { input })).createCommunity.community.id;
}

/** Invites somebody to a community, who accepts. */
export async function letIn(
  facilitator: TestClient,
  member: TestClient,
  ref: string,
  community: string,
): Promise<void> {
  const invite =
    'mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { invitation { id } } }';
  const { inviteToCommunity } = await facilitator.ok(invite, { input: { community, member: ref } });
  const accept =
    'mutation ($input: AcceptCommunityInvitationInput!) { acceptCommunityInvitation(input: $input) { __typename } }';
  await member.ok(accept, { input: { invitation: inviteToCommunity.invitation.id } });
}
