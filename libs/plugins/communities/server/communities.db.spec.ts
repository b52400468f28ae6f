import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { change, createCommunity, letIn, makeCommunity, memberOf } from './testing/communities';

const card = `query ($id: ID!) { community(id: $id) { name purpose kind memberCount memberCountRounded welcome viewerRole viewerSeesInside
  viewerCanJoin viewerCanAsk viewerCanFacilitate facilitators { id } members { totalCount edges { role node { id } } } } }`;
const list =
  'query ($filter: CommunityFilter) { communities(filter: $filter, first: 100) { totalCount edges { node { id } } } }';

let hub: TestHub;
let siobhan: TestClient;
let owain: TestClient;
let grace: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [siobhan, owain, grace] = (await Promise.all(
    ['siobhan-wrenfield', 'owain-saltmere', 'grace-tidewell'].map((slug) => hub.as(slug)),
  )) as [TestClient, TestClient, TestClient];
});
afterAll(() => hub?.close());

const seen = async (client: TestClient, id: string) => (await client.ok(card, { id })).community;
const listed = async (client: TestClient, filter = {}): Promise<string[]> =>
  (await client.ok(list, { filter })).communities.edges.map(({ node }: { node: { id: string } }) => node.id);

/** One of each kind, which Siobhan facilitates and Owain belongs to. */
async function made(kind: string): Promise<string> {
  const { id } = await makeCommunity(siobhan, kind);
  await siobhan.ok(change('updateCommunity'), { input: { community: id, expectedRevision: 1, welcome: 'Hello you' } });
  await letIn(siobhan, owain, 'owain-saltmere', id);
  return id;
}

describe('who sees what', () => {
  const inside = { viewerSeesInside: true, welcome: 'Hello you', memberCount: 2, memberCountRounded: false };
  const cardOnly = {
    ...{ viewerSeesInside: false, welcome: null, memberCount: 5, memberCountRounded: true },
    members: { totalCount: 0, edges: [] },
  };

  it.each([
    ['OPEN', 'nobody', cardOnly],
    ['OPEN', 'an outsider', inside],
    ['OPEN', 'a member', inside],
    ['OPEN', 'a facilitator', inside],
    ['CLOSED', 'nobody', null],
    ['CLOSED', 'an outsider', cardOnly],
    ['CLOSED', 'a member', inside],
    ['CLOSED', 'a facilitator', inside],
    ['PRIVATE', 'nobody', null],
    ['PRIVATE', 'an outsider', null],
    ['PRIVATE', 'a member', inside],
    ['PRIVATE', 'a facilitator', inside],
  ])('of one that is %s %s sees what they may, in lists too (Z1)', async (kind, who, expected) => {
    const id = await made(kind);
    const client = { nobody: hub.anonymous, 'an outsider': grace, 'a member': owain, 'a facilitator': siobhan }[who];
    if (!client) throw new Error(who);

    const found = await seen(client, id);
    expect(expected === null ? found : { found, listed: (await listed(client)).includes(id) }).toEqual(
      expected === null ? null : { found: expect.objectContaining(expected), listed: true },
    );
    if (expected === null) expect(await listed(client)).not.toContain(id);
  });

  it('the card of a closed one names who facilitates it', async () => {
    expect(await seen(grace, await made('CLOSED'))).toMatchObject({
      facilitators: [{ id: memberOf('siobhan-wrenfield') }],
      ...{ viewerCanAsk: true, viewerCanJoin: false, viewerCanFacilitate: false },
    });
  });

  it('a private one answers to nothing, as if there were none (Z2)', async () => {
    const id = await made('PRIVATE');
    const other = 'community:network/c-0000000000000000';
    for (const [name, more] of [
      ['joinCommunity', {}],
      ['askToJoinCommunity', { words: 'Let me in' }],
      ['leaveCommunity', {}],
      ['updateCommunity', { expectedRevision: 1 }],
      ['changeCommunityKind', { expectedRevision: 1, kind: 'OPEN' }],
      ['removeFromCommunity', { member: memberOf('owain-saltmere'), words: 'Go' }],
    ] as const) {
      const about = await grace.run(change(name), { input: { community: id, ...more } });
      const missing = await grace.run(change(name), { input: { community: other, ...more } });
      expect(about.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
      expect(about.errors?.map(({ message }) => message)).toEqual(missing.errors?.map(({ message }) => message));
    }
  });

  it('two of one name have addresses of their own, and a private one says nothing in its', async () => {
    const twice = { name: 'Twice told' };
    const refs = [
      await makeCommunity(siobhan, 'OPEN', twice),
      await makeCommunity(siobhan, 'PRIVATE', twice),
      await makeCommunity(owain, 'CLOSED', twice),
    ].map(({ id }) => id);

    expect([refs[0], refs[2]]).toEqual(['community:network/twice-told', 'community:network/twice-told-2']);
    expect(refs[1]).toMatch(/^community:network\/c-[0-9a-f]{16}$/);
  });

  it('a private one is found by the words of its name by its members alone (Z4)', async () => {
    const { id } = await makeCommunity(siobhan, 'PRIVATE', { name: 'Quillwort circle' });
    await hub.drain();
    const search = '{ search(text: "quillwort") { totalCount edges { node { ... on Community { id } } } } }';

    expect((await siobhan.ok(search)).search.edges).toEqual([{ node: { id } }]);
    expect((await grace.ok(search)).search).toEqual({ totalCount: 0, edges: [] });
  });

  it('one’s own are listed by themselves', async () => {
    const id = await made('PRIVATE');

    expect(await listed(owain, { mine: true })).toContain(id);
    expect(await listed(grace, { mine: true })).toEqual([]);
  });
});

describe('changing the kind', () => {
  const kindOf = (id: string, kind: string, expectedRevision: number) =>
    siobhan.ok(change('changeCommunityKind'), { input: { community: id, expectedRevision, kind } });

  it('takes effect at once, both ways', async () => {
    const id = await made('OPEN');
    await kindOf(id, 'PRIVATE', 2);
    expect([await seen(grace, id), await listed(grace)]).toEqual([null, expect.not.arrayContaining([id])]);
    expect((await seen(owain, id)).viewerSeesInside).toBe(true);

    await kindOf(id, 'CLOSED', 3);
    expect((await seen(grace, id)).viewerSeesInside).toBe(false);

    await kindOf(id, 'OPEN', 4);
    expect((await seen(grace, id)).viewerSeesInside).toBe(true);
  });

  it('is for facilitators, and for those who know how it stands', async () => {
    const id = await made('OPEN');
    const input = { community: id, expectedRevision: 2, kind: 'PRIVATE' };

    expect(await owain.codeOf(change('changeCommunityKind'), { input })).toBe('FORBIDDEN');
    expect(await siobhan.codeOf(change('changeCommunityKind'), { input: { ...input, expectedRevision: 1 } })).toBe(
      'CONFLICT',
    );
    expect((await seen(grace, id)).kind).toBe('OPEN');
  });
});

describe('the community of a care model', () => {
  const ofModel = `{ modelType(code: "MCP") { name community { id name kind revision viewerCanFacilitate viewerCanJoin modelType { code } } } }`;

  it('is open, called as the care model is, and in no list of communities', async () => {
    const { modelType } = await grace.ok(ofModel);

    expect(modelType.community).toEqual({
      ...{ id: 'community:network/mcp', name: modelType.name, kind: 'OPEN', revision: 2 },
      ...{ viewerCanFacilitate: false, viewerCanJoin: false, modelType: { code: 'MCP' } },
    });
    expect(await listed(grace)).not.toContain('community:network/mcp');
  });

  it('keeps its name and stays open, and its facilitators write its welcome', async () => {
    const marisol = await hub.as('marisol-greywether');
    const input = { community: 'community:network/mcp', expectedRevision: 2 };

    expect(await marisol.codeOf(change('changeCommunityKind'), { input: { ...input, kind: 'PRIVATE' } })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await marisol.codeOf(change('updateCommunity'), { input: { ...input, name: 'Ours' } })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await grace.codeOf(change('updateCommunity'), { input: { ...input, welcome: 'Mine' } })).toBe('FORBIDDEN');
    await marisol.ok(change('updateCommunity'), { input: { ...input, welcome: 'Come in' } });
    expect((await seen(grace, 'community:network/mcp')).welcome).toBe('Come in');
  });
});

describe('making one', () => {
  it.each([
    ['a name', { name: ' ' }, 'input.name'],
    ['a purpose', { purpose: '' }, 'input.purpose'],
    ['a care model', { modelTypes: [] }, 'input.modelTypes'],
    ['care models that there are', { modelTypes: ['XYZ'] }, 'input.modelTypes'],
  ])('needs %s', async (_what, over, path) => {
    const input = { name: 'Name', purpose: 'Purpose', kind: 'OPEN', modelTypes: ['MCP'], ...over };
    const { errors } = await grace.run(createCommunity, { input });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  it('is for members', async () => {
    const input = { name: 'Name', purpose: 'Purpose', kind: 'OPEN', modelTypes: ['MCP'] };

    expect(await hub.anonymous.codeOf(createCommunity, { input })).toBe('UNAUTHENTICATED');
  });
});
