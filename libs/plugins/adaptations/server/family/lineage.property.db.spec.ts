/** Properties of families, on the real database, against a naive reading of the same rows. */
import fc from 'fast-check';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { adapted, addSourceDocument, published, updated, type Published } from '../adaptation.builders';

interface Step {
  readonly source: string;
  readonly edge: string;
  readonly node: string;
}

let hub: TestHub;
let viewers: TestClient[];
let members: Published[];
let records: { client: TestClient; adaptation: string }[];

/** Three sites, each with an intervention of its own and two results, seen by everyone, by the network and by the site. */
beforeAll(async () => {
  hub = await createTestHub();
  const [anjali, callum, zubin] = await Promise.all(
    ['anjali-thornapple', 'callum-pennyroyal', 'zubin-cloverdale'].map((name) => hub.as(name)),
  );
  const writers = [
    { client: anjali!, site: 'northvale' },
    { client: callum!, site: 'tollbridge' },
    { client: zubin!, site: 'fenmarsh' },
  ];
  members = [];
  records = [];
  for (const { client, site } of writers) {
    const first = await published(client, { site, visibility: 'PUBLIC' });
    const child = await adapted(client, first, site);
    await updated(client, child.result.id, { visibility: 'PUBLIC' });
    const last = await adapted(client, child.result, site);
    await client.ok(
      'mutation($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
      {
        input: {
          id: last.result.id,
          expectedRevision: last.result.revision,
          visibility: site === 'fenmarsh' ? 'NETWORK' : 'SITE',
        },
      },
    );
    members.push(first, child.result, last.result);
    records.push({ client, adaptation: child.adaptation }, { client, adaptation: last.adaptation });
  }
  viewers = [...writers.map(({ client }) => client), await hub.as('maureen-foxglove'), hub.anonymous];
});
afterAll(() => hub.close());

const draws = fc.array(fc.record({ record: fc.nat({ max: 5 }), source: fc.nat({ max: 8 }) }), {
  minLength: 1,
  maxLength: 10,
});

async function steps(): Promise<Step[]> {
  const rows = await hub.sql(
    'SELECT source_ref AS source, adaptation_ref AS edge, result_ref AS node FROM adaptations.descent WHERE result_ref IS NOT NULL',
  );
  return rows as unknown as Step[];
}

async function sees(client: TestClient, id: string): Promise<boolean> {
  return (await client.ok('query($id: ID!) { node(id: $id) { id } }', { id })).node !== null;
}

/** By asking for every thing by itself, and walking from one to the next. */
async function familyByHand(client: TestClient, all: readonly Step[], from: string) {
  const ids = [...new Set(all.flatMap(({ source, edge, node }) => [source, edge, node]))];
  const seen = new Set((await Promise.all(ids.map(async (id) => ((await sees(client, id)) ? [id] : [])))).flat());
  const open = all.filter(({ source, edge, node }) => [source, edge, node].every((id) => seen.has(id)));
  const nodes = new Set([from]);
  for (let size = 0; size < nodes.size;) {
    size = nodes.size;
    for (const { source, node } of open) if (nodes.has(source) || nodes.has(node)) nodes.add(source).add(node);
  }
  const edges = new Set(all.filter(({ source, edge }) => nodes.has(source) && seen.has(edge)).map(({ edge }) => edge));
  const roots = [...nodes].filter((id) => !open.some(({ node }) => node === id));
  return { nodes: [...nodes].sort(), edges: [...edges].sort(), roots: roots.sort() };
}

async function familyAsked(client: TestClient, { slug }: Published) {
  const { intervention } = await client.ok(
    'query($slug: String!) { intervention(slug: $slug) { lineage(depth: 12) { roots { id } nodes { id } edges { id } } } }',
    { slug },
  );
  const ids = (things: { id: string }[]) => things.map(({ id }) => id).sort();
  return (
    intervention && {
      nodes: ids(intervention.lineage.nodes),
      edges: ids(intervention.lineage.edges),
      roots: ids(intervention.lineage.roots),
    }
  );
}

/** Who comes from whom and by which ways, as the rules for followers of whole families are told. */
async function told(direction: 'origins' | 'offspring'): Promise<string[]> {
  const rows = await hub.sql<{ start: string; ref: string; via: string[] }>(
    `SELECT e.ref AS start, kin.ref, kin.via FROM core.entity e CROSS JOIN LATERAL adaptations.${direction}(e.ref) AS kin
     WHERE e.kind IN ('intervention', 'adaptation')`,
  );
  const pairs = rows.map(({ start, ref, via }) => [
    direction === 'origins' ? [ref, start] : [start, ref],
    [...via].sort(),
  ]);
  return pairs.map((pair) => pair.flat().join()).sort();
}

function hasCircle(all: readonly Step[]): boolean {
  const rest = new Set(all);
  for (let size = -1; size !== rest.size;) {
    size = rest.size;
    for (const step of rest) if (![...rest].some(({ node }) => node === step.source)) rest.delete(step);
  }
  return rest.size > 0;
}

describe('families, whatever draws on whatever', () => {
  it('have no circle, are the same from either end, and hold what the viewer may see and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(draws, async (wishes) => {
        await hub.sql('DELETE FROM adaptations.further_source');
        await Promise.all(
          wishes.map(({ record, source }) => {
            const { client, adaptation } = records[record]!;
            const sourceVersion = members[source]!.currentVersion.id;
            return client.run(addSourceDocument, { input: { adaptation, sourceVersion } });
          }),
        );
        const all = await steps();

        expect(hasCircle(all)).toBe(false);
        expect(await told('offspring')).toEqual(await told('origins'));
        for (const viewer of viewers) {
          for (const member of members) {
            const family = await familyAsked(viewer, member);
            if (!family) continue;
            expect(family).toEqual(await familyByHand(viewer, all, member.id));
          }
        }
      }),
      { numRuns: 6 },
    );
  });
});
