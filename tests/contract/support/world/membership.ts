/** People on their way into sites of the contract's world. */
import type { TestClient } from '@hub/testing';

export interface MembershipWorld {
  readonly invitation: string;
  readonly joinRequest: string;
  readonly proposal: string;
}

/** Those of the demonstration at Northvale, and a site that its lead proposes. */
export async function peopleOnTheirWayIn(lead: TestClient): Promise<MembershipWorld> {
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
