import { actionOf, Database } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { change, letIn, makeCommunity, memberOf } from './testing/communities';
import { CommunityPeople } from './people.service';

const people = `query ($id: ID!) { community(id: $id) { viewerRole viewerSeesInside memberCount
  members { edges { role isLastFacilitator node { id } } } } }`;
const notices = '{ notifications { edges { node { reason subject { id } } } } }';

let hub: TestHub;
let siobhan: TestClient;
let owain: TestClient;
let grace: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [siobhan, owain, grace] = (await Promise.all(
    ['siobhan-wrenfield', 'owain-saltmere', 'grace-tidewell'].map((slug) => hub.as(slug)),
  )) as [TestClient, TestClient, TestClient];
});
afterAll(() => hub?.close());

const inside = async (client: TestClient, id: string) => (await client.ok(people, { id })).community;
const setFacilitator = (client: TestClient, community: string, slug: string, facilitates: boolean) =>
  client.run(change('setCommunityFacilitator'), { input: { community, member: memberOf(slug), facilitates } });
const codeOf = ({ errors }: Awaited<ReturnType<TestClient['run']>>) => errors?.[0]?.extensions?.code ?? null;

/** Facilitated by Siobhan, with Owain in it. */
async function made(kind: string): Promise<string> {
  const { id } = await makeCommunity(siobhan, kind);
  await letIn(siobhan, owain, 'owain-saltmere', id);
  return id;
}

it('names its members with their roles to whoever sees inside: facilitators first', async () => {
  const id = await made('CLOSED');

  expect((await inside(owain, id)).members.edges).toEqual([
    { role: 'FACILITATOR', isLastFacilitator: true, node: { id: memberOf('siobhan-wrenfield') } },
    { role: 'MEMBER', isLastFacilitator: false, node: { id: memberOf('owain-saltmere') } },
  ]);
  expect((await inside(grace, id)).members.edges).toEqual([]);
});

it('is never without a facilitator: the last one neither leaves nor steps down', async () => {
  const id = await made('CLOSED');

  expect(await siobhan.codeOf(change('leaveCommunity'), { input: { community: id } })).toBe('BAD_USER_INPUT');
  expect(codeOf(await setFacilitator(siobhan, id, 'siobhan-wrenfield', false))).toBe('BAD_USER_INPUT');
  expect(codeOf(await setFacilitator(siobhan, id, 'owain-saltmere', true))).toBeNull();
  await siobhan.ok(change('leaveCommunity'), { input: { community: id } });
  expect((await inside(owain, id)).members.edges).toMatchObject([{ role: 'FACILITATOR', isLastFacilitator: true }]);
});

it('keeps one of two facilitators who leave at the same moment, ten times (Z13)', async () => {
  for (let round = 0; round < 10; round += 1) {
    const id = await made('PRIVATE');
    await setFacilitator(siobhan, id, 'owain-saltmere', true);
    await Promise.all([siobhan, owain].map((who) => who.run(change('leaveCommunity'), { input: { community: id } })));

    const left = await hub.sql('SELECT role FROM communities.membership WHERE community_ref = $1', [id]);
    expect(left).toEqual([{ role: 'FACILITATOR' }]);
  }
});

it('makes only its members facilitators, and only facilitators do so', async () => {
  const id = await made('CLOSED');

  expect(codeOf(await setFacilitator(siobhan, id, 'grace-tidewell', true))).toBe('BAD_USER_INPUT');
  expect(codeOf(await setFacilitator(owain, id, 'owain-saltmere', true))).toBe('FORBIDDEN');
  expect(codeOf(await setFacilitator(grace, id, 'owain-saltmere', true))).toBe('FORBIDDEN');
});

it('lets the network’s facilitators say who facilitates a care model, whoever that is', async () => {
  const marisol = await hub.as('marisol-greywether');

  expect(codeOf(await setFacilitator(siobhan, 'community:network/uec', 'siobhan-wrenfield', true))).toBe('FORBIDDEN');
  expect(codeOf(await setFacilitator(marisol, 'community:network/uec', 'grace-tidewell', true))).toBeNull();
  expect((await inside(grace, 'community:network/uec')).viewerRole).toBe('FACILITATOR');
  expect(codeOf(await setFacilitator(grace, 'community:network/uec', 'grace-tidewell', false))).toBeNull();
  expect((await inside(grace, 'community:network/uec')).viewerRole).toBeNull();
});

it.each(['CLOSED', 'PRIVATE'])('closes a %s one at once to whoever leaves, in the very answer', async (kind) => {
  const id = await made(kind);
  const leave = `mutation ($input: LeaveCommunityInput!) { leaveCommunity(input: $input) { community { viewerSeesInside members { totalCount } } } }`;

  expect((await owain.ok(leave, { input: { community: id } })).leaveCommunity.community).toEqual(
    kind === 'CLOSED' ? { viewerSeesInside: false, members: { totalCount: 0 } } : null,
  );
  expect(await inside(owain, id)).toEqual(kind === 'CLOSED' ? expect.objectContaining({ viewerRole: null }) : null);
});

it('closes to whoever is removed, who is told, and reads why in a letter that names no private one', async () => {
  const id = await made('PRIVATE');
  await hub.sql('INSERT INTO identity.address (member_ref, email, since) VALUES ($1, $2, now())', [
    memberOf('owain-saltmere'),
    'owain@nhs.net',
  ]);
  const input = { community: id, member: memberOf('owain-saltmere'), words: 'You have moved on' };
  expect(await grace.codeOf(change('removeFromCommunity'), { input })).toBe('NOT_FOUND');
  expect(await owain.codeOf(change('removeFromCommunity'), { input })).toBe('FORBIDDEN');
  await siobhan.ok(change('removeFromCommunity'), { input });
  await hub.drain();

  expect(await inside(owain, id)).toBeNull();
  expect((await owain.ok(notices)).notifications.edges[0].node).toEqual({
    ...{
      reason: 'Siobhan Wrenfield ended your membership of a community',
      subject: { id: memberOf('owain-saltmere') },
    },
  });
  const [letter] = await hub.letters('owain@nhs.net');
  expect(letter?.text).toContain('You have moved on');
  expect(`${letter?.subject} ${letter?.text}`).not.toContain('A private one');
});

it('keeps what was done about its people in the audit log', async () => {
  const id = await made('CLOSED');
  await setFacilitator(siobhan, id, 'owain-saltmere', true);
  await owain.ok(change('leaveCommunity'), { input: { community: id } });

  const log = await hub.sql<{ action: string }>(
    'SELECT action FROM core.audit_entry WHERE subject_ref = $1 ORDER BY number',
    [id],
  );
  expect(log.map(({ action }) => action)).toEqual([
    ...['community.created', 'community.joined', 'community.invited', 'community.joined'],
    ...['community.role-changed', 'community.left'],
  ]);
});

it('hands what somebody alone facilitated to whoever belongs longest, when they are erased', async () => {
  const id = await made('CLOSED');
  await letIn(siobhan, grace, 'grace-tidewell', id);
  const { app } = hub.hub;
  await app.get(Database).transaction(async (tx) => {
    const action = await actionOf(tx, memberOf('siobhan-wrenfield'), new Date());
    await app.get(CommunityPeople).leaveAll(action, memberOf('siobhan-wrenfield'));
  });

  expect((await inside(owain, id)).members.edges).toMatchObject([
    { role: 'FACILITATOR', node: { id: memberOf('owain-saltmere') } },
    { role: 'MEMBER', node: { id: memberOf('grace-tidewell') } },
  ]);
});
