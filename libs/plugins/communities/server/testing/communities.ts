/** Communities of tests: made through the API, by members of the demonstration. */
import type { TestClient } from '@hub/testing';

export const memberOf = (slug: string) => `member:network/${slug}`;

export const createCommunity =
  'mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { community { id name kind revision } } }';

export interface MadeCommunity {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}

/** A community of this kind, facilitated by the client. */
export async function makeCommunity(
  client: TestClient,
  kind: string,
  over: Record<string, unknown> = {},
): Promise<MadeCommunity> {
  const input = { name: `A ${kind.toLowerCase()} one`, purpose: 'To talk', kind, modelTypes: ['MCP'], ...over };
  return (await client.ok(createCommunity, { input })).createCommunity.community;
}

/** Sends one mutation of communities that answers with a payload of which nothing is asked. */
export const change = (name: string) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
};

export const ask =
  'mutation ($input: AskToJoinCommunityInput!) { askToJoinCommunity(input: $input) { request { id state } } }';
export const invite =
  'mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { invitation { id } } }';

/** Lets somebody in, whatever kind of community it is: invited by whoever facilitates it. */
export async function letIn(facilitator: TestClient, member: TestClient, slug: string, community: string) {
  const { inviteToCommunity } = await facilitator.ok(invite, { input: { community, member: memberOf(slug) } });
  await member.ok(change('acceptCommunityInvitation'), { input: { invitation: inviteToCommunity.invitation.id } });
}
