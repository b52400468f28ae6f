/** New sites: proposed by members, opened or declined by the network team. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { giveAddress } from './testing/people';

const propose = `mutation ($input: ProposeSiteInput!) { proposeSite(input: $input) { proposal { id state viewerCanAnswer } } }`;
const approve = `mutation ($input: ApproveSiteProposalInput!) { approveSiteProposal(input: $input) { proposal { state site { id slug region } } } }`;
const decline = `mutation ($input: DeclineSiteProposalInput!) { declineSiteProposal(input: $input) { proposal { state answer } } }`;
const withdraw = `mutation ($input: WithdrawSiteProposalInput!) { withdrawSiteProposal(input: $input) { proposal { state } } }`;

let hub: TestHub;
let idris: TestClient;
let team: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  idris = await hub.as('idris-fellgate');
  team = await hub.as('marisol-greywether');
  await giveAddress(hub, 'idris-fellgate', 'idris@harbourside.example');
});
afterAll(() => hub?.close());

const site = (name: string) => ({
  name,
  region: 'North',
  modelTypes: ['MCP'],
  why: 'We run three practices together.',
});
const proposed = async (name: string): Promise<string> =>
  (await idris.ok(propose, { input: site(name) })).proposeSite.proposal.id;

it('once opened it is a site like others, led by whoever proposed it, who hears of it', async () => {
  const proposal = await proposed('  Quayhead & Sands ');

  const { approveSiteProposal } = await team.ok(approve, { input: { proposal } });
  await hub.drain();

  expect(approveSiteProposal.proposal).toEqual({
    state: 'APPROVED',
    site: { id: 'site:network/quayhead-and-sands', slug: 'quayhead-and-sands', region: 'North' },
  });
  const opened = await idris.ok(
    '{ site(slug: "quayhead-and-sands") { name viewerRole modelTypes { code } whoCanSee } }',
  );
  expect(opened.site).toMatchObject({ name: 'Quayhead & Sands', viewerRole: 'LEAD', modelTypes: [{ code: 'MCP' }] });
  const [letter] = await hub.letters('idris@harbourside.example');
  expect(letter?.text).toContain('/sites/quayhead-and-sands');
  const { notifications } = await idris.ok('{ notifications(first: 1) { edges { node { reason subject { id } } } } }');
  expect(notifications.edges[0].node.reason).toBe('Marisol Greywether opened the site that you proposed');
});

it('declined with words, which the proposer reads', async () => {
  const proposal = await proposed('Lower Quayhead');

  await team.ok(decline, { input: { proposal, words: 'Join Harbourside instead.' } });

  const mine = await idris.ok(`{ siteProposal(id: "${proposal}") { state answer site { id } } }`);
  expect(mine.siteProposal).toEqual({ state: 'DECLINED', answer: 'Join Harbourside instead.', site: null });
  expect((await hub.letters('idris@harbourside.example')).at(-1)?.text).toContain('Join Harbourside instead.');
});

it.each(['Northvale', 'north vale', 'Nоrthvale', 'NORTHVALE.', 'Fenrnarsh'])(
  'a name that is one already, or looks like one, is refused: %s (T5)',
  async (name) => {
    const asked = await hub.as(name.length % 2 ? 'ruth-cobblestane' : 'grace-tidewell');
    const { errors } = await asked.run(propose, { input: site(name) });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.name' }] });
  },
);

it('only administrators answer, and only with a second step proved lately (J3)', async () => {
  const proposal = await proposed('Sandhaven');
  const lately = await hub.as('marisol-greywether', { way: 'code' });
  const withStep = await hub.as('marisol-greywether', { way: 'code', hasSecondFactor: true });

  expect(await idris.codeOf(approve, { input: { proposal } })).toBe('FORBIDDEN');
  const { errors } = await lately.run(approve, { input: { proposal } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'MFA_REQUIRED' });
  expect((await withStep.run(approve, { input: { proposal } })).errors).toBeUndefined();
});

it('it is answered once, and not after it was taken back', async () => {
  const other = await hub.as('delphine-sandpiper');
  const { proposeSite } = await other.ok(propose, { input: site('Twice Bay') });
  const proposal = proposeSite.proposal.id;

  const answers = await Promise.all([
    team.run(approve, { input: { proposal } }),
    team.run(decline, { input: { proposal, words: 'No' } }),
  ]);
  expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort()).toEqual(['CONFLICT', 'ok']);

  const second = (await other.ok(propose, { input: site('Third Bay') })).proposeSite.proposal.id;
  const may = async (client: TestClient) =>
    (await client.ok(`{ siteProposal(id: "${second}") { viewerCanWithdraw } }`)).siteProposal.viewerCanWithdraw;
  expect([await may(other), await may(team)]).toEqual([true, false]);
  await other.ok(withdraw, { input: { proposal: second } });
  expect(await may(other)).toBe(false);
  expect(await team.codeOf(approve, { input: { proposal: second } })).toBe('CONFLICT');
});

it('of two proposals of one name the second cannot be opened', async () => {
  const [one, two] = await Promise.all(
    ['samira-reedwater', 'nadia-plumtree'].map(async (slug) => {
      const client = await hub.as(slug);
      return (await client.ok(propose, { input: site('Same Shore') })).proposeSite.proposal.id as string;
    }),
  );
  const answers = await Promise.all([one, two].map((proposal) => team.run(approve, { input: { proposal } })));

  expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort()).toEqual(['BAD_USER_INPUT', 'ok']);
});

it('for other members a proposal does not exist (Z2)', async () => {
  const client = await hub.as('zubin-cloverdale');
  const mine = await proposed('Hidden Cove').catch(() => null);
  const id =
    mine ??
    (await team.ok('{ siteProposals(openOnly: true) { edges { node { id } } } }')).siteProposals.edges[0].node.id;

  expect(
    (await client.ok(`{ siteProposal(id: "${id}") { id } siteProposals { totalCount } }`)).siteProposal,
  ).toBeNull();
  expect(await client.codeOf(withdraw, { input: { proposal: id } })).toBe('NOT_FOUND');
  expect((await team.ok(`{ siteProposal(id: "${id}") { viewerCanAnswer } }`)).siteProposal.viewerCanAnswer).toBe(true);
});

it('after 5 in a day it has to wait', async () => {
  const client = await hub.as('kit-ravensworthy');
  const codes: (string | null)[] = [];
  for (let at = 0; at < 6; at += 1) codes.push(await client.codeOf(propose, { input: site(`Kit's place ${at}`) }));

  expect(codes).toEqual([null, null, null, null, null, 'RATE_LIMITED']);
});
