/** The programme's history: present in every hub, never mixed with its sites. */
import { createTestHub, type TestHub } from '@hub/testing';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({ only: ['sites'], demonstration: false });
});
afterAll(() => hub?.close());

const list =
  'query ($filter: VanguardFilter, $first: Int, $after: String) { vanguards(filter: $filter, first: $first, after: $after) { totalCount edges { cursor node { slug listNumber } } } }';

describe('the history of the programme', () => {
  it('holds the 50 vanguards in the order of the list, for anyone, without the demonstration network', async () => {
    const { vanguards } = await hub.anonymous.ok(list, { first: 100 });

    expect(vanguards.totalCount).toBe(50);
    expect(vanguards.edges.map(({ node }: { node: { listNumber: number } }) => node.listNumber)).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 1),
    );
  });

  it('is never counted among the sites of the hub', async () => {
    const answer = await hub.anonymous.ok('{ sites { totalCount } modelTypes { siteCount } }');

    expect(answer.sites.totalCount).toBe(0);
    expect(answer.modelTypes.every(({ siteCount }: { siteCount: number }) => siteCount === 0)).toBe(true);
  });

  it('is read on from a cursor', async () => {
    const { vanguards: first } = await hub.anonymous.ok(list, { first: 3 });
    const { vanguards: next } = await hub.anonymous.ok(list, { first: 1, after: first.edges[2].cursor });

    expect(next.edges[0].node.listNumber).toBe(4);
  });

  it('is narrowed by care model and by text, other names and places included', async () => {
    const count = async (filter: object) => (await hub.anonymous.ok(list, { filter })).vanguards.totalCount;

    expect(await count({ modelTypes: ['PACS'] })).toBe(9);
    expect(await count({ modelTypes: ['MCP'] })).toBe(14);
    expect(await count({ text: 'healthy wirral' })).toBe(1);
    expect(await count({ text: 'Fylde', modelTypes: ['MCP'] })).toBe(1);
    expect(await count({ text: 'Atlantis' })).toBe(0);
  });

  it('shows what is known with its sources, and null for what was not found', async () => {
    const { vanguard } = await hub.anonymous.ok(`{ vanguard(slug: "wirral-partners") {
      id name listNumber alternativeNames region places leadOrganisations partnerOrganisations modelType { code }
      population { value } knownInterventions { name note source { citation url } } evaluations { summary } notes sources { kind citation }
    } }`);

    expect(vanguard).toMatchObject({
      id: 'vanguard:history/wirral-partners',
      name: 'Wirral Partners',
      modelType: { code: 'PACS' },
      region: 'North',
      leadOrganisations: null,
      population: null,
      evaluations: [],
      notes: [],
    });
    expect(vanguard.partnerOrganisations).toHaveLength(9);
    expect(vanguard.knownInterventions[0].source.citation).toContain('NHS England');
    expect(vanguard.sources).toHaveLength(1);
  });

  it('shows every population with its basis and source', async () => {
    const { vanguards } = await hub.anonymous.ok(
      '{ vanguards(first: 100) { edges { node { slug population { value basis approximate source { citation } } } } } }',
    );

    const known = vanguards.edges.flatMap(({ node }: { node: { population: object | null } }) => node.population ?? []);
    expect(known).toHaveLength(28);
    expect(known.every(({ basis, source }: { basis: string; source: object }) => basis && source)).toBe(true);
  });

  it('is served by node, and null for what is not in it', async () => {
    const { node } = await hub.anonymous.ok('{ node(id: "vanguard:history/encompass") { ... on Vanguard { name } } }');

    expect(node.name).toMatch(/encompass/i);
    expect(await hub.anonymous.ok('{ vanguard(slug: "atlantis") { id } }')).toEqual({ vanguard: null });
  });
});
