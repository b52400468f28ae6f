/** Breaking the glass: administrators see nothing private without it, and everybody concerned knows when they do. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let marisol: TestClient;
let anjali: TestClient;
let draft: string;

const reason = 'A patient asked what was planned';
const breakGlass = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) {
  glass { id isOpen until reason } entityId } }`;
const closeGlass = 'mutation ($input: CloseGlassInput!) { closeGlass(input: $input) { glass { id isOpen } } }';
const read = '{ node(id: "%") { ... on Intervention { id title viewerCanEdit } } }';

beforeAll(async () => {
  hub = await createTestHub();
  marisol = await hub.as('marisol-greywether');
  anjali = await hub.as('anjali-thornapple');
  await hub.sql(
    "INSERT INTO identity.address (member_ref, email, since) VALUES ('member:network/anjali-thornapple', 'anjali@northvale.nhs.uk', now())",
  );
  draft = await madeDraft('Canary draft of Northvale');
}, 120_000);
afterAll(() => hub?.close());

async function madeDraft(title: string): Promise<string> {
  const made = await anjali.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
    { input: { site: 'northvale', title, summary: 'A plan', modelTypes: ['MCP'] } },
  );
  return made.createIntervention.intervention.id;
}

async function startThread(about: string, title: string): Promise<string> {
  const started = await anjali.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    { input: { about, title, body: 'Words', modelTypes: ['MCP'] } },
  );
  return started.startThread.thread.id;
}

const seen = async (client: TestClient) => (await client.ok(read.replace('%', draft))).node;
const opens = (entity: string, why = reason) => ({ input: { entity, reason: why } });

it('without it, administrators and moderators can do nothing to what they may not see: it does not exist (Z5)', async () => {
  const [other] = await hub.sql<{ ref: string }>(
    "SELECT ref FROM core.account WHERE NOT 'site:network/northvale' = ANY(keys) AND NOT 'role:administrator' = ANY(keys) ORDER BY ref LIMIT 1",
  );
  await hub.sql("UPDATE core.account SET keys = keys || ARRAY['role:moderator', 'role:facilitator'] WHERE ref = $1", [
    other?.ref,
  ]);
  const moderator = await hub.as(other?.ref ?? '');
  for (const client of [marisol, moderator]) {
    expect(await seen(client)).toBeNull();
    const update =
      'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }';
    expect(await client.codeOf(update, { input: { id: draft, expectedRevision: 1, title: 'x' } })).toBe('NOT_FOUND');
    const hold = 'mutation ($input: HoldRecordInput!) { holdRecord(input: $input) { standing } }';
    expect(await client.codeOf(hold, { input: { record: draft, reason } })).toBe(
      client === marisol ? 'NOT_FOUND' : 'FORBIDDEN',
    );
  }
});

it('what is not there is NOT_FOUND, what is seen anyway needs no glass, and a reason is asked for', async () => {
  for (const missing of ['intervention:northvale/never-was', '/interventions/never-was', 'no such thing', 'post:0'])
    expect(await marisol.codeOf(breakGlass, opens(missing))).toBe('NOT_FOUND');
  const open = await marisol.run(breakGlass, opens('/sites/northvale'));
  expect(open.errors?.[0]?.extensions.fields).toEqual([
    { path: 'input.entity', message: 'You can see this already. There is no glass to break' },
  ]);
  expect(await marisol.codeOf(breakGlass, opens(draft, '  '))).toBe('BAD_USER_INPUT');
  expect(await seen(marisol)).toBeNull();
});

it('opens one thing for 30 minutes by the address of its page, to read and not to change (Z5)', async () => {
  const name = draft.split('/')[1];
  const { breakGlass: broken } = await marisol.ok(
    breakGlass,
    opens(`http://hub.example/interventions/${name}?from=mail`),
  );

  expect(broken).toMatchObject({ entityId: draft, glass: { isOpen: true, reason } });
  const minutes = (Date.parse(broken.glass.until) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(29);
  expect(minutes).toBeLessThanOrEqual(30);
  expect(await seen(marisol)).toMatchObject({ title: 'Canary draft of Northvale', viewerCanEdit: false });
});

it('is in the audit log with the keys and the reason, for administrators and for those who lead the site (Z5)', async () => {
  const ask = '(first: 1) { edges { node { action actor { displayName } subjectId facts { name value } } } } }';
  const asAdministrator = (await marisol.ok(`{ auditEntries${ask}`)).auditEntries.edges[0].node;
  const asLead = (await anjali.ok(`{ siteAudit(site: "northvale", ${ask.slice(1)}`)).siteAudit.edges[0].node;

  expect(asLead).toEqual(asAdministrator);
  expect(asLead).toMatchObject({
    ...{
      action: 'break-glass.opened',
      actor: { displayName: 'Marisol Greywether' },
      subjectId: 'site:network/northvale',
    },
    facts: expect.arrayContaining([
      { name: 'entity', value: draft },
      { name: 'keys', value: 'drafts:site:network/northvale' },
      { name: 'reason', value: reason },
    ]),
  });
});

it('tells the leads of the site, in the hub and by letter (Z5)', async () => {
  await hub.drain();
  const { notifications } = await anjali.ok('{ notifications(first: 1) { edges { node { reason subject { id } } } } }');
  const [letter] = await hub.letters('anjali@northvale.nhs.uk');

  expect(notifications.edges[0].node).toMatchObject({ subject: { id: draft } });
  expect(letter?.text).toContain(`Marisol Greywether opened "Canary draft of Northvale"`);
  expect(letter?.text).toContain(reason);
});

it('is not broken twice, and can be closed before its time by who broke it', async () => {
  expect(await marisol.codeOf(breakGlass, opens(draft))).toBe('BAD_USER_INPUT');
  const { brokenGlasses } = await marisol.ok(
    '{ brokenGlasses { edges { node { id isOpen viewerCanClose by { id } entity { id } } } } }',
  );
  const [glass] = brokenGlasses.edges;
  expect(glass.node).toMatchObject({ isOpen: true, viewerCanClose: true, entity: { id: draft } });
  expect(await anjali.codeOf(closeGlass, { input: { glass: glass.node.id } })).toBe('FORBIDDEN');

  expect((await marisol.ok(closeGlass, { input: { glass: glass.node.id } })).closeGlass.glass.isOpen).toBe(false);
  expect(await seen(marisol)).toBeNull();
  expect(await marisol.codeOf(closeGlass, { input: { glass: glass.node.id } })).toBe('NOT_FOUND');
  expect(await marisol.codeOf(closeGlass, { input: { glass: 'glass:00000000-0000-4000-8000-000000000000' } })).toBe(
    'NOT_FOUND',
  );
});

it('closes by itself', async () => {
  await marisol.ok(breakGlass, opens(draft));
  expect(await seen(marisol)).not.toBeNull();
  await hub.sql("UPDATE core.lent_key SET until = now() - interval '1 second'");

  expect(await seen(marisol)).toBeNull();
});

it('closes when whoever broke it stops being an administrator', async () => {
  const setRoles = 'mutation ($input: SetNetworkRolesInput!) { setNetworkRoles(input: $input) { member { id } } }';
  const of = (member: string, roles: string[]) => ({ input: { member: `member:network/${member}`, roles, reason } });
  const other = await hub.as('siobhan-wrenfield');
  await marisol.ok(setRoles, of('siobhan-wrenfield', ['ADMINISTRATOR']));
  await other.ok(breakGlass, opens(draft));
  expect(await seen(other)).not.toBeNull();

  await marisol.ok(setRoles, of('siobhan-wrenfield', []));
  expect(await seen(other)).toBeNull();
  expect(await hub.sql('SELECT 1 FROM administration.broken_glass WHERE until > now()')).toHaveLength(1);
});

it('opens nothing else of the site, however alike: not in pages, lists, counts or search (Z5)', async () => {
  const [opened, shut] = [await madeDraft('Canary draft to open'), await madeDraft('Canary draft that stays shut')];
  const about = await startThread(shut, 'About the shut draft');
  await hub.drain();
  await marisol.ok(breakGlass, opens(opened));
  const sees = async (id: string) => (await marisol.ok(`{ node(id: "${id}") { id } }`)).node !== null;

  expect([await sees(opened), await sees(shut), await sees(about)]).toEqual([true, false, false]);
  const { interventions } = await marisol.ok(
    '{ interventions(first: 100) { totalCount edges { node { id title } } } }',
  );
  const shown = interventions.edges.map(({ node }: { node: { title: string } }) => node.title);
  expect(shown).not.toContain('Canary draft that stays shut');
  expect(interventions.totalCount).toBe(shown.length);
  expect(await marisol.codeOf(breakGlass, opens(opened))).toBe('BAD_USER_INPUT');
});

it('opens with a thing what lies within it, and what it lies within, but nothing beside it (Z5)', async () => {
  const [about, beside] = [await madeDraft('Canary subject'), await madeDraft('Canary beside')];
  const [first, second] = [await startThread(about, 'First on it'), await startThread(about, 'Second on it')];
  const sees = async () =>
    Promise.all(
      [about, beside, first, second].map(
        async (id) => (await marisol.ok(`{ node(id: "${id}") { id } }`)).node !== null,
      ),
    );

  const { breakGlass: broken } = await marisol.ok(breakGlass, opens(first));
  expect(await sees()).toEqual([true, false, true, false]);
  const { node } = await marisol.ok(`{ node(id: "${first}") { ... on Thread { posts { edges { node { body } } } } } }`);
  expect(node.posts.edges).toHaveLength(1);
  await marisol.ok(closeGlass, { input: { glass: broken.glass.id } });
  expect(await sees()).toEqual([false, false, false, false]);

  const whole = await marisol.ok(breakGlass, opens(about));
  expect(await sees()).toEqual([true, false, true, true]);
  await marisol.ok(closeGlass, { input: { glass: whole.breakGlass.glass.id } });
});
