/** Each role at a site against each kind of action, as one table: what it says is what the hub does. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const roles = ['LEAD', 'ENGINE_ROOM', 'MEMBER', 'EVALUATOR', 'PATIENT_REPRESENTATIVE', 'GUEST', 'elsewhere'] as const;
type Who = (typeof roles)[number];

const site = 'site:network/northvale';
const people: Readonly<Record<Who, string>> = {
  LEAD: 'anjali-thornapple',
  ENGINE_ROOM: 'leonie-fernmoss',
  MEMBER: 'kwame-larkrise',
  EVALUATOR: 'petra-quillfeather',
  PATIENT_REPRESENTATIVE: 'bernard-oakapple',
  GUEST: 'ife-brightwater',
  elsewhere: 'tomasz-kestrelby',
};

interface Kind {
  readonly what: string;
  /** Gives what the mutation or question needs, made anew for each try. */
  readonly run: (client: TestClient) => Promise<string>;
  /** In the order of the roles above: ok, F (FORBIDDEN) or N (NOT_FOUND). */
  readonly answers: string;
}

let hub: TestHub;
let clients: Readonly<Record<Who, TestClient>>;
let lead: TestClient;
let published: { id: string; version: string };
let adaptation: string;
let own: string;
let openThread: string;
let openPost: string;
let count = 0;

beforeAll(async () => {
  hub = await createTestHub();
  const opened = await Promise.all(roles.map(async (role) => [role, await hub.as(people[role])] as const));
  clients = Object.fromEntries(opened) as Record<Who, TestClient>;
  lead = clients.LEAD;
  for (const role of ['MEMBER', 'EVALUATOR', 'PATIENT_REPRESENTATIVE'] as const) await give(role);
  await makeGuest();
  published = await publishedElsewhere();
  adaptation = await startedAdaptation(lead);
  own = await publishedHere();
  const thread = await lead.ok(
    `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts(first: 1) { edges { node { id } } } } } }`,
    { input: { title: 'For everyone', body: 'Hello', modelTypes: ['MCP'] } },
  );
  openThread = thread.startThread.thread.id;
  openPost = thread.startThread.thread.posts.edges[0].node.id;
}, 120_000);
afterAll(() => hub?.close());

async function give(role: Who): Promise<void> {
  await lead.ok(`mutation ($input: ChangeSiteRoleInput!) { changeSiteRole(input: $input) { member { id } } }`, {
    input: { site, member: `member:network/${people[role]}`, role },
  });
}

/** Somebody who is a guest wherever they belong: here, and nowhere else. */
async function makeGuest(): Promise<void> {
  await clients.GUEST.ok(`mutation ($input: LeaveSiteInput!) { leaveSite(input: $input) { site { id } } }`, {
    input: { site: 'marlowfield' },
  });
  const { askToJoin } = await clients.GUEST.ok(
    `mutation ($input: AskToJoinInput!) { askToJoin(input: $input) { joinRequest { id } } }`,
    { input: { site, words: 'As a guest' } },
  );
  await lead.ok(
    `mutation ($input: ApproveJoinRequestInput!) { approveJoinRequest(input: $input) { joinRequest { id } } }`,
    {
      input: { request: askToJoin.joinRequest.id, role: 'GUEST' },
    },
  );
}

async function publishedElsewhere(): Promise<{ id: string; version: string }> {
  const [row] = await hub.sql<{ id: string; version: string }>(
    `SELECT i.ref AS id, 'version:' || v.id AS version FROM interventions.intervention i
     JOIN core.entity e ON e.ref = i.ref JOIN interventions.version v ON v.intervention_ref = i.ref
     WHERE e.owner_ref <> $1 AND e.visibility = 'public' ORDER BY i.ref, v.number DESC LIMIT 1`,
    [site],
  );
  return row!;
}

/** Something of the site that everybody sees. */
async function publishedHere(): Promise<string> {
  const [row] = await hub.sql<{ ref: string }>(
    `SELECT ref FROM core.entity WHERE kind = 'intervention' AND owner_ref = $1 AND visibility = 'public' ORDER BY ref LIMIT 1`,
    [site],
  );
  return row!.ref;
}

async function evaluationDraft(): Promise<string> {
  const { createEvaluation } = await lead.ok(
    `mutation ($input: CreateEvaluationInput!) { createEvaluation(input: $input) { evaluation { id } } }`,
    { input: { about: own, title: 'Draft', question: 'Did it work?' } },
  );
  return createEvaluation.evaluation.id;
}

async function draft(): Promise<{ id: string; slug: string }> {
  count += 1;
  const { createIntervention } = await lead.ok(
    `mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id slug } } }`,
    { input: { site, title: `Draft ${count}`, summary: 'A draft', modelTypes: ['MCP'] } },
  );
  return createIntervention.intervention;
}

const startAdaptation = `mutation ($input: StartAdaptationInput!) { startAdaptation(input: $input) { adaptation { id } } }`;

async function startedAdaptation(client: TestClient): Promise<string> {
  const [existing] = await hub.sql<{ ref: string }>(
    `SELECT ref FROM core.entity WHERE kind = 'adaptation' AND owner_ref = $1 AND visibility = 'site' LIMIT 1`,
    [site],
  );
  if (existing) return existing.ref;
  const input = { sourceVersion: published.version, site };
  return (await client.ok(startAdaptation, { input })).startAdaptation.adaptation.id;
}

/** ok where it is left to the rules (input that they refuse is none of this), or the first letter of the code. */
async function codeOf(client: TestClient, field: string, input: object): Promise<string> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
  const code = await client.codeOf(`mutation ($input: ${type}) { ${field}(input: $input) { __typename } }`, { input });
  const short: Readonly<Record<string, string>> = {
    BAD_USER_INPUT: 'ok',
    CONFLICT: 'ok',
    FORBIDDEN: 'F',
    NOT_FOUND: 'N',
  };
  return code ? (short[code] ?? code) : 'ok';
}

const sees = async (client: TestClient, id: string) =>
  (await client.ok('query ($id: ID!) { node(id: $id) { id } }', { id })).node ? 'ok' : 'N';

/** A thing of the site that it shares among its members. */
async function sharedAtSite(): Promise<string> {
  const [row] = await hub.sql<{ ref: string }>(
    `SELECT ref FROM core.entity WHERE owner_ref = $1 AND visibility = 'site' LIMIT 1`,
    [site],
  );
  return row?.ref ?? adaptation;
}

const kinds: readonly Kind[] = [
  //                                                                                                          LEAD EROOM MEMB EVAL PATR GUEST elsewhere
  { what: 'reads a draft of the site', answers: 'ok ok ok ok N N N', run: async (c) => sees(c, (await draft()).id) },
  {
    what: 'reads what the site shares among its members',
    answers: 'ok ok ok ok ok ok N',
    run: async (c) => sees(c, await sharedAtSite()),
  },
  {
    what: 'begins an intervention of the site',
    answers: 'ok ok ok F F F F',
    run: (c) => codeOf(c, 'createIntervention', { site, title: 'T', summary: 'S', modelTypes: ['MCP'] }),
  },
  {
    what: 'changes a draft of the site',
    answers: 'ok ok ok F N N N',
    run: async (c) =>
      codeOf(c, 'updateIntervention', { id: (await draft()).id, title: 'Changed', expectedRevision: 1 }),
  },
  {
    what: 'publishes a draft of the site',
    answers: 'ok ok F F N N N',
    run: async (c) =>
      codeOf(c, 'publishIntervention', { id: (await draft()).id, changeNote: 'First', expectedRevision: 1 }),
  },
  {
    what: 'starts an adaptation for the site',
    answers: 'ok ok ok F F F F',
    run: (c) => codeOf(c, 'startAdaptation', { sourceVersion: published.version, site }),
  },
  {
    what: 'records what the site changes',
    answers: 'ok ok ok F F F N',
    run: (c) => codeOf(c, 'recordModification', { adaptation, what: 'Who does it', why: 'No nurse', codes: [] }),
  },
  {
    what: 'moves the site’s adaptation to its next stage',
    answers: 'ok ok ok F F F N',
    run: (c) => codeOf(c, 'moveAdaptation', { adaptation, stage: 'ASSESSING', learned: 'x' }),
  },
  {
    what: 'publishes what came of it',
    answers: 'ok ok F F F F N',
    run: (c) => codeOf(c, 'publishAdaptation', { adaptation, title: 'T', summary: 'S' }),
  },
  {
    what: 'reads a draft evaluation of the site',
    answers: 'ok ok ok ok N N N',
    run: async (c) => sees(c, await evaluationDraft()),
  },
  {
    what: 'begins an evaluation',
    answers: 'ok ok F ok F F F',
    run: (c) => codeOf(c, 'createEvaluation', { about: own, title: 'T', question: 'Q' }),
  },
  {
    what: 'writes an evaluation',
    answers: 'ok ok F ok N N N',
    run: async (c) =>
      codeOf(c, 'updateEvaluation', { id: await evaluationDraft(), expectedRevision: 1, findings: 'F' }),
  },
  {
    what: 'publishes an evaluation',
    answers: 'ok ok F ok N N N',
    run: async (c) => codeOf(c, 'publishEvaluation', { id: await evaluationDraft(), expectedRevision: 1 }),
  },
  {
    what: 'withdraws an evaluation',
    answers: 'ok ok F ok N N N',
    run: async (c) =>
      codeOf(c, 'withdrawEvaluation', { id: await evaluationDraft(), expectedRevision: 1, reason: 'R' }),
  },
  {
    what: 'invites somebody to the site',
    answers: 'ok F F F F F F',
    run: (c) => codeOf(c, 'inviteToSite', { site, email: `x${(count += 1)}@elsewhere.example`, role: 'GUEST' }),
  },
  {
    what: 'gives a role at the site',
    answers: 'ok F F F F F F',
    run: (c) => codeOf(c, 'changeSiteRole', { site, member: `member:network/${people.MEMBER}`, role: 'MEMBER' }),
  },
  {
    what: 'removes somebody from the site',
    answers: 'N F F F F F F',
    run: (c) => codeOf(c, 'removeFromSite', { site, member: 'member:network/nobody-at-all' }),
  },
  {
    what: 'starts a discussion',
    answers: 'ok ok ok ok ok F ok',
    run: (c) => codeOf(c, 'startThread', { title: 'T', body: 'B', modelTypes: ['MCP'] }),
  },
  {
    what: 'replies',
    answers: 'ok ok ok ok ok F ok',
    run: (c) => codeOf(c, 'reply', { thread: openThread, body: 'B' }),
  },
  {
    what: 'reacts',
    answers: 'ok ok ok ok ok F ok',
    run: (c) => codeOf(c, 'react', { post: openPost, kind: 'USEFUL', on: true }),
  },
  {
    what: 'proposes a new site',
    answers: 'ok ok ok ok ok F ok',
    run: (c) => codeOf(c, 'proposeSite', { name: `Place ${(count += 1)}`, region: 'R', modelTypes: ['MCP'], why: 'W' }),
  },
  // What is about oneself is open to everybody who is signed in.
  {
    what: 'follows a care model',
    answers: 'ok ok ok ok ok ok ok',
    run: (c) => codeOf(c, 'follow', { targetId: 'care-model:network/mcp', level: 'WATCHING' }),
  },
  {
    what: 'switches off what they follow by default',
    answers: 'ok ok ok ok ok ok ok',
    run: (c) => codeOf(c, 'setDefaultRule', { rule: 'threads.written-in', isOn: false }),
  },
  {
    what: 'chooses how they are mailed',
    answers: 'ok ok ok ok ok ok ok',
    run: (c) => codeOf(c, 'setMailSettings', { mailed: 'DAILY' }),
  },
  {
    what: 'marks a discussion read',
    answers: 'ok ok ok ok ok ok ok',
    run: (c) => codeOf(c, 'markThreadRead', { thread: openThread }),
  },
  {
    what: 'marks notifications read',
    answers: 'ok ok ok ok ok ok ok',
    run: (c) => codeOf(c, 'markNotificationsRead', { all: true }),
  },
  {
    what: 'changes their own profile',
    answers: 'ok ok ok ok ok ok ok',
    run: (c) => codeOf(c, 'updateProfile', { pronouns: 'they' }),
  },
  {
    what: 'asks to join another site',
    answers: 'ok ok ok ok ok ok ok',
    run: (c) => codeOf(c, 'askToJoin', { site: 'fenmarsh', words: 'W' }),
  },
];

describe.each(kinds)('who $what', ({ answers, run }) => {
  it(`is answered as the table says: ${answers}`, async () => {
    const given: string[] = [];
    for (const role of roles) given.push(await run(clients[role]));

    expect(given.join(' ')).toBe(answers);
  });
});

describe('what pages are told of it is the same:', () => {
  it.each([
    ['viewerCanLead', 'ok - - - - - -'],
    ['viewerCanEdit', 'ok ok ok - - - -'],
    ['viewerCanPublish', 'ok ok - - - - -'],
    ['viewerCanWriteInterventions', 'ok ok ok - - - -'],
  ])('Site.%s', async (field, answers) => {
    const given: string[] = [];
    for (const role of roles) {
      const { site: seen } = await clients[role].ok(`{ site(slug: "northvale") { ${field} } }`);
      given.push(seen[field] ? 'ok' : '-');
    }
    expect(given.join(' ')).toBe(answers);
  });

  it('Thread.viewerCanReply, and the rest of what a guest cannot do there', async () => {
    const question = `{ thread(id: "${openThread}") { viewerCanReply posts(first: 1) { edges { node { viewerCanReact viewerCanEdit viewerCanRemove } } } } }`;
    const { thread } = await clients.GUEST.ok(question);

    expect(thread).toEqual({
      viewerCanReply: false,
      posts: { edges: [{ node: { viewerCanReact: false, viewerCanEdit: false, viewerCanRemove: false } }] },
    });
    expect((await clients.elsewhere.ok(question)).thread.viewerCanReply).toBe(true);
  });
});

it('a moderator or administrator of the network has no role at a site by that: they write nothing there (Z5)', async () => {
  const marisol = await hub.as('marisol-greywether');
  const { id } = await draft();

  expect(await sees(marisol, id)).toBe('N');
  expect(await codeOf(marisol, 'updateIntervention', { id, title: 'x', expectedRevision: 1 })).toBe('N');
  expect(await codeOf(marisol, 'publishIntervention', { id, changeNote: 'x', expectedRevision: 1 })).toBe('N');
  expect(await codeOf(marisol, 'inviteToSite', { site, email: 'x@elsewhere.example', role: 'GUEST' })).toBe('F');
  expect(
    await codeOf(marisol, 'changeSiteRole', { site, member: 'member:network/anjali-thornapple', role: 'GUEST' }),
  ).toBe('F');
});
