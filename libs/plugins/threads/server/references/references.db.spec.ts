import { Database, Directory } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }`;
const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }`;
const edit = `mutation ($input: EditPostInput!) { editPost(input: $input) { post { body } } }`;
const read = `query ($id: ID!) { node(id: $id) { ... on Post { body references { written targetId title } revisions { body } } } }`;
const suggest = `query ($kind: ReferenceKind!, $text: String!) { referenceSuggestions(kind: $kind, text: $text) { written title owner } }`;
const inbox = '{ notifications(first: 100) { edges { node { reason personal actor { id } subject { id } } } } }';

let hub: TestHub;
let anjali: TestClient;
let gwen: TestClient;
let siobhan: TestClient;

const hidden = 'intervention:northvale/quillwort-secret';
const open = 'intervention:northvale/bogbean-clinic';

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, gwen, siobhan] = await Promise.all([
    hub.as('anjali-thornapple'),
    hub.as('gwen-stillwater'),
    hub.as('siobhan-wrenfield'),
  ]);
  const entry = { owner: 'site:network/northvale', at: new Date() };
  await hub.hub.app.get(Database).transaction(async (tx) => {
    const directory = hub.hub.app.get(Directory);
    await directory.put(tx, { ...entry, ref: hidden, title: 'Quillwort secret', visibility: 'site' });
    await directory.put(tx, { ...entry, ref: open, title: 'Bogbean clinic', visibility: 'network' });
  });
});
afterAll(() => hub?.close());

async function startBy(client: TestClient, body: string, over: object = {}): Promise<{ thread: string; post: string }> {
  const input = { title: 'Naming things', body, modelTypes: ['EHCH'], ...over };
  const { thread } = (await client.ok(start, { input })).startThread;
  return { thread: thread.id, post: thread.posts.edges[0].node.id };
}

const postBy = async (client: TestClient, body: string) => (await startBy(client, body)).post;
const seenBy = async (client: TestClient, id: string) => (await client.ok(read, { id })).node;

it('what a post names is there with its title, for those who may see it', async () => {
  const post = await postBy(anjali, 'Ask @gwen-stillwater about #bogbean-clinic.');

  expect(await seenBy(siobhan, post)).toMatchObject({
    body: 'Ask @gwen-stillwater about #bogbean-clinic.',
    references: [
      { written: '#bogbean-clinic', targetId: open, title: 'Bogbean clinic' },
      { written: '@gwen-stillwater', targetId: 'member:network/gwen-stillwater', title: 'Gwen Stillwater' },
    ],
  });
});

it('the address of a page of the hub names what is there', async () => {
  const address = `${hub.address}/interventions/bogbean-clinic`;
  const post = await postBy(anjali, `See ${address}, and /interventions/quillwort-secret?tab=1 of ours`);

  expect((await seenBy(anjali, post)).references.map(({ written }: { written: string }) => written)).toEqual([
    '/interventions/quillwort-secret?tab=1',
    address,
  ]);
  expect(await seenBy(gwen, post)).toMatchObject({
    body: `See ${address}, and  of ours`,
    references: [{ written: address }],
  });
});

it('whoever may not see what is named reads the post without its name: in the text, its edits, the opening and searches (Z3)', async () => {
  const { thread, post } = await startBy(anjali, 'We tried #quillwort-secret (#quillwort-secret) and #bogbean-clinic');
  await anjali.ok(edit, { input: { post, expectedRevision: 1, body: 'Like #quillwort-secret, but #bogbean-clinic' } });
  await hub.drain();

  expect(await seenBy(gwen, post)).toEqual({
    body: 'Like , but #bogbean-clinic',
    references: [expect.objectContaining({ targetId: open })],
    revisions: [{ body: 'We tried  () and #bogbean-clinic' }],
  });
  expect((await seenBy(anjali, post)).body).toBe('Like #quillwort-secret, but #bogbean-clinic');
  const [entity] = await hub.sql<{ summary: string }>('SELECT summary FROM core.entity WHERE ref = $1', [thread]);
  expect(entity?.summary).toBe('Like , but');
  expect((await gwen.ok('{ search(text: "quillwort") { totalCount } }')).search.totalCount).toBe(0);
  const { thread: found } = await gwen.ok('query { thread: threads(filter: { text: "quillwort" }) { totalCount } }');
  expect(found.totalCount).toBe(0);
});

it('a name that only begins like a hidden one stays whole', async () => {
  const directory = hub.hub.app.get(Directory);
  await hub.hub.app.get(Database).transaction((tx) =>
    directory.put(tx, {
      ...{ ref: 'intervention:northvale/quillwort-secret-two', title: 'Open', visibility: 'network', at: new Date() },
      owner: 'site:network/northvale',
    }),
  );
  const post = await postBy(anjali, '#quillwort-secret and #quillwort-secret-two');

  expect((await seenBy(gwen, post)).body).toBe(' and #quillwort-secret-two');
});

it('naming what one may not see is the same as naming what is not there: words (Z2)', async () => {
  const post = await postBy(gwen, 'Do they have #quillwort-secret or #never-was or @nobody-here?');

  expect(await seenBy(anjali, post)).toMatchObject({
    body: 'Do they have #quillwort-secret or #never-was or @nobody-here?',
    references: [],
  });
});

it('a removed post names nothing', async () => {
  const post = await postBy(anjali, 'Ask @gwen-stillwater');
  await anjali.ok('mutation ($post: ID!) { removePost(input: { post: $post }) { post { id } } }', { post });

  expect(await seenBy(anjali, post)).toMatchObject({ body: '', references: [] });
});

describe('suggestions', () => {
  it('are of what the viewer may see, by title or name', async () => {
    const mine = (await anjali.ok(suggest, { kind: 'THING', text: 'quillwort secret' })).referenceSuggestions;
    const theirs = (await gwen.ok(suggest, { kind: 'THING', text: 'quillwort secret' })).referenceSuggestions;

    expect(mine.map(({ title }: { title: string }) => title)).toContain('Quillwort secret');
    expect(theirs.map(({ title }: { title: string }) => title)).not.toContain('Quillwort secret');
    expect((await gwen.ok(suggest, { kind: 'THING', text: 'bogb' })).referenceSuggestions).toEqual([
      { written: '#bogbean-clinic', title: 'Bogbean clinic', owner: 'Northvale' },
    ]);
    expect((await gwen.ok(suggest, { kind: 'MEMBER', text: 'stillw' })).referenceSuggestions).toEqual([
      { written: '@gwen-stillwater', title: 'Gwen Stillwater', owner: null },
    ]);
  });

  it('are for nobody who is signed out', async () => {
    expect(await hub.anonymous.codeOf(suggest, { kind: 'MEMBER', text: 'a' })).toBe('UNAUTHENTICATED');
  });
});

describe('a member who is named', () => {
  const toldTo = async (client: TestClient, thread: string) => {
    await hub.drain();
    const { edges } = (await client.ok(inbox)).notifications;
    const about = edges.filter(({ node }: { node: { subject: { id: string } | null } }) => node.subject?.id === thread);
    return about.map(({ node }: { node: { reason: string } }) => node.reason);
  };

  it('hears of it once, in a first post, a reply and an edit', async () => {
    const { thread, post } = await startBy(anjali, 'Does @gwen-stillwater know? I, @anjali-thornapple, do not');
    await siobhan.ok(reply, { input: { thread, body: 'Or @anjali-thornapple' } });
    await anjali.ok(edit, {
      input: { post, expectedRevision: 1, body: 'Does @gwen-stillwater or @siobhan-wrenfield know?' },
    });

    expect(await toldTo(gwen, thread)).toEqual(['Dr Anjali Thornapple mentioned you']);
    expect(await toldTo(anjali, thread)).toEqual(['Siobhan Wrenfield mentioned you']);
    expect(await toldTo(siobhan, thread)).toEqual(['Dr Anjali Thornapple mentioned you']);
  });

  it('hears nothing of what they may not see, nor who an anonymous author is', async () => {
    const among = await startBy(anjali, 'Not for @gwen-stillwater', { about: hidden });
    const { thread, post } = await startBy(anjali, 'Dear all', { anonymous: true });
    await anjali.ok(edit, { input: { post, expectedRevision: 1, body: 'Dear @gwen-stillwater' } });

    expect(await toldTo(gwen, among.thread)).toEqual([]);
    expect(await toldTo(gwen, thread)).toEqual(['Someone mentioned you']);
  });
});
