/** Who took something up, and what was tried elsewhere, in the order of likeness: in one statement, and only what the viewer may see. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const adopters = `query ($slug: String!, $site: String!, $ended: Boolean, $first: Int, $after: String) {
  intervention(slug: $slug) { adopters(site: $site, ended: $ended, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { site { slug } stage } likeness { percent } }
  } }
}`;
const tried = `query ($slug: String!, $ended: Boolean!, $first: Int, $after: String) {
  site(slug: $slug) { triedAlike(ended: $ended, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { slug site { slug } } site { slug } adaptation { stage } likeness { percent } }
  } }
}`;

interface Tried {
  readonly node: { readonly slug: string; readonly site: { readonly slug: string } };
  readonly site: { readonly slug: string };
  readonly adaptation: { readonly stage: string } | null;
  readonly likeness: { readonly percent: number | null };
}

let hub: TestHub;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
}, 60_000);
afterAll(() => hub?.close());

const triedBy = async (client: TestClient, slug: string, ended: boolean, page = {}) =>
  (await client.ok(tried, { slug, ended, first: 100, ...page })).site.triedAlike;
const edgesOf = async (client: TestClient, slug: string, ended: boolean): Promise<Tried[]> =>
  (await triedBy(client, slug, ended)).edges;
const percents = (edges: readonly { likeness: { percent: number | null } }[]) =>
  edges.map(({ likeness }) => likeness.percent ?? -1);
const sitesOf = (edges: readonly { node: { site: { slug: string } } }[]) => edges.map(({ node }) => node.site.slug);
const falling = (numbers: readonly number[]) => [...numbers].sort((a, b) => b - a);

/** Elderbrook’s: adapted by Eastmere, and decided against at Corvenmoor. */
const slug = 'care-home-video-link';

describe('The adopters of an intervention', () => {
  it('are ordered by how like the asked site they are', async () => {
    const all = (await anjali.ok(adopters, { slug, site: 'fenmarsh' })).intervention.adopters;

    expect(all.edges.length).toBeGreaterThan(1);
    expect(percents(all.edges)).toEqual(falling(percents(all.edges)));
    expect(new Set(sitesOf(all.edges))).toEqual(new Set(['corvenmoor', 'eastmere']));
  });

  it('are other sites: the asked one is left out', async () => {
    const all = (await anjali.ok(adopters, { slug, site: 'eastmere' })).intervention.adopters;
    expect(sitesOf(all.edges)).toEqual(['corvenmoor']);
  });

  it('come page by page, each once', async () => {
    const whole = (await anjali.ok(adopters, { slug, site: 'fenmarsh' })).intervention.adopters;
    const found: unknown[] = [];
    let after: string | null = null;
    do {
      const page: typeof whole = (await anjali.ok(adopters, { slug, site: 'fenmarsh', first: 1, after })).intervention
        .adopters;
      found.push(...page.edges);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);

    expect(found).toEqual(whole.edges);
    expect(whole.totalCount).toBe(found.length);
  });

  it('are told apart by whether it ended there', async () => {
    const count = async (ended: boolean | null) =>
      (await anjali.ok(adopters, { slug, site: 'fenmarsh', ended })).intervention.adopters.totalCount as number;

    expect((await count(true)) + (await count(false))).toBe(await count(null));
  });

  it('are none for a site that is not there', async () => {
    const { intervention } = await anjali.ok(adopters, { slug, site: 'no-such-site' });
    expect(intervention.adopters).toMatchObject({ totalCount: 0, edges: [] });
  });
});

describe('What was tried at sites like this one', () => {
  it('runs there, is another’s, is named once, and was not tried here; the most alike come first', async () => {
    const edges = await edgesOf(anjali, 'northvale', false);
    const slugs = edges.map(({ node }) => node.slug);

    expect(edges.length).toBeGreaterThan(5);
    expect(percents(edges)).toEqual(falling(percents(edges)));
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(edges.every(({ node, site }) => node.site.slug !== 'northvale' && site.slug !== 'northvale')).toBe(true);
    expect(new Set(edges.map(({ adaptation }) => adaptation?.stage ?? 'RUNNING'))).toEqual(new Set(['RUNNING']));
    expect(slugs).not.toContain('breathlessness-clinic');
  });

  it('gives what stopped or was decided against a list of its own', async () => {
    const edges = await edgesOf(anjali, 'northvale', true);
    const stages = new Set(edges.map(({ adaptation }) => adaptation?.stage ?? 'STOPPED'));

    expect(edges.length).toBeGreaterThan(1);
    expect([...stages].every((stage) => stage === 'STOPPED' || stage === 'DECLINED')).toBe(true);
  });

  it('takes one statement, however long the list', async () => {
    expect(await hub.countReads(() => triedBy(hub.anonymous, 'northvale', false, { first: 1 }))).toBe(1);
    expect(await hub.countReads(() => triedBy(hub.anonymous, 'northvale', false))).toBe(1);
  });

  it('shows nobody what they may not see, and what is hidden from them changes nothing (Z8)', async () => {
    const callum = await hub.as('callum-pennyroyal');
    const before = await edgesOf(callum, 'northvale', false);
    const chosen = before.find(({ adaptation }) => adaptation)!.node.slug;

    await startedInSilence(chosen);

    expect((await edgesOf(anjali, 'northvale', false)).map(({ node }) => node.slug)).not.toContain(chosen);
    expect(await edgesOf(callum, 'northvale', false)).toEqual(before);
    expect((await edgesOf(hub.anonymous, 'northvale', true)).length).toBeLessThan(
      (await edgesOf(callum, 'northvale', true)).length,
    );
  });

  /** Northvale begins to consider it: seen by its members alone. */
  async function startedInSilence(chosen: string): Promise<void> {
    const { intervention } = await anjali.ok(
      'query ($slug: String!) { intervention(slug: $slug) { currentVersion { id } } }',
      { slug: chosen },
    );
    await anjali.ok(
      'mutation ($input: StartAdaptationInput!) { startAdaptation(input: $input) { adaptation { id } } }',
      {
        input: { sourceVersion: intervention.currentVersion.id, site: 'northvale' },
      },
    );
  }
});
