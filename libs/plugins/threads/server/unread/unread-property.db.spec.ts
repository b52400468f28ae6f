/** Unread counts against a recount post by post, after any sequence of what people do with threads, places and each other. */
import fc from 'fast-check';
import { anyStep, starts, threadsOf, turns, type Step } from '../testing/counting-steps';
import { CountingWorld, names, type Name } from '../testing/counting-world';
import { Notebook } from '../testing/notebook';

let world: CountingWorld;

beforeAll(async () => {
  world = await CountingWorld.open();
});
afterAll(() => world?.hub.close());

/** Of each thread that the reader sees: how many the hub counts, and which posts it says are unread. */
async function counted(name: Name, threads: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const id of threads) {
    const { thread } = await world
      .of(name)
      .ok(
        `query ($id: ID!) { thread(id: $id) { unreadCount firstUnreadPost { id } posts(first: 100) { edges { node { id unread } } } } }`,
        { id },
      );
    const posts: { id: string; unread: boolean }[] = thread.posts.edges.map(({ node }: { node: object }) => node);
    const unread = posts.filter((post) => post.unread).map((post) => post.id);
    expect([thread.unreadCount, thread.firstUnreadPost?.id]).toEqual([unread.length, unread[0]]);
    found[id] = unread;
  }
  return found;
}

/** Whether the hub says the same, of each thread and in the lists. */
async function compare(name: Name, notes: Notebook): Promise<void> {
  const recount = notes.recount(name);
  const own = Object.keys(recount);
  expect(await counted(name, own)).toEqual(recount);

  const listed = async (filter: object) =>
    (await threadsOf(world, name, filter)).filter((id) => own.includes(id)).sort();
  const unread = own.filter((id) => recount[id]!.length > 0).sort();
  expect(await listed({ unreadOnly: true })).toEqual(unread);
  const followed = await listed({ following: true });
  expect(await listed({ following: true, unreadOnly: true })).toEqual(unread.filter((id) => followed.includes(id)));
}

async function play(steps: readonly Step[]): Promise<void> {
  const notes = new Notebook();
  await world.setVisible(true);
  try {
    for (const name of names) await starts(name, 'open')(world, notes);
    for (const take of [starts('gwen-stillwater', 'about'), ...steps]) await take(world, notes);
    for (const name of names) await compare(name, notes);
  } finally {
    // So that the next time begins with everybody outside.
    for (const name of notes.inCommunity) await world.leaveCommunity(name, false);
    for (const name of notes.inSite) await world.leaveSite(name, false);
    if (!notes.visible) await turns()(world, notes);
  }
}

it('what is unread is what a count post by post gives, after any sequence of what people do', async () => {
  await fc.assert(fc.asyncProperty(fc.array(anyStep, { minLength: 20, maxLength: 40 }), play), {
    numRuns: 20,
    // Looking for a shorter way to the same takes longer than a test may: the seed leads back to it.
    endOnFailure: true,
  });
});
