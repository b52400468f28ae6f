/** Invitations, from the letter to the membership, and everything that must not open a site. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { audited, giveAddress, signInByCode, tokenTo } from './testing/people';

const invite = `mutation ($input: InviteToSiteInput!) { inviteToSite(input: $input) {
  invitation { id email role state site { id } invitedBy { displayName } } } }`;
const accept = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { site { id viewerRole } landing } }`;
const resend = `mutation ($input: ResendInvitationInput!) { resendInvitation(input: $input) { invitation { id state } } }`;
const revoke = `mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { invitation { id state } } }`;
const opened = `query ($token: String!) { openedInvitation(token: $token) { siteName role invitedByName sentTo } }`;
const listed = `{ site(slug: "northvale") { invitations(first: 50) { totalCount edges { node { id email state acceptedBy { id } } } } } }`;

let hub: TestHub;
let lead: TestClient;
let guestOf: number;

beforeAll(async () => {
  hub = await createTestHub();
  lead = await hub.as('anjali-thornapple');
  guestOf = 0;
});
afterAll(() => hub?.close());

interface Invited {
  readonly id: string;
  readonly email: string;
  readonly token: string;
}

async function invited(more: Record<string, unknown> = {}): Promise<Invited> {
  guestOf += 1;
  const email = `invited-${guestOf}@elsewhere.example`;
  const { inviteToSite } = await lead.ok(invite, { input: { site: 'northvale', email, role: 'MEMBER', ...more } });
  return { id: inviteToSite.invitation.id, email, token: await tokenTo(hub, email) };
}

const signIn = async (email: string) => (await signInByCode(hub, email)) as TestClient;
const answerTo = async (client: TestClient, token: string) => {
  const { data, errors } = await client.run(accept, { input: { token } });
  return JSON.stringify({ data, errors });
};

describe('somebody with an address that the hub would not take', () => {
  it('gets a letter, may sign in because of it, and lands where it was sent from', async () => {
    const { email, token } = await invited({ landing: '/interventions/falls-huddle', role: 'EVALUATOR' });
    const person = await signIn(email);

    const { acceptInvitation } = await person.ok(accept, { input: { token } });

    expect(acceptInvitation).toEqual({
      site: { id: 'site:network/northvale', viewerRole: 'EVALUATOR' },
      landing: '/interventions/falls-huddle',
    });
  });

  it('could not sign in without it, nor after it was taken back', async () => {
    expect(await signInByCode(hub, 'stranger@elsewhere.example')).toBeNull();
    const { id, email } = await invited();
    await lead.ok(revoke, { input: { invitation: id } });

    expect(await signInByCode(hub, email)).toBeNull();
  });

  it('reads who invites them to what, before they sign in', async () => {
    const { token } = await invited();

    expect((await hub.anonymous.ok(opened, { token })).openedInvitation).toEqual({
      siteName: 'Northvale',
      role: 'MEMBER',
      invitedByName: 'Dr Anjali Thornapple',
      sentTo: 'i…@elsewhere.example',
    });
    expect((await hub.anonymous.ok(opened, { token: `${token}x` })).openedInvitation).toBeNull();
    expect((await lead.ok(opened, { token })).openedInvitation).toBeNull();
  });
});

describe('the same NOT_FOUND, byte for byte, comes of (S10)', () => {
  let nonsense: string;
  let person: TestClient;
  let email: string;

  beforeAll(async () => {
    ({ email } = await invited());
    person = await signIn(email);
    nonsense = await answerTo(person, 'A'.repeat(43));
    expect(nonsense).toContain('NOT_FOUND');
  });

  it('another account', async () => {
    const other = await invited();
    expect(await answerTo(person, other.token)).toBe(nonsense);
    expect(await answerTo(lead, other.token)).toBe(nonsense);
  });

  it('an expired one', async () => {
    await hub.sql(`UPDATE membership.invitation SET expires_at = now() WHERE email = $1`, [email]);
    expect(await answerTo(person, await tokenTo(hub, email))).toBe(nonsense);
    await hub.sql(`UPDATE membership.invitation SET expires_at = now() + interval '1 day' WHERE email = $1`, [email]);
  });

  it('one with a changed character', async () => {
    const token = await tokenTo(hub, email);
    const changed = `${token.slice(0, 20)}${token[20] === 'a' ? 'b' : 'a'}${token.slice(21)}`;
    expect(await answerTo(person, changed)).toBe(nonsense);
    expect(await answerTo(person, token.toLowerCase())).toBe(nonsense);
  });

  it('one whose sender no longer leads the site', async () => {
    await hub.sql(
      `UPDATE core.account SET keys = array_remove(keys, 'leads:site:network/northvale') WHERE ref LIKE '%/anjali-thornapple'`,
    );
    expect(await answerTo(person, await tokenTo(hub, email))).toBe(nonsense);
    await hub.sql(
      `UPDATE core.account SET keys = keys || 'leads:site:network/northvale'::text WHERE ref LIKE '%/anjali-thornapple'`,
    );
  });

  it('one that was sent anew under another link, and one that was taken back', async () => {
    const before = await tokenTo(hub, email);
    const { site } = await lead.ok(listed);
    const { id } = site.invitations.edges.find(({ node }: { node: { email: string } }) => node.email === email).node;
    await lead.ok(resend, { input: { invitation: id } });

    expect(await answerTo(person, before)).toBe(nonsense);
    await lead.ok(revoke, { input: { invitation: id } });
    expect(await answerTo(person, await tokenTo(hub, email))).toBe(nonsense);
  });

  it('one that was used', async () => {
    const used = await invited();
    const first = await signIn(used.email);
    await first.ok(accept, { input: { token: used.token } });

    expect(await answerTo(first, used.token)).toBe(nonsense);
  });
});

it('of 20 acceptances at once exactly one is accepted (S10)', async () => {
  const { email, token } = await invited();
  const person = await signIn(email);

  const answers = await Promise.all(Array.from({ length: 20 }, () => person.run(accept, { input: { token } })));

  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort();
  expect(codes).toEqual([...Array<string>(19).fill('NOT_FOUND'), 'ok']);
  expect(await person.codeOf(accept, { input: { token } })).toBe('RATE_LIMITED');
});

it('after 20 tries in an hour it has to wait, also when the link is right (S10)', async () => {
  const { email, token } = await invited();
  const person = await signIn(email);
  const codes: (string | null)[] = [];
  for (let at = 0; at < 20; at += 1) codes.push(await person.codeOf(accept, { input: { token: 'B'.repeat(43) } }));

  expect(new Set(codes)).toEqual(new Set(['NOT_FOUND']));
  expect(await person.codeOf(accept, { input: { token } })).toBe('RATE_LIMITED');
});

describe('only leads invite (S10):', () => {
  it.each([
    ['somebody else at the site', 'petra-quillfeather', 'FORBIDDEN'],
    ['the lead of another site', 'siobhan-wrenfield', 'FORBIDDEN'],
    ['the network team', 'marisol-greywether', 'FORBIDDEN'],
  ])('%s may not, whatever the role', async (_who, slug, code) => {
    const client = await hub.as(slug);
    const input = { site: 'northvale', email: 'x@elsewhere.example', role: 'LEAD' };

    expect(await client.codeOf(invite, { input })).toBe(code);
    expect(await client.codeOf(invite, { input: { ...input, role: 'GUEST' } })).toBe(code);
  });

  it('signed out nobody may', async () => {
    const input = { site: 'northvale', email: 'x@elsewhere.example', role: 'GUEST' };
    expect(await hub.anonymous.codeOf(invite, { input })).toBe('UNAUTHENTICATED');
  });

  it('nobody else sees, sends or takes back what a lead has sent: for them it does not exist (Z2)', async () => {
    const { id } = await invited();
    const missing = `${id.slice(0, -4)}0000`;

    for (const slug of ['petra-quillfeather', 'siobhan-wrenfield', 'marisol-greywether']) {
      const client = await hub.as(slug);
      const unseen = await client.run(revoke, { input: { invitation: id } });
      expect(unseen).toEqual(await client.run(revoke, { input: { invitation: missing } }));
      expect(unseen.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(await client.codeOf(resend, { input: { invitation: id } })).toBe('NOT_FOUND');
      expect((await client.ok(listed)).site.invitations).toEqual({ totalCount: 0, edges: [] });
      expect((await client.run(`{ node(id: "${id}") { __typename } }`)).data.node).toBeNull();
    }
    expect((await hub.anonymous.ok(listed)).site.invitations.totalCount).toBe(0);
  });
});

it('a lead sees what became of each, and an address has one open invitation at a time', async () => {
  const { id, email, token } = await invited();
  const again = { input: { site: 'northvale', email: email.toUpperCase(), role: 'LEAD' } };
  expect(await lead.codeOf(invite, again)).toBe('CONFLICT');
  const person = await signIn(email);
  await person.ok(accept, { input: { token } });

  const { site } = await lead.ok(listed);
  const mine = site.invitations.edges.find(({ node }: { node: { id: string } }) => node.id === id).node;
  expect(mine).toMatchObject({ email, state: 'ACCEPTED', acceptedBy: { id: expect.stringMatching(/^member:/) } });
  expect(await lead.codeOf(revoke, { input: { invitation: id } })).toBe('CONFLICT');
  expect(await lead.codeOf(resend, { input: { invitation: id } })).toBe('CONFLICT');
});

it('an expired one makes room for a new one', async () => {
  const { email } = await invited();
  await hub.sql('UPDATE membership.invitation SET expires_at = now() WHERE email = $1', [email]);

  const { inviteToSite } = await lead.ok(invite, { input: { site: 'northvale', email, role: 'GUEST' } });

  expect(inviteToSite.invitation.state).toBe('OPEN');
});

it('whoever belongs to the site already keeps their role', async () => {
  await giveAddress(hub, 'kwame-larkrise', 'kwame@elsewhere.example');
  await lead.ok(invite, { input: { site: 'northvale', email: 'kwame@elsewhere.example', role: 'GUEST' } });
  const kwame = await hub.as('kwame-larkrise');

  const { acceptInvitation } = await kwame.ok(accept, {
    input: { token: await tokenTo(hub, 'kwame@elsewhere.example') },
  });

  expect(acceptInvitation.site.viewerRole).toBe('ENGINE_ROOM');
});

it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'sites', '/sites\nx'])(
  'nobody is sent on to %j after accepting (S12)',
  async (landing) => {
    const input = { site: 'northvale', email: 'landing@elsewhere.example', role: 'GUEST', landing };
    expect(await lead.codeOf(invite, { input })).toBe('BAD_USER_INPUT');
  },
);

it('an address that is none is refused', async () => {
  const { errors } = await lead.run(invite, { input: { site: 'northvale', email: 'no address', role: 'GUEST' } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.email' }] });
});

it('the token stands in the letter and nowhere else: not in the tables, the audit log or the events (S10)', async () => {
  const { id, token } = await invited();
  const tables = await hub.sql<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await hub.sql(`SELECT 1 FROM ${name} t WHERE t::text LIKE '%' || $1 || '%'`, [token]);
    if (rows.length > 0) found.push(name);
  }

  expect(found).toEqual(['core.mail']);
  expect(token.length).toBeGreaterThanOrEqual(43);
  expect(await audited(hub, { invitation: id.split(':')[1] })).toEqual(['invitation.sent']);
  expect(await hub.sql(`SELECT 1 FROM core.audit_entry WHERE facts::text LIKE '%elsewhere.example%'`)).toEqual([]);
});

it('the inviter hears when it is accepted', async () => {
  const { email, token } = await invited();
  await (await signIn(email)).ok(accept, { input: { token } });
  await hub.drain();

  const { notifications } = await lead.ok('{ notifications(first: 1) { edges { node { reason subject { id } } } } }');
  expect(notifications.edges[0].node).toEqual({
    reason: 'New member accepted your invitation',
    subject: { id: 'site:network/northvale' },
  });
});

it('an invitation is gone with its address 30 days after it ended, taken or not, and not before (J5)', async () => {
  const [expired, revoked, open, taken] = [await invited(), await invited(), await invited(), await invited()];
  await (await signIn(taken.email)).ok(accept, { input: { token: taken.token } });
  await lead.ok(revoke, { input: { invitation: revoked.id } });
  const kept = async () =>
    (
      await hub.sql<{ email: string }>('SELECT email FROM membership.invitation WHERE email = ANY($1) ORDER BY email', [
        [expired, revoked, open, taken].map(({ email }) => email),
      ])
    ).map(({ email }) => email);
  const inDays = (days: number) => hub.runSchedules(new Date(Date.now() + days * 86_400_000));

  await inDays(29);
  expect(await kept()).toHaveLength(4);
  await inDays(31);
  expect(await kept()).toEqual([expired, open].map(({ email }) => email).sort());
  await inDays(38);
  expect(await kept()).toEqual([]);
  const { site } = await (await signIn(taken.email)).ok('{ site(slug: "northvale") { viewerRole } }');
  expect(site.viewerRole).not.toBeNull();
  expect(await audited(hub, { invitation: taken.id.split(':')[1] })).toEqual([
    'invitation.sent',
    'invitation.accepted',
  ]);
});
