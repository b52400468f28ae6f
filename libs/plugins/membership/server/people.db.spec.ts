/** The people of a site: roles given and taken, and that a site is never without a lead. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const setRole = `mutation ($input: ChangeSiteRoleInput!) { changeSiteRole(input: $input) {
  site { team(first: 50) { edges { role node { id } } } } member { id } } }`;
const remove = `mutation ($input: RemoveFromSiteInput!) { removeFromSite(input: $input) { member { sites { slug } } } }`;
const leave = `mutation ($input: LeaveSiteInput!) { leaveSite(input: $input) { site { viewerRole } } }`;

const northvale = 'site:network/northvale';
const ref = (slug: string) => `member:network/${slug}`;

let hub: TestHub;
let elsewhere: TestHub;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  elsewhere = await createTestHub({
    database: { url: hub.databaseUrl, drop: () => Promise.resolve() },
  });
  anjali = await hub.as('anjali-thornapple');
});
afterAll(async () => {
  await elsewhere?.close();
  await hub?.close();
});

const leadsOf = (site: string) =>
  hub.sql<{ member: string }>(
    `SELECT member_ref AS member FROM sites.membership WHERE site_ref = $1 AND role = 'LEAD' ORDER BY 1`,
    [site],
  );
const keysOf = async (slug: string) =>
  (await hub.sql<{ keys: string[] }>('SELECT keys FROM core.account WHERE ref = $1', [ref(slug)]))[0]?.keys ?? [];

describe('a lead', () => {
  it('makes somebody else a lead, who can then say who belongs to the site', async () => {
    const input = { site: 'northvale', member: ref('leonie-fernmoss'), role: 'LEAD' };
    const { changeSiteRole } = await anjali.ok(setRole, { input });

    expect(changeSiteRole.site.team.edges.slice(0, 2)).toEqual([
      { role: 'LEAD', node: { id: ref('anjali-thornapple') } },
      { role: 'LEAD', node: { id: ref('leonie-fernmoss') } },
    ]);
    const leonie = await hub.as('leonie-fernmoss');
    expect((await leonie.ok('{ site(slug: "northvale") { viewerCanLead } }')).site.viewerCanLead).toBe(true);
    await anjali.ok(setRole, { input: { ...input, role: 'ENGINE_ROOM' } });
  });

  it('gives a role and the keys change with it, at once', async () => {
    const petra = await hub.as('petra-quillfeather');
    const question = '{ site(slug: "northvale") { viewerRole viewerCanEdit viewerCanPublish } }';
    const give = (role: string) =>
      anjali.ok(setRole, { input: { site: 'northvale', member: ref('petra-quillfeather'), role } });

    await give('MEMBER');
    expect((await petra.ok(question)).site).toEqual({
      viewerRole: 'MEMBER',
      viewerCanEdit: true,
      viewerCanPublish: false,
    });
    await give('GUEST');
    expect((await petra.ok(question)).site).toEqual({
      viewerRole: 'GUEST',
      viewerCanEdit: false,
      viewerCanPublish: false,
    });
    expect(await keysOf('petra-quillfeather')).not.toContain('takes-part');
    await give('ENGINE_ROOM');
    expect(await keysOf('petra-quillfeather')).toEqual(
      expect.arrayContaining(['takes-part', `publishes:${northvale}`]),
    );
  });

  it('tells whoever it is about', async () => {
    await anjali.ok(setRole, { input: { site: 'northvale', member: ref('petra-quillfeather'), role: 'EVALUATOR' } });
    await hub.drain();
    const petra = await hub.as('petra-quillfeather');
    const { notifications } = await petra.ok('{ notifications(first: 1) { edges { node { reason } } } }');

    expect(notifications.edges[0].node.reason).toBe('Dr Anjali Thornapple changed your role at a site');
    await anjali.ok(setRole, { input: { site: 'northvale', member: ref('petra-quillfeather'), role: 'ENGINE_ROOM' } });
  });

  it('cannot give a role to somebody who does not belong to the site', async () => {
    const input = { site: 'northvale', member: ref('owain-saltmere'), role: 'LEAD' };
    expect(await anjali.codeOf(setRole, { input })).toBe('NOT_FOUND');
    expect(await anjali.codeOf(remove, { input: { site: 'northvale', member: ref('nobody') } })).toBe('NOT_FOUND');
  });

  it('is told by the hub whether they may leave, and whose role cannot be taken (Z13)', async () => {
    const ask =
      '{ site(slug: "northvale") { viewerCanLeave team(filter: { member: "%" }) { totalCount edges { isLastLead } } } }';
    const of = async (client: TestClient, slug: string) => (await client.ok(ask.replace('%', ref(slug)))).site;
    const leonie = await hub.as('leonie-fernmoss');
    const owain = await hub.as('owain-saltmere');

    expect(await of(anjali, 'anjali-thornapple')).toEqual({
      viewerCanLeave: false,
      team: { totalCount: 1, edges: [{ isLastLead: true }] },
    });
    expect(await of(leonie, 'leonie-fernmoss')).toMatchObject({
      viewerCanLeave: true,
      team: { edges: [{ isLastLead: false }] },
    });
    expect(await of(owain, 'owain-saltmere')).toMatchObject({ viewerCanLeave: false, team: { totalCount: 0 } });

    const step = { site: 'northvale', member: ref('leonie-fernmoss') };
    await anjali.ok(setRole, { input: { ...step, role: 'LEAD' } });
    expect(await of(anjali, 'leonie-fernmoss')).toMatchObject({
      viewerCanLeave: true,
      team: { edges: [{ isLastLead: false }] },
    });
    await anjali.ok(setRole, { input: { ...step, role: 'ENGINE_ROOM' } });
  });

  it('finds those of a site who write for it, and those who publish in its name', async () => {
    const names = async (filter: string) => {
      const { site } = await anjali.ok(
        `{ site(slug: "northvale") { team(filter: { ${filter} }) { edges { node { id } } } } }`,
      );
      return site.team.edges.map(({ node }: { node: { id: string } }) => node.id);
    };
    const give = (role: string) =>
      anjali.ok(setRole, { input: { site: 'northvale', member: ref('petra-quillfeather'), role } });

    await give('MEMBER');
    expect(await names('writes: true')).toContain(ref('petra-quillfeather'));
    expect(await names('publishes: true')).not.toContain(ref('petra-quillfeather'));
    await give('EVALUATOR');
    expect(await names('writes: true')).not.toContain(ref('petra-quillfeather'));
    expect(await names('writes: false')).toEqual([ref('petra-quillfeather')]);
    await give('ENGINE_ROOM');
    expect(await names('publishes: true')).toContain(ref('petra-quillfeather'));
  });

  it('leaves only when somebody else leads', async () => {
    const { errors } = await anjali.run(leave, { input: { site: 'northvale' } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ message: 'A site cannot be without a lead. Make somebody else its lead first' }],
    });
    const step = { site: 'northvale', member: ref('anjali-thornapple'), role: 'MEMBER' };
    expect(await anjali.codeOf(setRole, { input: step })).toBe('BAD_USER_INPUT');
  });
});

it('nobody but a lead says who belongs to a site', async () => {
  const input = { site: 'northvale', member: ref('kwame-larkrise') };
  for (const slug of ['petra-quillfeather', 'siobhan-wrenfield', 'marisol-greywether']) {
    const client = await hub.as(slug);
    expect(await client.codeOf(setRole, { input: { ...input, role: 'GUEST' } })).toBe('FORBIDDEN');
    expect(await client.codeOf(remove, { input })).toBe('FORBIDDEN');
  }
  const nowhere = { site: 'nowhere', member: ref('kwame-larkrise') };
  expect(await anjali.codeOf(remove, { input: nowhere })).toBe('NOT_FOUND');
});

it('whoever leaves by themselves belongs to it no more', async () => {
  const bernard = await hub.as('bernard-oakapple');
  await bernard.ok(leave, { input: { site: 'northvale' } });

  expect(await bernard.codeOf(leave, { input: { site: 'northvale' } })).toBe('NOT_FOUND');
  expect((await keysOf('bernard-oakapple')).filter((key) => key.includes(northvale))).toEqual([]);
});

it('a guest who leaves gains nothing by it', async () => {
  const input = { site: 'tollbridge', member: ref('callum-pennyroyal') };
  await (await hub.as('mei-lin-hazelgrove')).ok(setRole, { input: { ...input, role: 'GUEST' } });
  await (await hub.as('callum-pennyroyal')).ok(leave, { input: { site: 'tollbridge' } });

  expect(await keysOf('callum-pennyroyal')).not.toContain('takes-part');
});

it('whoever is removed hears nothing more of what is the site’s, on whatever instance they listen (Z6)', async () => {
  const { createIntervention } = await anjali.ok(
    `mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id slug } } }`,
    { input: { site: 'northvale', title: 'Only ours', summary: 'A draft', modelTypes: ['MCP'] } },
  );
  const about = createIntervention.intervention.id;
  const { startThread } = await anjali.ok(
    `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }`,
    { input: { title: 'About our draft', body: 'Between us.', modelTypes: ['MCP'], about } },
  );
  const thread = startThread.thread.id;
  const watch = `subscription ($id: ID!) { threadActivity(threadId: $id) { kind post { body } } }`;
  const [here, there] = await Promise.all([hub.as('kwame-larkrise'), elsewhere.as('kwame-larkrise')]);
  const streams = await Promise.all([here.live(watch, { id: thread }), there.live(watch, { id: thread })]);
  const reply = (body: string) =>
    anjali.ok(`mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }`, { input: { thread, body } });
  await reply('Before');
  await hub.drain();
  await Promise.all(streams.map((stream) => stream.next()));

  await anjali.ok(remove, { input: { site: 'northvale', member: ref('kwame-larkrise') } });
  for (let at = 0; at < 10; at += 1) await reply(`After ${at}`);
  await hub.drain();
  await new Promise((resolve) => setTimeout(resolve, 1500));

  for (const stream of streams) expect(JSON.stringify(stream.received)).not.toContain('After');
  for (const client of [here, there]) {
    expect((await client.ok(`{ thread(id: "${thread}") { id } }`)).thread).toBeNull();
    expect(
      (await client.ok(`{ intervention(slug: "${createIntervention.intervention.slug}") { id } }`)).intervention,
    ).toBeNull();
  }
  await Promise.all(streams.map((stream) => stream.stop()));
});

it('in 200 rounds of two leads who go at once, the site always keeps one (Z13)', async () => {
  const input = { site: 'harbourside' };
  const site = 'site:network/harbourside';
  const [ruth, idris] = await Promise.all([hub.as('ruth-cobblestane'), elsewhere.as('idris-fellgate')]);
  const me = { ruth: ref('ruth-cobblestane'), idris: ref('idris-fellgate') };
  const without: number[] = [];
  const outcomes = new Set<string>();
  const pairs = [
    () => [ruth.run(leave, { input }), idris.run(leave, { input })],
    () => [ruth.run(setRole, { input: { ...input, member: me.ruth, role: 'MEMBER' } }), idris.run(leave, { input })],
    () => [
      ruth.run(remove, { input: { ...input, member: me.idris } }),
      idris.run(remove, { input: { ...input, member: me.ruth } }),
    ],
  ];
  for (let round = 0; round < 200; round += 1) {
    await bothLead();
    const answers = await Promise.all(pairs[round % pairs.length]!());
    outcomes.add(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').join());
    if ((await leadsOf(site)).length === 0) without.push(round);
  }

  expect(without).toEqual([]);
  expect(outcomes).not.toContain('ok,ok');
  expect([...outcomes].join()).not.toMatch(/INTERNAL|SERVICE/);

  async function bothLead(): Promise<void> {
    await hub.sql(
      `INSERT INTO sites.membership (site_ref, member_ref, role, since) SELECT $1, m, 'LEAD', now() FROM unnest($2::text[]) AS m
       ON CONFLICT (site_ref, member_ref) DO UPDATE SET role = 'LEAD'`,
      [site, Object.values(me)],
    );
    await hub.sql(
      `UPDATE core.account SET keys = ARRAY(SELECT DISTINCT k FROM unnest(keys || ARRAY['leads:' || $1, $1]) AS k) WHERE ref = ANY($2::text[])`,
      [site, Object.values(me)],
    );
  }
});
