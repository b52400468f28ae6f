/** The measure of likeness, against the formula worked out by hand and by a plain count. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import fc from 'fast-check';

interface Profile {
  readonly careModels: readonly string[];
  readonly region: string | null;
  readonly population: { readonly value: number; readonly basis: string } | null;
  readonly segments: readonly string[];
  readonly context: Readonly<Record<string, 'YES' | 'PARTLY' | 'NO'>>;
  readonly kinds: readonly string[];
  readonly initiatives: readonly string[];
}

const nothing: Profile = {
  ...{ careModels: [], region: null, population: null },
  ...{ segments: [], context: {}, kinds: [], initiatives: [] },
};
const asked = `query ($slug: String!, $site: String!) {
  intervention(slug: $slug) { adopters(site: $site) { edges { node { id } likeness { percent facts { fact score shared } } } } }
}`;

let hub: TestHub;
let reader: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  reader = await hub.as('anjali-thornapple');
}, 60_000);
afterAll(() => hub?.close());

/** How alike Tollbridge (the reader's choice) and Northvale (which adapted the clinic) are, with these profiles. */
async function likenessOf(own: Profile, other: Profile) {
  await write('tollbridge', own);
  await write('northvale', other);
  const { intervention } = await reader.ok(asked, { slug: 'breathlessness-clinic', site: 'tollbridge' });
  const [edge] = intervention.adopters.edges.filter(({ node }: { node: { id: string } }) =>
    node.id.startsWith('adaptation:northvale/'),
  );
  return edge.likeness as { percent: number | null; facts: { fact: string; score: number; shared: string[] }[] };
}

async function write(slug: string, profile: Profile): Promise<void> {
  const ref = `site:network/${slug}`;
  const rows = (values: readonly object[]) => JSON.stringify(values);
  await hub.sql('UPDATE core.entity SET care_models = $2 WHERE ref = $1', [
    ref,
    profile.careModels.map((code) => `care-model:network/${code}`),
  ]);
  await hub.sql(
    `UPDATE sites.site SET region = $2, population_value = $3, population_basis = $4, population_segments = $5, context_factors = $6,
       lead_organisation = NULL, partners = $7, prior_history = $8 WHERE ref = $1`,
    [
      ref,
      profile.region,
      profile.population?.value ?? null,
      profile.population?.basis ?? null,
      profile.segments,
      rows(Object.entries(profile.context).map(([key, present]) => ({ key, name: `Factor ${key}`, present }))),
      rows(profile.kinds.map((kind) => ({ name: `An organisation of kind ${kind}`, kind }))),
      rows(profile.initiatives.map((initiative) => ({ initiative }))),
    ],
  );
}

describe('How alike two sites are', () => {
  it('is the average of what can be compared, and says what is the same', async () => {
    const likeness = await likenessOf(
      {
        ...nothing,
        careModels: ['mcp'],
        region: 'South West',
        population: { value: 100_000, basis: 'registered patients' },
        segments: ['Older people', 'Care home residents'],
        context: { cover: 'YES', analysts: 'NO', history: 'YES' },
      },
      {
        ...nothing,
        careModels: ['mcp'],
        region: 'south west ',
        population: { value: 200_000, basis: 'Registered patients, of whom about 900 live in homes' },
        segments: ['Older people', 'Children'],
        context: { cover: 'YES', analysts: 'YES' },
      },
    );

    expect(likeness.facts.map(({ fact, score, shared }) => [fact, score, shared])).toEqual([
      ['CARE_MODEL', 1, ['Multispecialty community provider']],
      ['POPULATION', 0.5, []],
      ['REGION', 1, []],
      ['POPULATION_SEGMENTS', 1 / 3, ['Older people']],
      ['CONTEXT_FACTORS', 0.5, ['Factor cover']],
    ]);
    expect(likeness.percent).toBe(67);
  });

  it('does not compare figures that count on another basis', async () => {
    const own = { ...nothing, careModels: ['mcp'], population: { value: 100, basis: 'residents' } };

    const likeness = await likenessOf(own, { ...own, population: { value: 100, basis: 'registered patients' } });

    expect(likeness).toEqual({ percent: 100, facts: [expect.objectContaining({ fact: 'CARE_MODEL' })] });
  });

  it('is unknown, not nought, where nothing can be compared', async () => {
    expect(await likenessOf(nothing, { ...nothing, careModels: ['uec'] })).toEqual({ percent: null, facts: [] });
  });

  it('is what a plain count gives, for any two profiles, from either side, and unknown facts change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(profiles, profiles, async (own, other) => {
        const { percent, facts } = await likenessOf(own, other);
        const back = await likenessOf(other, own);

        expect(percent).toBe(plainLikeness(own, other));
        expect(back.percent).toBe(percent);
        for (const { fact } of facts) {
          const { percent: less, facts: left } = await likenessOf(without(own, fact), other);
          const scores = facts.filter((each) => each.fact !== fact).map(({ score }) => score);
          expect(left.map(({ score }) => score)).toEqual(scores);
          expect(less).toBe(averageOf(scores));
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const profiles: fc.Arbitrary<Profile> = fc.record({
  careModels: some(['mcp', 'pacs', 'uec']),
  region: fc.constantFrom(null, 'North', 'South'),
  population: fc.option(
    fc.record({
      value: fc.integer({ min: 0, max: 2_000_000 }),
      basis: fc.constantFrom('residents', 'registered patients'),
    }),
  ),
  segments: some(['Older people', 'Children', 'Everyone']),
  context: fc.dictionary(fc.constantFrom('cover', 'history', 'analysts'), fc.constantFrom('YES', 'PARTLY', 'NO')),
  kinds: some(['Trust', 'Hospice', 'Council']),
  initiatives: some(['Pioneers', 'Beacons']),
});

function plainLikeness(a: Profile, b: Profile): number | null {
  const scores: number[] = [];
  if (a.careModels.length && b.careModels.length) scores.push(overlap(a.careModels, b.careModels) > 0 ? 1 : 0);
  if (a.population && b.population && a.population.basis === b.population.basis) {
    const [less, more] = [a.population.value, b.population.value].sort((x, y) => x - y) as [number, number];
    scores.push(more === 0 ? 1 : less / more);
  }
  if (a.region && b.region) scores.push(a.region === b.region ? 1 : 0);
  for (const list of ['segments', 'kinds', 'initiatives'] as const) {
    if (a[list].length && b[list].length) scores.push(overlap(a[list], b[list]));
  }
  const both = Object.keys(a.context).filter((key) => key in b.context);
  if (both.length) scores.push(both.filter((key) => a.context[key] === b.context[key]).length / both.length);
  return averageOf(scores);
}

const overlap = (a: readonly string[], b: readonly string[]) =>
  a.filter((item) => b.includes(item)).length / new Set([...a, ...b]).size;

function averageOf(scores: readonly number[]): number | null {
  return scores.length ? Math.round((100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length) : null;
}

function without(profile: Profile, fact: string): Profile {
  const field: Record<string, Partial<Profile>> = {
    CARE_MODEL: { careModels: [] },
    POPULATION: { population: null },
    REGION: { region: null },
    POPULATION_SEGMENTS: { segments: [] },
    CONTEXT_FACTORS: { context: {} },
    ORGANISATION_KINDS: { kinds: [] },
    PRIOR_INITIATIVES: { initiatives: [] },
  };
  return { ...profile, ...field[fact] };
}
