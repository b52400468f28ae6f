/** Who can see this: the words beside every item come from the keys that the access scope compares. */
import { isObjectType } from 'graphql';
import type { EntityRef, Visibility } from '@hub/core/contract';
import { Database, Directory } from '@hub/core/server';
import { createTestHub, noteRef, notesPlugin, type TestClient, type TestHub } from '@hub/testing';

const northvale = 'site:network/northvale';
const tollbridge = 'site:network/tollbridge';

let hub: TestHub;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ only: ['sites'], also: [notesPlugin] });
  anjali = await hub.as('anjali-thornapple');
});
afterAll(() => hub?.close());

interface Note {
  readonly visibility: Visibility;
  readonly owner?: EntityRef;
  readonly within?: readonly EntityRef[];
}

let count = 0;
async function note({ visibility, owner, within = [] }: Note): Promise<EntityRef> {
  const ref = noteRef(`visible-${(count += 1)}`);
  await hub.hub.app
    .get(Database)
    .transaction((tx) =>
      hub.hub.app
        .get(Directory)
        .put(tx, { ref, title: ref, visibility, within, at: new Date(), ...(owner ? { owner } : {}) }),
    );
  return ref;
}

/** The words as somebody reads them who holds every key that the thing needs. */
async function wordsOf(ref: EntityRef): Promise<string> {
  await hub.sql(
    `UPDATE core.account SET keys = ARRAY(SELECT DISTINCT unnest(keys || (SELECT needs FROM core.entity WHERE ref = $1)))
     WHERE ref = 'member:network/anjali-thornapple'`,
    [ref],
  );
  return (await anjali.ok('query ($id: ID!) { node(id: $id) { ... on Note { whoCanSee } } }', { id: ref })).node
    .whoCanSee;
}

describe('Who can see a thing', () => {
  it.each<[string, Note]>([
    ['Anyone, also without an account', { visibility: 'public' }],
    ['Anyone signed in to the hub', { visibility: 'network' }],
    ['Members of Northvale', { visibility: 'site', owner: northvale }],
    ['Those who write or evaluate for Northvale', { visibility: 'draft', owner: northvale }],
  ])('is said as: %s', async (words, thing) => {
    expect(await wordsOf(await note(thing))).toBe(words);
  });

  it('counts what it is within, and leaves out what follows from the rest', async () => {
    const ofNorthvale = await note({ visibility: 'site', owner: northvale });
    const draft = await note({ visibility: 'draft', owner: northvale });

    expect(await wordsOf(await note({ visibility: 'public', within: [ofNorthvale] }))).toBe('Members of Northvale');
    expect(await wordsOf(await note({ visibility: 'network', within: [ofNorthvale] }))).toBe('Members of Northvale');
    expect(await wordsOf(await note({ visibility: 'site', owner: northvale, within: [draft] }))).toBe(
      'Those who write or evaluate for Northvale',
    );
    expect(await wordsOf(await note({ visibility: 'site', owner: tollbridge, within: [ofNorthvale] }))).toBe(
      'Members of Northvale who are also members of Tollbridge and Vale',
    );
    expect(await wordsOf(await note({ visibility: 'site', owner: tollbridge, within: [draft] }))).toBe(
      'Those who write or evaluate for Northvale who are also members of Tollbridge and Vale',
    );
  });

  it('changes with the rule, not with a second record of it', async () => {
    const frame = await note({ visibility: 'network' });
    const inside = await note({ visibility: 'public', within: [frame] });
    expect(await wordsOf(inside)).toBe('Anyone signed in to the hub');

    await hub.hub.app
      .get(Database)
      .transaction((tx) =>
        hub.hub.app.get(Directory).put(tx, { ref: frame, title: frame, visibility: 'public', at: new Date() }),
      );
    expect(await wordsOf(inside)).toBe('Anyone, also without an account');
  });

  it('is served for every kind of entity', async () => {
    const types = Object.values(hub.hub.schema.getTypeMap()).filter(
      (type) => isObjectType(type) && type.getFields().whoCanSee,
    );
    expect(types.map(({ name }) => name).sort()).toEqual(['Member', 'Memo', 'ModelType', 'Note', 'Site', 'Vanguard']);

    const { sites, modelTypes, viewer } = await anjali.ok(
      '{ sites(first: 1) { edges { node { whoCanSee } } } modelTypes { whoCanSee } viewer { whoCanSee } }',
    );
    expect(sites.edges[0].node.whoCanSee).toBe('Anyone, also without an account');
    expect(modelTypes[0].whoCanSee).toBe('Anyone, also without an account');
    expect(viewer.whoCanSee).toBe('Anyone signed in to the hub');
  });
});

describe('Who would see a thing, said before it is sent', () => {
  const ask = 'query ($thing: PlannedThingInput!) { whoWouldSee(thing: $thing) }';
  const words = async (thing: object, client = anjali) => (await client.ok(ask, { thing })).whoWouldSee;

  it('is what is said of the thing once it is made', async () => {
    const frame = await note({ visibility: 'site', owner: northvale });
    await wordsOf(frame);
    for (const thing of [
      { visibility: 'public' as const },
      { visibility: 'network' as const },
      { visibility: 'network' as const, within: [frame] },
      { visibility: 'site' as const, owner: tollbridge, within: [frame] },
      { visibility: 'draft' as const, owner: northvale },
    ]) {
      const { visibility, owner, within } = { owner: null, within: [], ...thing };
      const before = await words({ visibility: visibility.toUpperCase(), site: owner, within });
      expect(before).toBe(await wordsOf(await note(thing)));
    }
  });

  it('tells nothing of a thing that the viewer cannot see (Z2)', async () => {
    const secret = await note({ visibility: 'draft', owner: tollbridge });
    const stranger = await hub.as('zubin-cloverdale');

    expect(await words({ visibility: 'NETWORK', within: [secret] }, stranger)).toBeNull();
    expect(await words({ visibility: 'NETWORK', within: [noteRef('nothing-here')] }, stranger)).toBeNull();
    expect(await words({ visibility: 'SITE', site: secret }, stranger)).toBeNull();
  });

  it('asks for the site of what only a site would see', async () => {
    expect(await anjali.codeOf(ask, { thing: { visibility: 'SITE' } })).toBe('BAD_USER_INPUT');
    expect(await anjali.codeOf(ask, { thing: { visibility: 'COMMUNITY' } })).toBe('BAD_USER_INPUT');
    expect(await hub.anonymous.codeOf(ask, { thing: { visibility: 'PUBLIC' } })).toBe('UNAUTHENTICATED');
  });
});
