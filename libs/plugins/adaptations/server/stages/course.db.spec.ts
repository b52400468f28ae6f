/** The course of an adaptation on a real database: starting, moving, who may, what a stale or repeated request gets. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import {
  moveDocument,
  moved,
  published,
  publishedAgain,
  started,
  startDocument,
  updated,
  type Published,
} from '../adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let leonie: TestClient;
let callum: TestClient;
let source: Published;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, leonie, callum] = await Promise.all([
    hub.as('anjali-thornapple'),
    hub.as('leonie-fernmoss'),
    hub.as('callum-pennyroyal'),
  ]);
});
afterAll(() => hub.close());
beforeEach(async () => {
  source = await published(callum, { site: 'tollbridge' });
});

const start = (client: TestClient, input: Record<string, unknown> = {}) =>
  client.run(startDocument, { input: { sourceVersion: source.currentVersion.id, site: 'northvale', ...input } });

describe('starting an adaptation', () => {
  it('gives the site a record of its own, from one published version', async () => {
    const { data } = await start(anjali, { why: 'Falls at night are rising here.' });

    expect(data.startAdaptation.adaptation).toEqual({
      id: `adaptation:northvale/${source.slug}`,
      title: expect.stringMatching(/^Falls huddle \d+, adapted by Northvale$/),
      why: 'Falls at night are rising here.',
      stage: 'CONSIDERING',
      revision: 1,
      startedAt: expect.any(String),
      site: { slug: 'northvale' },
      source: { number: 1 },
      sourceIntervention: { id: source.id },
    });
  });

  it('is for members of the site alone', async () => {
    expect(
      await callum.codeOf(startDocument, { input: { sourceVersion: source.currentVersion.id, site: 'northvale' } }),
    ).toBe('FORBIDDEN');
    expect(
      await hub.anonymous.codeOf(startDocument, {
        input: { sourceVersion: source.currentVersion.id, site: 'northvale' },
      }),
    ).toBe('UNAUTHENTICATED');
  });

  it('is NOT_FOUND for a site or version that is not there, and for an id of something else', async () => {
    const codes = await Promise.all(
      [
        { site: 'nowhere' },
        { sourceVersion: 'version:00000000-0000-4000-8000-000000000000' },
        { sourceVersion: source.id },
        { sourceVersion: 'post:00000000-0000-4000-8000-000000000000' },
      ].map(async (input) => (await start(anjali, input)).errors?.[0]?.extensions.code),
    );

    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect((await start(anjali, { sourceVersion: 'version 1' })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.sourceVersion' }],
    });
  });

  it('is NOT_FOUND from a version that the member may not see', async () => {
    const hidden = await published(callum, { site: 'tollbridge', visibility: 'SITE' });

    expect((await start(anjali, { sourceVersion: hidden.currentVersion.id })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
  });

  it('is a conflict while the site is at work on one, and names that one', async () => {
    const adaptation = await started(anjali, source, 'northvale');

    const { errors } = await start(leonie);

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { id: adaptation } });
  });

  it('is a conflict for all but one of those who start at the same moment', async () => {
    const answers = await Promise.all([start(anjali), start(leonie), start(anjali), start(leonie)]);

    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors?.[0]?.extensions.code ?? [])).toEqual([
      'CONFLICT',
      'CONFLICT',
      'CONFLICT',
    ]);
  });

  it('is possible again when the earlier one was stopped or declined', async () => {
    const first = await started(anjali, source, 'northvale');
    await moved(anjali, first, 'DECLINED');

    const second = await started(anjali, source, 'northvale');

    expect(second).toBe(`${first}-2`);
    expect(await anjali.codeOf(moveDocument, { input: { adaptation: first, stage: 'CONSIDERING' } })).toBe('CONFLICT');
  });

  it('is open to the very site that it comes from: it may learn from its own', async () => {
    const { data } = await callum.run(startDocument, {
      input: { sourceVersion: source.currentVersion.id, site: 'tollbridge' },
    });

    expect(data.startAdaptation.adaptation.site.slug).toBe('tollbridge');
  });

  it('answers the same request twice with the same record, once', async () => {
    const [first, second] = [
      await start(anjali, { clientMutationId: 'start-1' }),
      await start(anjali, { clientMutationId: 'start-1' }),
    ];

    expect(second).toEqual(first);
    expect(await hub.sql('SELECT 1 FROM adaptations.adaptation WHERE source_ref = $1', [source.id])).toHaveLength(1);
  });

  it('is a conflict when a request id comes back with something else', async () => {
    await start(anjali, { clientMutationId: 'start-2' });

    const { errors } = await start(anjali, { clientMutationId: 'start-2', why: 'Another reason' });

    expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
  });
});

describe('moving an adaptation', () => {
  const move = (client: TestClient, input: Record<string, unknown>) => client.run(moveDocument, { input });

  it('keeps every stage with who moved it and what was learned', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await move(anjali, { adaptation, stage: 'ASSESSING' });

    const { data } = await move(leonie, { adaptation, stage: 'DECLINED', learned: 'Our falls are by day.' });

    expect(data.moveAdaptation.adaptation).toMatchObject({
      stage: 'DECLINED',
      revision: 3,
      history: [
        { stage: 'CONSIDERING', learned: null, by: { displayName: 'Dr Anjali Thornapple' } },
        { stage: 'ASSESSING', learned: null, by: { displayName: 'Dr Anjali Thornapple' } },
        { stage: 'DECLINED', learned: 'Our falls are by day.', by: { displayName: 'Leonie Fernmoss' } },
      ],
    });
  });

  it('makes a draft of the site, with the text of the source version, when it comes to adapting', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await updated(callum, source.id, { sections: [{ key: 'why', body: 'Something newer, not published.' }] });

    const result = await moved(anjali, adaptation, 'ADAPTING');

    const { node } = await anjali.ok(
      'query($id: ID!) { node(id: $id) { ... on Intervention { status site { slug } modelTypes { code } draft { key body } currentVersion { id } } } }',
      { id: result },
    );
    expect(node).toMatchObject({
      status: 'DRAFT',
      site: { slug: 'northvale' },
      modelTypes: [{ code: 'EHCH' }],
      currentVersion: null,
    });
    expect(node.draft.map(({ key }: { key: string }) => key)).toEqual([
      'why',
      'procedures',
      'who_provides',
      'how',
      'where',
      'when_how_much',
    ]);
    expect(node.draft[0].body).toBe('Residents fall at night.');
  });

  it('begins that draft with the components of the source version, under the same keys', async () => {
    const { id, revision } = await updated(callum, source.id, {
      components: [{ key: 'huddle', name: 'The huddle', core: true, reason: 'It is where falls are talked about.' }],
    });
    const again = await publishedAgain(callum, { id, revision });
    await updated(callum, id, { components: [] });

    const result = await moved(anjali, await started(anjali, again, 'northvale'), 'ADAPTING');

    const { node } = await anjali.ok(
      'query($id: ID!) { node(id: $id) { ... on Intervention { nextVersion { components { key name core } } } } }',
      { id: result },
    );
    expect(node.nextVersion.components).toEqual([{ key: 'huddle', name: 'The huddle', core: true }]);
  });

  it('makes that draft once', async () => {
    const adaptation = await started(anjali, source, 'northvale');

    const first = await moved(anjali, adaptation, 'ADAPTING');
    await moved(anjali, adaptation, 'TESTING');
    const again = await moved(anjali, adaptation, 'ADAPTING');

    expect(again).toBe(first);
  });

  it('makes none where the site runs the source as it is', async () => {
    const adaptation = await started(anjali, source, 'northvale');

    expect(await moved(anjali, adaptation, 'RUNNING')).toBeNull();
  });

  it('is refused, with where else it can go, when the table of moves has no such move', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'RUNNING');

    const { errors } = await move(anjali, { adaptation, stage: 'DECLINED' });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.stage', message: expect.stringContaining('stopped') }],
    });
  });

  it('is a conflict for a stale revision, which tells the present one and changes nothing', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await move(leonie, { adaptation, stage: 'ASSESSING', expectedRevision: 1 });

    const { errors } = await move(anjali, { adaptation, stage: 'DECLINED', expectedRevision: 1 });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { id: adaptation, revision: 2, stage: 'ASSESSING' },
    });
    expect(
      (await anjali.ok('query($id: ID!) { adaptation(id: $id) { stage } }', { id: adaptation })).adaptation.stage,
    ).toBe('ASSESSING');
  });

  it('answers the same request twice without moving twice', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    const input = { adaptation, stage: 'ASSESSING', clientMutationId: 'move-1' };

    const [first, second] = [await move(anjali, input), await move(anjali, input)];

    expect(first.errors).toBeUndefined();
    expect(second).toEqual(first);
  });

  it('is NOT_FOUND for those who cannot see it, FORBIDDEN for those who can', async () => {
    const adaptation = await started(anjali, source, 'northvale');

    expect(await callum.codeOf(moveDocument, { input: { adaptation, stage: 'ASSESSING' } })).toBe('NOT_FOUND');
    await moved(anjali, adaptation, 'TESTING');
    expect(await callum.codeOf(moveDocument, { input: { adaptation, stage: 'RUNNING' } })).toBe('FORBIDDEN');
    expect(await hub.anonymous.codeOf(moveDocument, { input: { adaptation, stage: 'RUNNING' } })).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('is NOT_FOUND for the id of something else, even of one that the member may edit', async () => {
    const own = await published(anjali, { site: 'northvale' });

    expect(await anjali.codeOf(moveDocument, { input: { adaptation: own.id, stage: 'ASSESSING' } })).toBe('NOT_FOUND');
    expect(await anjali.codeOf(moveDocument, { input: { adaptation: 'northvale', stage: 'ASSESSING' } })).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('takes no text with a NUL and none that is too long', async () => {
    const adaptation = await started(anjali, source, 'northvale');

    for (const learned of ['a\u0000b', 'x'.repeat(10_001)]) {
      expect((await move(anjali, { adaptation, stage: 'ASSESSING', learned })).errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'input.learned' }],
      });
    }
  });
});
