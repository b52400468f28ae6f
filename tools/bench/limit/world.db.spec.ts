/** The network of the bench, very small: it is one that the hub itself could have made, and both sides of the bench answer alike about it. */
import { createTestHub, type TestHub } from '@hub/testing';
import pg from 'pg';
import { differenceOf } from './equal.mjs';
import { workloads } from './workloads/all.mjs';
import { momentIn, viewersOf } from './workloads/inputs.mjs';
import { shares } from './world/sizes.mjs';
import { load } from './world/world.mjs';

interface Viewer {
  readonly ref: string;
  readonly keys: readonly string[];
  readonly cookie: string;
}

const world = { ...shares(2000), sentences: 400 };
let hub: TestHub;
let client: pg.Client;
let viewers: Viewer[];

const sql = async (text: string, values?: unknown[]) => (await client.query(text, values)).rows;

async function answer(cookie: string, body: object) {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  return response.json();
}

const ask = async (viewer: Viewer, query: string, variables: object) =>
  (await answer(viewer.cookie, { query, variables })).data;

beforeAll(async () => {
  hub = await createTestHub();
  client = new pg.Client({ connectionString: hub.databaseUrl });
  await client.connect();
  await load(sql, world);
  viewers = await viewersOf(sql);
});
afterAll(async () => {
  await client.end();
  await hub.close();
});

it('has the shares that were asked for', async () => {
  const [made] = await sql(`SELECT
    (SELECT count(*)::int FROM threads.thread WHERE ref LIKE '%bench-%') AS threads,
    (SELECT count(*)::int FROM threads.activity WHERE last_position = 100) AS long,
    (SELECT count(*)::int FROM adaptations.adaptation WHERE ref LIKE '%bench-%') AS adaptations,
    (SELECT count(*)::int FROM search.document WHERE ref LIKE '%bench-%') AS documents`);

  expect(viewers).toHaveLength(world.viewers);
  expect(made).toMatchObject({ threads: world.threads, long: world.threads / 50 });
  expect(made.adaptations).toBeGreaterThanOrEqual(world.adaptations);
  expect(made.documents).toBeGreaterThan(world.threads);
});

it('holds the keys in the directory that the services would have written', async () => {
  const wrong = await sql(`SELECT e.ref, e.needs FROM core.entity e WHERE e.ref LIKE '%bench-%'
    AND e.needs IS DISTINCT FROM ARRAY(
      SELECT k FROM unnest(ARRAY[CASE e.visibility WHEN 'network' THEN 'network' WHEN 'site' THEN e.owner_ref
        WHEN 'draft' THEN 'drafts:' || e.owner_ref WHEN 'community' THEN e.community_ref END]) k WHERE k IS NOT NULL
      UNION SELECT n FROM core.entity w, unnest(w.needs) n WHERE w.ref = ANY(e.within) ORDER BY 1)`);

  expect(wrong).toEqual([]);
});

it('hides what is in a closed community, a draft, or a site’s own record from those without the key', async () => {
  const hidden = await sql(`SELECT DISTINCT ON (visibility) ref, needs FROM core.entity
    WHERE ref LIKE '%bench-%' AND kind <> 'community' AND visibility IN ('draft', 'site', 'community') ORDER BY visibility, ref`);

  expect(hidden).toHaveLength(3);
  for (const { ref, needs } of hidden) {
    const holds = (viewer: Viewer) => needs.every((key: string) => viewer.keys.includes(key));
    const insider = viewers.find(holds);
    const stranger = viewers.find((viewer) => !holds(viewer));
    const seen = (viewer: Viewer) => ask(viewer, 'query ($id: ID!) { node(id: $id) { id } }', { id: ref });
    expect(await seen(insider as Viewer)).toEqual({ node: { id: ref } });
    expect(await seen(stranger as Viewer)).toEqual({ node: null });
  }
});

it.each(workloads.map((workload) => [workload.id, workload] as const))(
  '%s: the hub and raw SQL answer alike, and leave the same behind',
  async (_id, { questions, leftOut, traces }) => {
    const asked = (await questions({ sql, viewers, ask })).slice(0, 6);
    const left: unknown[] = [];

    const answers = [];
    for (const side of ['hub', 'raw'] as const) {
      const since = await momentIn(sql);
      for (const one of asked) {
        if (side === 'hub') answers.push((await answer(one.hub.cookie, one.hub.body)).data);
        else answers.push((await sql(one.raw.text, one.raw.values))[0].data);
      }
      if (traces) left.push(await traces(sql, since));
    }

    for (const at of asked.keys()) {
      expect(answers[at]).toBeTruthy();
      expect(differenceOf(answers[at], answers[at + asked.length], leftOut)).toBeNull();
    }
    expect(left[1]).toEqual(left[0]);
  },
);

it('tells the answers apart as soon as one side shows what the scope hides', async () => {
  const [feed] = workloads;
  const asked = await feed.questions({ sql, viewers, ask });
  const everyKey = await sql('SELECT array_agg(DISTINCT k) AS keys FROM core.entity, unnest(needs) k');

  const found = [];
  for (const { hub: ofHub, raw } of asked.slice(0, 20)) {
    const { data } = await answer(ofHub.cookie, ofHub.body);
    const [row] = await sql(raw.text, [raw.values[0], everyKey[0].keys, ...raw.values.slice(2)]);
    found.push(differenceOf(data, row.data, feed.leftOut));
  }

  expect(found.filter(Boolean)).not.toEqual([]);
});
