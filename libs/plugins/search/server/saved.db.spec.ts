/** Saved searches: nobody's but their owner's, exact about what is new, and telling those who follow them of what they may see. */
import { careModelRef } from '@hub/core/contract';
import {
  createTestHub,
  noteRef,
  notesPlugin,
  tellNote,
  writeNote,
  type NewNote,
  type TestClient,
  type TestHub,
} from '@hub/testing';

const save =
  'mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { savedSearch { id name newCount whoCanSee } } }';
const look = 'mutation ($id: ID!) { lookAtSavedSearch(input: { savedSearch: $id }) { savedSearch { newCount } } }';
const remove = 'mutation ($id: ID!) { removeSavedSearch(input: { savedSearch: $id }) { removed } }';
const owner = 'site:network/northvale';

let hub: TestHub;
let anjali: TestClient;
let gwen: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ only: ['search', 'subscriptions'], also: [notesPlugin] });
  [anjali, gwen] = await Promise.all([hub.as('anjali-thornapple'), hub.as('gwen-stillwater')]);
});
afterAll(() => hub?.close());

const keep = async (name: string, over: object = {}, as = gwen): Promise<string> =>
  (await as.ok(save, { input: { name, text: name, ...over } })).saveSearch.savedSearch.id;

async function note(name: string, over: Partial<NewNote> = {}): Promise<void> {
  await writeNote(hub, { name, ...over });
  await hub.drain();
}

async function newIn(id: string, as = gwen): Promise<number> {
  const { savedSearches } = await as.ok('{ savedSearches { id newCount } }');
  return savedSearches.find((each: { id: string }) => each.id === id).newCount;
}

const follow = (targetId: string, level: string, as = gwen) =>
  as.ok('mutation ($input: FollowInput!) { follow(input: $input) { level } }', { input: { targetId, level } });

async function told(as = gwen): Promise<{ reason: string; happened: string; subject: { id: string } | null }[]> {
  await hub.drain();
  const { notifications } = await as.ok(
    '{ notifications(first: 100) { edges { node { reason happened actor { id } subject { ... on Note { id } } } } } }',
  );
  return notifications.edges.map(({ node }: { node: object }) => node);
}

describe('what is new', () => {
  it('is what came to fit since it was saved or last looked at, and fits still', async () => {
    await note('ocarina-0', { title: 'Ocarina before' });
    const id = await keep('ocarina');
    expect(await newIn(id)).toBe(0);

    await note('ocarina-1', { title: 'Ocarina' });
    await note('ocarina-2', { title: 'Rounds', body: 'with an ocarina' });
    expect(await newIn(id)).toBe(2);

    await note('ocarina-1', { title: 'Oboe' });
    expect(await newIn(id)).toBe(1);
    expect((await gwen.ok(look, { id })).lookAtSavedSearch.savedSearch.newCount).toBe(0);

    await note('ocarina-2', { title: 'Rounds', body: 'with an ocarina, and more' });
    expect(await newIn(id)).toBe(0);
    await note('ocarina-1', { title: 'Ocarina again' });
    expect(await newIn(id)).toBe(1);
  });

  it('is narrowed by the filters as search is, and follows what moves into them', async () => {
    const id = await keep('Of MCP', { text: 'celesta', kinds: ['NOTE'], modelTypes: ['MCP'] });
    await note('celesta', { title: 'Celesta', careModels: [careModelRef('UEC')] });
    expect(await newIn(id)).toBe(0);

    await note('celesta', { title: 'Celesta', careModels: [careModelRef('UEC'), careModelRef('MCP')] });
    expect(await newIn(id)).toBe(1);
  });

  it('counts nothing that its owner may not see, and counts it once they may', async () => {
    const id = await keep('sackbut');
    await note('sackbut', { title: 'Sackbut', visibility: 'site', owner });
    expect(await newIn(id)).toBe(0);
    await gwen.ok(look, { id });

    await note('sackbut', { title: 'Sackbut', visibility: 'network', owner });
    expect(await newIn(id)).toBe(1);
    await note('sackbut', { title: 'Sackbut', visibility: 'site', owner });
    expect(await newIn(id)).toBe(0);
  });

  it('is what search finds with the same words, once all of it came after', async () => {
    const id = await keep('"glass harmonica" -broken');
    await note('harmonica-1', { title: 'A glass harmonica' });
    await note('harmonica-2', { title: 'A broken glass harmonica' });
    await note('harmonica-3', { title: 'Harmonica of glass' });

    const { search } = await gwen.ok('query ($text: String!) { search(text: $text) { totalCount } }', {
      text: '"glass harmonica" -broken',
    });
    expect([await newIn(id), search.totalCount]).toEqual([1, 1]);
  });
});

describe('days, and words spelt nearly so', () => {
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString();

  it('what changed on other days is not new, and what comes into its days is', async () => {
    const [since, until] = [await keep('Marimba since', { text: 'marimba', changedFrom: day(-1) }), 'Marimba until'];
    const before = await keep(until, { text: 'marimba', changedBefore: day(-1) });
    await note('marimba', { title: 'Marimba', at: new Date(day(-9)) });
    expect([await newIn(since), await newIn(before)]).toEqual([0, 1]);

    await note('marimba', { title: 'Marimba of the ward' });
    expect([await newIn(since), await newIn(before)]).toEqual([1, 0]);
  });

  it('what search finds by words spelt nearly so is found, until something has the words as written', async () => {
    await note('euphonium-0', { title: 'Euphonium' });
    const id = await keep('eufonium');
    await follow(id, 'WATCHING');
    await note('euphonium-1', { title: 'A second euphonium' });
    expect(await newIn(id)).toBe(1);
    expect((await told()).filter(({ reason }) => reason === 'Because of your saved search “eufonium”')).toHaveLength(1);

    await note('euphonium-2', { title: 'Eufonium as it is spelt here' });
    await note('euphonium-3', { title: 'A third euphonium' });
    expect(await newIn(id)).toBe(1);
  });

  it('a word that stands only in what its owner may not see is not taken for what was meant (Z4)', async () => {
    await note('contrabassoon', { title: 'Contrabassoon', visibility: 'site', owner });
    const id = await keep('contrabasoon');
    await note('contrabassoon-2', { title: 'Another contrabassoon' });

    expect(await newIn(id)).toBe(0);
  });

  it('one whose owner sees nothing with its words goes by what only others see as little (Z4)', async () => {
    await note('krummhorn-0', { title: 'Krummhorn' });
    const id = await keep('krumhorn');
    await note('krummhorn-1', { title: 'Krumhorn of ours', visibility: 'site', owner });
    await note('krummhorn-2', { title: 'Krummhorn again' });

    expect(await newIn(id)).toBe(1);
  });
});

describe('whose it is', () => {
  it('nobody else sees it, by any way, nor changes it', async () => {
    const id = await keep('Mine alone', { text: 'didgeridoo' });

    expect((await anjali.ok('{ savedSearches { id } }')).savedSearches).not.toContainEqual({ id });
    expect((await anjali.ok('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
    for (const act of [look, remove]) expect(await anjali.codeOf(act, { id })).toBe('NOT_FOUND');
    expect(
      await anjali.codeOf('mutation ($input: FollowInput!) { follow(input: $input) { level } }', {
        input: { targetId: id, level: 'WATCHING' },
      }),
    ).toBe('NOT_FOUND');
    expect(await hub.anonymous.codeOf('{ savedSearches { id } }')).toBe('UNAUTHENTICATED');
    const facilitator = await hub.as('marisol-greywether');
    expect((await facilitator.ok('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
  });

  it('says so in words', async () => {
    const { savedSearch } = (await gwen.ok(save, { input: { name: 'Whose', text: 'whose' } })).saveSearch;

    expect(savedSearch).toMatchObject({
      name: 'Whose',
      newCount: 0,
      whoCanSee: expect.stringMatching(/^Only .*Stillwater$/),
    });
  });

  it('it goes with what was new in it and with its follow', async () => {
    const id = await keep('bagpipes');
    await follow(id, 'WATCHING');
    await note('bagpipes', { title: 'Bagpipes' });

    expect((await gwen.ok(remove, { id })).removeSavedSearch).toEqual({ removed: id });

    const rows = await hub.sql(
      'SELECT 1 FROM core.entity WHERE ref = $1 UNION ALL SELECT 1 FROM search.saved_match WHERE saved_ref = $1 UNION ALL SELECT 1 FROM subscriptions.follow WHERE target_ref = $1',
      [id],
    );
    expect(rows).toEqual([]);
    expect(await gwen.codeOf(remove, { id })).toBe('NOT_FOUND');
  });

  it.each([
    ['a name used before, in whatever letters', { name: 'WHOSE', text: 'x' }],
    ['a blank name', { name: ' ', text: 'x' }],
    ['blank words', { name: 'Blank', text: ' ' }],
    ['a lesson that there is not', { name: 'Lesson', text: 'x', lessons: [99] }],
    ['too long a name', { name: 'x'.repeat(101), text: 'x' }],
  ])('%s is BAD_USER_INPUT', async (_what, input) => {
    expect(await gwen.codeOf(save, { input })).toBe('BAD_USER_INPUT');
  });

  it('fifty are the most, and sent twice it is saved once', async () => {
    const callum = await hub.as('callum-pennyroyal');
    const input = { name: 'Once', text: 'x', clientMutationId: 'saved-once' };
    const [first, second] = [await callum.ok(save, { input }), await callum.ok(save, { input })];
    expect(second.saveSearch.savedSearch.id).toBe(first.saveSearch.savedSearch.id);
    for (let n = 1; n < 50; n += 1) await keep(`Number ${n}`, {}, callum);

    expect(await callum.codeOf(save, { input: { name: 'One more', text: 'x' } })).toBe('BAD_USER_INPUT');
  });
});

describe('who follows one', () => {
  it('is told of what came to fit it, once, by its name and without an actor', async () => {
    const id = await keep('Vibraphones', { text: 'vibraphone' });
    await follow(id, 'WATCHING');

    await note('vibraphone', { title: 'Vibraphone' });
    await note('vibraphone', { title: 'Vibraphone of the ward' });

    expect((await told()).filter(({ reason }) => reason === 'Because of your saved search “Vibraphones”')).toEqual([
      {
        reason: 'Because of your saved search “Vibraphones”',
        happened: 'Newly found',
        actor: null,
        subject: { id: noteRef('vibraphone') },
      },
    ]);
  });

  it.each(['REPLIES', 'MUTED', 'NONE'])('with the choice %s hears nothing', async (level) => {
    const id = await keep(`Of ${level}`, { text: `clavichord${level.toLowerCase()}` });
    await follow(id, level);
    const before = (await told()).length;

    await note(`clavichord-${level.toLowerCase()}`, { title: `Clavichord${level.toLowerCase()}` });

    expect((await told()).length).toBe(before);
  });

  it('hears of nothing that they may not see, and of it once they may, also when it lies within something that is shown', async () => {
    const id = await keep('lute');
    await follow(id, 'WATCHING');
    const count = async () =>
      (await told()).filter(({ reason }) => reason === 'Because of your saved search “lute”').length;

    await note('lute', { title: 'Lute', visibility: 'site', owner });
    expect(await count()).toBe(0);
    await note('lute', { title: 'Lute', visibility: 'network', owner });
    expect(await count()).toBe(1);

    await note('case', { title: 'Case', visibility: 'site', owner });
    await note('in-case', {
      title: 'Lute in its case',
      visibility: 'network',
      within: [noteRef('case')],
    });
    expect(await count()).toBe(1);
    await note('case', { title: 'Case', visibility: 'network', owner });
    expect(await count()).toBe(2);
    expect(await newIn(id)).toBe(2);
  });

  it('one thing that fits several of them is told once', async () => {
    for (const name of ['theorbo', 'theorbo ward']) await follow(await keep(name), 'FIRST_POSTS');
    const before = (await told()).length;

    await note('theorbo', { title: 'Theorbo on the ward' });

    expect((await told()).length).toBe(before + 1);
  });

  it('hears once of what they were told of already for another reason', async () => {
    await follow(await keep('crumhorn'), 'WATCHING');
    const [at, before] = [new Date(), (await told()).length];
    const addressees = [{ member: 'member:network/gwen-stillwater', because: 'named you' }];

    const subject = await writeNote(hub, { name: 'crumhorn', title: 'Crumhorn rounds', at });
    await tellNote(hub, { subject, actor: null, at, news: 'first', circles: [], addressees });

    expect((await told()).length).toBe(before + 1);
  });
});
