import { Database, Directory } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id revision lessons enablers tags viewerCanEdit viewerCanCurate } } }`;
const update = `mutation ($input: UpdateThreadInput!) { updateThread(input: $input) { thread {
  id title revision lessons enablers tags pinned modelTypes { code } summary { body writtenBy { id } } } } }`;
const found = `query ($filter: ThreadFilter) { threads(filter: $filter, first: 100) { totalCount edges { node { id } } } }`;

let hub: TestHub;
let siobhan: TestClient;
let anjali: TestClient;
let gwen: TestClient;
let marisol: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [siobhan, anjali, gwen, marisol] = await Promise.all([
    hub.as('siobhan-wrenfield'),
    hub.as('anjali-thornapple'),
    hub.as('gwen-stillwater'),
    hub.as('marisol-greywether'),
  ]);
});
afterAll(() => hub?.close());

const startBy = async (client: TestClient, over: object = {}) =>
  (await client.ok(start, { input: { title: 'Weekly round', body: 'How?', modelTypes: ['EHCH'], ...over } }))
    .startThread.thread;
const change = async (client: TestClient, thread: string, over: object) =>
  (await client.ok(update, { input: { thread, expectedRevision: 1, ...over } })).updateThread.thread;
const refusal = (client: TestClient, thread: string, over: object) =>
  client.codeOf(update, { input: { thread, expectedRevision: 1, ...over } });
const idsFor = async (client: TestClient, filter: object): Promise<string[]> =>
  (await client.ok(found, { filter })).threads.edges.map(({ node }: { node: { id: string } }) => node.id);

describe('tags', () => {
  it('are given when a thread is started, and find it among others', async () => {
    const thread = await startBy(siobhan, { tags: ['#Quillwort', 'Night  cover'], lessons: [3], enablers: [2, 1] });

    expect(thread).toMatchObject({ tags: ['quillwort', 'night cover'], lessons: [3], enablers: [1, 2] });
    expect(await idsFor(gwen, { tags: ['QUILLWORT'] })).toEqual([thread.id]);
    expect(await idsFor(gwen, { tags: ['quillwort'], lessons: [4] })).toEqual([]);
    expect(await idsFor(gwen, { lessons: [3, 4], enablers: [1], tags: ['night cover'] })).toEqual([thread.id]);
  });

  it('are changed by the one who started it and facilitators, and by nobody else', async () => {
    const { id, viewerCanEdit, viewerCanCurate } = await startBy(siobhan);

    expect([viewerCanEdit, viewerCanCurate]).toEqual([true, false]);
    expect(await refusal(gwen, id, { tags: ['mine'] })).toBe('FORBIDDEN');
    expect(await change(siobhan, id, { tags: ['falls'], title: ' Weekly\tround ' })).toMatchObject({
      ...{ title: 'Weekly round', tags: ['falls'], revision: 2 },
    });
    expect(await change(marisol, id, { expectedRevision: 2, tags: [] })).toMatchObject({ tags: [], lessons: [] });
  });

  it('cannot be of lessons that there are not, nor too many', async () => {
    const { id } = await startBy(siobhan);

    expect(await refusal(siobhan, id, { lessons: [11] })).toBe('BAD_USER_INPUT');
    expect(await refusal(siobhan, id, { tags: Array.from({ length: 11 }, (_, at) => `tag ${at}`) })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await refusal(siobhan, id, { tags: ['x'.repeat(41)] })).toBe('BAD_USER_INPUT');
    expect(await refusal(siobhan, id, { title: ' ' })).toBe('BAD_USER_INPUT');
  });

  it('of threads that somebody may not see are neither listed nor counted (Z4)', async () => {
    const hidden = 'intervention:northvale/hidden-tags';
    const entry = {
      ref: hidden,
      title: 'Hidden',
      visibility: 'site',
      owner: 'site:network/northvale',
      at: new Date(),
    } as const;
    await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(Directory).put(tx, entry));
    await startBy(anjali, { about: hidden, tags: ['only among us', 'spoken of'] });
    await startBy(anjali, { tags: ['spoken of'] });
    const tagsOf = async (client: TestClient) =>
      (await client.ok('{ threadTags { tag threadCount } }')).threadTags.filter(({ tag }: { tag: string }) =>
        ['only among us', 'spoken of'].includes(tag),
      );

    expect(await tagsOf(anjali)).toEqual([
      { tag: 'spoken of', threadCount: 2 },
      { tag: 'only among us', threadCount: 1 },
    ]);
    expect(await tagsOf(gwen)).toEqual([{ tag: 'spoken of', threadCount: 1 }]);
  });
});

describe('what facilitators keep', () => {
  it('is a summary that can be found, a pin, and the care models that a thread belongs to', async () => {
    const { id } = await startBy(siobhan, { modelTypes: ['EHCH', 'MCP'] });

    const kept = await change(marisol, id, {
      summary: 'It comes to bogbean',
      pinned: true,
      modelTypes: ['UEC', 'MCP'],
    });
    await hub.drain();

    expect(kept).toMatchObject({
      ...{ pinned: true, modelTypes: [{ code: 'MCP' }, { code: 'UEC' }] },
      summary: { body: 'It comes to bogbean', writtenBy: { id: 'member:network/marisol-greywether' } },
    });
    expect(await idsFor(gwen, { pinned: true })).toContain(id);
    expect(await idsFor(gwen, { modelTypes: ['UEC'] })).toContain(id);
    expect(await idsFor(gwen, { modelTypes: ['MCP'] })).toContain(id);
    expect(await idsFor(gwen, { modelTypes: ['EHCH'] })).not.toContain(id);
    expect((await gwen.ok('{ search(text: "bogbean") { totalCount } }')).search.totalCount).toBe(1);
  });

  it('is taken back by the same people', async () => {
    const { id } = await startBy(siobhan);
    await change(marisol, id, { summary: 'So far', pinned: true });

    const kept = await change(marisol, id, { expectedRevision: 2, summary: ' ', pinned: false });

    expect(kept).toMatchObject({ summary: null, pinned: false });
    expect(await idsFor(gwen, { pinned: true })).not.toContain(id);
  });

  it('is not for the one who started it', async () => {
    const { id } = await startBy(siobhan);

    for (const over of [{ summary: 'Mine' }, { pinned: true }, { modelTypes: ['UEC'] }])
      expect(await refusal(siobhan, id, over)).toBe('FORBIDDEN');
  });

  it('leaves a thread in at least one care model that there is', async () => {
    const { id } = await startBy(siobhan);

    expect(await refusal(marisol, id, { modelTypes: [] })).toBe('BAD_USER_INPUT');
    expect(await refusal(marisol, id, { modelTypes: ['XYZ'] })).toBe('BAD_USER_INPUT');
    expect(await idsFor(gwen, { modelTypes: ['EHCH'] })).toContain(id);
  });

  it('moves nothing in what is unread', async () => {
    const { id } = await startBy(siobhan);
    const unread = 'query ($id: ID!) { thread(id: $id) { unreadCount lastActivityAt } }';
    const before = (await gwen.ok(unread, { id })).thread;

    await change(marisol, id, { modelTypes: ['ACC'] });

    expect((await gwen.ok(unread, { id })).thread).toEqual(before);
  });
});

it('a stale change is a conflict with what is there now, and changes nothing', async () => {
  const { id } = await startBy(siobhan, { tags: ['falls'] });
  await change(siobhan, id, { title: 'From my phone' });

  const { errors } = await siobhan.run(update, { input: { thread: id, expectedRevision: 1, title: 'From my desk' } });

  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    current: { revision: 2, title: 'From my phone', tags: ['falls'], modelTypes: ['EHCH'], summary: '' },
  });
  expect(await refusal(gwen, 'thread:network/never-was', {})).toBe('NOT_FOUND');
});

it('an anonymous author changes the title without being named', async () => {
  const { id } = await startBy(siobhan, { anonymous: true });
  await hub.sql('DELETE FROM core.domain_event');

  await change(siobhan, id, { title: 'A better title' });

  const events = await hub.sql('SELECT actor_ref, facts::text FROM core.domain_event');
  expect(JSON.stringify(events)).not.toContain('siobhan');
});
