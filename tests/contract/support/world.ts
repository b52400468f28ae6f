/** A small world in the demonstration hub where every mutation has something to work on, and what it takes to be accepted. */
import { attachFile, type TestClient, type TestHub } from '@hub/testing';

export interface World {
  readonly anjali: TestClient;
  /** The administrator. */
  readonly marisol: TestClient;
  readonly draft: string;
  /** A picture of the draft. */
  readonly attachment: string;
  /** Sent by Anjali, and in no post yet: one for each mutation that writes a post. */
  readonly inHand: readonly string[];
  readonly published: string;
  readonly version: string;
  readonly adaptation: string;
  /** Anjali's site is asked of it whether it still goes on. */
  readonly checkIn: string;
  readonly foreignAdaptation: string;
  /** A draft about the draft. */
  readonly evaluation: string;
  readonly thread: string;
  readonly post: string;
  readonly reply: string;
  readonly notification: string;
  /** That Anjali follows the MCP care model. */
  readonly follow: string;
  readonly savedSearch: string;
  /** What undoes that Anjali marked threads read. */
  readonly undo: string;
  /** When Anjali marked a notification read. */
  readonly readAt: string;
  readonly invitation: string;
  readonly joinRequest: string;
  /** Closed, facilitated by Anjali. */
  readonly community: string;
  /** To join it. */
  readonly communityRequest: string;
  readonly communityInvitation: string;
  readonly proposal: string;
  /** A case about a post of Anjali's, for the administrator, who is a moderator too; and the same as Anjali sees it. */
  readonly case: string;
  readonly ownCase: string;
  /** Of Anjali's. */
  readonly report: string;
}

/** Anjali of Northvale with a draft, a record, a question with a reply, and somebody else's record beside it. */
export async function furnish(hub: TestHub): Promise<World> {
  const [anjali, callum] = await Promise.all([hub.as('anjali-thornapple'), hub.as('callum-pennyroyal')]);
  const create =
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }';
  const draft = await anjali.ok(create, {
    input: { site: 'northvale', title: 'A draft of ours', summary: 'Ours', modelTypes: ['MCP'] },
  });
  const { interventions } = await anjali.ok(
    '{ interventions(first: 1, filter: { text: "breathlessness" }) { edges { node { id currentVersion { id } } } } }',
  );
  const source = interventions.edges[0].node;
  const start = (client: TestClient, site: string, version: string) =>
    client.ok('mutation ($input: StartAdaptationInput!) { startAdaptation(input: $input) { adaptation { id } } }', {
      input: { sourceVersion: version, site },
    });
  const others = await anjali.ok(
    '{ interventions(first: 100) { edges { node { adaptationCount currentVersion { id } } } } }',
  );
  const other = others.interventions.edges
    .map(({ node }: { node: { adaptationCount: number; currentVersion: { id: string } | null } }) => node)
    .find((node: { adaptationCount: number; currentVersion: unknown }) => !node.adaptationCount && node.currentVersion)
    .currentVersion.id;
  const mine = (await start(anjali, 'northvale', other)).startAdaptation.adaptation.id;
  const theirs = (await start(callum, 'tollbridge', other)).startAdaptation.adaptation.id;
  const begun = await anjali.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }',
    { input: { title: 'A question', body: 'Who knows?', kind: 'QUESTION', modelTypes: ['MCP'] } },
  );
  const thread = begun.startThread.thread;
  const answered = await callum.ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
    input: { thread: thread.id, body: 'We do.' },
  });
  await hub.drain();
  const { createEvaluation } = await anjali.ok(
    'mutation ($input: CreateEvaluationInput!) { createEvaluation(input: $input) { evaluation { id } } }',
    { input: { about: draft.createIntervention.intervention.id, title: 'What we saw', question: 'Does it work?' } },
  );
  const { notifications } = await anjali.ok('{ notifications(first: 1) { edges { node { id } } } }');
  return {
    anjali,
    marisol: await hub.as('marisol-greywether'),
    ...(await reported(anjali, await hub.as('gwen-stillwater'))),
    draft: draft.createIntervention.intervention.id,
    attachment: await attachPicture(anjali, draft.createIntervention.intervention.id),
    inHand: [await inHandOf(anjali), await inHandOf(anjali), await inHandOf(anjali)],
    published: source.id,
    version: source.currentVersion.id,
    adaptation: mine,
    checkIn: await asked(hub, mine),
    foreignAdaptation: theirs,
    evaluation: createEvaluation.evaluation.id,
    thread: thread.id,
    post: thread.posts.edges[0].node.id,
    reply: answered.reply.post.id,
    notification: notifications.edges[0].node.id,
    follow: await followMcp(anjali),
    undo: await markAllRead(anjali),
    readAt: await markRead(anjali, notifications.edges[0].node.id),
    savedSearch: await saveSearch(anjali),
    ...(await peopleOnTheirWayIn(anjali)),
    ...(await communityOf(anjali, callum)),
  };
}

async function asked(hub: TestHub, adaptation: string): Promise<string> {
  const [question] = await hub.sql<{ id: string }>(
    `INSERT INTO adaptations.check_in (id, adaptation_ref, quiet_since, asked_at) VALUES (gen_random_uuid(), $1, now() - interval '60 days', now())
     RETURNING 'check-in:' || id AS id`,
    [adaptation],
  );
  return question?.id ?? '';
}

async function saveSearch(client: TestClient): Promise<string> {
  const { saveSearch: saved } = await client.ok(
    'mutation { saveSearch(input: { name: "Falls at night", text: "falls" }) { savedSearch { id } } }',
  );
  return saved.savedSearch.id;
}

async function followMcp(client: TestClient): Promise<string> {
  await client.ok('mutation { follow(input: { targetId: "care-model:network/mcp", level: WATCHING }) { level } }');
  const { follows } = await client.ok('{ follows(first: 1) { edges { node { id } } } }');
  return follows.edges[0].node.id;
}

async function markAllRead(client: TestClient): Promise<string> {
  const { markThreadsRead } = await client.ok(
    'mutation { markThreadsRead(input: { filter: { modelTypes: ["UEC"] } }) { undo } }',
  );
  return markThreadsRead.undo;
}

async function markRead(client: TestClient, notification: string): Promise<string> {
  const { markNotificationsRead } = await client.ok(
    'mutation ($id: ID!) { markNotificationsRead(input: { ids: [$id] }) { readAt } }',
    { id: notification },
  );
  return markNotificationsRead.readAt;
}

/** Posts that are reported: of Anjali's, hidden while it waits for a moderator, and by Anjali, of somebody else. */
async function reported(anjali: TestClient, gwen: TestClient): Promise<Pick<World, 'case' | 'ownCase' | 'report'>> {
  const start =
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { posts { edges { node { id } } } } } }';
  const postBy = async (client: TestClient): Promise<string> => {
    const input = { title: 'Reported', body: 'Look at this', modelTypes: ['ACC'] };
    return (await client.ok(start, { input })).startThread.thread.posts.edges[0].node.id;
  };
  const report = async (client: TestClient, subject: string) => {
    const input = { subject, reason: 'PATIENT_DETAILS' };
    const document = 'mutation ($input: ReportInput!) { report(input: $input) { report { id } } }';
    return (await client.ok(document, { input })).report.report.id;
  };
  await report(gwen, await postBy(anjali));
  const { viewerCases } = await anjali.ok('{ viewerCases { edges { node { id } } } }');
  const ownCase: string = viewerCases.edges[0].node.id;
  const byAnjali: string = await report(anjali, await postBy(gwen));
  return { case: ownCase.replace('own-case', 'moderation-case'), ownCase, report: byAnjali };
}
const inHandOf = (anjali: TestClient) => attachPicture(anjali, 'member:network/anjali-thornapple');

async function attachPicture(client: TestClient, subject: string): Promise<string> {
  const body = Buffer.from(onePixel, 'base64');
  return attachFile(client, subject, { name: 'ward.png', type: 'image/png', body });
}

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Those of the demonstration at Northvale, and a site that its lead proposes. */
async function peopleOnTheirWayIn(lead: TestClient): Promise<Pick<World, 'invitation' | 'joinRequest' | 'proposal'>> {
  const { site } = await lead.ok(
    '{ site(slug: "northvale") { invitations { edges { node { id } } } joinRequests { edges { node { id } } } } }',
  );
  const { proposeSite } = await lead.ok(
    'mutation ($input: ProposeSiteInput!) { proposeSite(input: $input) { proposal { id } } }',
    { input: { name: 'Quayhead', region: 'North', modelTypes: ['MCP'], why: 'We work together.' } },
  );
  return {
    invitation: site.invitations.edges[0].node.id,
    joinRequest: site.joinRequests.edges[0].node.id,
    proposal: proposeSite.proposal.id,
  };
}

/** A community with somebody who asks to join, and somebody who is invited. */
async function communityOf(
  facilitator: TestClient,
  asker: TestClient,
): Promise<Pick<World, 'community' | 'communityRequest' | 'communityInvitation'>> {
  const { createCommunity } = await facilitator.ok(
    'mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { community { id } } }',
    { input: { name: 'Ours to talk in', purpose: 'To talk', kind: 'CLOSED', modelTypes: ['MCP'] } },
  );
  const community: string = createCommunity.community.id;
  const { askToJoinCommunity } = await asker.ok(
    'mutation ($input: AskToJoinCommunityInput!) { askToJoinCommunity(input: $input) { request { id } } }',
    { input: { community, words: 'Let me in' } },
  );
  const { inviteToCommunity } = await facilitator.ok(
    'mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { invitation { id } } }',
    { input: { community, member: 'member:network/mei-lin-hazelgrove' } },
  );
  return {
    ...{ community, communityRequest: askToJoinCommunity.request.id },
    communityInvitation: inviteToCommunity.invitation.id,
  };
}

/** For each mutation, input that is fine but for the one thing that a case changes. */
export function inputsOf(world: World): Readonly<Record<string, Record<string, unknown>>> {
  const { draft, attachment, evaluation, version, adaptation, thread, post, reply, notification } = world;
  const attached = (at: number) => [{ attachment: world.inHand[at], alternative: 'A ward' }];
  const described = {
    sections: [{ key: 'why', body: 'Because' }],
    components: [{ key: 'huddle', name: 'The huddle', core: true }],
    description: {
      needs: [{ kind: 'PEOPLE', text: 'A nurse', figures: [{ label: 'Hours', value: 7 }] }],
      risks: [{ risk: 'Nobody comes' }],
    },
    contacts: ['member:network/anjali-thornapple'],
  };
  return {
    createIntervention: { site: 'northvale', title: 'Ours', summary: 'It', modelTypes: ['MCP'], ...described },
    updateIntervention: { id: draft, expectedRevision: 900, title: 'Other', ...described },
    publishIntervention: { id: draft, expectedRevision: 900 },
    withdrawIntervention: { id: draft, expectedRevision: 900, reason: 'Harm' },
    reinstateIntervention: { id: draft, expectedRevision: 900, reason: 'Safe' },
    setInterventionVisibility: { id: 'intervention:northvale/cough-care-pathway', visibility: 'PUBLIC' },
    describeAttachment: { subject: draft, attachment, alternative: 'A ward' },
    removeAttachment: { subject: draft, attachment },
    restoreAttachment: { subject: draft, attachment },
    updateEvaluation: {
      ...{ id: evaluation, expectedRevision: 900, title: 'What we saw' },
      figures: [{ label: 'People', value: 1 }],
    },
    publishEvaluation: { id: evaluation, expectedRevision: 900 },
    withdrawEvaluation: { id: evaluation, expectedRevision: 900, reason: 'Wrong' },
    setSiteIndexable: { site: 'northvale', indexable: false },
    startAdaptation: { sourceVersion: version, site: 'northvale' },
    recordSuitability: {
      adaptation,
      kind: 'CONTEXT_COMPARISON',
      title: 'Looked',
      finding: 'Fine',
      figures: [{ label: 'People', value: 1 }],
      matters: [],
    },
    recordModification: { adaptation, what: 'Less', why: 'Time', codes: [] },
    moveAdaptation: { adaptation, stage: 'STOPPED', ending: { reason: 'OTHER' }, expectedRevision: 900 },
    shareAdaptation: { adaptation, expectedRevision: 900 },
    recordEnding: { adaptation, ending: { reason: 'OTHER' }, expectedRevision: 900 },
    planTask: { adaptation, task: 'DECIDE' },
    answerCheckIn: { adaptation, checkIn: world.checkIn, answer: 'BUSY' },
    addAdaptationSource: { adaptation, sourceVersion: version, what: 'The way they ask' },
    removeAdaptationSource: { adaptation, source: world.published },
    followVersion: {
      ...{ adaptation, version, expectedRevision: 900, expectedDraftRevision: 900 },
      choices: [{ part: 'SECTION', key: 'why', choice: 'COMBINE', body: 'Both', component: described.components[0] }],
    },
    foldBack: {
      ...{
        intervention: world.published,
        adaptation,
        part: 'SECTION',
        key: 'why',
        body: 'Both',
        expectedRevision: 900,
      },
      component: described.components[0],
    },
    undoFoldBack: { intervention: world.published, adaptation, part: 'SECTION', key: 'why', expectedRevision: 900 },
    recordBenefit: { adaptation, benefit: 'SEEN', expectedRevision: 900 },
    publishAdaptation: { adaptation, title: 'Ours', summary: 'It', expectedRevision: 900 },
    startThread: {
      attachments: attached(0),
      ...{ title: 'Hello', body: 'Hello', modelTypes: ['MCP'] },
      notPatientDetails: [{ path: 'input.body', kind: 'NHS_NUMBER', nth: 1, because: 'It is an example' }],
    },
    updateThread: { thread, expectedRevision: 900, title: 'Hello again', summary: 'So far' },
    reply: { thread, body: 'Yes', attachments: attached(1) },
    editPost: { post, expectedRevision: 900, body: 'No', attachments: attached(2) },
    removePost: { post: reply },
    react: { post, kind: 'USEFUL', on: true },
    markThreadRead: { thread },
    markThreadsRead: { filter: { modelTypes: ['PACS'] } },
    saveSearch: { name: 'Falls', text: 'falls', tags: ['night'], lessons: [1] },
    lookAtSavedSearch: { savedSearch: world.savedSearch },
    removeSavedSearch: { savedSearch: world.savedSearch },
    undoMarkThreadsRead: { undo: world.undo },
    acceptAnswer: { thread, post: reply },
    setThreadLocked: { thread, locked: false },
    promotePost: { post, record: adaptation, kind: 'LEARNING', words: 'Ring first', expectedRevision: 1 },
    takeOutPromotion: { record: adaptation, promotion: 'promotion:00000000-0000-4000-8000-000000000000' },
    mergeThreads: { thread, into: thread },
    splitThread: { thread, posts: [reply], title: 'Apart' },
    createCommunity: { name: 'Theirs', purpose: 'To talk', kind: 'OPEN', modelTypes: ['MCP'] },
    updateCommunity: { community: world.community, expectedRevision: 900, name: 'Ours', welcome: 'Come in' },
    changeCommunityKind: { community: world.community, expectedRevision: 900, kind: 'OPEN' },
    pinResource: { community: world.community, subject: world.published, place: 1 },
    unpinResource: { community: world.community, subject: world.published },
    joinCommunity: { community: world.community },
    askToJoinCommunity: { community: world.community, words: 'Please' },
    declineCommunityRequest: { request: 'community-request:00000000-0000-4000-8000-000000000000', words: 'No' },
    inviteToCommunity: { community: world.community, member: 'member:network/mei-lin-hazelgrove' },
    setCommunityFacilitator: {
      ...{ community: world.community, member: 'member:network/mei-lin-hazelgrove', facilitates: true },
    },
    removeFromCommunity: {
      ...{ community: world.community, member: 'member:network/mei-lin-hazelgrove', words: 'No' },
    },
    leaveCommunity: { community: world.community },
    follow: { targetId: 'care-model:network/mcp', level: 'WATCHING', mailed: 'DAILY' },
    setDefaultRule: { rule: 'threads.written-in', isOn: false },
    setMailSettings: { mailed: 'DAILY', forYou: 'AT_ONCE', day: 'FRIDAY', mostADay: 3 },
    markNotificationsRead: { ids: [notification] },
    undoMarkNotificationsRead: { readAt: world.readAt },
    report: { subject: reply, reason: 'OTHER', words: 'Rude' },
    openCase: { case: world.case },
    appeal: { case: world.ownCase, words: 'It was not' },
    decideAppeal: { case: world.case, upheld: true, answer: 'It was not' },
    openName: { case: world.case, reason: 'Harm' },
    decideCase: { case: world.case, decision: 'EDIT_OUT', reason: 'Rude', cuts: ['never was'], expectedRevision: 1 },
  };
}
