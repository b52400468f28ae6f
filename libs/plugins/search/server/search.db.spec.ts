/** Search on a real database: what is found, by whom, in which order, page by page. */
import { careModelRef } from '@hub/core/contract';
import { createTestHub, notesPlugin, noteRef, writeNote, type TestClient, type TestHub } from '@hub/testing';
import { siteRef } from '@hub/plugins/sites/contract';
import { SearchIndex } from './index';

let hub: TestHub;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ only: ['search', 'subscriptions'], also: [notesPlugin] });
  anjali = await hub.as('anjali-thornapple');
});
afterAll(() => hub.close());

const document = `query Find($text: String!, $kinds: [SearchKind!], $modelTypes: [String!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, modelTypes: $modelTypes, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { cursor matchedLine node { __typename ... on Node { id } ... on Note { title } } }
  }
}`;

interface Found {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly {
    readonly matchedLine: string | null;
    readonly node: { readonly __typename: string; readonly id: string };
  }[];
}

async function find(text: string, variables: Record<string, unknown> = {}, as = anjali): Promise<Found> {
  return (await as.ok(document, { text, ...variables })).search;
}

const idsOf = (found: Found) => found.edges.map(({ node }) => node.id);

async function note(name: string, title: string, body = '', more: object = {}) {
  const ref = await writeNote(hub, { name, title, body, ...more });
  await hub.drain();
  return ref;
}

describe('what is found', () => {
  it('a word of the title or of the body, in any of its forms', async () => {
    const inTitle = await note('wards', 'Quieter wards at night');
    const inBody = await note('lamps', 'Lamps', 'Dimmed lights make a quieter ward.');

    expect(idsOf(await find('quieter ward')).sort()).toEqual([inBody, inTitle].sort());
    expect(idsOf(await find('QUIETER WARDS')).sort()).toEqual([inBody, inTitle].sort());
  });

  it('hits in the title come before hits in the body, however often the body says it', async () => {
    const inBody = await note('often', 'Notes of a year', 'Didgeridoo. Didgeridoo, didgeridoo!\nAnd again didgeridoo');
    const inTitle = await note('once', 'Didgeridoo in every practice');

    expect(idsOf(await find('didgeridoo'))).toEqual([inTitle, inBody]);
  });

  it('the beginning of the last word is enough', async () => {
    const found = await note('kaleidoscope', 'A kaleidoscope of tasks');

    expect(idsOf(await find('tasks kaleid'))).toEqual([found]);
  });

  it('either of two words is enough with an OR between them, whichever of them it has', async () => {
    const [first, second] = [await note('either-1', 'Crumhorn'), await note('either-2', 'Sackbut')];

    expect(idsOf(await find('crumhorn or sackbut')).sort()).toEqual([first, second].sort());
  });

  it('whatever is left out, the beginning of the last word is enough', async () => {
    const found = await note('left-out', 'Ocarina of clay');
    await note('left-out-too', 'Ocarina of wood');

    expect(idsOf(await find('-wood ocari'))).toEqual([found]);
  });

  it.each(['rhumatology', 'rheumatolgoy', 'RHEUMATOLOGI', 'rhumatology by telefone'])(
    'a misspelt word finds what is spelt nearly so, when nothing has it as written: %p',
    async (text) => {
      const found = await note('rheumatology', 'Rheumatology by telephone');

      expect(await find(text)).toMatchObject({ totalCount: 1, edges: [{ node: { id: found } }] });
    },
  );

  it.each(['couhg', 'ocugh', 'cuogh', 'coguh clinics'])(
    'two letters that changed places count as one, also in a short word: %p',
    async (text) => {
      const found = await note('cough', 'Cough clinic');

      expect(await find(text)).toMatchObject({ totalCount: 1, edges: [{ node: { id: found } }] });
    },
  );

  it('a misspelt word of a body is found with its line', async () => {
    const found = await note('bodies', 'Minutes', 'We spoke of the ophthalmoscope.');

    expect((await find('opthalmoscope')).edges).toEqual([
      expect.objectContaining({
        matchedLine: 'We spoke of the ophthalmoscope.',
        node: { __typename: 'Note', id: found, title: 'Minutes' },
      }),
    ]);
  });

  it('what fits as written keeps what is only spelt nearly so out', async () => {
    const written = await note('sonata', 'Sonata');
    await note('sonatas', 'Sonaty');

    expect(idsOf(await find('sonata'))).toEqual([written]);
  });

  it('nothing at all for a word that nobody used', async () => {
    expect(await find('qwxzvkj')).toMatchObject({
      totalCount: 0,
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('quotes hold words together and a minus leaves words out', async () => {
    const together = await note('phrase-1', 'Hand on the copper tiller');
    const apart = await note('phrase-2', 'Tiller and copper');

    expect(idsOf(await find('"copper tiller"'))).toEqual([together]);
    expect(idsOf(await find('tiller -hand'))).toEqual([apart]);
  });

  it.each(['!!', 'a', "o'b & | !", ':*', '\\', '"', '((', "'':*", 'x'.repeat(200), '%_', '-', '<->'])(
    'any text is taken as words, never as a language: %p',
    async (text) => {
      expect((await anjali.run(document, { text })).errors).toBeUndefined();
    },
  );

  it('a changed title is found by its new words only, and a thing no longer documented by none', async () => {
    const ref = await note('renamed', 'Marmalade mornings');
    await note('renamed', 'Chutney mornings');

    expect(idsOf(await find('marmalade'))).toEqual([]);
    expect(idsOf(await find('chutney'))).toEqual([ref]);

    await note('renamed', 'Chutney mornings', '', { state: 'unlisted' });

    expect(idsOf(await find('chutney'))).toEqual([]);
  });

  it('sites and members of the network are found too, each as its own type', async () => {
    const types = new Set((await find('Northvale', { first: 100 })).edges.map(({ node }) => node.__typename));

    expect(types).toEqual(new Set(['Site', 'Member']));
    expect(idsOf(await find('Thornapple'))).toContain('member:network/anjali-thornapple');
  });
});

describe('who finds it', () => {
  it('members who may see it, in the hits and in the count; others as if it did not exist', async () => {
    const owner = siteRef('northvale');
    const ref = await note('private', 'Xylophone of the ward', '', { visibility: 'site', owner });
    const stranger = await hub.as((await anyoneNotOf(owner)).ref);

    expect(await find('xylophone')).toMatchObject({ totalCount: 1, edges: [{ node: { id: ref } }] });
    expect(await find('xylophone', {}, stranger)).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('a hidden hit does not keep a stranger from the nearly right title that they may see', async () => {
    const owner = siteRef('northvale');
    await note('hidden-tambourine', 'Tambourin', '', { visibility: 'site', owner });
    const shown = await note('tambourine', 'Tambourine hour');
    const stranger = await hub.as((await anyoneNotOf(owner)).ref);

    expect(idsOf(await find('tambourinx', {}, stranger))).toEqual([shown]);
    expect(idsOf(await find('tambourin', {}, stranger))).toEqual([shown]);
  });

  it('a site that comes to show it to the network lets everyone find it', async () => {
    const owner = siteRef('northvale');
    const ref = await note('opened', 'Accordion club', '', { visibility: 'site', owner });
    const stranger = await hub.as((await anyoneNotOf(owner)).ref);
    expect(idsOf(await find('accordion', {}, stranger))).toEqual([]);

    await note('opened', 'Accordion club', '', { visibility: 'network', owner });

    expect(idsOf(await find('accordion', {}, stranger))).toEqual([ref]);
  });

  it('signed out, search needs a session', async () => {
    expect(await hub.anonymous.codeOf(document, { text: 'falls' })).toBe('UNAUTHENTICATED');
  });
});

describe('narrowing and paging', () => {
  beforeAll(async () => {
    for (const at of [1, 2, 3, 4, 5, 6, 7]) {
      await writeNote(hub, {
        name: `bassoon-${at}`,
        title: at % 2 ? 'Bassoon' : `Wind ${at}`,
        body: 'bassoon',
        careModels: [careModelRef(at < 4 ? 'MCP' : 'UEC')],
      });
    }
    await hub.drain();
  });

  it('by kind and by care model, counts included', async () => {
    expect((await find('bassoon', { kinds: ['NOTE'] })).totalCount).toBe(7);
    expect((await find('bassoon', { kinds: ['SITE', 'MEMBER'] })).totalCount).toBe(0);
    expect((await find('bassoon', { modelTypes: ['MCP'] })).totalCount).toBe(3);
    expect((await find('bassoon', { modelTypes: ['MCP', 'UEC'] })).totalCount).toBe(7);
    expect((await find('bassoon', { modelTypes: ['NOSUCH'] })).totalCount).toBe(0);
  });

  it('the pages together are the whole list, each hit once, in the order of the whole', async () => {
    const whole = idsOf(await find('bassoon', { first: 100 }));
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Found = await find('bassoon', { first: 2, after });
      paged.push(...idsOf(page));
      expect(page.totalCount).toBe(7);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }

    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(7);
  });

  it('first: 0 answers no edges and still the count', async () => {
    expect(await find('bassoon', { first: 0 })).toMatchObject({ totalCount: 7, edges: [] });
  });

  it('takes one statement beside the one for the session, whatever the page size', async () => {
    expect(await hub.countReads(() => find('bassoon', { first: 1 }))).toBeLessThanOrEqual(2);
    expect(await hub.countReads(() => find('bassoon', { first: 100 }))).toBeLessThanOrEqual(2);
  });

  it.each([
    ['blank text', { text: ' \n ' }],
    ['empty text', { text: '' }],
    ['text that is too long', { text: 'x'.repeat(201) }],
    ['a NUL character', { text: 'fa\u0000ll' }],
    ['a lone surrogate', { text: 'fa\ud800ll' }],
    ['a negative page', { text: 'bassoon', first: -1 }],
    ['a page over 100', { text: 'bassoon', first: 101 }],
    ['a cursor that is none', { text: 'bassoon', after: 'nonsense' }],
  ])('%s is BAD_USER_INPUT', async (_what, variables) => {
    expect(await anjali.codeOf(document, variables)).toBe('BAD_USER_INPUT');
  });

  it('a cursor of another list is BAD_USER_INPUT', async () => {
    const { sites } = await anjali.ok('{ sites(first: 1) { pageInfo { endCursor } } }');

    expect(await anjali.codeOf(document, { text: 'bassoon', after: sites.pageInfo.endCursor })).toBe('BAD_USER_INPUT');
  });
});

describe('a word that stands in more than are ranked', () => {
  const owner = siteRef('northvale');
  const query = `query ($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
    search(text: $text, kinds: $kinds, first: $first, after: $after) {
      totalCount moreThanTotal pageInfo { hasNextPage endCursor } edges { node { ... on Note { id } } } }
    searchCounts(text: $text, kinds: $kinds) { filter value count orMore } }`;
  let stranger: TestClient;

  /** Of `n`, every fifth has it in the title, and the higher the number the newer it is. */
  const write = (name: string, from: number, to: number, needs: string) =>
    hub.sql(
      `WITH entity AS (
         INSERT INTO core.entity (ref, kind, title, summary, care_models, visibility, within, needs, created_at, updated_at)
         SELECT 'note:network/${name}-' || n, 'note', CASE WHEN n % 5 = 0 THEN 'Serinette ' || n + 1000 ELSE 'Song ' || n + 1000 END, '', '{}', 'network', '{}', ARRAY[$3::text],
           now(), timestamptz '2016-01-01' + (n / 2) * interval '1 minute' FROM generate_series($1::int, $2::int) n
         RETURNING *)
       INSERT INTO search.document (ref, kind, title, body, changed_at, needs)
       SELECT ref, kind, title, repeat('serinette ', 1 + right(title, 3)::int % 7), updated_at, needs FROM entity`,
      [from, to, needs],
    );

  async function walk(as: TestClient, first = 100, text = 'serinette'): Promise<string[]> {
    const refs: string[] = [];
    for (let after: string | null = null; ;) {
      const { search } = await as.ok(query, { text, first, after });
      refs.push(...search.edges.map(({ node }: { node: { id: string } }) => node.id));
      if (!search.pageInfo.hasNextPage) return refs;
      after = search.pageInfo.endCursor;
    }
  }

  const numberIn = (ref: string) => Number(ref.split('-').at(-1));

  beforeAll(async () => {
    stranger = await hub.as((await anyoneNotOf(owner)).ref);
    await write('seen', 1, 1300, 'network');
  });

  it('is found to the last of them, each once: titles first, and after those that are ranked the newest first', async () => {
    const walked = await walk(stranger);
    const [titles, others] = [walked.slice(0, 260), walked.slice(260)];
    const isNewestFirst = (refs: readonly string[]) =>
      refs.every((ref, at) => at === 0 || Math.floor(numberIn(ref) / 2) <= Math.floor(numberIn(refs[at - 1]!) / 2));

    expect(new Set(walked).size).toBe(1300);
    expect(walked).toHaveLength(1300);
    expect(titles.every((ref) => numberIn(ref) % 5 === 0)).toBe(true);
    expect(isNewestFirst(titles.slice(200))).toBe(true);
    expect(isNewestFirst(others.slice(200))).toBe(true);
    expect(isNewestFirst(others)).toBe(false);
    expect(await walk(stranger, 37)).toEqual(walked);
  });

  it('is found to the last of them where it is misspelt, titles first', async () => {
    await hub.sql(`INSERT INTO search.word VALUES ('serinette') ON CONFLICT DO NOTHING`);

    const walked = await walk(stranger, 100, 'serinettw');

    expect(new Set(walked).size).toBe(1300);
    expect(walked).toHaveLength(1300);
    expect(walked.slice(0, 260).every((ref) => numberIn(ref) % 5 === 0)).toBe(true);
  });

  it('is counted to a thousand, and said to be more, where it is', async () => {
    const { search, searchCounts } = await stranger.ok(query, { text: 'serinette' });
    const titled = await stranger.ok(query, { text: 'serinette 2300' });

    expect(search).toMatchObject({ totalCount: 1000, moreThanTotal: true });
    expect(searchCounts).toEqual([{ filter: 'KIND', value: 'NOTE', count: 1000, orMore: true }]);
    expect(titled.search).toMatchObject({ totalCount: 1, moreThanTotal: false });
    expect(titled.searchCounts).toEqual([{ filter: 'KIND', value: 'NOTE', count: 1, orMore: false }]);
  });

  it('is ranked without a call of a function of ours for each hit: PostgreSQL writes it out', async () => {
    const rank = `SELECT search.score_of(title_words, words, 'serinette') FROM search.document`;
    const plan = JSON.stringify(await hub.sql(`EXPLAIN (VERBOSE) ${rank}`));

    expect(plan).toContain('ts_rank(');
    expect(plan).not.toContain('score_of');
  });

  it('gives whoever may not see the newest of them the same as if these were not there (Z4)', async () => {
    const before = await walk(stranger);
    await write('hidden', 2001, 2500, owner);

    expect(await walk(stranger)).toEqual(before);
    const { search } = await anjali.ok(query, { text: 'serinette', first: 100 });
    expect(search.edges.some(({ node }: { node: { id: string } }) => node.id.includes('hidden'))).toBe(true);
  });
});

describe('the index', () => {
  it('is made anew by walking the directory', async () => {
    const ref = await note('rebuilt', 'Harpsichord loan');
    await hub.sql('TRUNCATE search.document');
    expect(idsOf(await find('harpsichord'))).toEqual([]);

    const walked = await hub.hub.app.get(SearchIndex).rebuild();

    expect(walked).toBeGreaterThan(48);
    expect(idsOf(await find('harpsichord'))).toEqual([ref]);
  });

  it('drops what has left the directory', async () => {
    await note('gone', 'Glockenspiel');
    await hub.sql('DELETE FROM core.entity WHERE ref = $1', [noteRef('gone')]);

    expect(idsOf(await find('glockenspiel'))).toEqual([]);
  });
});

async function anyoneNotOf(site: string) {
  const [member] = await hub.sql<{ ref: string }>(
    'SELECT ref FROM core.account WHERE NOT keys @> ARRAY[$1]::text[] ORDER BY ref LIMIT 1',
    [site],
  );
  return member!;
}
