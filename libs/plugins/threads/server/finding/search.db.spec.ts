import { Database, Directory } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let siobhan: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  siobhan = await hub.as('siobhan-wrenfield');
});
afterAll(() => hub?.close());

async function found(text: string): Promise<string[]> {
  await hub.drain();
  const { search } = await siobhan.ok(
    'query ($text: String!) { search(text: $text, kinds: [THREAD]) { edges { node { ... on Thread { id } } } } }',
    { text },
  );
  return search.edges.map(({ node }: { node: { id: string } }) => node.id);
}

it('a thread is found by its title and by every post that is still there', async () => {
  const start =
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }';
  const { thread } = (await siobhan.ok(start, { input: { title: 'Zeppelin', body: 'A quokka', modelTypes: ['MCP'] } }))
    .startThread;
  const first = thread.posts.edges[0].node.id;
  const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
  const second = (await siobhan.ok(reply, { input: { thread: thread.id, body: 'A numbat' } })).reply.post.id;

  for (const word of ['zeppelin', 'quokka', 'numbat']) expect(await found(word)).toEqual([thread.id]);

  await siobhan.ok('mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }', {
    input: { post: first, expectedRevision: 1, body: 'A bilby' },
  });
  await siobhan.ok('mutation ($input: RemovePostInput!) { removePost(input: $input) { post { id } } }', {
    input: { post: second },
  });

  expect(await found('bilby')).toEqual([thread.id]);
  expect(await found('quokka')).not.toContain(thread.id);
  expect(await found('numbat')).not.toContain(thread.id);
});

const startThread =
  'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id revision posts { edges { node { id } } } } } }';
const replyTo = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
const find = `query ($text: String!, $modelTypes: [String!], $lessons: [Int!], $enablers: [Int!], $tags: [String!], $changedFrom: DateTime, $changedBefore: DateTime) {
  search(text: $text, modelTypes: $modelTypes, lessons: $lessons, enablers: $enablers, tags: $tags, changedFrom: $changedFrom, changedBefore: $changedBefore) {
    totalCount edges { matchedLine match { line words place } node { ... on Thread { id } } } }
  searchCounts(text: $text, modelTypes: $modelTypes, tags: $tags) { filter value count }
}`;

async function start(over: Record<string, unknown>): Promise<{ id: string; revision: number }> {
  const input = { title: 'Of something else', body: 'Words', modelTypes: ['MCP'], ...over };
  return (await siobhan.ok(startThread, { input })).startThread.thread;
}

async function ask(text: string, variables: Record<string, unknown> = {}, as = siobhan) {
  await hub.drain();
  return as.ok(find, { text, ...variables });
}

const hitsOf = ({ search }: { search: { edges: { node: { id: string } }[] } }) =>
  search.edges.map(({ node }) => node.id);

describe('where the words stand', () => {
  it('is a reply with an address of its own, and the words of its line as they are written there', async () => {
    const thread = await start({ title: 'Weekends', body: 'Who covers nights?' });
    await siobhan.ok(replyTo, { input: { thread: thread.id, body: 'Nobody yet.\n\nThe **Wombats** of the ward do' } });

    const [hit] = (await ask('wombat')).search.edges;

    expect(hit).toEqual({
      matchedLine: 'The Wombats of the ward do',
      match: { line: 'The Wombats of the ward do', words: ['Wombats'], place: 'post-2' },
      node: { id: thread.id },
    });
  });

  it('is the page as a whole for the first post and the tags, and nowhere when only the title has them', async () => {
    await start({ title: 'Echidna', body: 'A potoroo', tags: ['bandicoot'] });

    expect((await ask('potoroo')).search.edges[0].match).toMatchObject({ words: ['potoroo'], place: null });
    expect((await ask('bandicoot')).search.edges[0].match).toMatchObject({ line: 'bandicoot', place: null });
    expect((await ask('echidna')).search.edges[0].match).toBeNull();
  });

  it('stands after whoever has it in the title', async () => {
    const inReply = await start({ title: 'Night rounds' });
    const inTitle = await start({ title: 'Dunnart rounds' });
    await siobhan.ok(replyTo, { input: { thread: inReply.id, body: 'Dunnart, dunnart, dunnart!' } });

    expect(hitsOf(await ask('dunnart'))).toEqual([inTitle.id, inReply.id]);
  });
});

describe('narrowing', () => {
  it('by lesson, enabler, tag, care model and day, and by several of them together', async () => {
    const one = await start({ title: 'Kowari', tags: ['Night cover'], lessons: [1], enablers: [2] });
    const other = await start({ title: 'Kowari again', modelTypes: ['UEC'], lessons: [3] });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

    expect(hitsOf(await ask('kowari', { tags: ['NIGHT COVER'] }))).toEqual([one.id]);
    expect(hitsOf(await ask('kowari', { lessons: [1, 2] }))).toEqual([one.id]);
    expect(hitsOf(await ask('kowari', { enablers: [2] }))).toEqual([one.id]);
    expect(hitsOf(await ask('kowari', { modelTypes: ['UEC'], lessons: [3] }))).toEqual([other.id]);
    expect(hitsOf(await ask('kowari', { modelTypes: ['UEC'], lessons: [1] }))).toEqual([]);
    expect(hitsOf(await ask('kowari', { changedFrom: tomorrow }))).toEqual([]);
    expect(hitsOf(await ask('kowari', { changedBefore: tomorrow }))).toHaveLength(2);
  });

  it('counts each choice under all the filters but its own', async () => {
    await start({ title: 'Numbat one', tags: ['night'] });
    await start({ title: 'Numbat two', modelTypes: ['UEC'], tags: ['night'] });
    await start({ title: 'Numbat three', modelTypes: ['UEC'], lessons: [5] });

    const { searchCounts } = await ask('numbat', { modelTypes: ['UEC'] });

    expect(searchCounts).toEqual([
      { filter: 'KIND', value: 'THREAD', count: 2 },
      { filter: 'LESSON', value: '5', count: 1 },
      { filter: 'MODEL_TYPE', value: 'UEC', count: 2 },
      { filter: 'MODEL_TYPE', value: 'MCP', count: 1 },
      { filter: 'TAG', value: 'night', count: 1 },
    ]);
  });

  it('counts nothing that the viewer may not see, and suggests no word of it (Z4)', async () => {
    const owner = 'site:network/northvale';
    await putSubject('hidden-away', 'site', owner);
    const gwen = await hub.as('gwen-stillwater');
    const anjali = await hub.as('anjali-thornapple');
    await anjali.ok(startThread, {
      input: {
        ...{ title: 'Quoll of ours', body: 'Thylacoleo', tags: ['den'], modelTypes: ['MCP'] },
        about: 'intervention:northvale/hidden-away',
      },
    });

    expect((await ask('quoll', {}, anjali)).searchCounts).toHaveLength(3);
    expect(await ask('quoll', {}, gwen)).toMatchObject({ search: { totalCount: 0 }, searchCounts: [] });
    const suggestion = '{ searchSuggestion(text: "thylacoelo") }';
    expect((await anjali.ok(suggestion)).searchSuggestion).toBe('thylacoleo');
    expect((await gwen.ok(suggestion)).searchSuggestion).toBeNull();

    await putSubject('hidden-away', 'network', owner);

    expect((await ask('quoll', {}, gwen)).searchCounts).toHaveLength(3);
    await putSubject('hidden-away', 'site', owner);
    expect((await ask('quoll', {}, gwen)).search.totalCount).toBe(0);
  });
});

describe('what was probably meant', () => {
  it('is suggested where nothing has the words as written, and only then', async () => {
    await start({ title: 'Falls huddle on the wallaby ward' });
    await hub.drain();
    const suggestionFor = async (text: string) =>
      (await siobhan.ok('query ($text: String!) { searchSuggestion(text: $text) }', { text })).searchSuggestion;

    expect(await suggestionFor('walaby hudle')).toBe('wallaby huddle');
    expect(await suggestionFor('Walaby ward')).toBe('wallaby ward');
    expect(await suggestionFor('wallaby huddle')).toBeNull();
    expect(await suggestionFor('qwxzvkj')).toBeNull();
  });
});

it('a thread that moves to another care model is found there, and there alone', async () => {
  const { id, revision } = await start({ title: 'Bettong' });
  const facilitator = await hub.as('marisol-greywether');
  await facilitator.ok('mutation ($input: UpdateThreadInput!) { updateThread(input: $input) { thread { id } } }', {
    input: { thread: id, expectedRevision: revision, modelTypes: ['PACS'] },
  });

  expect(hitsOf(await ask('bettong', { modelTypes: ['MCP'] }))).toEqual([]);
  expect(hitsOf(await ask('bettong', { modelTypes: ['PACS'] }))).toEqual([id]);
});

it('a merged thread leaves the index: its title finds nothing, and its posts find the one they went into', async () => {
  const old = await start({ title: 'Antechinus rounds', body: 'Who has a phascogale?' });
  const into = await start({ title: 'Dibbler rounds' });
  expect(hitsOf(await ask('antechinus'))).toEqual([old.id]);

  const facilitator = await hub.as('marisol-greywether');
  await facilitator.ok('mutation ($input: MergeThreadsInput!) { mergeThreads(input: $input) { thread { id } } }', {
    input: { thread: old.id, into: into.id },
  });

  expect(hitsOf(await ask('antechinus'))).toEqual([]);
  expect(hitsOf(await ask('phascogale'))).toEqual([into.id]);
  const { searchCounts } = await ask('rounds dibbler');
  expect(searchCounts).toContainEqual({ filter: 'KIND', value: 'THREAD', count: 1 });
});

it('an anonymous thread is found by its words and never by the name of whoever wrote it', async () => {
  const thread = await start({ title: 'Pademelon', anonymous: true });

  expect(hitsOf(await ask('pademelon'))).toEqual([thread.id]);
  for (const text of ['Siobhan', 'Wrenfield', 'pademelon Wrenfield']) {
    expect(hitsOf(await ask(text))).not.toContain(thread.id);
  }
});

async function putSubject(name: string, visibility: 'site' | 'network', owner: string): Promise<void> {
  const entry = { ref: `intervention:northvale/${name}`, title: 'Ours', visibility, owner, at: new Date() } as const;
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(Directory).put(tx, entry));
}
