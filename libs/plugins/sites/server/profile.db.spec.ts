/** What members say of themselves, on a real hub. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const update = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { member {
  id displayName roleTitle professionalGroup skills interests pronouns bio modelTypes { code } sites { slug } } } }`;
const seen = `query ($id: ID!) { node(id: $id) { ... on Member { displayName interests pronouns bio modelTypes { code } } } }`;
const petra = 'member:network/petra-quillfeather';

let hub: TestHub;
let asPetra: TestClient;
let others: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  asPetra = await hub.as('petra-quillfeather');
  others = await hub.as('mei-lin-hazelgrove');
});
afterAll(() => hub?.close());

it('a member says who they are, and others read it', async () => {
  const input = {
    displayName: '  Petra  Quillfeather-Moss ',
    roleTitle: 'Lead pharmacist',
    professionalGroup: 'Pharmacy',
    skills: ['Medicines reviews', 'medicines reviews', ' '],
    interests: ['Care homes'],
    modelTypes: ['EHCH', 'MCP'],
    pronouns: 'she/her',
    bio: 'I work across 4 practices.',
  };

  const { member } = (await asPetra.ok(update, { input })).updateProfile;

  expect(member).toMatchObject({
    displayName: 'Petra Quillfeather-Moss',
    skills: ['medicines reviews'],
    interests: ['Care homes'],
    sites: [{ slug: 'northvale' }],
  });
  expect((await others.ok(seen, { id: petra })).node).toEqual({
    displayName: 'Petra Quillfeather-Moss',
    interests: ['Care homes'],
    pronouns: 'she/her',
    bio: 'I work across 4 practices.',
    modelTypes: [{ code: 'MCP' }, { code: 'EHCH' }],
  });
});

it('what is left out stays, and what is emptied goes', async () => {
  await asPetra.ok(update, { input: { pronouns: 'she/they', bio: 'Words.' } });

  const { member } = (await asPetra.ok(update, { input: { bio: '', interests: null } })).updateProfile;

  expect(member).toMatchObject({ pronouns: 'she/they', bio: null, interests: [], roleTitle: 'Lead pharmacist' });
});

it('a new name is found, and the old one is not', async () => {
  await asPetra.ok(update, { input: { displayName: 'Petra Larchmere' } });
  await hub.drain();

  const hits = async (text: string) =>
    (await others.ok('query ($text: String!) { search(text: $text) { totalCount } }', { text })).search.totalCount;
  expect(await hits('Larchmere')).toBe(1);
  expect(await hits('"Quillfeather-Moss"')).toBe(0);
});

it.each([
  ['a name of spaces', { displayName: '  ' }, 'input.displayName'],
  ['a professional group of their own', { professionalGroup: 'Wizardry' }, 'input.professionalGroup'],
  ['a care model that is none', { modelTypes: ['XYZ'] }, 'input.modelTypes'],
  ['a text that is too long', { bio: 'x'.repeat(1001) }, 'input.bio'],
])('refuses %s, naming the field', async (_what, input, path) => {
  const { errors } = await asPetra.run(update, { input });

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
});

it('nobody gives themselves a role by way of their profile (Z11)', async () => {
  const code = await asPetra.codeOf(update, { input: { networkRoles: ['ADMINISTRATOR'] } });

  expect(code).toBe('BAD_USER_INPUT');
  expect(
    await hub.sql(`SELECT 1 FROM core.account WHERE ref = $1 AND 'role:administrator' = ANY(keys)`, [petra]),
  ).toEqual([]);
});

it('signed out there is no profile to change', async () => {
  expect(await hub.anonymous.codeOf(update, { input: { bio: 'x' } })).toBe('UNAUTHENTICATED');
});

it('each change is in the audit log, without what was written', async () => {
  await asPetra.ok(update, { input: { bio: 'Only for members' } });

  const [entry] = await hub.sql<{ facts: unknown }>(
    `SELECT facts FROM core.audit_entry WHERE action = 'profile.changed' ORDER BY number DESC LIMIT 1`,
  );
  expect(entry?.facts).toEqual({ changed: ['bio'] });
});

it('a site tells who belongs to it in which role, its leads first, and what the viewer is there', async () => {
  const question = `{ site(slug: "northvale") { viewerRole viewerCanLead viewerCanEdit viewerCanPublish
    team(first: 2) { totalCount edges { role node { id } } pageInfo { hasNextPage } } } }`;

  const { site } = await asPetra.ok(question);
  const elsewhere = (await others.ok(question)).site;
  const signedOut = (await hub.anonymous.ok(question)).site;

  expect(site).toMatchObject({
    viewerRole: 'ENGINE_ROOM',
    viewerCanLead: false,
    viewerCanEdit: true,
    viewerCanPublish: true,
  });
  expect(site.team).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  expect(site.team.edges[0]).toEqual({ role: 'LEAD', node: { id: 'member:network/anjali-thornapple' } });
  expect(elsewhere).toMatchObject({ viewerRole: null, viewerCanLead: false, viewerCanEdit: false });
  expect(signedOut).toMatchObject({ viewerRole: null, team: { totalCount: 0, edges: [] } });
});
