/** An open, a closed and a private community: what is inside each, who asks to join, who is invited. */
import type { TestClient } from '@hub/testing';
import type { Audience } from './canaries';
import type { Furnishing, Thing } from './furnish';
import { start } from './furnish-threads';
import { askers, home, refOf, run } from './viewers';

const kinds = ['OPEN', 'CLOSED', 'PRIVATE'] as const;
type Kind = (typeof kinds)[number];

/** Who sees that it is there. Whoever is invited to the private one sees that much of it. */
const cardOf: Readonly<Record<Kind, Audience>> = {
  OPEN: 'everyone',
  CLOSED: 'the network',
  PRIVATE: 'card of the private community',
};

/** Who sees what is inside. */
const insideOf: Readonly<Record<Kind, Audience>> = {
  OPEN: 'the network',
  CLOSED: 'members of the closed community',
  PRIVATE: 'members of the private community',
};

/** Facilitated by the writer of the site. In a twin there is more of what the viewer does not see. */
export async function furnishCommunities(furnishing: Furnishing): Promise<void> {
  for (const kind of kinds) {
    const there = await oneThere(furnishing, kind);
    if (!there) await makeFirst(furnishing, kind);
    else if (furnishing.wanted(cardOf[kind])) await make(furnishing, kind);
    else if (furnishing.wanted(insideOf[kind])) await addTo(furnishing, kind, there);
  }
}

async function oneThere({ hub }: Furnishing, kind: Kind): Promise<string | null> {
  const [row] = await hub.sql<{ ref: string }>(
    'SELECT ref FROM communities.community WHERE kind = $1 AND care_model_ref IS NULL ORDER BY created_at, ref LIMIT 1',
    [kind],
  );
  return row?.ref ?? null;
}

async function make(furnishing: Furnishing, kind: Kind): Promise<string> {
  const { hub, word, writers } = furnishing;
  const facilitator = writers[home]!;
  const card = (field: string) => word(`Community.${field}`, cardOf[kind]);
  const input = { name: `Circle ${card('name')}`, purpose: `For ${card('purpose')}`, kind, modelTypes: ['MCP'] };
  const { createCommunity } = await facilitator.ok(
    'mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { community { id } } }',
    { input },
  );
  const community: string = createCommunity.community.id;
  await run(facilitator, 'updateCommunity', 'UpdateCommunityInput', {
    ...{ community, expectedRevision: 1, welcome: `Come in ${word('Community.welcome', insideOf[kind])}` },
  });
  await letIn(facilitator, await hub.as('leonie-fernmoss'), 'leonie-fernmoss', community);
  await start(furnishing, insideOf[kind], null, home, community);
  return community;
}

/** With a member, one who is removed later, and those on their way in. */
async function makeFirst(furnishing: Furnishing, kind: Kind): Promise<void> {
  const { hub, things, writers } = furnishing;
  const community = await make(furnishing, kind);
  await letIn(writers[home]!, await hub.as('kwame-larkrise'), 'kwame-larkrise', community);
  things.push({ id: community, type: 'Community', audience: cardOf[kind] });
  const subject = things.find(({ type, audience }) => type === 'Intervention' && audience === 'everyone')!.id;
  await run(writers[home]!, 'pinResource', 'PinResourceInput', { community, subject });
  if (kind === 'CLOSED') {
    await askToJoin(furnishing, community);
    await sayUnheard(furnishing, community);
  }
  if (kind === 'PRIVATE') await invite(furnishing, community);
}

/** More is said there, by one more. Administrators read in the audit log who came. */
async function addTo(furnishing: Furnishing, kind: Kind, community: string): Promise<void> {
  const { hub, wanted, writers } = furnishing;
  await start(furnishing, insideOf[kind], null, home, community);
  if (wanted('administrators'))
    await letIn(writers[home]!, await hub.as('ruth-cobblestane'), 'ruth-cobblestane', community);
}

/** One who is new and whom nobody replies to, nor anybody of their site. */
async function sayUnheard({ hub, word, writers, things }: Furnishing, community: string): Promise<void> {
  const audience = insideOf.CLOSED;
  const newcomer = await hub.as('callum-pennyroyal');
  await letIn(writers[home]!, newcomer, 'callum-pennyroyal', community);
  const { startThread } = await newcomer.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    {
      input: {
        ...{ title: `Unheard ${word('Thread.title', audience)}`, body: `Words ${word('Post.body', audience)}` },
        ...{ kind: 'QUESTION', modelTypes: ['MCP'], community },
      },
    },
  );
  things.push({ id: startThread.thread.id, type: 'Thread', audience });
}

/** One who waits, and one who was declined. */
async function askToJoin({ hub, word, things, writers }: Furnishing, community: string): Promise<void> {
  const ask = async (slug: string, audience: Audience) => {
    const { askToJoinCommunity } = await (
      await hub.as(slug)
    ).ok('mutation ($input: AskToJoinCommunityInput!) { askToJoinCommunity(input: $input) { request { id } } }', {
      input: { community, words: `Please ${word('CommunityRequest.words', audience)}` },
    });
    const { id } = askToJoinCommunity.request;
    things.push({ id, type: 'CommunityRequest', audience } satisfies Thing);
    return id as string;
  };
  await ask(askers.toJoin, 'request to the closed community');
  const request = await ask('honor-applegarth', 'facilitators of the closed community');
  await run(writers[home]!, 'declineCommunityRequest', 'DeclineCommunityRequestInput', {
    ...{ request, words: word('CommunityRequest.answer', 'facilitators of the closed community') },
  });
}

async function invite({ things, writers }: Furnishing, community: string): Promise<void> {
  const id = await invitationOf(writers[home]!, askers.invited, community);
  things.push({ id, type: 'CommunityInvitation', audience: 'card of the private community' });
}

async function letIn(facilitator: TestClient, member: TestClient, slug: string, community: string): Promise<void> {
  const invitation = await invitationOf(facilitator, slug, community);
  await run(member, 'acceptCommunityInvitation', 'AcceptCommunityInvitationInput', { invitation });
}

async function invitationOf(facilitator: TestClient, slug: string, community: string): Promise<string> {
  const { inviteToCommunity } = await facilitator.ok(
    'mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { invitation { id } } }',
    { input: { community, member: refOf(slug) } },
  );
  return inviteToCommunity.invitation.id;
}
