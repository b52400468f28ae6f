/** An idea drawn from several sources: who may say so, who sees it, and that nothing ever descends from itself. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import {
  adapted,
  addSourceDocument,
  drawnOn,
  moved,
  published,
  publishedAgain,
  started,
  updated,
  type Published,
} from '../adaptation.builders';

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

async function familyOf(client: TestClient, of: Published) {
  const { intervention } = await client.ok(
    `query($slug: String!) { intervention(slug: $slug) {
      lineage(depth: 12) { root { id } roots { id } nodes { id } edges { id furtherSources { intervention { id } } } truncated } } }`,
    { slug: of.slug },
  );
  const { root, roots, nodes, edges, truncated } = intervention.lineage;
  const ids = (things: { id: string }[]) => things.map(({ id }) => id).sort();
  return { root: root.id, roots: ids(roots), nodes: ids(nodes), edges: ids(edges), truncated };
}

async function sourcesOf(client: TestClient, adaptation: string) {
  const answer = await client.ok(
    'query($id: ID!) { adaptation(id: $id) { furtherSources { intervention { id } version { number } what } } }',
    { id: adaptation },
  );
  return answer.adaptation.furtherSources;
}

async function revisionOf(client: TestClient, id: string): Promise<number> {
  return (await client.ok('query($id: ID!) { adaptation(id: $id) { revision } }', { id })).adaptation.revision;
}

const sorted = (...ids: string[]) => [...ids].sort();
const add = (client: TestClient, adaptation: string, source: Published) =>
  client.run(addSourceDocument, { input: { adaptation, sourceVersion: source.currentVersion.id } });
const codeOf = (answer: Awaited<ReturnType<TestClient['run']>>) => answer.errors?.[0]?.extensions?.code ?? 'OK';
const removeDocument = `mutation($input: RemoveAdaptationSourceInput!) {
  removeAdaptationSource(input: $input) { adaptation { id furtherSources { intervention { id } } } } }`;

describe('an adaptation that draws on several sources', () => {
  it('names each with its version and what was taken from it', async () => {
    const [first, second] = [
      await published(callum, { site: 'tollbridge' }),
      await published(zubin, { site: 'fenmarsh' }),
    ];
    const id = await started(anjali, first, 'northvale');

    await drawnOn(anjali, id, second, 'The way they train carers');

    expect(await sourcesOf(anjali, id)).toEqual([
      { intervention: { id: second.id }, version: { number: 1 }, what: 'The way they train carers' },
    ]);
  });

  it('names the later version when it is said again', async () => {
    const [first, second] = [
      await published(callum, { site: 'tollbridge' }),
      await published(zubin, { site: 'fenmarsh' }),
    ];
    const id = await started(anjali, first, 'northvale');
    await drawnOn(anjali, id, second, 'Training');
    await drawnOn(anjali, id, await publishedAgain(zubin, second), 'Training and forms');

    expect(await sourcesOf(anjali, id)).toEqual([
      { intervention: { id: second.id }, version: { number: 2 }, what: 'Training and forms' },
    ]);
  });

  it('belongs to the families of all of them, and the family is the same from every member', async () => {
    const [first, second] = [
      await published(callum, { site: 'tollbridge' }),
      await published(zubin, { site: 'fenmarsh' }),
    ];
    const { adaptation, result } = await adapted(anjali, first, 'northvale');
    await drawnOn(anjali, adaptation, second);
    const beside = await adapted(maureen, second, 'eastmere');

    const members = [first, second, result, beside.result];
    const families = await Promise.all(members.map((member) => familyOf(anjali, member)));

    for (const family of families) {
      expect(family).toMatchObject({
        roots: sorted(first.id, second.id),
        nodes: sorted(...members.map(({ id }) => id)),
        edges: sorted(adaptation, beside.adaptation),
        truncated: false,
      });
    }
    expect(families.map(({ root }) => root).slice(0, 2)).toEqual([first.id, second.id]);
  });

  it('may be a site’s work on its own', async () => {
    const [first, second] = [
      await published(callum, { site: 'tollbridge' }),
      await published(callum, { site: 'tollbridge' }),
    ];
    const id = await started(callum, first, 'tollbridge');

    await drawnOn(callum, id, second);

    expect(await sourcesOf(callum, id)).toHaveLength(1);
  });

  it('can take one back', async () => {
    const [first, second] = [
      await published(callum, { site: 'tollbridge' }),
      await published(zubin, { site: 'fenmarsh' }),
    ];
    const { adaptation, result } = await adapted(anjali, first, 'northvale');
    await drawnOn(anjali, adaptation, second);

    await anjali.ok(removeDocument, { input: { adaptation, source: second.id } });

    expect(await sourcesOf(anjali, adaptation)).toEqual([]);
    expect((await familyOf(anjali, result)).nodes).toEqual(sorted(first.id, result.id));
    expect(codeOf(await anjali.run(removeDocument, { input: { adaptation, source: second.id } }))).toBe('NOT_FOUND');
    expect(codeOf(await anjali.run(removeDocument, { input: { adaptation, source: first.id } }))).toBe('NOT_FOUND');
  });
});

describe('what an adaptation may draw on', () => {
  it('is nothing that its editor cannot see, and nothing for those who do not edit it', async () => {
    const first = await published(callum, { site: 'tollbridge' });
    const hidden = await published(callum, { site: 'tollbridge', visibility: 'SITE' });
    const id = await started(anjali, first, 'northvale');
    await moved(anjali, id, 'TESTING');

    expect(codeOf(await add(anjali, id, hidden))).toBe('NOT_FOUND');
    expect(codeOf(await add(zubin, id, first))).toBe('FORBIDDEN');
    expect(codeOf(await add(hub.anonymous, id, first))).toBe('UNAUTHENTICATED');
  });

  it('is not the one that it starts from', async () => {
    const first = await published(callum, { site: 'tollbridge' });

    expect(codeOf(await add(anjali, await started(anjali, first, 'northvale'), first))).toBe('BAD_USER_INPUT');
  });

  it('is neither its own result nor anything that grew from it', async () => {
    const first = await published(callum, { site: 'tollbridge' });
    const child = await adapted(anjali, first, 'northvale');
    const grandchild = await adapted(zubin, child.result, 'fenmarsh');

    for (const one of [child.result, grandchild.result]) {
      const answer = await add(anjali, child.adaptation, one);
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'input.sourceVersion' }],
      });
    }
    expect(await sourcesOf(anjali, child.adaptation)).toEqual([]);
  });

  it('is at most ten others', async () => {
    const first = await published(callum, { site: 'tollbridge' });
    const id = await started(anjali, first, 'northvale');
    for (let turn = 0; turn < 10; turn += 1) await drawnOn(anjali, id, await published(callum, { site: 'tollbridge' }));

    expect(codeOf(await add(anjali, id, await published(callum, { site: 'tollbridge' })))).toBe('BAD_USER_INPUT');
  });
});

describe('a further source that a viewer may not see', () => {
  it('is not there for them, nor the way to it, while the rest of the record is', async () => {
    const first = await published(callum, { site: 'tollbridge' });
    const ours = await published(anjali, { site: 'northvale', visibility: 'SITE' });
    const { adaptation, result } = await adapted(anjali, first, 'northvale');
    await updated(anjali, result.id, { visibility: 'NETWORK' });
    const before = await familyOf(zubin, result);
    const revision = await revisionOf(zubin, adaptation);
    await drawnOn(anjali, adaptation, ours, 'Our own way of asking');

    expect(await sourcesOf(zubin, adaptation)).toEqual([]);
    expect(await familyOf(zubin, result)).toEqual(before);
    expect(await revisionOf(zubin, adaptation)).toBe(revision);
    expect(await sourcesOf(anjali, adaptation)).toHaveLength(1);
    expect((await familyOf(anjali, result)).roots).toEqual(sorted(first.id, ours.id));
    expect(codeOf(await zubin.run(removeDocument, { input: { adaptation, source: ours.id } }))).toBe('FORBIDDEN');
  });
});

describe('writers at once', () => {
  it('never close a circle from both ends, however often they try', async () => {
    const [left, right] = await Promise.all([
      adapted(anjali, await published(callum, { site: 'tollbridge' }), 'northvale'),
      adapted(zubin, await published(callum, { site: 'tollbridge' }), 'fenmarsh'),
    ]);
    for (let round = 0; round < 25; round += 1) {
      const answers = await Promise.all([
        add(anjali, left.adaptation, right.result),
        add(zubin, right.adaptation, left.result),
      ]);

      expect(answers.map(codeOf).sort()).toEqual(['BAD_USER_INPUT', 'OK']);
      await hub.sql('DELETE FROM adaptations.further_source');
    }
  });

  it('never close a longer one by three', async () => {
    const writers = [
      { client: anjali, site: 'northvale' },
      { client: zubin, site: 'fenmarsh' },
      { client: maureen, site: 'eastmere' },
    ];
    const three = await Promise.all(
      writers.map(async ({ client, site }) => ({
        client,
        ...(await adapted(client, await published(callum, { site: 'tollbridge' }), site)),
      })),
    );
    for (let round = 0; round < 15; round += 1) {
      const answers = await Promise.all(
        three.map(({ client, adaptation }, at) => add(client, adaptation, three[(at + 1) % 3]!.result)),
      );

      expect(answers.map(codeOf).sort()).toEqual(['BAD_USER_INPUT', 'OK', 'OK']);
      await hub.sql('DELETE FROM adaptations.further_source');
    }
  });
});
