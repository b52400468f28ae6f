/** Interventions as the API shows them: lists, counts, versions, and what each viewer gets. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { sectionItems } from '@hub/plugins/interventions/contract';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
/** Those of the demonstration that came out of no adaptation. */
const loaded = 24;

beforeAll(async () => {
  hub = await createTestHub({ only: ['interventions'] });
  anjali = await hub.as('anjali-thornapple');
  callum = await hub.as('callum-pennyroyal');
});
afterAll(() => hub?.close());

const list = `query ($filter: InterventionFilter, $orderBy: InterventionOrder, $first: Int, $after: String) {
  interventions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount edges { cursor node { slug title status } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
  }
}`;
const slugs = (connection: { edges: { node: { slug: string } }[] }) => connection.edges.map(({ node }) => node.slug);
const count = async (client: TestClient, filter: object) =>
  (await client.ok(list, { filter })).interventions.totalCount;

async function draft(client: TestClient, site: string, title: string) {
  const input = { site, title, summary: 'For this test', modelTypes: ['MCP'] };
  const document =
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id slug } } }';
  return (await client.ok(document, { input })).createIntervention.intervention;
}
async function publish(client: TestClient, id: string) {
  const sections = sectionItems.map(({ key }) => ({ key, body: 'Text' }));
  await client.ok(
    'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
    {
      input: { id, expectedRevision: 1, sections, visibility: 'PUBLIC' },
    },
  );
  await client.ok(
    'mutation ($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { id } } }',
    {
      input: { id, expectedRevision: 2 },
    },
  );
}

describe('the demonstration interventions', () => {
  it('are public, all that came out of no adaptation, and one of them is withdrawn', async () => {
    const { interventions } = await hub.anonymous.ok(list, { first: 100 });

    expect(interventions.totalCount).toBe(loaded);
    expect(new Set(interventions.edges.map(({ node }: { node: { status: string } }) => node.status))).toEqual(
      new Set(['PUBLISHED', 'WITHDRAWN']),
    );
    expect(slugs(interventions)).not.toContain('cough-care-pathway');
  });

  it('are whole: facts, sections by the notes of the file, and the first contact as publisher', async () => {
    const { intervention } = await anjali.ok(`{ intervention(slug: "breathlessness-clinic") {
      id slug title summary status visibility maturity site { slug } modelTypes { code } illustrative
      problem population outcomesMeasured lessons enablers contacts { displayName } startedOn stoppedOn
      currentVersion { number publishedAt publishedBy { id } sections { key heading body } }
    } }`);

    expect(intervention).toMatchObject({
      id: 'intervention:tollbridge/breathlessness-clinic',
      title: 'One-stop breathlessness clinic',
      status: 'PUBLISHED',
      visibility: 'PUBLIC',
      maturity: 'RUNNING',
      site: { slug: 'tollbridge' },
      modelTypes: [{ code: 'MCP' }],
      illustrative: true,
      lessons: [1, 6, 10],
      enablers: [1, 2],
      startedOn: '2015-09',
      stoppedOn: null,
      currentVersion: {
        number: 1,
        publishedAt: '2015-09-01T09:00:00.000Z',
        publishedBy: { id: 'member:network/mei-lin-hazelgrove' },
      },
    });
    expect(intervention.outcomesMeasured).toHaveLength(4);
    expect(intervention.contacts).toHaveLength(2);
    expect(intervention.currentVersion.sections.map(({ key }: { key: string }) => key)).toEqual([
      ...['why', 'procedures', 'who_provides', 'how', 'where', 'when_how_much', 'tailoring'],
    ]);
    expect(intervention.currentVersion.sections[1]).toMatchObject({
      heading: 'What to do',
      body: expect.stringMatching(/^Blood test and ECG/),
    });
  });
});

describe('a list of interventions', () => {
  it('is in the order of publication, the latest first', async () => {
    const { interventions } = await hub.anonymous.ok(list, { first: 3 });
    const dates = await hub.sql<{ name: string }>(
      "SELECT name FROM interventions.intervention WHERE status = 'PUBLISHED' ORDER BY published_at DESC, ref DESC LIMIT 3",
    );

    expect(slugs(interventions)).toEqual(dates.map(({ name }) => name));
  });

  it('is in the order of titles when asked', async () => {
    const { interventions } = await hub.anonymous.ok(list, { orderBy: 'TITLE', first: 100 });

    const titles = interventions.edges.map(({ node }: { node: { title: string } }) => node.title.toLowerCase());
    expect(titles[0]).toMatch(/^a/);
    expect(titles).toHaveLength(loaded);
  });

  it.each(['RECENTLY_PUBLISHED', 'TITLE'])(
    'comes in pages that neither repeat nor leave out any, ordered by %s',
    async (orderBy) => {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { interventions } = await hub.anonymous.ok(list, { orderBy, first: 7, after });
        seen.push(...slugs(interventions));
        ({ endCursor: after, hasNextPage: more } = interventions.pageInfo);
      }

      expect(seen).toEqual(slugs((await hub.anonymous.ok(list, { orderBy, first: 100 })).interventions));
      expect(new Set(seen).size).toBe(loaded);
    },
  );

  it('answers no edges for a page of none, and refuses pages out of range', async () => {
    const { interventions } = await hub.anonymous.ok(list, { first: 0 });

    expect(interventions).toMatchObject({ totalCount: loaded, edges: [] });
    expect(await hub.anonymous.codeOf(list, { first: -1 })).toBe('BAD_USER_INPUT');
    expect(await hub.anonymous.codeOf(list, { first: 101 })).toBe('BAD_USER_INPUT');
  });

  it('refuses a cursor of another list, of another order, and what is no cursor', async () => {
    const { interventions } = await hub.anonymous.ok(list, { first: 1 });
    const { sites } = await hub.anonymous.ok('{ sites(first: 1) { edges { cursor } } }');

    expect(await hub.anonymous.codeOf(list, { after: sites.edges[0].cursor })).toBe('BAD_USER_INPUT');
    expect(await hub.anonymous.codeOf(list, { after: interventions.edges[0].cursor, orderBy: 'TITLE' })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await hub.anonymous.codeOf(list, { after: 'nonsense' })).toBe('BAD_USER_INPUT');
  });

  it('is narrowed by care model, site, maturity, status and text, and by all of them together', async () => {
    expect(await count(hub.anonymous, { modelTypes: ['EHCH'] })).toBe(6);
    expect(await count(hub.anonymous, { modelTypes: ['XYZ'] })).toBe(0);
    expect(await count(hub.anonymous, { sites: ['tollbridge', 'fenmarsh'] })).toBe(5);
    expect(await count(hub.anonymous, { maturity: ['STOPPED'] })).toBe(1);
    expect(await count(hub.anonymous, { maturity: ['STOPPED', 'IDEA'] })).toBe(3);
    expect(await count(hub.anonymous, { status: ['DRAFT'] })).toBe(0);
    expect(await count(hub.anonymous, { text: 'BREATHLESS' })).toBe(1);
    expect(await count(hub.anonymous, { text: '100%' })).toBe(0);
    expect(
      await count(hub.anonymous, {
        text: 'breathless',
        sites: ['tollbridge'],
        modelTypes: ['MCP'],
        maturity: ['RUNNING'],
      }),
    ).toBe(1);
    expect(await count(hub.anonymous, { text: 'breathless', sites: ['fenmarsh'] })).toBe(0);
  });

  it('takes one statement, whatever the size of its page', async () => {
    const query = (first: number) => `{ interventions(first: ${first}) { totalCount edges { node {
      title site { name } modelTypes { code } currentVersion { number sections { heading } } versions { totalCount }
    } } } }`;

    expect(await hub.countReads(() => hub.anonymous.ok(query(2)))).toBe(1);
    expect(await hub.countReads(() => hub.anonymous.ok(query(24)))).toBe(1);
  });
});

describe('a draft', () => {
  it('is in the lists and counts of its editors only, after everything published', async () => {
    const { slug } = await draft(anjali, 'northvale', 'Only ours');
    const everything = async (client: TestClient) => (await client.ok(list, { first: 100 })).interventions;
    const ofSite =
      '{ site(slug: "northvale") { interventions(first: 100) { totalCount edges { node { slug } } } } modelType(code: "MCP") { interventionCount } }';
    const [ours, theirs, nobodys] = [await anjali.ok(ofSite), await callum.ok(ofSite), await hub.anonymous.ok(ofSite)];

    expect(slugs(await everything(anjali)).at(-1)).toBe(slug);
    expect(slugs(await everything(callum))).not.toContain(slug);
    expect(slugs(ours.site.interventions)).toContain(slug);
    expect(slugs(theirs.site.interventions)).not.toContain(slug);
    expect(ours.site.interventions.totalCount - theirs.site.interventions.totalCount).toBe(1);
    expect(ours.modelType.interventionCount - theirs.modelType.interventionCount).toBe(1);
    expect(theirs).toEqual(nobodys);
  });

  it('does not exist for others: not by slug, not by id', async () => {
    const { id, slug } = await draft(anjali, 'northvale', 'Nobody else sees this');
    const both = 'query ($id: ID!, $slug: String!) { node(id: $id) { id } intervention(slug: $slug) { id } }';

    expect(await callum.ok(both, { id, slug })).toEqual({ node: null, intervention: null });
    expect(await hub.anonymous.ok(both, { id, slug })).toEqual({ node: null, intervention: null });
    expect((await anjali.ok(both, { id, slug })).intervention).toEqual({ id });
  });

  it('comes first among the recently published once it is', async () => {
    const { id, slug } = await draft(callum, 'tollbridge', 'Fresh from the press');
    await publish(callum, id);

    expect(slugs((await hub.anonymous.ok(list, { first: 1 })).interventions)).toEqual([slug]);
  });
});

describe('versions', () => {
  const versions = `query ($slug: String!) { intervention(slug: $slug) {
    draft { key } viewerCanEdit version(number: 1) { number } missing: version(number: 9) { number }
    versions { totalCount edges { node { id number publishedBy { displayName } intervention { slug } } } }
  } }`;

  it('are seen by whoever sees the intervention, who published them by members only', async () => {
    const signedOut = (await hub.anonymous.ok(versions, { slug: 'breathlessness-clinic' })).intervention;
    const member = (await anjali.ok(versions, { slug: 'breathlessness-clinic' })).intervention;

    expect(signedOut).toMatchObject({ draft: null, viewerCanEdit: false, version: { number: 1 }, missing: null });
    expect(signedOut.versions).toMatchObject({
      totalCount: 1,
      edges: [{ node: { number: 1, publishedBy: null, intervention: { slug: 'breathlessness-clinic' } } }],
    });
    expect(member.versions.edges[0].node.publishedBy.displayName).toBe('Dr Mei-Lin Hazelgrove');
  });

  it('are not seen by who may not see the intervention', async () => {
    const { id } = await draft(anjali, 'northvale', 'Soon only ours again');
    await publish(anjali, id);
    const { node } = await anjali.ok(
      'query ($id: ID!) { node(id: $id) { ... on Intervention { currentVersion { id } } } }',
      { id },
    );
    await anjali.ok(
      'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
      {
        input: { id, expectedRevision: 3, visibility: 'SITE' },
      },
    );
    const byId = 'query ($id: ID!) { node(id: $id) { id } }';

    expect(await callum.ok(byId, { id: node.currentVersion.id })).toEqual({ node: null });
    expect((await anjali.ok(byId, { id: node.currentVersion.id })).node).toEqual({ id: node.currentVersion.id });
  });
});

describe('counts of a care model', () => {
  it('are those of its list, for whoever asks', async () => {
    const { modelTypes } = await hub.anonymous.ok('{ modelTypes { code interventionCount } }');

    for (const { code, interventionCount } of modelTypes) {
      expect([code, interventionCount]).toEqual([code, await count(hub.anonymous, { modelTypes: [code] })]);
    }
  });
});
