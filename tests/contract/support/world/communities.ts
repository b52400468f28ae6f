/** A community of the contract's world. */
import type { TestClient } from '@hub/testing';
import type { InterventionsWorld } from './interventions';

export interface CommunitiesWorld {
  /** Closed, facilitated by Anjali. */
  readonly community: string;
  /** To join it. */
  readonly communityRequest: string;
  readonly communityInvitation: string;
}

/** A community with somebody who asks to join, and somebody who is invited. */
export async function communityOf(facilitator: TestClient, asker: TestClient): Promise<CommunitiesWorld> {
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
    { input: { community, member } },
  );
  return {
    ...{ community, communityRequest: askToJoinCommunity.request.id },
    communityInvitation: inviteToCommunity.invitation.id,
  };
}

const member = 'member:network/mei-lin-hazelgrove';

export const communitiesInputs = ({ community, published }: CommunitiesWorld & InterventionsWorld) => ({
  createCommunity: { name: 'Theirs', purpose: 'To talk', kind: 'OPEN', modelTypes: ['MCP'] },
  updateCommunity: { community, expectedRevision: 900, name: 'Ours', welcome: 'Come in' },
  changeCommunityKind: { community, expectedRevision: 900, kind: 'OPEN' },
  pinResource: { community, subject: published, place: 1 },
  unpinResource: { community, subject: published },
  joinCommunity: { community },
  askToJoinCommunity: { community, words: 'Please' },
  declineCommunityRequest: { request: 'community-request:00000000-0000-4000-8000-000000000000', words: 'No' },
  inviteToCommunity: { community, member },
  setCommunityFacilitator: { community, member, facilitates: true },
  removeFromCommunity: { community, member, words: 'No' },
  leaveCommunity: { community },
});
