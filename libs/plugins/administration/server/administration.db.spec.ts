/** Accounts in the hands of administrators: who may, what it does, and that it is written down. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let marisol: TestClient;
let anjali: TestClient;

const me = 'member:network/marisol-greywether';
const member = 'member:network/anjali-thornapple';
const reason = 'Asked for by their site';

beforeAll(async () => {
  hub = await createTestHub();
  marisol = await hub.as('marisol-greywether');
  anjali = await hub.as('anjali-thornapple');
}, 120_000);
afterAll(() => hub?.close());

const suspend = 'mutation ($input: ManageMemberInput!) { suspendMember(input: $input) { member { id } } }';
const restore = 'mutation ($input: ManageMemberInput!) { restoreMember(input: $input) { member { id } } }';
const endSessions = 'mutation ($input: ManageMemberInput!) { endMemberSessions(input: $input) { member { id } } }';
const removeSecond =
  'mutation ($input: ManageMemberInput!) { removeMemberSecondFactor(input: $input) { member { id } } }';
const setRoles =
  'mutation ($input: SetNetworkRolesInput!) { setNetworkRoles(input: $input) { member { id networkRoles } } }';
const entries = (filter: string) => `{ auditEntries(first: 5, filter: ${filter}) { totalCount edges { node {
  number at action outcome actor { id displayName } subjectId subjectTitle subject { id } facts { name value } } } } }`;

const factsOf = (node: { facts: { name: string; value: string }[] }) =>
  Object.fromEntries(node.facts.map(({ name, value }) => [name, value]));

const everyQuestion = [
  '{ administrationWork { suspendedMembers administrators failedLetters waitingLetters parkedDeliveries openGlasses } }',
  `{ managedMembers(first: 3) { totalCount pageInfo { hasNextPage } edges { node {
     id displayName joinedAt lastSeenAt sessionsRunning apiTokens suspendedAt suspendedBecause
     member { id networkRoles } } } } }`,
  `{ managedMember(member: "${member}") { id } }`,
  `{ memberAccess(member: "${member}") { email ways hasSecondFactor sites } }`,
  '{ memberByEmail(email: "nobody@nhs.net") }',
  '{ managedSites(first: 2) { totalCount edges { node { id leads members isIndexable site { name } } } } }',
  '{ allowedEmailDomains }',
  entries('{}'),
  '{ letters(first: 1) { totalCount edges { node { id recipient state isSecret writtenAt sentAt attempts problem } } } }',
  '{ brokenGlasses { totalCount edges { node { id by { id } entity { id } entityId reason openedAt until isOpen } } } }',
  '{ parkedDeliveries { totalCount edges { node { id event eventId handler attempts parkedAt problem } } } }',
  '{ recordTypes { id type name period basis due } }',
  '{ recordsDue { totalCount edges { node { id type title lastChangedAt dueAt } } } }',
  '{ legalHolds { totalCount edges { node { id title reason since by { id } record { id } } } } }',
];
const everyChange: Record<string, { document: string; input: Record<string, unknown> }> = {
  suspend: { document: suspend, input: { member, reason } },
  restore: { document: restore, input: { member, reason } },
  endSessions: { document: endSessions, input: { member, reason } },
  removeSecond: { document: removeSecond, input: { member, reason } },
  setRoles: { document: setRoles, input: { member, roles: ['MODERATOR'], reason } },
  allowDomain: {
    document: 'mutation ($input: EmailDomainInput!) { allowEmailDomain(input: $input) { domains } }',
    input: { pattern: '*.example.org', reason },
  },
  disallowDomain: {
    document: 'mutation ($input: EmailDomainInput!) { disallowEmailDomain(input: $input) { domains } }',
    input: { pattern: '*.example.org', reason },
  },
  exportAudit: {
    document: 'mutation ($input: ExportAuditInput!) { exportAudit(input: $input) { fileName content rows } }',
    input: { reason },
  },
  exportAccess: {
    document:
      'mutation ($input: ExportAccessReviewInput!) { exportAccessReview(input: $input) { fileName content rows } }',
    input: { reason },
  },
  breakGlass: {
    document: 'mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { glass { id } entityId } }',
    input: { entity: 'site:network/nowhere', reason },
  },
};

describe('who may administer', () => {
  it('an administrator reads everything that the pages ask', async () => {
    for (const question of everyQuestion) await marisol.ok(question);
  });

  it('nobody else reads or changes any of it, moderators and facilitators neither', async () => {
    await hub.sql("UPDATE core.account SET keys = keys || ARRAY['role:moderator', 'role:facilitator'] WHERE ref = $1", [
      member,
    ]);
    const codes = [
      ...(await Promise.all(everyQuestion.map((question) => anjali.codeOf(question)))),
      ...(await Promise.all(
        Object.values(everyChange).map(({ document, input }) => anjali.codeOf(document, { input })),
      )),
    ];
    await hub.sql(
      "UPDATE core.account SET keys = array_remove(array_remove(keys, 'role:moderator'), 'role:facilitator') WHERE ref = $1",
      [member],
    );

    expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
  });

  it('an administrator without a second step proved lately is refused with MFA_REQUIRED, for reading too (J3)', async () => {
    const unproved = await hub.as('marisol-greywether', { way: 'code' });
    const reasons: unknown[] = [];
    for (const question of everyQuestion) reasons.push(await reasonOf(unproved, question));
    for (const { document, input } of Object.values(everyChange))
      reasons.push(await reasonOf(unproved, document, { input }));

    expect(new Set(reasons)).toEqual(new Set(['MFA_REQUIRED']));
  });

  it('a second step of this hour opens it, one of the hour before does not (J3)', async () => {
    const proved = await hub.as('marisol-greywether', { way: 'code', hasSecondFactor: true });
    expect(await proved.codeOf('{ allowedEmailDomains }')).toBeNull();

    await hub.sql("UPDATE core.session SET second_factor_at = now() - interval '61 minutes' WHERE way = 'code'");
    expect(await reasonOf(proved, '{ allowedEmailDomains }')).toBe('MFA_REQUIRED');
  });

  it('viewerCanAdminister is true of an administrator who asks about themselves, and of nobody else', async () => {
    const ask = (id: string) => `{ node(id: "${id}") { ... on Member { viewerCanAdminister } } }`;

    expect((await marisol.ok('{ viewer { viewerCanAdminister } }')).viewer.viewerCanAdminister).toBe(true);
    expect((await marisol.ok(ask(member))).node.viewerCanAdminister).toBe(false);
    expect((await anjali.ok(ask(me))).node.viewerCanAdminister).toBe(false);
    expect((await anjali.ok('{ viewer { viewerCanAdminister } }')).viewer.viewerCanAdminister).toBe(false);
  });

  it('a profile takes no role: the input has no such field (Z11)', async () => {
    const code = await anjali.codeOf(
      'mutation { updateProfile(input: { displayName: "A", networkRoles: [ADMINISTRATOR] }) { member { id } } }',
    );
    const [account] = await hub.sql<{ keys: string[] }>('SELECT keys FROM core.account WHERE ref = $1', [member]);

    expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(account?.keys.filter((key) => key.startsWith('role:'))).toEqual([]);
  });
});

describe('accounts', () => {
  it('finds members by words of the name, by role, and whether they are suspended, in the order asked for', async () => {
    const names = async (args: string): Promise<string[]> =>
      (await marisol.ok(`{ managedMembers(${args}) { edges { node { displayName } } } }`)).managedMembers.edges.map(
        ({ node }: { node: { displayName: string } }) => node.displayName,
      );
    const all = await names('first: 100');

    expect(await names('filter: { name: "thornAPPLE" }')).toEqual(['Dr Anjali Thornapple']);
    expect(await names('filter: { role: ADMINISTRATOR }')).toEqual(['Marisol Greywether']);
    expect(await names('filter: { suspended: true }')).toEqual([]);
    expect((await names('first: 100, filter: { leads: true }')).length).toBeGreaterThan(5);
    expect(await names('first: 100, orderBy: NAME_BACKWARDS')).toEqual([...all].reverse());
    expect(await names('first: 1, orderBy: LAST_SEEN')).toHaveLength(1);
    expect((await names('first: 100, orderBy: LONGEST_UNSEEN')).at(-1)).toBe(
      (await names('first: 1, orderBy: LAST_SEEN'))[0],
    );
  });

  it('a suspended member is out at once: requests, other sessions and API tokens (S7)', async () => {
    const other = await hub.as('anjali-thornapple');
    const live = await other.live('subscription { notificationReceived { id } }');
    await marisol.ok(suspend, { input: { member, reason } });

    expect(await live.ended).toMatchObject({ code: 4401 });
    expect((await anjali.ok('{ viewer { id } }')).viewer).toBeNull();
    const managed = await marisol.ok(
      `{ managedMember(member: "${member}") { suspendedAt suspendedBecause sessionsRunning } }`,
    );
    expect(managed.managedMember).toMatchObject({ suspendedBecause: reason, sessionsRunning: 0 });

    await marisol.ok(restore, { input: { member, reason: 'Cleared up' } });
    expect((await anjali.ok('{ viewer { id } }')).viewer).toBeNull();
    anjali = await hub.as('anjali-thornapple');
    expect((await anjali.ok('{ viewer { id } }')).viewer.id).toBe(member);
  });

  it('ends the sessions of somebody, who may sign in again', async () => {
    await marisol.ok(endSessions, { input: { member, reason } });
    expect((await anjali.ok('{ viewer { id } }')).viewer).toBeNull();
    anjali = await hub.as('anjali-thornapple');
    expect((await anjali.ok('{ viewer { id } }')).viewer.id).toBe(member);
  });

  it('takes a lost second step away', async () => {
    await hub.sql(
      "INSERT INTO identity.second_factor (member_ref, secret, started_at, confirmed_at) VALUES ($1, 'x', now(), now())",
      [member],
    );
    const ask = `{ memberAccess(member: "${member}") { hasSecondFactor sites } }`;
    expect((await marisol.ok(ask)).memberAccess).toEqual({
      hasSecondFactor: true,
      sites: [expect.stringMatching(/: /)],
    });

    await marisol.ok(removeSecond, { input: { member, reason } });
    expect((await marisol.ok(ask)).memberAccess.hasSecondFactor).toBe(false);
    anjali = await hub.as('anjali-thornapple');
  });

  it('gives and takes roles in the network, and says from what to what and why', async () => {
    await marisol.ok(setRoles, { input: { member, roles: ['FACILITATOR', 'MODERATOR'], reason } });
    expect((await anjali.ok('{ viewer { networkRoles } }')).viewer.networkRoles.sort()).toEqual([
      'FACILITATOR',
      'MODERATOR',
    ]);
    await marisol.ok(setRoles, { input: { member, roles: [], reason } });

    const { auditEntries } = await marisol.ok(entries(`{ what: "network-roles.set", about: "${member}" }`));
    const [last] = auditEntries.edges;
    expect(last.node).toMatchObject({ actor: { id: me }, subjectId: member, subjectTitle: 'Dr Anjali Thornapple' });
    expect(factsOf(last.node)).toEqual({ from: 'moderator, facilitator', roles: '', reason });
  });

  it('is never left without an administrator, whoever tries at the same time (Z13)', async () => {
    const alone = await marisol.run(setRoles, { input: { member: me, roles: [], reason } });
    expect(alone.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.roles' }] });

    for (let round = 0; round < 10; round += 1) {
      await marisol.ok(setRoles, { input: { member, roles: ['ADMINISTRATOR'], reason } });
      await Promise.all([
        marisol.run(setRoles, { input: { member: me, roles: [], reason } }),
        anjali.run(setRoles, { input: { member, roles: [], reason } }),
      ]);
      const left = await hub.sql<{ ref: string }>(
        "SELECT ref FROM core.account WHERE 'role:administrator' = ANY(keys) AND suspended_at IS NULL",
      );
      expect(left.length).toBeGreaterThan(0);
      await hub.sql(
        "UPDATE core.account SET keys = ARRAY(SELECT DISTINCT unnest(keys || '{role:administrator}')) WHERE ref = $1",
        [me],
      );
      await marisol.ok(setRoles, { input: { member, roles: [], reason } });
    }
  }, 60_000);

  it('the last administrator does not erase themselves either', async () => {
    const erase = 'mutation ($input: EraseMeInput!) { eraseMe(input: $input) { erased } }';
    expect(await marisol.codeOf(erase, { input: { confirmName: 'Marisol Greywether' } })).toBe('FORBIDDEN');
  });

  it('nobody suspends themselves, and a change without a reason is refused', async () => {
    const self = await marisol.run(suspend, { input: { member: me, reason } });
    expect(self.errors?.[0]?.extensions.fields).toEqual([
      { path: 'input.member', message: 'You cannot suspend yourself. Ask another administrator' },
    ]);
    for (const { document, input } of Object.values(everyChange))
      expect(await marisol.codeOf(document, { input: { ...input, reason: ' a ' } })).toBe('BAD_USER_INPUT');
  });

  it('what names nobody is NOT_FOUND', async () => {
    const nobody = { member: 'member:network/nobody', reason };
    for (const document of [suspend, restore, endSessions, removeSecond])
      expect(await marisol.codeOf(document, { input: nobody })).toBe('NOT_FOUND');
    expect(await marisol.codeOf(suspend, { input: { ...nobody, member: 'site:network/northvale' } })).toBe('NOT_FOUND');
  });

  it('keeps the list of domains whose addresses may sign in', async () => {
    const { allowDomain, disallowDomain } = everyChange;
    const added = await marisol.ok(allowDomain!.document, { input: allowDomain!.input });
    expect(added.allowEmailDomain.domains).toContain('*.example.org');
    const removed = await marisol.ok(disallowDomain!.document, { input: disallowDomain!.input });
    expect(removed.disallowEmailDomain.domains).not.toContain('*.example.org');
    const { auditEntries } = await marisol.ok(entries('{ what: "allowed-domain" }'));
    expect(auditEntries.edges.map(({ node }: { node: never }) => factsOf(node))).toEqual([
      { pattern: '*.example.org', reason },
      { pattern: '*.example.org', reason },
    ]);
  });
});

async function reasonOf(client: TestClient, document: string, variables = {}): Promise<unknown> {
  const { errors } = await client.run(document, variables);
  return (errors?.[0]?.extensions as { reason?: string } | undefined)?.reason;
}
