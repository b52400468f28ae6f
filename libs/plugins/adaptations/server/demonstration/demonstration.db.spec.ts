/** The demonstration's adaptations as they were loaded: all of them, at their stages, with their people and dates. */
import { demonstrationNetwork } from '@hub/demonstration';
import { stillTested } from './demonstration-course';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let owain: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ only: ['adaptations'] });
  owain = await hub.as('owain-saltmere');
});
afterAll(() => hub.close());

const written = demonstrationNetwork.adaptations;
const stages: Record<string, string> = {
  'in use': 'RUNNING',
  stopped: 'STOPPED',
  closed: 'DECLINED',
  assessing: 'ASSESSING',
};

describe('the demonstration network', () => {
  it('holds every adaptation of the file, at the stage that its status says', async () => {
    const rows = await hub.sql<{ source: string; site: string; stage: string }>(
      `SELECT split_part(source_ref, '/', 2) AS source, split_part(site_ref, '/', 2) AS site, stage FROM adaptations.adaptation`,
    );

    const expected = written.map(({ slug, sourceInterventionSlug: source, adoptingSiteSlug: site, status }) => ({
      source,
      site,
      stage: stillTested.has(slug) ? 'TESTING' : stages[status],
    }));
    const inOrder = <T extends { source: string; site: string }>(list: T[]) =>
      [...list].sort((a, b) => `${a.source} ${a.site}`.localeCompare(`${b.source} ${b.site}`));
    expect(inOrder(rows)).toEqual(inOrder(expected));
    expect(rows).toHaveLength(22);
  });

  it('holds every finding and every change', async () => {
    const [count] = await hub.sql(
      `SELECT (SELECT count(*)::int FROM adaptations.suitability) AS findings, (SELECT count(*)::int FROM adaptations.modification) AS changes`,
    );

    expect(count).toEqual({
      findings: written.reduce((sum, { suitability }) => sum + 2 + suitability.stakeholderEvents.length, 0),
      changes: written.reduce((sum, { modifications }) => sum + modifications.length, 0),
    });
  });

  it('has all 27 interventions public, one of them withdrawn, those that came out of adapting among them', async () => {
    const { interventions } = await hub.anonymous.ok(
      '{ interventions(first: 100) { totalCount edges { node { slug status visibility adaptedFrom { stage } } } } }',
    );
    const nodes = interventions.edges.map(
      ({ node }: { node: { slug: string; status: string; visibility: string } }) => node,
    );

    expect(interventions.totalCount).toBe(27);
    expect(nodes.every((node: { visibility: string }) => node.visibility === 'PUBLIC')).toBe(true);
    expect(
      nodes.flatMap(({ slug, status }: { slug: string; status: string }) =>
        status === 'PUBLISHED' ? [] : [slug, status],
      ),
    ).toEqual(['one-childrens-rota', 'WITHDRAWN']);
    expect(
      nodes
        .filter(({ adaptedFrom }: { adaptedFrom: unknown }) => adaptedFrom !== null)
        .map(({ slug }: { slug: string }) => slug)
        .sort(),
    ).toEqual(['cough-care-pathway', 'ed-front-door-triage', 'gps-in-ae']);
  });

  it('leads from the breathlessness clinic to the cough pathway, for someone signed out too', async () => {
    const { intervention } = await hub.anonymous.ok(`{ intervention(slug: "cough-care-pathway") {
      adaptedFrom { startedAt publishedAt stage modifications { planned fidelityConsistent codes } differences { change } }
      lineage { root { slug } }
    } }`);

    expect(intervention.lineage.root.slug).toBe('breathlessness-clinic');
    expect(intervention.adaptedFrom).toMatchObject({
      startedAt: '2016-04-01T09:00:00.000Z',
      publishedAt: '2016-09-01T09:00:00.000Z',
      stage: 'RUNNING',
    });
    expect(intervention.adaptedFrom.modifications).toHaveLength(4);
    expect(intervention.adaptedFrom.modifications[1]).toMatchObject({ planned: true, fidelityConsistent: false });
  });

  it('follows the chain through the failure to what came out of it', async () => {
    const { intervention } = await hub.anonymous.ok(
      '{ intervention(slug: "ed-front-door-triage") { lineage { root { slug } nodes { slug } truncated } } }',
    );

    expect(intervention.lineage).toEqual({
      root: { slug: 'gp-stream-at-the-front-door' },
      nodes: [{ slug: 'gp-stream-at-the-front-door' }, { slug: 'gps-in-ae' }, { slug: 'ed-front-door-triage' }],
      truncated: false,
    });
  });

  it('tells endings with their reason, and a failure with what grew from it', async () => {
    const { intervention } = await hub.anonymous.ok(`{ intervention(slug: "gps-in-ae") { adaptedFrom {
      decision ending { reason tried cameOfIt grew { thing { id } } }
    } } }`);
    const reasons = await hub.sql<{ reason: string }>('SELECT reason FROM adaptations.ending ORDER BY reason');

    expect(intervention.adaptedFrom).toMatchObject({
      decision: 'ADOPTED',
      ending: {
        reason: 'CULTURE',
        tried: expect.stringContaining('Three attempts'),
        grew: [{ thing: { id: 'intervention:harbourside/ed-front-door-triage' } }],
      },
    });
    expect(reasons.map(({ reason }) => reason)).toEqual(['CULTURE', 'DEMAND', 'INFRASTRUCTURE']);
  });

  it('says which core part the cough pathway left out, what patients say, and what differed between the places', async () => {
    const { intervention } = await hub.anonymous.ok(`{ intervention(slug: "cough-care-pathway") { adaptedFrom {
      modifications { leftOutKeys coreReason } suitability { kind compared { name } }
    } } }`);
    const { modifications, suitability } = intervention.adaptedFrom;
    const said = await hub.sql(
      "SELECT 1 FROM adaptations.suitability WHERE statements @> ARRAY['I know when to come back']",
    );

    expect(modifications[1]).toEqual({ leftOutKeys: ['one-visit'], coreReason: expect.stringContaining('Few people') });
    expect(suitability.map(({ kind }: { kind: string }) => kind)).toContain('PATIENT_VOICE');
    const differing = suitability.at(-1).compared.map(({ name }: { name: string }) => name);
    expect(differing).toEqual(
      expect.arrayContaining(['People served', 'Partners, by kind', 'Earlier work', 'Competing pressures']),
    );
    expect(said).toHaveLength(1);
  });

  it('keeps what is still being assessed within its site', async () => {
    const look =
      '{ intervention(slug: "cough-care-pathway") { viewerAdaptation { stage history { stage learned } } adaptationCount } }';
    const own = (await owain.ok(look)).intervention;
    const other = (await (await hub.as('zubin-cloverdale')).ok(look)).intervention;

    expect(own).toMatchObject({ viewerAdaptation: { stage: 'ASSESSING' }, adaptationCount: 1 });
    expect(own.viewerAdaptation.history[1].learned).toMatch(/^Not decided/);
    expect(other).toEqual({ viewerAdaptation: null, adaptationCount: 0 });
  });

  it('lets only people of the adopting site record', async () => {
    const strangers = await hub.sql(
      `SELECT r.recorded_by FROM (
         SELECT adaptation_ref, recorded_by FROM adaptations.suitability
         UNION ALL SELECT adaptation_ref, recorded_by FROM adaptations.modification
         UNION ALL SELECT adaptation_ref, by_ref FROM adaptations.stage_change
       ) r JOIN adaptations.adaptation a ON a.ref = r.adaptation_ref JOIN core.account p ON p.ref = r.recorded_by
       WHERE NOT a.site_ref = ANY(p.keys)`,
    );

    expect(strangers).toEqual([]);
  });
});
