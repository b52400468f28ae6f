/** The viewers of the matrix as data: who they are, what was done to them, and which audiences they are in. */
import type { EntityRef } from '@hub/core/contract';
import type { TestClient, TestHub } from '@hub/testing';
import type { Audience } from './canaries';

/** The site that owns most of what is hidden, and another one. */
export const home = 'northvale';
export const elsewhere = 'tollbridge';

export interface ViewerKind {
  readonly id: string;
  readonly words: string;
  /** The member, by slug; null for nobody. */
  readonly member: string | null;
  /** The audiences that they are in when the script is run. */
  readonly in: readonly Audience[];
  /** What is done once the world is furnished, before the script is run. */
  readonly become?: (hub: TestHub, member: EntityRef) => Promise<void>;
  /** Asks of the paths from each thing only every so many, and of alike things only one: others see the same. */
  readonly stride?: number;
  /** Asks with a session that has ended. */
  readonly ended?: boolean;
}

const nobody: readonly Audience[] = ['everyone'];
const person = (member: string): Audience[] => [
  ...(['everyone', 'the network', `only ${member}`, `address of ${member}`] as const),
];
const reader = (member: string, site: string): Audience[] => [...person(member), `members of ${site}`];
const editor = (member: string, site: string): Audience[] => [...reader(member, site), `editors of ${site}`];

/** Of those who belong to the closed and the private community. */
const insideCommunities = [
  ...([
    'members of the closed community',
    'members of the private community',
    'card of the private community',
  ] as const),
];

/** Requests that are read by whoever asked and by those who answer. */
export const askers = { toJoin: 'rashida-willowby', forASite: 'siobhan-wrenfield', invited: 'stellan-marshbank' };

/** Who reported what somebody wrote: read by the one who reported, the words by the one who wrote them, all of it by moderators. */
export const reporter = 'leonie-fernmoss';
export const writerOfReported = 'anjali-thornapple';
/** The only moderator among the viewers. */
export const moderatorHere = askers.forASite;

export const viewers: readonly ViewerKind[] = [
  { id: 'V0', words: 'nobody', member: null, in: nobody, stride: 6 },
  {
    ...{ id: 'V1', words: 'a member of another site', member: 'mei-lin-hazelgrove' },
    in: [...editor('mei-lin-hazelgrove', elsewhere), `leads of ${elsewhere}`],
  },
  {
    ...{ id: 'V2', words: 'who is invited and has not accepted', member: askers.invited, stride: 6 },
    in: [...editor(askers.invited, 'elderbrook'), 'the invited address', 'card of the private community'],
  },
  {
    ...{ id: 'V3', words: 'who has asked to join and waits', member: askers.toJoin, stride: 6 },
    in: [...editor(askers.toJoin, 'eastmere'), `request of ${askers.toJoin}`, 'request to the closed community'],
  },
  {
    ...{ id: 'V4', words: 'an engine-room member of the site', member: 'leonie-fernmoss' },
    in: [...editor('leonie-fernmoss', home), ...insideCommunities, `report of ${reporter}`],
    become: (hub, member) => changeRole(hub, member, 'ENGINE_ROOM'),
  },
  {
    ...{ id: 'V4e', words: 'an evaluator of the site', member: 'petra-quillfeather', stride: 6 },
    in: editor('petra-quillfeather', home),
    become: (hub, member) => changeRole(hub, member, 'EVALUATOR'),
  },
  {
    ...{ id: 'V4p', words: 'a patient representative of the site', member: 'bernard-oakapple', stride: 6 },
    in: reader('bernard-oakapple', home),
    become: (hub, member) => changeRole(hub, member, 'PATIENT_REPRESENTATIVE'),
  },
  {
    ...{ id: 'V4g', words: 'a guest of the site and of no other', member: 'oluchi-meadowsweet', stride: 6 },
    in: reader('oluchi-meadowsweet', home),
    become: (hub, member) => becomeGuest(hub, member, 'ashenholt'),
  },
  {
    ...{ id: 'V5', words: 'a former member of the site', member: 'kwame-larkrise', stride: 6 },
    in: person('kwame-larkrise'),
    become: removeEverywhere,
  },
  {
    ...{ id: 'V6', words: 'a suspended member', member: 'idris-fellgate', in: nobody, stride: 6 },
    become: (hub, member) =>
      asAdministrator(hub, 'suspendMember', 'ManageMemberInput', { member, reason: 'They asked for it themselves' }),
  },
  {
    ...{ id: 'V7', words: 'a facilitator and moderator, of another site', member: askers.forASite, stride: 6 },
    in: [
      ...editor(askers.forASite, 'marlowfield'),
      `proposal of ${askers.forASite}`,
      ...(['moderators', `report of ${reporter}`, `case of ${writerOfReported}`] as const),
      `name opened of ${writerOfReported}`,
    ],
    become: (hub, member) => giveRoles(hub, member, ['FACILITATOR', 'MODERATOR']),
  },
  {
    ...{ id: 'V9', words: 'a lead of the site', member: 'anjali-thornapple', stride: 6 },
    in: [
      ...editor('anjali-thornapple', home),
      `leads of ${home}`,
      `request of ${askers.toJoin}`,
      'the invited address',
      'whoever is told that the glass was broken',
      ...insideCommunities,
      ...(['request to the closed community', 'facilitators of the closed community'] as const),
      `case of ${writerOfReported}`,
      `name opened of ${writerOfReported}`,
    ],
  },
  {
    ...{ id: 'V10', words: 'a network administrator', member: 'gwen-stillwater', stride: 4 },
    in: [
      ...editor('gwen-stillwater', 'corvenmoor'),
      ...(['leads of corvenmoor', 'administrators', `proposal of ${askers.forASite}`, 'the invited address'] as const),
      'whoever is told that the glass was broken',
      // In the log, with the moderator who opened it and without the name.
      `name opened of ${writerOfReported}`,
    ],
    become: (hub, member) => giveRoles(hub, member, ['ADMINISTRATOR']),
  },
  {
    ...{
      id: 'V11',
      words: 'the holder of an ended session',
      member: 'nadia-plumtree',
      in: [...nobody, 'address of nadia-plumtree'],
    },
    ...{ stride: 6, ended: true },
  },
];

/** Together they may see something of every kind: what none of them received is silence, and proves nothing. */
const filling = ['V1', 'V2', 'V3', 'V4', 'V7', 'V9', 'V10'];
export const viewersWhoFill = viewers.filter(({ id }) => filling.includes(id));
export const otherViewers = viewers.filter(({ id }) => !filling.includes(id));

/** Where in the list a viewer stands: each asks by another share of the paths. */
export const turnOf = ({ id }: ViewerKind): number => viewers.findIndex((viewer) => viewer.id === id);

/** Whether a viewer may receive what is for an audience. */
export function mayReceive(viewer: ViewerKind, audience: Audience): boolean {
  const isAdministrator = viewer.in.includes('administrators');
  return viewer.in.includes(audience) || (isAdministrator && audience.startsWith('address of '));
}

/** The viewer's way into a hub. */
export async function enter(hub: TestHub, viewer: ViewerKind): Promise<TestClient> {
  if (!viewer.member) return hub.anonymous;
  const client = await hub.as(viewer.member);
  if (viewer.ended) await client.post('/auth/sign-out', {});
  return client;
}

export const refOf = (member: string): EntityRef => `member:network/${member}`;

function changeRole(hub: TestHub, member: EntityRef, role: string): Promise<void> {
  return asLead(hub, 'changeSiteRole', 'ChangeSiteRoleInput', { member, role });
}

function giveRoles(hub: TestHub, member: EntityRef, roles: readonly string[]): Promise<void> {
  const input = { member, roles, reason: 'The network asked them to' };
  return asAdministrator(hub, 'setNetworkRoles', 'SetNetworkRolesInput', input);
}

/** From the site, and from every community of theirs. */
async function removeEverywhere(hub: TestHub, member: EntityRef): Promise<void> {
  await asLead(hub, 'removeFromSite', 'RemoveFromSiteInput', { member });
  const rows = await hub.sql<{ community: string }>(
    'SELECT community_ref AS community FROM communities.membership WHERE member_ref = $1 ORDER BY community_ref',
    [member],
  );
  for (const { community } of rows)
    await run(await hub.as('anjali-thornapple'), 'removeFromCommunity', 'RemoveFromCommunityInput', {
      ...{ community, member, words: 'You have left the site' },
    });
}

/** The lead of the site says who belongs to it. */
async function asLead(hub: TestHub, mutation: string, type: string, input: object): Promise<void> {
  await run(await hub.as('anjali-thornapple'), mutation, type, { site: `site:network/${home}`, ...input });
}

/** Asks to join the site, is let in as a guest, and leaves the site that they were of. */
async function becomeGuest(hub: TestHub, member: EntityRef, before: string): Promise<void> {
  const client = await hub.as(member);
  const { askToJoin } = await client.ok(
    'mutation ($input: AskToJoinInput!) { askToJoin(input: $input) { joinRequest { id } } }',
    { input: { site: `site:network/${home}`, words: 'To read along' } },
  );
  const input = { request: askToJoin.joinRequest.id, role: 'GUEST' };
  await run(await hub.as('anjali-thornapple'), 'approveJoinRequest', 'ApproveJoinRequestInput', input);
  await run(client, 'leaveSite', 'LeaveSiteInput', { site: `site:network/${before}` });
}

/** The administrator of the demonstration. */
export async function asAdministrator(hub: TestHub, mutation: string, type: string, input: object): Promise<void> {
  await run(await hub.as('marisol-greywether'), mutation, type, input);
}

/** A mutation whose answer does not matter. */
export async function run(client: TestClient, mutation: string, type: string, input: object): Promise<void> {
  await client.ok(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input });
}
