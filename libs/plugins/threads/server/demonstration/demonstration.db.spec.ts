import { demonstrationDiscussions, demonstrationNetwork } from '@hub/demonstration';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ only: ['threads', 'adaptations'] });
  anjali = await hub.as('anjali-thornapple');
});
afterAll(() => hub?.close());

const query = `query ($after: String) { threads(first: 20, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node {
  id title kind answered createdAt lastActivityAt replyCount modelTypes { code } author { id } acceptedPost { body } about { id __typename }
  posts(first: 30) { edges { node { body createdAt author { id } inReplyTo { body } } } } } } } }`;

interface Edge {
  readonly node: { readonly id: string; readonly about: { readonly __typename: string } | null };
}

/** All of them, page by page. */
async function allThreads(): Promise<{ totalCount: number; edges: Edge[] }> {
  const edges: Edge[] = [];
  for (let after: string | null = null; ;) {
    const { threads } = (await anjali.ok(query, { after })) as {
      threads: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: Edge[] };
    };
    edges.push(...threads.edges);
    if (!threads.pageInfo.hasNextPage) return { totalCount: threads.totalCount, edges };
    after = threads.pageInfo.endCursor;
  }
}

it('all 44 threads are loaded with every reply, author and date', async () => {
  const { totalCount, edges } = await allThreads();
  const loaded = new Map(edges.map(({ node }) => [node.id, node]));

  expect(totalCount).toBe(44);
  for (const thread of demonstrationNetwork.threads) {
    const written = [thread, ...thread.replies, ...addedTo(thread.slug)];
    expect(loaded.get(`thread:network/${thread.slug}`)).toMatchObject({
      title: thread.title,
      kind: thread.acceptedReplyId ? 'QUESTION' : 'DISCUSSION',
      answered: thread.acceptedReplyId !== null,
      createdAt: timeOf(thread.createdAt),
      lastActivityAt: timeOf(written.at(-1)?.createdAt ?? ''),
      replyCount: written.length - 1,
      modelTypes: [{ code: thread.modelType }],
      author: { id: `member:network/${thread.authorSlug}` },
      acceptedPost: answerTo(thread),
      posts: {
        edges: written.map((post) => ({
          node: {
            body: post.body,
            createdAt: timeOf(post.createdAt),
            author: { id: `member:network/${post.authorSlug}` },
            inReplyTo: answeredBy(thread, post),
          },
        })),
      },
    });
  }
});

it('threads are about the interventions and adaptations that they name', async () => {
  const { edges } = await allThreads();
  const kinds = edges.flatMap(({ node }) => node.about?.__typename ?? []);

  const named = demonstrationNetwork.threads.filter((thread) => thread.interventionSlug).length;
  const ofAdaptations = demonstrationNetwork.threads.filter((thread) => thread.adaptationSlug).length;
  expect(kinds).toHaveLength(named);
  expect(kinds.filter((kind) => kind === 'Adaptation')).toHaveLength(ofAdaptations);
});

it('threads bear on lessons, kinds of support and tags, two of them have a summary, and one is pinned', async () => {
  const { thread, threads, threadTags } = await anjali.ok(`{
    thread(id: "thread:network/crisis-cafe-or-clinic") { lessons enablers tags }
    threads(filter: { pinned: true }) { totalCount edges { node { title summary { writtenBy { displayName } } } } }
    threadTags { tag threadCount } }`);

  expect(thread).toEqual({ lessons: [4, 8], enablers: [5, 6], tags: ['registration'] });
  expect(threads.totalCount).toBe(1);
  expect(threads.edges[0].node.summary.writtenBy.displayName).toBe('Marisol Greywether');
  expect(threadTags).toContainEqual({ tag: 'trust', threadCount: 3 });
});

it('two replies show what they said before they were edited', async () => {
  const { thread } = await anjali.ok(
    '{ thread(id: "thread:network/crisis-cafe-or-clinic") { posts { edges { node { revisions { body } } } } } }',
  );

  expect(
    thread.posts.edges.filter(({ node }: { node: { revisions: object[] } }) => node.revisions.length),
  ).toHaveLength(2);
});

it('those who took part have read what came before their last post; nobody else has', async () => {
  const [siobhan, kit] = await Promise.all([hub.as('siobhan-wrenfield'), hub.as('kit-ravensworthy')]);
  const unread = '{ thread(id: "thread:network/risk-list-misses-the-people-we-worry-about") { unreadCount } }';

  expect((await siobhan.ok(unread)).thread.unreadCount).toBe(0);
  expect((await kit.ok(unread)).thread.unreadCount).toBe(5);
});

it('a reply names what it is about, and what was asked twice leads on to where it was asked first', async () => {
  const { thread, doubled } = await anjali.ok(`{
    thread(id: "thread:network/counting-letters-before-copying") { posts(last: 1) { edges { node { references { written targetId } } } } }
    doubled: thread(id: "thread:network/one-practice-stays-away") { mergedInto { id } postAt(position: 1) { position thread { id } } }
  }`);

  expect(thread.posts.edges[0].node.references).toEqual([
    { written: '#breathlessness-clinic', targetId: 'intervention:tollbridge/breathlessness-clinic' },
    { written: '#northvale/breathlessness-clinic', targetId: 'adaptation:northvale/breathlessness-clinic' },
    { written: '@anjali-thornapple', targetId: 'member:network/anjali-thornapple' },
  ]);
  const into = { id: 'thread:network/practices-that-will-not-join' };
  expect(doubled).toEqual({ mergedInto: into, postAt: { position: 7, thread: into } });
});

it('replies became a change of a version, something learned, a finding, and a question about a part', async () => {
  const { adaptation, stopped, intervention } = await anjali.ok(`{
    adaptation(id: "adaptation:northvale/breathlessness-clinic") { promotions { kind version { number intervention { title } } post { thread { id } } } }
    stopped: adaptation(id: "adaptation:harbourside/gps-in-ae") { promotions { kind words } suitability { title } }
    intervention: node(id: "intervention:northvale/cough-care-pathway") { ... on Intervention { promotions { kind component } } }
  }`);

  const post = { thread: { id: 'thread:network/counting-letters-before-copying' } };
  expect(adaptation.promotions).toEqual([
    { kind: 'CHANGE', version: { number: 1, intervention: { title: 'Cough care pathway' } }, post },
    { kind: 'LEARNING', version: null, post },
  ]);
  expect(stopped.promotions).toEqual([{ kind: 'SUITABILITY', words: 'What the department heard' }]);
  expect(stopped.suitability).toContainEqual({ title: 'What the department heard' });
  expect(intervention.promotions).toEqual([
    { kind: 'CHANGE', component: null },
    { kind: 'QUESTION', component: 'Consultant advice within two days' },
  ]);
});

/** What was said after the network's own replies: the posts that name things, and those of threads that were merged into it. */
function addedTo(slug: string): { body: string; createdAt: string; authorSlug: string }[] {
  const { naming, doubled } = demonstrationDiscussions;
  const added = [...naming.filter(({ thread }) => thread === slug), ...doubled.filter(({ into }) => into === slug)];
  return added.map(({ body, at, bySlug }) => ({ body, createdAt: at, authorSlug: bySlug }));
}

type Thread = (typeof demonstrationNetwork.threads)[number];

function timeOf(text: string): string {
  return new Date(text).toISOString();
}

function answerTo(thread: Thread) {
  const reply = thread.replies.find(({ id }) => id === thread.acceptedReplyId);
  return reply ? { body: reply.body } : null;
}

function answeredBy(thread: Thread, post: object) {
  const replyTo = 'replyTo' in post ? post.replyTo : null;
  const reply = thread.replies.find(({ id }) => id === replyTo);
  return reply ? { body: reply.body } : null;
}
