/** What a post becomes in a record: who may write it, who sees either end, and what it does not tell. */
import { Database, Directory } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const start =
  'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }';
const promote = `mutation ($input: PromotePostInput!) { promotePost(input: $input) { promotion { kind words component version { number } recordTitle
  record { id } post { id author { id } } } } }`;
const ofPost = `query ($id: ID!) { node(id: $id) { ... on Post { promotions { kind words recordTitle record { id } } } } }`;
const ofRecord = `query ($id: ID!) { node(id: $id) {
  ... on Adaptation { promotions { kind words post { id author { id } thread { title } } } modifications { what why recordedBy { id } } suitability { title finding } }
  ... on Intervention { promotions { kind words component post { id } } } } }`;

let hub: TestHub;
let anjali: TestClient;
let gwen: TestClient;
/** Northvale's, which everyone signed in may see; and one that only Northvale may see. */
const shared = 'adaptation:northvale/breathlessness-clinic';
let hidden: string;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, gwen] = await Promise.all([hub.as('anjali-thornapple'), hub.as('gwen-stillwater')]);
  const { interventions } = await anjali.ok(
    '{ interventions(first: 100) { edges { node { adaptationCount viewerAdaptation { id } site { slug } currentVersion { id } } } } }',
  );
  const source = interventions.edges.find(
    ({ node }: { node: { viewerAdaptation: object | null; site: { slug: string }; currentVersion: object | null } }) =>
      !node.viewerAdaptation && node.currentVersion && node.site.slug !== 'northvale',
  ).node.currentVersion.id;
  hidden = (
    await anjali.ok(
      'mutation ($input: StartAdaptationInput!) { startAdaptation(input: $input) { adaptation { id } } }',
      {
        input: { sourceVersion: source, site: 'northvale' },
      },
    )
  ).startAdaptation.adaptation.id;
});
afterAll(() => hub?.close());

async function postBy(client: TestClient, more: object = {}): Promise<{ id: string; thread: string }> {
  const input = { title: 'What we tried', body: 'We rang first.', modelTypes: ['MCP'], ...more };
  const { thread } = (await client.ok(start, { input })).startThread;
  return { id: thread.posts.edges[0].node.id, thread: thread.id };
}

const learning = (post: string, record = shared, more: object = {}) => ({
  input: { post, record, kind: 'LEARNING', words: 'Ring first', expectedRevision: 1, ...more },
});
const promotionsOf = async (client: TestClient, post: string) =>
  (await client.ok(ofPost, { id: post })).node.promotions;
const record = async (client: TestClient, id = shared) => (await client.ok(ofRecord, { id })).node;
const from = (post: string) => ({ post: expect.objectContaining({ id: post }) });

describe('what it becomes', () => {
  it('a change stands among the changes of the record, and each end leads to the other', async () => {
    const post = await postBy(gwen);
    const change = { kind: 'CHANGE', words: 'We ring before we visit', why: 'Nobody was in' };

    const { promotion } = (await anjali.ok(promote, learning(post.id, shared, change))).promotePost;

    expect(promotion).toMatchObject({
      kind: 'CHANGE',
      words: 'We ring before we visit',
      record: { id: shared },
      version: null,
    });
    expect((await record(gwen)).modifications.at(-1)).toEqual({
      what: 'We ring before we visit',
      why: 'Nobody was in',
      recordedBy: { id: 'member:network/anjali-thornapple' },
    });
    expect((await record(gwen)).promotions.at(-1)).toMatchObject({
      ...from(post.id),
      words: 'We ring before we visit',
    });
    expect(await promotionsOf(gwen, post.id)).toMatchObject([{ kind: 'CHANGE', record: { id: shared } }]);
  });

  it('says which version of the result was published after it', async () => {
    const post = await postBy(gwen);
    await anjali.ok(promote, learning(post.id, shared, { kind: 'CHANGE', why: 'Nobody was in' }));
    const { node } = await anjali.ok(
      'query ($id: ID!) { node(id: $id) { ... on Adaptation { result { id title summary currentVersion { number } } } } }',
      { id: shared },
    );
    await anjali.ok(
      'mutation ($input: PublishAdaptationInput!) { publishAdaptation(input: $input) { adaptation { id } } }',
      {
        input: { adaptation: shared, title: node.result.title, summary: node.result.summary },
      },
    );

    const version = { number: (node.result.currentVersion?.number ?? 0) + 1 };
    const read = await gwen.ok(
      `query ($post: ID!, $result: ID!) { post: node(id: $post) { ... on Post { promotions { version { number } } } }
        result: node(id: $result) { ... on Intervention { promotions { words version { number } record { id } post { id } } } } }`,
      { post: post.id, result: node.result.id },
    );
    expect(read.post.promotions).toEqual([{ version }]);
    expect(read.result.promotions).toContainEqual({
      ...{ words: 'Ring first', version, record: { id: shared } },
      post: { id: post.id },
    });
  });

  it('a finding, a learning, and a question about a component', async () => {
    const post = await postBy(gwen);
    const { node } = await anjali.ok(
      '{ node(id: "intervention:northvale/cough-care-pathway") { id ... on Intervention { currentVersion { components { key name } } } } }',
    );
    const [component] = node.currentVersion.components;

    await anjali.ok(
      promote,
      learning(post.id, shared, { kind: 'SUITABILITY', title: 'Ringing first', words: 'They like it' }),
    );
    await anjali.ok(promote, learning(post.id));
    await anjali.ok(
      promote,
      learning(post.id, node.id, { kind: 'QUESTION', component: component.key, words: 'Who rings?' }),
    );

    expect((await record(gwen)).suitability.at(-1)).toEqual({ title: 'Ringing first', finding: 'They like it' });
    expect((await record(gwen, node.id)).promotions.at(-1)).toEqual({
      ...{ kind: 'QUESTION', words: 'Who rings?', component: component.name },
      post: { id: post.id },
    });
    expect(
      (await promotionsOf(gwen, post.id)).map(({ kind, words }: { kind: string; words: string }) => [kind, words]),
    ).toEqual([
      ['SUITABILITY', 'Ringing first'],
      ['LEARNING', 'Ring first'],
      ['QUESTION', 'Who rings?'],
    ]);
  });
});

describe('who may', () => {
  it('those who edit the record: nobody of another site, no guest, nobody signed out', async () => {
    const post = await postBy(gwen);

    expect(await gwen.codeOf(promote, learning(post.id))).toBe('FORBIDDEN');
    expect(await gwen.codeOf(promote, learning(post.id, hidden))).toBe('NOT_FOUND');
    expect(await hub.anonymous.codeOf(promote, learning(post.id))).toBe('UNAUTHENTICATED');
    expect(await promotionsOf(anjali, post.id)).toEqual([]);
  });

  it('a post that one may not see is a post that is not there', async () => {
    const post = await postBy(gwen, { about: await hiddenFromNorthvale() });

    const [unseen, absent] = [
      await anjali.run(promote, learning(post.id)),
      await anjali.run(promote, learning('post:00000000-0000-4000-8000-000000000000')),
    ];

    expect(unseen.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(unseen.errors?.[0]?.message).toBe(absent.errors?.[0]?.message);
  });

  it.each([
    ['a change without a reason', { kind: 'CHANGE' }, 'input.why'],
    ['a finding without a title', { kind: 'SUITABILITY' }, 'input.title'],
    ['a question in an adaptation', { kind: 'QUESTION', component: 'x' }, 'input.record'],
    ['a learning in an intervention', { record: 'intervention:northvale/cough-care-pathway' }, 'input.record'],
    [
      'a question about no part of it',
      { kind: 'QUESTION', record: 'intervention:northvale/cough-care-pathway', component: 'no-part' },
      'input.component',
    ],
  ])('%s is refused with the field, and nothing is written', async (_what, more, path) => {
    const post = await postBy(gwen);
    const { errors } = await anjali.run(promote, learning(post.id, shared, more));

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
    expect(await promotionsOf(anjali, post.id)).toEqual([]);
  });

  it('details of a patient in the words are refused before anything is written', async () => {
    const post = await postBy(gwen);
    expect(await anjali.codeOf(promote, learning(post.id, shared, { words: 'Ring 943 476 5919 first' }))).toBe(
      'PII_SUSPECTED',
    );
  });

  it('twice only when it is said, once for one clientMutationId, and not of words that were edited since', async () => {
    const post = await postBy(anjali);
    const once = learning(post.id, shared, { clientMutationId: 'ring-first' });
    await anjali.ok(promote, once);
    await anjali.ok(promote, once);
    expect(await promotionsOf(anjali, post.id)).toHaveLength(1);

    expect(await anjali.codeOf(promote, learning(post.id))).toBe('CONFLICT');
    await anjali.ok(promote, learning(post.id, shared, { again: true }));
    expect(await promotionsOf(anjali, post.id)).toHaveLength(2);
    expect(await anjali.codeOf(promote, learning(post.id, shared, { again: true, expectedRevision: 2 }))).toBe(
      'CONFLICT',
    );
  });
});

describe('who sees it', () => {
  it('the post says nothing of a record that the reader may not see (Z3)', async () => {
    const post = await postBy(gwen);
    await anjali.ok(promote, learning(post.id, hidden));

    expect(await promotionsOf(anjali, post.id)).toHaveLength(1);
    expect(await promotionsOf(gwen, post.id)).toEqual([]);
  });

  it('the record says nothing of a discussion that the reader may not see: its own words alone (Z3)', async () => {
    const post = await postBy(anjali, { about: hidden });
    await anjali.ok(promote, learning(post.id, shared, { words: 'Only inside' }));
    const change = { kind: 'CHANGE', words: 'Changed inside', why: 'Asked inside' };
    await anjali.ok(promote, learning(post.id, shared, change));

    const [forEditors, forOthers] = [await record(anjali), await record(gwen)];
    expect(forEditors.promotions.slice(-2)).toMatchObject([from(post.id), from(post.id)]);
    expect(forOthers.promotions.at(-1)).toEqual({ kind: 'LEARNING', words: 'Only inside', post: null });
    expect(forOthers.modifications.at(-1)).toMatchObject({ what: 'Changed inside' });
  });

  it('of an anonymous post nobody is named: not by the record, nor by the answer (Z9)', async () => {
    const post = await postBy(gwen, { anonymous: true });

    const answer = await anjali.ok(promote, learning(post.id));

    expect(answer.promotePost.promotion.post.author).toBeNull();
    expect(JSON.stringify((await record(anjali)).promotions.at(-1))).not.toContain('gwen');
  });

  it('who wrote without a name and writes it into a record is not named by what was learned (Z9)', async () => {
    const post = await postBy(anjali, { anonymous: true });

    await anjali.ok(promote, learning(post.id, shared, { words: 'Without a name' }));

    const { promotions } = await record(gwen);
    expect(promotions.at(-1)).toMatchObject({ words: 'Without a name', post: { author: null } });
    expect(JSON.stringify(promotions.at(-1))).not.toContain('anjali');
  });
});

async function hiddenFromNorthvale(): Promise<string> {
  const ref = 'intervention:tollbridge/hidden-from-northvale';
  const [site] = (await gwen.ok('{ viewer { sites { id } } }')).viewer.sites;
  const entry = { ref, title: 'Hidden', visibility: 'site', owner: site.id, at: new Date() } as const;
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(Directory).put(tx, entry));
  return ref;
}
