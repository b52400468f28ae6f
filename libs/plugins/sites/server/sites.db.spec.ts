/** Sites and members as the API shows them. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
});
afterAll(() => hub?.close());

describe('sites', () => {
  it('are public, all 14 of them, in the order of their names', async () => {
    const { sites } = await hub.anonymous.ok('{ sites(first: 100) { totalCount edges { node { id slug name } } } }');

    const names = sites.edges.map(({ node }: { node: { name: string } }) => node.name);
    expect(sites.totalCount).toBe(14);
    expect(names).toEqual([...names].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase(), 'en')));
    expect(sites.edges[0].node).toEqual({ id: 'site:network/ashenholt', slug: 'ashenholt', name: 'Ashenholt' });
  });

  it('come in pages that neither repeat nor leave out any', async () => {
    const page =
      'query ($after: String) { sites(first: 5, after: $after) { edges { node { slug } } pageInfo { hasNextPage endCursor } } }';
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { sites } = await hub.anonymous.ok(page, { after });
      seen.push(...sites.edges.map(({ node }: { node: { slug: string } }) => node.slug));
      ({ endCursor: after, hasNextPage: more } = sites.pageInfo);
    }

    expect(seen).toHaveLength(14);
    expect(new Set(seen).size).toBe(14);
  });

  it('are narrowed by care model, by region and by text', async () => {
    const count = async (filter: object) => {
      const query = 'query ($filter: SiteFilter) { sites(filter: $filter) { totalCount } }';
      return (await hub.anonymous.ok(query, { filter })).sites.totalCount;
    };

    expect(await count({ modelTypes: ['MCP'] })).toBe(4);
    expect(await count({ modelTypes: ['MCP', 'ACC'] })).toBe(6);
    expect(await count({ modelTypes: ['XYZ'] })).toBe(0);
    expect(await count({ region: 'North' })).toBe(0);
    expect(await count({ text: 'NORTHV' })).toBe(1);
    expect(await count({ text: 'Canalside' })).toBe(1);
    expect(await count({ text: '%' })).toBe(0);
    expect(await count({ text: 'north', modelTypes: ['ACC'] })).toBe(0);
  });

  it('show their facts, with the basis of every figure', async () => {
    const { site } = await hub.anonymous.ok(`{ site(slug: "northvale") {
      id name region tagline joinedOn illustrative localities populationSegments modelTypes { code }
      population { value basis } leadOrganisation { name kind } partners { name kind }
      contextFactors { key name kind question present note } priorHistory { initiative year note }
      engineRoom { key name covered note }
    } }`);

    expect(site).toMatchObject({
      id: 'site:network/northvale',
      name: 'Northvale',
      region: null,
      tagline: 'Care near home across four market towns',
      joinedOn: '2016-01',
      illustrative: true,
      modelTypes: [{ code: 'MCP' }],
      population: { value: 168000, basis: 'registered patients' },
      leadOrganisation: { name: 'Northvale GP Federation', kind: 'GP organisation, federation or alliance' },
      localities: ['Upper Vale', 'Lower Vale', 'Millgate', 'Canalside'],
      priorHistory: [{ initiative: "Prime Minister's challenge fund", year: 2013 }],
    });
    expect(site.partners).toHaveLength(4);
    expect(site.partners[0].name).toBe('Northvale Clinical Commissioning Group');
    expect(site.contextFactors.map(({ present }: { present: string }) => present)).toEqual([
      'YES',
      'YES',
      'PARTLY',
      'YES',
    ]);
    expect(site.engineRoom).toHaveLength(5);
    expect(site.populationSegments[0]).toBe('People with long-term conditions');
  });

  it('answer null for a site that does not exist', async () => {
    expect(await hub.anonymous.ok('{ site(slug: "atlantis") { id } }')).toEqual({ site: null });
    expect(await hub.anonymous.ok('{ node(id: "site:network/atlantis") { id } }')).toEqual({ node: null });
  });

  it('are served by node', async () => {
    const { node } = await hub.anonymous.ok('{ node(id: "site:network/northvale") { id ... on Site { name } } }');

    expect(node).toEqual({ id: 'site:network/northvale', name: 'Northvale' });
  });

  it('are counted by care model, vanguards of the history never among them', async () => {
    const { modelTypes } = await hub.anonymous.ok('{ modelTypes { code siteCount } }');

    const counts = modelTypes.map(({ code, siteCount }: { code: string; siteCount: number }) => [code, siteCount]);
    expect(Object.fromEntries(counts)).toEqual({ MCP: 4, PACS: 3, EHCH: 3, UEC: 2, ACC: 2 });
  });

  it('take one statement for a page of them, whatever its size', async () => {
    const query = (first: number) =>
      `{ sites(first: ${first}) { edges { node { name modelTypes { code } members { totalCount } } } } }`;

    expect(await hub.countReads(() => hub.anonymous.ok(query(2)))).toBe(1);
    expect(await hub.countReads(() => hub.anonymous.ok(query(14)))).toBe(1);
  });
});

describe('members', () => {
  const people = '{ site(slug: "northvale") { members { totalCount edges { node { displayName } } } } }';

  it('are seen by anyone signed in', async () => {
    const { site } = await anjali.ok(people);

    expect(site.members.totalCount).toBe(5);
    expect(site.members.edges.map(({ node }: { node: { displayName: string } }) => node.displayName)).toContain(
      'Leonie Fernmoss',
    );
  });

  it('are not seen by anyone signed out: not in lists, not in counts, not by id', async () => {
    const { site } = await hub.anonymous.ok(people);
    const { node } = await hub.anonymous.ok('{ node(id: "member:network/leonie-fernmoss") { id } }');

    expect(site.members).toEqual({ totalCount: 0, edges: [] });
    expect(node).toBeNull();
  });

  it('show what they do and offer, and where', async () => {
    const { node } = await anjali.ok(`{ node(id: "member:network/kwame-larkrise") { ... on Member {
      displayName roleTitle professionalGroup skills bio illustrative sites { slug }
    } } }`);

    expect(node).toEqual({
      displayName: 'Dr Kwame Larkrise',
      roleTitle: 'Respiratory consultant',
      professionalGroup: 'Hospital medicine',
      skills: ['Respiratory medicine', 'Joint clinics', 'Advice lines'],
      bio: 'Hospital consultant who spends one day a week in Canalside practices.',
      illustrative: true,
      sites: [{ slug: 'northvale' }],
    });
  });

  it('include the viewer, who is null when signed out', async () => {
    expect(await hub.anonymous.ok('{ viewer { id } }')).toEqual({ viewer: null });
    expect(await anjali.ok('{ viewer { id displayName sites { slug } } }')).toEqual({
      viewer: {
        id: 'member:network/anjali-thornapple',
        displayName: 'Dr Anjali Thornapple',
        sites: [{ slug: 'northvale' }],
      },
    });
  });

  it('hold the keys of their site, and one of them the roles of the network', async () => {
    const [row] = await hub.sql<{ keys: string[] }>(
      `SELECT keys FROM core.account WHERE ref = 'member:network/anjali-thornapple'`,
    );
    const withRoles = await hub.sql<{ ref: string }>(
      `SELECT ref FROM core.account WHERE keys @> ARRAY['role:facilitator', 'role:administrator'] ORDER BY ref`,
    );

    expect(row?.keys).toEqual(expect.arrayContaining(['site:network/northvale', 'edits:site:network/northvale']));
    expect(withRoles).toEqual([{ ref: 'member:network/marisol-greywether' }]);
  });

  it('show every role of a site: two of them visit another than their own, and stay able at home', async () => {
    const rows = await hub.sql<{ role: string; member: string }>(
      `SELECT role, min(member_ref) AS member FROM sites.membership GROUP BY role HAVING count(*) > 0 ORDER BY role`,
    );
    const [brenda] = await hub.sql<{ keys: string[] }>(
      `SELECT keys FROM core.account WHERE ref = 'member:network/brenda-hollyhock'`,
    );

    expect(rows.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['LEAD', 'ENGINE_ROOM', 'EVALUATOR', 'PATIENT_REPRESENTATIVE', 'GUEST']),
    );
    expect(brenda?.keys).toContain('edits:site:network/westhaven');
    expect(brenda?.keys).toContain('site:network/elderbrook');
    expect(brenda?.keys).not.toContain('edits:site:network/elderbrook');
  });

  it('can be signed in as, the 34 invented ones, each with role and site', async () => {
    const response = await fetch(`${hub.address}/auth/demo`);
    const members = (await response.json()) as { slug: string; name: string; role: string; site: string }[];

    expect(members).toHaveLength(34);
    expect(members).toContainEqual({
      slug: 'anjali-thornapple',
      name: 'Dr Anjali Thornapple',
      role: 'GP lead, respiratory',
      site: 'northvale',
      siteName: 'Northvale',
    });
  });
});
