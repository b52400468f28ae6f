import fc from 'fast-check';
import { Database, Directory } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const names = ['siobhan-wrenfield', 'gwen-stillwater', 'kit-ravensworthy'] as const;
type Name = (typeof names)[number];

/** A post as a child would note it down: where it is, whose it is, whether it is there, and who has read it. */
interface Noted {
  readonly id: string;
  readonly author: Name;
  readonly readers: Set<Name>;
  thread: string;
  removed: boolean;
  revision: number;
}

let hub: TestHub;
let facilitator: TestClient;
const clients = new Map<Name, TestClient>();
const subject = 'intervention:northvale/counted-by-hand';

beforeAll(async () => {
  hub = await createTestHub({ only: ['threads'] });
  facilitator = await hub.as('marisol-greywether');
  for (const name of names) clients.set(name, await hub.as(name));
  await setVisible(true);
});
afterAll(() => hub?.close());

const clientOf = (name: Name) => clients.get(name)!;

/** What some threads are about is seen by the network, or by the members of Northvale alone: nobody here is one. */
async function setVisible(visible: boolean): Promise<void> {
  const visibility = visible ? 'network' : 'site';
  const entry = {
    ref: subject,
    title: 'Counted',
    visibility,
    owner: 'site:network/northvale',
    at: new Date(),
  } as const;
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(Directory).put(tx, entry));
}

/** Threads in two places: about nothing, and about what can be hidden. Everything is done through the API and noted down beside it. */
class Notebook {
  readonly posts: Noted[] = [];
  readonly threads: string[] = [];
  private readonly abouts = new Map<string, boolean>();
  visible = true;

  private in(thread: string): Noted[] {
    return this.posts.filter((post) => post.thread === thread);
  }

  private open(about?: boolean): string[] {
    return this.threads.filter(
      (thread) => (about === undefined || this.abouts.get(thread) === about) && this.sees(thread),
    );
  }

  private sees(thread: string): boolean {
    return this.visible || !this.abouts.get(thread);
  }

  async start(author: Name, about: boolean): Promise<void> {
    if (about && !this.visible) return;
    const input = { title: 'Counting', body: 'First', modelTypes: ['UEC'], ...(about ? { about: subject } : {}) };
    const { thread } = (
      await clientOf(author).ok(
        'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }',
        { input },
      )
    ).startThread;
    this.threads.push(thread.id);
    this.abouts.set(thread.id, about);
    this.note(thread.posts.edges[0].node.id, author, thread.id);
  }

  private note(id: string, author: Name, thread: string): void {
    this.posts.push({ id, author, thread, readers: new Set(), removed: false, revision: 1 });
  }

  async reply(author: Name, pick: number): Promise<void> {
    const thread = at(this.open(), pick);
    if (!thread) return;
    const anonymous = pick % 2 === 0;
    const { post } = (
      await clientOf(author).ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
        input: { thread, body: 'More', anonymous },
      })
    ).reply;
    this.note(post.id, author, thread);
  }

  async edit(pick: number): Promise<void> {
    const post = at(
      this.posts.filter(({ removed, thread }) => !removed && this.sees(thread)),
      pick,
    );
    if (!post) return;
    await clientOf(post.author).ok('mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }', {
      input: { post: post.id, expectedRevision: post.revision, body: `Edit ${post.revision}` },
    });
    post.revision += 1;
  }

  async remove(pick: number): Promise<void> {
    const post = at(
      this.posts.filter(({ thread }) => this.sees(thread)),
      pick,
    );
    if (!post) return;
    await facilitator.ok('mutation ($post: ID!) { removePost(input: { post: $post }) { post { id } } }', {
      post: post.id,
    });
    post.removed = true;
  }

  async read(reader: Name, pick: number, toEnd: boolean): Promise<void> {
    const thread = at(this.open(), pick);
    const places = thread ? await this.placesOf(thread) : [];
    const upTo = toEnd ? places.length - 1 : pick % Math.max(1, places.length);
    const upToPost = places[upTo];
    if (!thread || !upToPost) return;
    await clientOf(reader).ok(
      'mutation ($input: MarkThreadReadInput!) { markThreadRead(input: $input) { thread { id } } }',
      {
        input: { thread, ...(toEnd ? {} : { upToPost }) },
      },
    );
    for (const id of places.slice(0, upTo + 1)) this.posts.find((post) => post.id === id)?.readers.add(reader);
  }

  /** The posts of a thread in their order, which only the hub knows. */
  private async placesOf(id: string): Promise<string[]> {
    const { thread } = await facilitator.ok(
      'query ($id: ID!) { thread(id: $id) { posts(first: 100) { edges { node { id } } } } }',
      { id },
    );
    return thread.posts.edges.map(({ node }: { node: { id: string } }) => node.id);
  }

  async moveCareModel(pick: number): Promise<void> {
    const thread = at(this.open(), pick);
    if (!thread) return;
    const { revision } = (await facilitator.ok('query ($id: ID!) { thread(id: $id) { revision } }', { id: thread }))
      .thread;
    const modelTypes = [pick % 2 === 0 ? 'MCP' : 'ACC'];
    await facilitator.ok('mutation ($input: UpdateThreadInput!) { updateThread(input: $input) { thread { id } } }', {
      input: { thread, expectedRevision: revision, modelTypes },
    });
  }

  async merge(pick: number, other: number, about: boolean): Promise<void> {
    const [thread, into] = [at(this.open(about), pick), at(this.open(about), other)];
    if (!thread || !into || thread === into) return;
    await facilitator.ok('mutation ($input: MergeThreadsInput!) { mergeThreads(input: $input) { thread { id } } }', {
      input: { thread, into },
    });
    for (const post of this.in(thread)) post.thread = into;
    this.threads.splice(this.threads.indexOf(thread), 1);
  }

  async split(pick: number, keepEvery: number): Promise<void> {
    const thread = at(this.open(), pick);
    const [, ...replies] = thread ? await this.placesOf(thread) : [];
    const posts = replies.filter((_, place) => place % (keepEvery + 1) === 0);
    if (!thread || posts.length === 0) return;
    const made = (
      await facilitator.ok('mutation ($input: SplitThreadInput!) { splitThread(input: $input) { thread { id } } }', {
        input: { thread, posts, title: 'Split' },
      })
    ).splitThread.thread.id;
    for (const post of this.posts) if (posts.includes(post.id)) post.thread = made;
    this.threads.push(made);
    this.abouts.set(made, this.abouts.get(thread) ?? false);
  }

  async turn(): Promise<void> {
    this.visible = !this.visible;
    await setVisible(this.visible);
  }

  /** Post by post, without any mark. */
  recount(reader: Name): Record<string, number> {
    return Object.fromEntries(
      this.open().map((thread) => [
        thread,
        this.in(thread).filter(({ author, removed, readers }) => author !== reader && !removed && !readers.has(reader))
          .length,
      ]),
    );
  }

  async counted(reader: Name): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const id of this.threads) {
      const { thread } = await clientOf(reader).ok('query ($id: ID!) { thread(id: $id) { unreadCount } }', { id });
      if (thread) counts[id] = thread.unreadCount;
    }
    return counts;
  }
}

function at<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % Math.max(1, items.length)];
}

type Step = (notes: Notebook) => Promise<void>;
const pick = fc.nat({ max: 50 });
const who = fc.constantFrom(...names);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.tuple(who, fc.boolean()).map(
      ([name, about]): Step =>
        (notes) =>
          notes.start(name, about),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(who, pick).map(
      ([name, n]): Step =>
        (notes) =>
          notes.reply(name, n),
    ),
  },
  {
    weight: 1,
    arbitrary: pick.map(
      (n): Step =>
        (notes) =>
          notes.edit(n),
    ),
  },
  {
    weight: 2,
    arbitrary: pick.map(
      (n): Step =>
        (notes) =>
          notes.remove(n),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(who, pick, fc.boolean()).map(
      ([name, n, end]): Step =>
        (notes) =>
          notes.read(name, n, end),
    ),
  },
  {
    weight: 1,
    arbitrary: pick.map(
      (n): Step =>
        (notes) =>
          notes.moveCareModel(n),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(pick, pick, fc.boolean()).map(
      ([n, m, about]): Step =>
        (notes) =>
          notes.merge(n, m, about),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(pick, fc.nat({ max: 2 })).map(
      ([n, keep]): Step =>
        (notes) =>
          notes.split(n, keep),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>((notes) => notes.turn()) },
);

it('what is unread is what a count post by post gives, after any sequence of what people do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (steps) => {
      const notes = new Notebook();
      await setVisible(true);
      await notes.start('siobhan-wrenfield', false);
      await notes.start('gwen-stillwater', true);
      for (const take of steps) await take(notes);
      for (const reader of names) expect(await notes.counted(reader)).toEqual(notes.recount(reader));
    }),
    { numRuns: 12 },
  );
});
