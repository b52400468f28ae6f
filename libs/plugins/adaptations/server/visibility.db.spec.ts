/** Who sees an adaptation, stage by stage: its site, another site, someone signed out. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import {
  adapted,
  moved,
  published,
  publishDocument,
  publishedAgain,
  started,
  updated,
  type Published,
} from './adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
let zubin: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, callum, zubin] = await Promise.all([
    hub.as('anjali-thornapple'),
    hub.as('callum-pennyroyal'),
    hub.as('zubin-cloverdale'),
  ]);
});
afterAll(() => hub.close());

const document = `query Seen($id: ID!, $source: String!) {
  adaptation(id: $id) { id }
  node(id: $id) { id }
  intervention(slug: $source) { adaptationCount adaptations { totalCount edges { node { id } } } lineage { edges { id } } }
}`;

/** What each of them sees, in every way there is to see it. */
async function seenBy(client: TestClient, id: string, source: Published): Promise<boolean> {
  const { adaptation, node, intervention } = await client.ok(document, { id, source: source.slug });
  const ways = [
    adaptation !== null,
    node !== null,
    ...(intervention
      ? [
          intervention.adaptationCount === 1,
          intervention.adaptations.totalCount === 1,
          intervention.adaptations.edges.length === 1,
          intervention.lineage.edges.length === 1,
        ]
      : []),
  ];
  expect(new Set(ways).size).toBe(1);
  return ways[0] ?? false;
}

/** In the order: own site, another site, signed out. */
async function audience(id: string, source: Published): Promise<boolean[]> {
  return Promise.all([anjali, zubin, hub.anonymous].map((client) => seenBy(client, id, source)));
}

const nobodyElse = [true, false, false];
const theNetwork = [true, true, false];
const anyone = [true, true, true];

describe('an adaptation without a published result', () => {
  it.each(['CONSIDERING', 'ASSESSING', 'ADAPTING'])('is seen by its site alone while %s', async (stage) => {
    const source = await published(callum, { site: 'tollbridge' });
    const id = await started(anjali, source, 'northvale');
    if (stage !== 'CONSIDERING') await moved(anjali, id, stage);

    expect(await audience(id, source)).toEqual(nobodyElse);
    expect(await seenBy(callum, id, source)).toBe(false);
  });

  it.each(['TESTING', 'RUNNING', 'STOPPED', 'DECLINED'])('is seen by the network once %s', async (stage) => {
    const source = await published(callum, { site: 'tollbridge' });
    const id = await started(anjali, source, 'northvale');
    await moved(anjali, id, stage);

    expect(await audience(id, source)).toEqual(theNetwork);
  });

  it('stays with the network when it goes back to adapting', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const id = await started(anjali, source, 'northvale');
    await moved(anjali, id, 'TESTING');
    await moved(anjali, id, 'ADAPTING');

    expect(await audience(id, source)).toEqual(theNetwork);
  });

  it('shows its draft result to the editors of its site alone, whoever sees the record', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const id = await started(anjali, source, 'northvale');
    const result = await moved(anjali, id, 'ADAPTING');
    await moved(anjali, id, 'TESTING');

    const look =
      'query($id: ID!) { adaptation(id: $id) { result { id } differences { key } viewerCanEdit history { stage } } }';
    const own = (await anjali.ok(look, { id })).adaptation;
    const other = (await zubin.ok(look, { id })).adaptation;

    expect(own).toMatchObject({ result: { id: result }, viewerCanEdit: true });
    expect(own.differences.length).toBeGreaterThan(0);
    expect(other).toMatchObject({ result: null, differences: [], viewerCanEdit: false });
    expect(other.history).toHaveLength(3);
  });
});

describe('an adaptation whose result is published', () => {
  it.each([
    ['PUBLIC', anyone],
    ['NETWORK', theNetwork],
    ['SITE', nobodyElse],
  ])('is seen as its result is: %s', async (visibility, expected) => {
    const source = await published(callum, { site: 'tollbridge' });
    const { adaptation, result } = await adapted(anjali, source, 'northvale');
    await updated(anjali, result.id, { visibility });

    expect(await audience(adaptation, source)).toEqual(expected);
  });

  it('is seen by those who may see the result, without having been tested first', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const { adaptation } = await adapted(anjali, source, 'northvale');

    const { adaptation: seen } = await zubin.ok('query($id: ID!) { adaptation(id: $id) { stage result { status } } }', {
      id: adaptation,
    });

    expect(seen).toEqual({ stage: 'ADAPTING', result: { status: 'PUBLISHED' } });
  });

  it('follows also when the result was published as any intervention is', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const id = await started(anjali, source, 'northvale');
    const result = await moved(anjali, id, 'ADAPTING');
    await publishedAgain(anjali, await updated(anjali, String(result), { visibility: 'PUBLIC' }));
    await hub.drain();

    expect(await audience(id, source)).toEqual(anyone);
  });

  it('names nobody to someone signed out', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const { adaptation, result } = await adapted(anjali, source, 'northvale');
    await updated(anjali, result.id, { visibility: 'PUBLIC' });

    const seen = await hub.anonymous.ok(
      'query($id: ID!) { adaptation(id: $id) { viewerCanEdit site { name } history { by { displayName } } } }',
      {
        id: adaptation,
      },
    );

    expect(seen.adaptation).toMatchObject({
      viewerCanEdit: false,
      site: { name: 'Northvale' },
      history: [{ by: null }, { by: null }],
    });
  });
});

describe('someone who may not see the source', () => {
  it.each(['TESTING', 'DECLINED'])('never sees an adaptation of it, not even once %s', async (stage) => {
    const source = await published(callum, { site: 'tollbridge', visibility: 'NETWORK' });
    const id = await started(anjali, source, 'northvale');
    await moved(anjali, id, stage);
    await updated(callum, source.id, { visibility: 'SITE' });

    expect(await seenBy(zubin, id, source)).toBe(false);
    expect(await seenBy(anjali, id, source)).toBe(false);
    expect(await seenBy(callum, id, source)).toBe(true);
    expect(await anjali.codeOf(publishDocument, { input: { adaptation: id, title: 'T', summary: 'S' } })).toBe(
      'NOT_FOUND',
    );
  });

  it('sees a published result, but not where it came from', async () => {
    const source = await published(callum, { site: 'tollbridge', visibility: 'NETWORK' });
    const { adaptation, result } = await adapted(anjali, source, 'northvale');
    await updated(anjali, result.id, { visibility: 'PUBLIC' });

    const look = `query($slug: String!) {
      intervention(slug: $slug) { title adaptedFrom { id } lineage { root { id } nodes { id } edges { id } } }
    }`;
    const signedOut = (await hub.anonymous.ok(look, { slug: result.slug })).intervention;
    const member = (await zubin.ok(look, { slug: result.slug })).intervention;

    expect(signedOut).toMatchObject({
      adaptedFrom: null,
      lineage: { root: { id: result.id }, nodes: [{ id: result.id }], edges: [] },
    });
    expect(member).toMatchObject({ adaptedFrom: { id: adaptation }, lineage: { root: { id: source.id } } });
  });
});
