/** Asking to join a site, proposing a new one, and what people are told. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { audited, giveAddress } from './testing/people';

const ask = `mutation ($input: AskToJoinInput!) { askToJoin(input: $input) { joinRequest { id state words site { id viewerRole } } } }`;
const approve = `mutation ($input: ApproveJoinRequestInput!) { approveJoinRequest(input: $input) { joinRequest { id state role answeredBy { id } } } }`;
const decline = `mutation ($input: DeclineJoinRequestInput!) { declineJoinRequest(input: $input) { joinRequest { id state answer } } }`;
const withdraw = `mutation ($input: WithdrawJoinRequestInput!) { withdrawJoinRequest(input: $input) { joinRequest { state } } }`;
const waiting = `{ joinRequestsToAnswer(first: 20) { totalCount edges { node { id member { id } site { id } } } } }`;

let hub: TestHub;
let lead: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  lead = await hub.as('tomasz-kestrelby');
  await giveAddress(hub, 'tomasz-kestrelby', 'tomasz@oakenshore.example');
  await giveAddress(hub, 'owain-saltmere', 'owain@marlowfield.example');
});
afterAll(() => hub?.close());

async function asked(slug: string): Promise<{ client: TestClient; id: string }> {
  const client = await hub.as(slug);
  const { askToJoin } = await client.ok(ask, { input: { site: 'oakenshore', words: `I am ${slug}` } });
  return { client, id: askToJoin.joinRequest.id };
}

it('the leads of the site read what somebody wrote, in the hub and in a letter, and hear of it', async () => {
  const { id } = await asked('owain-saltmere');
  await hub.drain();

  const [letter] = await hub.letters('tomasz@oakenshore.example');
  const { joinRequestsToAnswer } = await lead.ok(waiting);
  const { notifications } = await lead.ok('{ notifications(first: 1) { edges { node { reason } } } }');
  expect(letter?.subject).toBe('Dr Owain Saltmere asks to join Oakenshore');
  expect(letter?.text).toContain('I am owain-saltmere');
  expect(letter?.text).toContain('/sites/oakenshore/people');
  expect(joinRequestsToAnswer).toMatchObject({ totalCount: 1, edges: [{ node: { id } }] });
  expect(notifications.edges[0].node.reason).toBe('Dr Owain Saltmere asks to join a site that you lead');

  const home = await lead.ok(
    '{ notifications(unreadOnly: true, leaveOut: ["site.join-asked"]) { edges { node { eventName } } } }',
  );
  expect(home.notifications.edges).not.toContainEqual({ node: { eventName: 'site.join-asked' } });
});

it('once approved they belong to it in the role that was given, and hear of it', async () => {
  const { joinRequestsToAnswer } = await lead.ok(waiting);
  const request = joinRequestsToAnswer.edges[0].node.id;

  const answer = await lead.ok(approve, { input: { request, role: 'EVALUATOR' } });
  await hub.drain();

  const owain = await hub.as('owain-saltmere');
  const { site } = await owain.ok('{ site(slug: "oakenshore") { viewerRole viewerJoinRequest { state } } }');
  const { notifications } = await owain.ok('{ notifications(first: 1) { edges { node { reason } } } }');
  const letters = await hub.letters('owain@marlowfield.example');
  expect(answer.approveJoinRequest.joinRequest).toMatchObject({ state: 'APPROVED', role: 'EVALUATOR' });
  expect(site).toEqual({ viewerRole: 'EVALUATOR', viewerJoinRequest: { state: 'APPROVED' } });
  expect(notifications.edges[0].node.reason).toBe('Tomasz Kestrelby said yes to your request to join');
  expect(letters.at(-1)?.subject).toBe('You are a member of Oakenshore now');
  expect(await audited(hub, { request: request.split(':')[1] })).toEqual(['join.asked', 'join.approved']);
});

it('declined with words, which the asker reads, they may ask again', async () => {
  const { client, id } = await asked('ife-brightwater');

  await lead.ok(decline, { input: { request: id, words: 'Ask again in May.' } });

  const { site } = await client.ok(
    '{ site(slug: "oakenshore") { viewerRole viewerJoinRequest { state answer answeredBy { id } } } }',
  );
  expect(site).toEqual({
    viewerRole: null,
    viewerJoinRequest: {
      state: 'DECLINED',
      answer: 'Ask again in May.',
      answeredBy: { id: 'member:network/tomasz-kestrelby' },
    },
  });
  expect((await client.run(ask, { input: { site: 'oakenshore', words: 'It is May' } })).errors).toBeUndefined();
});

it('asking twice at once leaves one request', async () => {
  const client = await hub.as('gwen-stillwater');
  const input = { site: 'oakenshore', words: 'Twice' };

  const answers = await Promise.all(Array.from({ length: 6 }, () => client.run(ask, { input })));

  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort();
  expect(codes).toEqual([...Array<string>(5).fill('CONFLICT'), 'ok']);
});

it('of two leads who decide at once, one decides and the other reads that it was decided', async () => {
  const { id } = await asked('pascal-thistlewood');
  const answers = await Promise.all([
    lead.run(approve, { input: { request: id, role: 'MEMBER' } }),
    lead.run(decline, { input: { request: id, words: 'No' } }),
  ]);

  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort();
  expect(codes).toEqual(['CONFLICT', 'ok']);
});

it('whoever asked takes it back, and nobody can answer it any more', async () => {
  const { client, id } = await asked('honor-applegarth');
  const may = async (viewer: TestClient) =>
    (await viewer.ok(`{ joinRequest(id: "${id}") { viewerCanAnswer } }`)).joinRequest.viewerCanAnswer;
  expect([await may(lead), await may(client)]).toEqual([true, false]);
  await client.ok(withdraw, { input: { request: id } });

  expect(await may(lead)).toBe(false);
  expect(await lead.codeOf(approve, { input: { request: id, role: 'MEMBER' } })).toBe('CONFLICT');
  expect(await client.codeOf(withdraw, { input: { request: id } })).toBe('CONFLICT');
});

it('for everybody else a request does not exist: they cannot see, answer or take it back (Z2)', async () => {
  const { client, id } = await asked('maureen-foxglove');
  const missing = `${id.slice(0, -4)}0000`;

  for (const slug of ['farida-mistlethwaite', 'anjali-thornapple', 'marisol-greywether']) {
    const other = await hub.as(slug);
    for (const [document, more] of [
      [approve, { role: 'LEAD' }],
      [decline, { words: 'x' }],
      [withdraw, {}],
    ] as const) {
      const unseen = await other.run(document, { input: { request: id, ...more } });
      expect(unseen).toEqual(await other.run(document, { input: { request: missing, ...more } }));
      expect(unseen.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const { joinRequest, site } = await other.ok(
      `{ joinRequest(id: "${id}") { id } site(slug: "oakenshore") { joinRequests { totalCount } } }`,
    );
    expect([joinRequest, site.joinRequests.totalCount]).toEqual([null, 0]);
  }
  expect(await client.codeOf(approve, { input: { request: id, role: 'LEAD' } })).toBe('NOT_FOUND');
});

it('members of the site are told that they belong to it', async () => {
  const farida = await hub.as('farida-mistlethwaite');
  expect(await farida.codeOf(ask, { input: { site: 'oakenshore', words: 'x' } })).toBe('BAD_USER_INPUT');
});

it('a site that does not exist cannot be asked', async () => {
  expect(await lead.codeOf(ask, { input: { site: 'nowhere', words: 'x' } })).toBe('NOT_FOUND');
});

it('the demonstration has somebody who is invited, somebody who asks and a site that is proposed', async () => {
  const anjali = await hub.as('anjali-thornapple');
  const marisol = await hub.as('marisol-greywether');
  const { site } = await anjali.ok(
    '{ site(slug: "northvale") { invitations { totalCount } joinRequests { edges { node { member { id } } } } } }',
  );

  expect(site).toEqual({
    invitations: { totalCount: 1 },
    joinRequests: { edges: [{ node: { member: { id: 'member:network/ruth-cobblestane' } } }] },
  });
  expect((await marisol.ok('{ siteProposals(openOnly: true) { totalCount } }')).siteProposals.totalCount).toBe(1);
  expect(await hub.letters('made-up.colleague@illustration.example')).toEqual([]);
});
