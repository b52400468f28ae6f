import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { ask, change, invite, makeCommunity, memberOf } from './testing/communities';

const own = `query ($id: ID!) { community(id: $id) { viewerRole viewerSeesInside viewerRequest { state answer } viewerInvitation { id }
  requests { totalCount edges { node { id words member { id } } } } invitations { totalCount edges { node { member { id } } } } } }`;
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

const standing = async (client: TestClient, id: string) => (await client.ok(own, { id })).community;
const asks = async (client: TestClient, community: string): Promise<string> =>
  (await client.ok(ask, { input: { community, words: 'We share a ward' } })).askToJoinCommunity.request.id;
const isTold = async (client: TestClient): Promise<string[]> => {
  await hub.drain();
  return (await client.ok(notices)).notifications.edges.map(({ node }: { node: { reason: string } }) => node.reason);
};

describe('an open community', () => {
  it('is joined by anybody signed in, once, however often and at the same time they ask', async () => {
    const { id } = await makeCommunity(siobhan, 'OPEN');
    const join = () => grace.ok(change('joinCommunity'), { input: { community: id } });
    await Promise.all([join(), join(), join(), join(), join()]);

    const rows = await hub.sql('SELECT role FROM communities.membership WHERE community_ref = $1', [id]);
    expect(rows).toHaveLength(2);
    expect((await standing(grace, id)).viewerRole).toBe('MEMBER');
    expect(await hub.anonymous.codeOf(change('joinCommunity'), { input: { community: id } })).toBe('UNAUTHENTICATED');
    expect(
      await hub.sql(
        "SELECT 1 FROM core.audit_entry WHERE action = 'community.joined' AND subject_ref = $1 AND facts ->> 'member' = $2",
        [id, memberOf('grace-tidewell')],
      ),
    ).toHaveLength(1);
  });

  it('is not asked, and the community of a care model is not joined', async () => {
    const { id } = await makeCommunity(siobhan, 'OPEN');

    expect(await grace.codeOf(ask, { input: { community: id, words: 'Please' } })).toBe('BAD_USER_INPUT');
    expect(await grace.codeOf(change('joinCommunity'), { input: { community: 'community:network/mcp' } })).toBe(
      'BAD_USER_INPUT',
    );
  });
});

describe('a closed community', () => {
  it('is asked; its facilitators are told, and let people in, who are told', async () => {
    const { id } = await makeCommunity(siobhan, 'CLOSED', { name: 'Closed and asked' });
    expect(await grace.codeOf(change('joinCommunity'), { input: { community: id } })).toBe('FORBIDDEN');
    const request = await asks(grace, id);

    expect((await standing(siobhan, id)).requests).toMatchObject({
      edges: [{ node: { id: request, words: 'We share a ward', member: { id: memberOf('grace-tidewell') } } }],
    });
    expect(await isTold(siobhan)).toContain('Grace Tidewell asks to join a community that you facilitate');
    await siobhan.ok(change('approveCommunityRequest'), { input: { request } });

    expect(await standing(grace, id)).toMatchObject({
      ...{ viewerRole: 'MEMBER', viewerSeesInside: true, viewerRequest: { state: 'APPROVED' } },
    });
    expect(await isTold(grace)).toContain('Siobhan Wrenfield said yes to your request to join');
  });

  it('says no with words that only whoever asked reads, who may ask again', async () => {
    const { id } = await makeCommunity(siobhan, 'CLOSED');
    const request = await asks(grace, id);
    await siobhan.ok(change('declineCommunityRequest'), { input: { request, words: 'Not this year' } });

    expect(await standing(grace, id)).toMatchObject({
      ...{ viewerRole: null, viewerSeesInside: false, viewerRequest: { state: 'DECLINED', answer: 'Not this year' } },
    });
    expect(await isTold(grace)).toContain('Siobhan Wrenfield declined your request to join a community');
    expect((await standing(owain, id)).viewerRequest).toBeNull();
    await asks(grace, id);
  });

  it('takes one request of a person at a time, and one answer', async () => {
    const { id } = await makeCommunity(siobhan, 'CLOSED');
    const request = await asks(grace, id);

    expect(await grace.codeOf(ask, { input: { community: id, words: 'Again' } })).toBe('CONFLICT');
    await grace.ok(change('withdrawCommunityRequest'), { input: { request } });
    expect(await siobhan.codeOf(change('approveCommunityRequest'), { input: { request } })).toBe('CONFLICT');
    expect((await standing(grace, id)).viewerRole).toBeNull();
  });

  it('shows a request to whoever asked and to its facilitators, and to nobody else (Z3)', async () => {
    const { id } = await makeCommunity(siobhan, 'CLOSED');
    const request = await asks(grace, id);
    const node = `query ($id: ID!) { node(id: $id) { id } communityRequest(id: $id) { words } }`;

    expect(await owain.ok(node, { id: request })).toEqual({ node: null, communityRequest: null });
    expect(await siobhan.ok(node, { id: request })).toMatchObject({ communityRequest: { words: 'We share a ward' } });
    for (const name of ['approveCommunityRequest', 'withdrawCommunityRequest'])
      expect(await owain.codeOf(change(name), { input: { request } })).toBe('NOT_FOUND');
    expect((await owain.ok(own, { id })).community.requests.totalCount).toBe(0);
    expect(await isTold(owain)).not.toContain('Grace Tidewell asks to join a community that you facilitate');
  });

  it('lets nobody in who is asked of somebody who facilitates it no more', async () => {
    const { id } = await makeCommunity(siobhan, 'CLOSED');
    await siobhan.ok(invite, { input: { community: id, member: memberOf('owain-saltmere') } });
    await owain.ok(change('acceptCommunityInvitation'), { input: { invitation: await invitationOf(owain, id) } });
    await siobhan.ok(change('setCommunityFacilitator'), {
      input: { community: id, member: memberOf('owain-saltmere'), facilitates: true },
    });
    await siobhan.ok(change('leaveCommunity'), { input: { community: id } });
    const request = await asks(grace, id);

    expect(await siobhan.codeOf(change('approveCommunityRequest'), { input: { request } })).toBe('NOT_FOUND');
    await owain.ok(change('approveCommunityRequest'), { input: { request } });
  });
});

describe('a private community', () => {
  it('shows its card, and no more, to whoever is invited, who goes in or stays out', async () => {
    const { id } = await makeCommunity(siobhan, 'PRIVATE');
    const input = { community: id, member: memberOf('grace-tidewell') };
    await siobhan.ok(invite, { input });

    expect(await siobhan.codeOf(invite, { input })).toBe('CONFLICT');
    expect(await isTold(grace)).toContain('Siobhan Wrenfield invites you to a community');
    expect(await standing(grace, id)).toMatchObject({ viewerSeesInside: false, viewerRole: null });
    expect(await standing(owain, id)).toBeNull();
    const invitation = await invitationOf(grace, id);
    expect(await owain.codeOf(change('acceptCommunityInvitation'), { input: { invitation } })).toBe('NOT_FOUND');

    const decline = `mutation ($input: DeclineCommunityInvitationInput!) { declineCommunityInvitation(input: $input) { community { id } } }`;
    expect((await grace.ok(decline, { input: { invitation } })).declineCommunityInvitation).toEqual({
      community: null,
    });
    expect(await standing(grace, id)).toBeNull();
    expect((await siobhan.ok(own, { id })).community.invitations.totalCount).toBe(0);
  });

  it('lets in whoever accepts, once', async () => {
    const { id } = await makeCommunity(siobhan, 'PRIVATE');
    await siobhan.ok(invite, { input: { community: id, member: memberOf('grace-tidewell') } });
    const invitation = await invitationOf(grace, id);
    const accept = () => grace.run(change('acceptCommunityInvitation'), { input: { invitation } });
    const answers = await Promise.all([accept(), accept(), accept()]);

    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await standing(grace, id)).toMatchObject({ viewerRole: 'MEMBER', viewerSeesInside: true });
  });

  it('is out of sight again once the invitation is taken back', async () => {
    const { id } = await makeCommunity(siobhan, 'PRIVATE');
    const made = await siobhan.ok(invite, { input: { community: id, member: memberOf('grace-tidewell') } });
    const input = { invitation: made.inviteToCommunity.invitation.id };
    expect(await owain.codeOf(change('revokeCommunityInvitation'), { input })).toBe('NOT_FOUND');
    await siobhan.ok(change('revokeCommunityInvitation'), { input });

    expect(await standing(grace, id)).toBeNull();
    expect(await grace.codeOf(change('acceptCommunityInvitation'), { input })).toBe('NOT_FOUND');
  });

  it('is invited to by its facilitators, among the members of the hub who are not in it', async () => {
    const { id } = await makeCommunity(siobhan, 'PRIVATE');

    expect(await siobhan.codeOf(invite, { input: { community: id, member: memberOf('nobody-there') } })).toBe(
      'NOT_FOUND',
    );
    expect(await siobhan.codeOf(invite, { input: { community: id, member: memberOf('siobhan-wrenfield') } })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await grace.codeOf(invite, { input: { community: id, member: memberOf('owain-saltmere') } })).toBe(
      'NOT_FOUND',
    );
  });
});

async function invitationOf(client: TestClient, id: string): Promise<string> {
  return (await standing(client, id)).viewerInvitation.id;
}
