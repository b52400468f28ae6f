/** What people do, through the API, with what it changes noted down beside it. */
import fc from 'fast-check';
import { names, places, subject, type CountingWorld, type Name, type Place } from './counting-world';
import type { Noted, Notebook, Reason } from './notebook';

export type Step = (world: CountingWorld, notes: Notebook) => Promise<void>;

const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) {
  thread { id posts { edges { node { id createdAt } } } } } }`;
const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id createdAt } } }';
const edit = 'mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }';
const remove = 'mutation ($input: RemovePostInput!) { removePost(input: $input) { post { id } } }';
const markRead = 'mutation ($input: MarkThreadReadInput!) { markThreadRead(input: $input) { thread { id } } }';
const markAll = 'mutation ($input: MarkThreadsReadInput!) { markThreadsRead(input: $input) { undo } }';
const undo = 'mutation ($input: UndoMarkThreadsReadInput!) { undoMarkThreadsRead(input: $input) { threadCount } }';
const update = 'mutation ($input: UpdateThreadInput!) { updateThread(input: $input) { thread { id } } }';
const merge = 'mutation ($input: MergeThreadsInput!) { mergeThreads(input: $input) { thread { id } } }';
const split = 'mutation ($input: SplitThreadInput!) { splitThread(input: $input) { thread { id } } }';
const follow = 'mutation ($input: FollowInput!) { follow(input: $input) { level } }';
const list = `query ($filter: ThreadFilter, $after: String) { threads(filter: $filter, first: 100, after: $after) {
  edges { node { id } } } }`;

export function starts(author: Name, where: Place): Step {
  return async (world, notes) => {
    if (!notes.sees(author, where)) return;
    const there = { open: {}, about: { about: subject }, inside: { community: world.community } }[where];
    const input = { title: 'Counting', body: 'First words', modelTypes: ['UEC'], ...there };
    const { thread } = (await world.of(author).ok(start, { input })).startThread;
    notes.begin(thread.id, where);
    notes.note({ ...thread.posts.edges[0].node, author, thread: thread.id });
  };
}

const replies =
  (author: Name, pick: number): Step =>
  async (world, notes) => {
    const thread = at(notes.openTo(author), pick);
    if (!thread) return;
    const input = { thread, body: 'More words', anonymous: pick % 2 === 0 };
    const { post } = (await world.of(author).ok(reply, { input })).reply;
    notes.note({ ...post, author, thread });
  };

const edits =
  (pick: number): Step =>
  async (world, notes) => {
    const there = ({ removed, author, thread }: Noted) => removed === 'no' && notes.sees(author, notes.whereOf(thread));
    const post = at(notes.posts.filter(there), pick);
    if (!post) return;
    const body = `Edited words ${post.revision}`;
    await world.of(post.author).ok(edit, { input: { post: post.id, expectedRevision: post.revision, body } });
    Object.assign(post, { revision: post.revision + 1, cut: false });
  };

const removes =
  (pick: number): Step =>
  async (world, notes) => {
    const post = at(
      notes.openToFacilitator().flatMap((thread) => notes.in(thread)),
      pick,
    );
    if (!post) return;
    await world.facilitator.ok(remove, { input: { post: post.id } });
    if (post.removed === 'no') Object.assign(post, { removed: 'for good', hidden: false });
  };

const decisions = ['hide', 'restore', 'remove', 'cut'] as const;

const moderates =
  (pick: number, what: (typeof decisions)[number]): Step =>
  async (world, notes) => {
    const post = at(notes.posts, pick);
    if (!post) return;
    const isThere = post.removed === 'no';
    if (what === 'cut') {
      if (!isThere || post.cut) return;
      const cut = { expectedRevision: post.revision, passages: ['words'] };
      await world.moderate((posts, action) => posts.cutOut(action, post.id, cut));
      Object.assign(post, { hidden: false, cut: true, revision: post.revision + 1 });
      return;
    }
    await world.moderate((posts, action) => posts[what](action, post.id));
    if (what === 'hide' && isThere) post.hidden = true;
    if (what === 'remove' && isThere) Object.assign(post, { removed: 'by a moderator', hidden: false });
    if (what === 'restore' && post.removed !== 'for good') Object.assign(post, { removed: 'no', hidden: false });
  };

const reads =
  (reader: Name, pick: number, toEnd: boolean): Step =>
  async (world, notes) => {
    const thread = at(notes.openTo(reader), pick);
    const upTo = thread && at(notes.in(thread), pick);
    if (!thread || !upTo) return;
    await world.of(reader).ok(markRead, { input: { thread, ...(toEnd ? {} : { upToPost: upTo.id }) } });
    notes.read(reader, thread, toEnd ? Infinity : upTo.place, 'seen');
  };

const filters = [{}, {}, { following: true }, { modelTypes: ['MCP'] }] as const;

/** The time up to which is that of any post, or none. */
const readsAll =
  (reader: Name, filter: (typeof filters)[number], pick: number, isTimed: boolean): Step =>
  async (world, notes) => {
    const upTo = isTimed ? at(notes.posts, pick)?.createdAt : undefined;
    const listed = await threadsOf(world, reader, filter);
    const unread = notes.recount(reader);
    const { markThreadsRead } = await world.of(reader).ok(markAll, { input: { filter, upTo } });
    const reason = (markThreadsRead.undo ?? 'nothing to take back') as Reason;
    for (const thread of listed.filter((id) => (unread[id] ?? []).length > 0)) {
      const later = notes.in(thread).find(({ createdAt }) => upTo !== undefined && createdAt > upTo);
      notes.read(reader, thread, later ? later.place - 1 : Infinity, reason);
    }
    if (markThreadsRead.undo) notes.undo.set(reader, reason);
  };

const takesBack =
  (pick: number): Step =>
  async (world, notes) => {
    const [reader, reason] = at([...notes.undo], pick) ?? [];
    if (!reader || !reason) return;
    await world.of(reader).ok(undo, { input: { undo: reason } });
    notes.undo.delete(reader);
    notes.takeBack(reader, reason);
  };

const movesCareModel =
  (pick: number): Step =>
  async ({ facilitator }, notes) => {
    const thread = at(notes.openToFacilitator(), pick);
    if (!thread) return;
    const read = await facilitator.ok('query ($id: ID!) { thread(id: $id) { revision } }', { id: thread });
    const modelTypes = [pick % 2 === 0 ? 'MCP' : 'ACC'];
    await facilitator.ok(update, { input: { thread, expectedRevision: read.thread.revision, modelTypes } });
  };

const merges =
  (pick: number, other: number, where: Place): Step =>
  async ({ facilitator }, notes) => {
    const same = notes.openToFacilitator(where);
    const [thread, into] = [at(same, pick), at(same, other)];
    if (!thread || !into || thread === into) return;
    await facilitator.ok(merge, { input: { thread, into } });
    notes.move(notes.in(thread), into);
    notes.end(thread);
  };

const splits =
  (pick: number, keepEvery: number): Step =>
  async ({ facilitator }, notes) => {
    const thread = at(notes.openToFacilitator(), pick);
    if (!thread) return;
    const [, ...answers] = notes.in(thread);
    const posts = answers.filter((_, place) => place % (keepEvery + 1) === 0);
    if (posts.length === 0) return;
    const input = { thread, posts: posts.map(({ id }) => id), title: 'Split' };
    const made = (await facilitator.ok(split, { input })).splitThread.thread.id;
    notes.begin(made, notes.whereOf(thread));
    notes.move(posts, made);
  };

const follows =
  (reader: Name, pick: number, on: boolean): Step =>
  async (world, notes) => {
    const targetId = at(notes.openTo(reader), pick);
    if (targetId) await world.of(reader).ok(follow, { input: { targetId, level: on ? 'WATCHING' : 'NONE' } });
  };

const goes =
  (name: Name, of: 'community' | 'site', byForce: boolean): Step =>
  async (world, notes) => {
    const [inside, join, leave] =
      of === 'site'
        ? ([notes.inSite, 'joinSite', 'leaveSite'] as const)
        : ([notes.inCommunity, 'joinCommunity', 'leaveCommunity'] as const);
    if (inside.has(name)) {
      await world[leave](name, byForce);
      inside.delete(name);
      return;
    }
    await world[join](name);
    inside.add(name);
  };

export const turns = (): Step => async (world, notes) => {
  notes.visible = !notes.visible;
  await world.setVisible(notes.visible);
};

/** The first hundred threads of a list, newest first. */
export async function threadsOf(world: CountingWorld, reader: Name, filter: object): Promise<string[]> {
  const { threads } = await world.of(reader).ok(list, { filter });
  return threads.edges.map(({ node }: { node: { id: string } }) => node.id);
}

function at<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % Math.max(1, items.length)];
}

const pick = fc.nat({ max: 50 });
const who = fc.constantFrom(...names);
const yes = fc.boolean();

/** Counterexamples are told in the names of the steps and what they were given. */
function often<Args extends unknown[]>(
  weight: number,
  make: (...args: Args) => Step,
  ...args: { [At in keyof Args]: fc.Arbitrary<Args[At]> }
) {
  const told = (given: unknown) => `${make.name} ${JSON.stringify(given)}`;
  const arbitrary = fc.tuple(...args).map((given) => {
    const step: Step = (world, notes) => make(...(given as unknown as Args))(world, notes);
    return Object.assign(step, { [fc.toStringMethod]: () => told(given) });
  });
  return { weight, arbitrary };
}

/** Any of them, the usual ones more often. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  often(1, starts, who, fc.constantFrom(...places)),
  often(5, replies, who, pick),
  often(1, edits, pick),
  often(1, removes, pick),
  often(3, moderates, pick, fc.constantFrom(...decisions)),
  often(4, reads, who, pick, yes),
  often(3, readsAll, who, fc.constantFrom(...filters), pick, yes),
  often(3, takesBack, pick),
  often(1, movesCareModel, pick),
  often(3, merges, pick, pick, fc.constantFrom('open' as const, ...places)),
  often(2, splits, pick, fc.nat({ max: 2 })),
  often(1, follows, who, pick, yes),
  often(2, goes, who, fc.constantFrom('community' as const, 'site' as const), yes),
  often(1, turns),
);
