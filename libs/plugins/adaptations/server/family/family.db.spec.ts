/** The family of an intervention: lineage from both ends, counts, filters and orders, all as the viewer may see them. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { adapted, moved, published, started, updated, type Published } from '../adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
let zubin: TestClient;
let maureen: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, callum, zubin, maureen] = await Promise.all([
    hub.as('anjali-thornapple'),
    hub.as('callum-pennyroyal'),
    hub.as('zubin-cloverdale'),
    hub.as('maureen-foxglove'),
  ]);
});
afterAll(() => hub.close());

const lineageDocument = `query Lineage($slug: String!, $depth: Int) {
  intervention(slug: $slug) { lineage(depth: $depth) { root { id } nodes { id } edges { id result { id } } truncated } }
}`;

async function lineage(client: TestClient, of: Published, depth = 6) {
  const { root, nodes, edges, truncated } = (await client.ok(lineageDocument, { slug: of.slug, depth })).intervention
    .lineage;
  const ids = (things: { id: string }[]) => things.map(({ id }) => id).sort();
  return { root: root.id, nodes: ids(nodes), edges: ids(edges), truncated };
}

const sorted = (...ids: string[]) => [...ids].sort();

/** Tollbridge's intervention, adapted by Northvale, whose result Fenmarsh adapted, whose result Eastmere adapted. */
async function chain() {
  const source = await published(callum, { site: 'tollbridge' });
  const child = await adapted(anjali, source, 'northvale');
  const grandchild = await adapted(zubin, child.result, 'fenmarsh');
  const last = await adapted(maureen, grandchild.result, 'eastmere');
  return { source, child, grandchild, last };
}

describe('the lineage of an intervention', () => {
  it('is the same family from every end, edges without a result included', async () => {
    const { source, child, grandchild, last } = await chain();
    const asItIs = await started(zubin, source, 'fenmarsh');
    await moved(zubin, asItIs, 'RUNNING');
    const family = {
      root: source.id,
      nodes: sorted(source.id, child.result.id, grandchild.result.id, last.result.id),
      edges: sorted(child.adaptation, grandchild.adaptation, last.adaptation, asItIs),
      truncated: false,
    };

    for (const member of [source, child.result, last.result]) expect(await lineage(anjali, member)).toEqual(family);
  });

  it('of what nobody adapted is itself alone', async () => {
    const source = await published(callum, { site: 'tollbridge' });

    expect(await lineage(hub.anonymous, source)).toEqual({
      root: source.id,
      nodes: [source.id],
      edges: [],
      truncated: false,
    });
  });

  it('is cut at the asked depth, and says so', async () => {
    const { source, child, grandchild } = await chain();

    expect(await lineage(anjali, source, 1)).toEqual({
      root: source.id,
      nodes: sorted(source.id, child.result.id),
      edges: [child.adaptation],
      truncated: true,
    });
    expect(await lineage(anjali, source, 2)).toMatchObject({
      edges: sorted(child.adaptation, grandchild.adaptation),
      truncated: true,
    });
    expect(await lineage(anjali, source, 3)).toMatchObject({ truncated: false });
  });

  it('always holds the way from the root to the intervention itself', async () => {
    const { source, child, grandchild } = await chain();

    expect(await lineage(anjali, grandchild.result, 1)).toEqual({
      root: source.id,
      nodes: sorted(source.id, child.result.id, grandchild.result.id),
      edges: sorted(child.adaptation, grandchild.adaptation),
      truncated: true,
    });
  });

  it('goes twelve generations down, from site to site and within one, and the whole way up from below', async () => {
    const line = [await published(callum, { site: 'tollbridge' })];
    const writers = [
      { client: anjali, site: 'northvale' },
      { client: zubin, site: 'fenmarsh' },
      { client: zubin, site: 'fenmarsh' },
    ];
    for (let generation = 1; generation <= 13; generation += 1) {
      const { client, site } = writers[generation % writers.length]!;
      line.push((await adapted(client, line.at(-1)!, site)).result);
    }
    const ids = line.map(({ id }) => id);

    expect(await lineage(maureen, line[0]!, 12)).toMatchObject({ nodes: sorted(...ids.slice(0, 13)), truncated: true });
    expect(await lineage(maureen, line[13]!, 12)).toMatchObject({
      root: ids[0],
      nodes: sorted(...ids),
      truncated: false,
    });
  });

  it.each([0, -1, 13])('is not to be had with a depth of %s', async (depth) => {
    const source = await published(callum, { site: 'tollbridge' });

    const { errors } = await anjali.run(lineageDocument, { slug: source.slug, depth });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'depth' }] });
  });

  it('holds only what the viewer may see, and begins at the oldest ancestor that they may see', async () => {
    const { source, child, grandchild, last } = await chain();
    for (const [client, { result }] of [
      [anjali, child],
      [zubin, grandchild],
      [maureen, last],
    ] as const) {
      await updated(client, result.id, { visibility: 'PUBLIC' });
    }
    await updated(zubin, grandchild.result.id, { visibility: 'NETWORK' });

    expect(await lineage(hub.anonymous, source)).toEqual({
      root: source.id,
      nodes: sorted(source.id, child.result.id),
      edges: [child.adaptation],
      truncated: false,
    });
    expect(await lineage(hub.anonymous, last.result)).toEqual({
      root: last.result.id,
      nodes: [last.result.id],
      edges: [],
      truncated: false,
    });
  });

  it('is cut where it is large, says so, and holds the whole way up all the same', async () => {
    const { source, child, grandchild, last } = await chain();
    await hub.sql(
      `WITH copied AS (SELECT 'adaptation:northvale/copy-' || n AS ref FROM generate_series(1, 1100) n),
        listed AS (
          INSERT INTO core.entity SELECT (jsonb_populate_record(NULL::core.entity, to_jsonb(e) || jsonb_build_object('ref', c.ref))).*
          FROM core.entity e, copied c WHERE e.ref = $1)
       INSERT INTO adaptations.adaptation
       SELECT (jsonb_populate_record(NULL::adaptations.adaptation, to_jsonb(a) || jsonb_build_object('ref', c.ref, 'result_ref', NULL, 'stage', 'STOPPED'))).*
       FROM adaptations.adaptation a, copied c WHERE a.ref = $1`,
      [child.adaptation],
    );

    const family = await lineage(anjali, last.result);
    await hub.sql(`DELETE FROM adaptations.adaptation WHERE ref LIKE 'adaptation:northvale/copy-%'`);

    expect(family).toMatchObject({
      root: source.id,
      nodes: sorted(source.id, child.result.id, grandchild.result.id, last.result.id),
      truncated: true,
    });
    expect(family.edges).toHaveLength(500);
    expect(family.edges).toEqual(expect.arrayContaining([child.adaptation, grandchild.adaptation, last.adaptation]));
  });

  it('keeps an adaptation that is shared as an edge while its result is a draft', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const id = await started(anjali, source, 'northvale');
    const result = await moved(anjali, id, 'ADAPTING');
    await moved(anjali, id, 'TESTING');

    expect(await lineage(zubin, source)).toMatchObject({ nodes: [source.id], edges: [id] });
    expect(await lineage(anjali, source)).toMatchObject({ nodes: sorted(source.id, String(result)), edges: [id] });
  });

  it('comes with the whole page in one statement, whatever the page size', async () => {
    const page = `query($first: Int!) {
      intervention(slug: "breathlessness-clinic") {
        title adaptationCount adaptedFrom { id source { number } sourceIntervention { title } differences { key change } }
        viewerAdaptation { id stage }
        adaptations(first: $first) { totalCount edges { node { stage site { name } modifications { what sectionKeys } } } }
        lineage { root { title } nodes { title site { name } } edges { stage site { name } sourceIntervention { id } result { id } } truncated }
      }
    }`;

    expect(await hub.countReads(() => hub.anonymous.ok(page, { first: 1 }))).toBe(1);
    expect(await hub.countReads(() => hub.anonymous.ok(page, { first: 100 }))).toBe(1);
  });
});

describe('an intervention and its adaptations', () => {
  it('names the record it came out of, both ways', async () => {
    const { source, child } = await chain();

    const read = (slug: string) =>
      anjali.ok(
        `query($slug: String!) { intervention(slug: $slug) { adaptedFrom { id sourceIntervention { id } result { id } } adaptations { edges { node { id } } } } }`,
        { slug },
      );
    const [above, below] = [(await read(source.slug)).intervention, (await read(child.result.slug)).intervention];

    expect(above.adaptedFrom).toBeNull();
    expect(above.adaptations.edges).toEqual([{ node: { id: child.adaptation } }]);
    expect(below.adaptedFrom).toEqual({
      id: child.adaptation,
      sourceIntervention: { id: source.id },
      result: { id: child.result.id },
    });
  });

  it('finds those that came out of adapting one', async () => {
    const { source, child, grandchild } = await chain();
    const second = await adapted(zubin, source, 'fenmarsh');
    const find = async (client: TestClient, adaptedFrom: string) => {
      const { interventions } = await client.ok(
        'query($filter: InterventionFilter) { interventions(filter: $filter) { totalCount edges { node { id } } } }',
        { filter: { adaptedFrom } },
      );
      expect(interventions.totalCount).toBe(interventions.edges.length);
      return interventions.edges.map(({ node }: { node: { id: string } }) => node.id).sort();
    };

    expect(await find(anjali, source.id)).toEqual(sorted(child.result.id, second.result.id));
    expect(await find(anjali, child.result.id)).toEqual([grandchild.result.id]);
    expect(await find(hub.anonymous, source.id)).toEqual([]);
    expect(await find(anjali, 'intervention:nowhere/nothing')).toEqual([]);
    expect(await anjali.codeOf('{ interventions(filter: { adaptedFrom: "falls huddle" }) { totalCount } }')).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('come in the order of how often they were adapted, as far as the viewer sees, page by page', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    for (const [client, site] of [
      [anjali, 'northvale'],
      [zubin, 'fenmarsh'],
      [maureen, 'eastmere'],
      [callum, 'tollbridge'],
    ] as const) {
      await moved(client, await started(client, source, site), 'DECLINED');
    }
    const read = (client: TestClient, after: string | null = null) =>
      client.ok(
        `query($after: String) { interventions(orderBy: MOST_ADAPTED, first: 9, after: $after) {
          edges { node { id adaptationCount } } pageInfo { hasNextPage endCursor } totalCount } }`,
        { after },
      );
    const all: { id: string; adaptationCount: number }[] = [];
    let total = 0;
    for (let after: string | null = null, more = true; more;) {
      const { interventions } = await read(anjali, after);
      all.push(...interventions.edges.map(({ node }: { node: { id: string; adaptationCount: number } }) => node));
      ({ hasNextPage: more, endCursor: after } = interventions.pageInfo);
      total = interventions.totalCount;
    }

    const counts = all.map(({ adaptationCount }) => adaptationCount);
    expect(all[0]).toEqual({ id: source.id, adaptationCount: 4 });
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(new Set(all.map(({ id }) => id)).size).toBe(total);
    const { interventions: signedOut } = await read(hub.anonymous);
    expect(signedOut.edges[0].node).not.toMatchObject({ id: source.id });
  });

  it("names the viewer's own: the one at work before one that ended, none for others", async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const own = async (client: TestClient) =>
      (
        await client.ok('query($slug: String!) { intervention(slug: $slug) { viewerAdaptation { id } } }', {
          slug: source.slug,
        })
      ).intervention.viewerAdaptation;
    const first = await started(anjali, source, 'northvale');
    await moved(anjali, first, 'STOPPED');

    expect(await own(await hub.as('leonie-fernmoss'))).toEqual({ id: first });
    const second = await started(anjali, source, 'northvale');
    expect(await own(anjali)).toEqual({ id: second });
    expect(await own(zubin)).toBeNull();
    expect(await own(hub.anonymous)).toBeNull();
  });

  it("page through a site's adaptations, newest first", async () => {
    const before = (await maureen.ok('{ site(slug: "eastmere") { adaptations { totalCount } } }')).site.adaptations
      .totalCount;
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn += 1)
      ids.push(await started(maureen, await published(callum, { site: 'tollbridge' }), 'eastmere'));
    const page = (client: TestClient, after: string | null) =>
      client.ok(
        `query($after: String) { site(slug: "eastmere") { adaptations(first: 2, after: $after) {
          totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } } }`,
        { after },
      );

    const first = (await page(maureen, null)).site.adaptations;
    const second = (await page(maureen, first.pageInfo.endCursor)).site.adaptations;

    expect(first.totalCount).toBe(before + 3);
    expect(first.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([ids[2], ids[1]]);
    expect(second.edges[0].node.id).toBe(ids[0]);
    expect(
      (await page(anjali, null)).site.adaptations.edges.map(({ node }: { node: { id: string } }) => node.id),
    ).not.toContain(ids[2]);
  });
});
