/** People: profiles, invitations, requests, proposals, tokens of their own, and what administrators read of them. */
import type { TestClient } from '@hub/testing';
import type { Audience } from './canaries';
import { furnishPhotos } from './files';
import type { Furnishing, Thing } from './furnish';
import { knownAddress } from './questions';
import { asAdministrator, askers, home, refOf, run, viewers } from './viewers';

/** Everything that people do about themselves and each other. Gives the secrets of the links that were sent. */
export async function furnishPeople(furnishing: Furnishing): Promise<string[]> {
  const { hub, word, things } = furnishing;
  const email = `${word('SiteInvitation.email', 'the invited address')}@northvale.nhs.uk`;
  for (const member of viewers.flatMap((viewer) => viewer.member ?? []))
    await furnishPerson(furnishing, member, await hub.as(member), member === askers.invited ? email : null);
  for (const member of ['leonie-fernmoss', 'mei-lin-hazelgrove']) await furnishSavedSearch(furnishing, member);
  await furnishLeaver(furnishing);
  await furnishPhotos(furnishing, ['anjali-thornapple']);
  const site = `site:network/${home}`;
  await hub.sql('INSERT INTO identity.address (member_ref, email, since) VALUES ($1, $2, now())', [
    ...[refOf('grace-tidewell'), knownAddress],
  ]);

  const lead = await hub.as('anjali-thornapple');
  await run(lead, 'inviteToSite', 'InviteToSiteInput', { site, email, role: 'MEMBER' });
  const words = word('JoinRequest.words', `request of ${askers.toJoin}`);
  await run(await hub.as(askers.toJoin), 'askToJoin', 'AskToJoinInput', { site, words });
  await answerOne(furnishing, lead, site);
  await propose(furnishing);
  const rows = await hub.sql<Thing>(rowsOfPeople, [
    refOf(askers.toJoin),
    `request of ${askers.toJoin}`,
    `leads of ${home}`,
  ]);
  things.push(...rows);
  await hub.drain();
  const letters = await hub.letters(email);
  return letters.flatMap(({ text }) => text.match(/[\w-]{30,}/g) ?? []).slice(0, 2);
}

/** A search that they keep for themselves. */
async function furnishSavedSearch({ hub, word }: Furnishing, member: string): Promise<void> {
  const own = (field: string) => word(`SavedSearch.${field}`, `only ${member}`);
  const input = {
    ...{ name: own('name'), text: own('text'), tags: [own('tags')], kinds: ['THREAD'], modelTypes: ['MCP'] },
    ...{ stages: ['RUNNING'], lessons: [1], enablers: [1] },
    ...{ changedFrom: '2016-01-01T00:00:00.000Z', changedBefore: '2100-01-01T00:00:00.000Z' },
  };
  await run(await hub.as(member), 'saveSearch', 'SaveSearchInput', input);
}

/** The one who leaves the site has written in it and read there: what they keep of it is their own words. */
async function furnishLeaver({ hub, things }: Furnishing): Promise<void> {
  const client = await hub.as('kwame-larkrise');
  const thread = things.find(({ type, audience }) => type === 'Thread' && audience === `members of ${home}`)!.id;
  await run(client, 'reply', 'ReplyInput', { thread, body: 'As long as they may' });
  await run(client, 'markThreadRead', 'MarkThreadReadInput', { thread });
}

/** What has an id and no page: requests, invitations, proposals. */
const rowsOfPeople = `
  SELECT 'join-request:' || id AS id, 'JoinRequest' AS type, CASE WHEN member_ref = $1 THEN $2 ELSE $3 END AS audience
  FROM membership.join_request
  UNION ALL SELECT 'site-invitation:' || id, 'SiteInvitation', $3 FROM membership.invitation
  UNION ALL SELECT ref, 'SavedSearch', 'only ' || split_part(member_ref, '/', 2) FROM search.saved
  UNION ALL SELECT 'site-proposal:' || id, 'SiteProposal', 'proposal of ${askers.forASite}' FROM membership.site_proposal`;

/** Their profile for the network, their address and token for themselves. */
async function furnishPerson(
  { hub, word }: Furnishing,
  member: string,
  client: TestClient,
  address: string | null,
): Promise<void> {
  const text = (field: string) => word(`Member.${field}`, 'the network');
  const input = {
    ...{ displayName: `Name ${text('displayName')}`, roleTitle: `Lead ${text('roleTitle')}` },
    ...{ professionalGroup: 'General practice', skills: [text('skills')], interests: [text('interests')] },
    ...{ pronouns: text('pronouns'), bio: `Works on ${text('bio')}` },
  };
  await run(client, 'updateProfile', 'UpdateProfileInput', input);
  const own = (place: string) => word(place, `only ${member}`);
  const token = { name: own('ApiToken.name'), scopes: ['READ'], days: 30 };
  await run(client, 'makeApiToken', 'MakeApiTokenInput', token);
  await hub.sql('INSERT INTO identity.address (member_ref, email, since) VALUES ($1, $2, now())', [
    ...[refOf(member), address ?? `${word('Account.email', `address of ${member}`)}@people.nhs.uk`],
  ]);
}

/** A request that was answered, so that there is an answer to read. */
async function answerOne({ hub, word }: Furnishing, lead: TestClient, site: string): Promise<void> {
  const other = await hub.as('honor-applegarth');
  const { askToJoin } = await other.ok(
    'mutation ($input: AskToJoinInput!) { askToJoin(input: $input) { joinRequest { id } } }',
    { input: { site, words: word('JoinRequest.words', `leads of ${home}`) } },
  );
  const words = word('JoinRequest.answer', `leads of ${home}`);
  await run(lead, 'declineJoinRequest', 'DeclineJoinRequestInput', { request: askToJoin.joinRequest.id, words });
}

async function propose({ hub, word }: Furnishing): Promise<void> {
  const text = (field: string) => word(`SiteProposal.${field}`, `proposal of ${askers.forASite}`);
  const client = await hub.as(askers.forASite);
  const input = { name: `Site ${text('name')}`, region: text('region'), modelTypes: ['MCP'], why: text('why') };
  const { proposeSite } = await client.ok(
    'mutation ($input: ProposeSiteInput!) { proposeSite(input: $input) { proposal { id } } }',
    { input },
  );
  await asAdministrator(hub, 'declineSiteProposal', 'DeclineSiteProposalInput', {
    ...{ proposal: proposeSite.proposal.id, words: text('answer') },
  });
}

/** What administrators do and read: reasons, holds, an opened thing, a consequence that failed. */
export async function furnishAdministration({ hub, word, things }: Furnishing): Promise<void> {
  const reason = (place: string, audience: Audience = 'administrators') => `Because of ${word(place, audience)}`;
  const open = things.find(({ type, audience }) => type === 'Intervention' && audience === 'everyone')!;
  const hidden = things.find(({ type, audience }) => type === 'Adaptation' && audience === `members of ${home}`)!;
  const suspended = refOf('pascal-thistlewood');
  await asAdministrator(hub, 'suspendMember', 'ManageMemberInput', {
    ...{ member: suspended, reason: reason('ManagedMember.suspendedBecause') },
  });
  await asAdministrator(hub, 'holdRecord', 'HoldRecordInput', { record: open.id, reason: reason('LegalHold.reason') });
  await asAdministrator(hub, 'breakGlass', 'BreakGlassInput', {
    ...{ entity: hidden.id, reason: reason('BrokenGlass.reason', 'whoever is told that the glass was broken') },
  });
  await hub.sql(
    `UPDATE core.delivery SET done_at = NULL, parked_at = now(), problem = $1
     WHERE (event_id, handler) IN (SELECT event_id, handler FROM core.delivery ORDER BY event_id, handler LIMIT 1)`,
    [reason('ParkedDelivery.problem')],
  );
  await hub.runSchedules(new Date());
}
