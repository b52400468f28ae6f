/** What changes while somebody looks: before, they see it; from the answer to the change on, it does not exist for them. */
import { createTestHub, type LiveStream, type TestClient, type TestHub } from '@hub/testing';
import { canariesIn, type Audience } from './support/canaries';
import type { Thing } from './support/furnish';
import { threadField, waitFor } from './support/live';
import { missingLike } from './support/mutations';
import { oneOfEach } from './support/knowledge';
import { questionsOf } from './support/questions';
import { replay } from './support/replay';
import { answersTo, onBoth, sixChanges, type Answer, type Change } from './support/six-changes';
import { elsewhere, home } from './support/viewers';
import { createOriginal, dropOriginal, openWorld, patience, type Original } from './support/worlds';

let original: Original;
let world: { hub: TestHub; close(): Promise<void> };
let hub: TestHub;

beforeAll(async () => {
  original = await createOriginal();
}, patience);
beforeEach(async () => {
  world = await openWorld(original);
  hub = world.hub;
});
afterEach(() => world?.close());
afterAll(() => original && dropOriginal(original));

const inside: readonly Audience[] = [`members of ${home}`, `editors of ${home}`];
const see = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const activity = 'subscription { modelTypeActivity(modelTypes: ["MCP"]) { thread { id } post { id body } } }';

/** The words planted for these audiences that a whole script brings. */
async function wordsFor(client: TestClient, audiences: readonly Audience[]): Promise<string[]> {
  const { things, canaries, cursors } = original;
  const planted = canaries.all.slice(0, original.planted).filter((canary) => audiences.includes(canary.audience));
  const known = { things: oneOfEach(things), canaries: planted, cursors: cursors.V5 ?? [], stride: 12 };
  const answers = await replay(client, questionsOf(hub.hub.schema, known));
  const words = new Set(
    answers.flatMap(({ body, variables, query }) =>
      canariesIn(body).filter((word) => !`${query}${JSON.stringify(variables ?? {})}`.includes(word)),
    ),
  );
  return [...words].filter((word) => audiences.includes(canaries.of(word)?.audience ?? 'nobody'));
}

const thingFor = (type: string, audience: Audience): Thing =>
  original.things.find((thing) => thing.type === type && thing.audience === audience)!;

async function isThere(client: TestClient, id: string): Promise<boolean> {
  return (await client.ok(see, { id })).node !== null;
}

async function replyIn(thread: string, member: string, times: number): Promise<void> {
  const client = await hub.as(member);
  for (let time = 0; time < times; time += 1)
    await client.ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
      input: { thread, body: `After ${time}` },
    });
  await hub.drain();
}

const heard = (stream: LiveStream) => stream.received.filter((frame) => JSON.stringify(frame).includes('After')).length;

it('somebody removed from a site sees, finds and hears nothing of it from then on (Z4, Z6, Z7)', async () => {
  const leaver = await hub.as('leonie-fernmoss');
  const witness = await hub.as('petra-quillfeather');
  const thread = thingFor('Thread', `members of ${home}`).id;
  const streams = [await leaver.live(activity), await leaver.live(threadField, { id: thread })];
  const control = await witness.live(threadField, { id: thread });
  await replyIn(thread, 'anjali-thornapple', 1);
  await waitFor(() => streams.every((stream) => heard(stream) === 1));
  expect((await wordsFor(leaver, inside)).length).toBeGreaterThan(20);
  const told = await leaver.ok('{ notifications(first: 100) { edges { node { id subject { id } } } } }');
  expect(JSON.stringify(told)).toContain(thread);

  await (
    await hub.as('anjali-thornapple')
  ).ok('mutation ($input: RemoveFromSiteInput!) { removeFromSite(input: $input) { site { id } } }', {
    input: { site: `site:network/${home}`, member: 'member:network/leonie-fernmoss' },
  });

  expect(await isThere(leaver, thread)).toBe(false);
  expect(await wordsFor(leaver, inside)).toEqual([]);
  await replyIn(thread, 'anjali-thornapple', 10);
  await waitFor(() => heard(control) === 11);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(streams.map(heard)).toEqual([1, 1]);
  const later = await leaver.ok('{ notifications(first: 100) { edges { node { id subject { id } reason } } } }');
  expect(JSON.stringify(later)).not.toContain(thread);
});

it('a published intervention that is taken from the public is gone for nobody, its family with it, and stays for members (Z2, Z4)', async () => {
  const { id } = thingFor('Intervention', 'everyone');
  const stranger = hub.anonymous;
  const member = await hub.as('mei-lin-hazelgrove');
  const { node } = await stranger.ok(
    'query ($id: ID!) { node(id: $id) { ... on Intervention { summary currentVersion { id } } } }',
    { id },
  );
  const [word = ''] = canariesIn(node.summary);
  expect(await wordsFor(stranger, ['everyone'])).toContain(word);
  expect(await isThere(stranger, id)).toBe(true);

  await (
    await hub.as('anjali-thornapple')
  ).ok(
    'mutation ($input: SetInterventionVisibilityInput!) { setInterventionVisibility(input: $input) { intervention { visibility } } }',
    { input: { id, visibility: 'NETWORK' } },
  );

  const [there, nothing] = await replay(stranger, [
    { path: 'there', query: see, variables: { id } },
    { path: 'nothing', query: see, variables: { id: missingLike(id) } },
  ]);
  expect(there?.body).toBe(nothing?.body);
  expect(await isThere(member, id)).toBe(true);
  expect(await wordsFor(stranger, ['everyone'])).not.toContain(word);
  expect(await isThere(stranger, node.currentVersion.id)).toBe(false);
});

it('a removed post is a place without words for everyone, found by nobody (Z14)', async () => {
  const post = original.canaries.all.find(
    ({ place, audience }) => place === 'Post.body' && audience === 'the network',
  )!;
  const reader = await hub.as('mei-lin-hazelgrove');
  const find = async (client: TestClient) =>
    JSON.stringify(
      await client.ok('query ($text: String!) { search(text: $text) { edges { matchedLine } } }', { text: post.word }),
    );
  expect(await find(reader)).toContain(post.word);
  const [{ id } = { id: '' }] = await hub.sql<{ id: string }>(
    `SELECT 'post:' || id AS id FROM threads.post WHERE body LIKE $1`,
    [`%${post.word}%`],
  );

  await (
    await hub.as('anjali-thornapple')
  ).ok('mutation ($input: RemovePostInput!) { removePost(input: $input) { post { id } } }', { input: { post: id } });
  await hub.drain();

  for (const client of [reader, await hub.as('anjali-thornapple'), await hub.as('marisol-greywether')]) {
    expect(await find(client)).not.toContain(post.word);
    expect(await wordsFor(client, ['the network'])).not.toContain(post.word);
  }
});

it('a session that has ended hears and sees as nobody from the answer on (S7)', async () => {
  const client = await hub.as('leonie-fernmoss');
  const thread = thingFor('Thread', `members of ${home}`).id;
  const stream = await client.live(threadField, { id: thread });

  await client.post('/auth/sign-out', {});
  const closed = stream.ended;
  await replyIn(thread, 'anjali-thornapple', 10);

  expect(((await closed) as { code: number }).code).toBe(4401);
  expect(heard(stream)).toBe(0);
  expect((await client.ok('{ viewer { id } }')).viewer).toBeNull();
  expect(await wordsFor(client, [...inside, 'the network'])).toEqual([]);
});

it('a suspended member is shut out of what was open to them, sockets among it (S7)', async () => {
  const client = await hub.as('callum-pennyroyal');
  const thread = thingFor('Thread', 'the network').id;
  const stream = await client.live(threadField, { id: thread });
  const administrator = await hub.as('marisol-greywether');

  await administrator.ok('mutation ($input: ManageMemberInput!) { suspendMember(input: $input) { member { id } } }', {
    input: { member: 'member:network/callum-pennyroyal', reason: 'For the test of it' },
  });
  await replyIn(thread, 'anjali-thornapple', 3);

  expect(((await stream.ended) as { code: number }).code).toBe(4401);
  expect(heard(stream)).toBe(0);
  expect(await wordsFor(client, [`members of ${elsewhere}`, 'the network'])).toEqual([]);
});

describe('of six changes on two instances', () => {
  let second: TestHub;
  let changes: readonly Change[];

  beforeEach(async () => {
    const database = { url: hub.databaseUrl, drop: () => Promise.resolve() };
    second = await createTestHub({ plugins: original.plugins, database });
    changes = await sixChanges(hub, original);
  });
  afterEach(() => second?.close());

  async function everyAnswer(): Promise<Record<string, Answer[]>> {
    const all: Record<string, Answer[]> = {};
    for (const change of changes) all[change.what] = await answersTo(change, second);
    return all;
  }

  const seenBy = (answers: Record<string, Answer[]>) =>
    Object.entries(answers).map(([what, both]) => ({ what, sees: both.map(({ sees }) => sees) }));
  const all = (sees: boolean) => changes.map(({ what }) => ({ what, sees: [sees, sees] }));

  it('each is seen before on both, and on neither from its answer on: not at once, and not ten seconds later (Z2, Z6, S7)', async () => {
    const hearing = changes.filter(({ id, who }) => id.startsWith('thread:') && who.cookie);
    const threads = [...new Set(hearing.map(({ id }) => id))];
    const listen = (who: TestClient, id: string) =>
      Promise.all(onBoth({ who }, second).map((client) => client.live(threadField, { id })));
    const streams = (await Promise.all(hearing.map(({ who, id }) => listen(who, id)))).flat();
    const witness = await hub.as('anjali-thornapple');
    const controls = (await Promise.all(threads.map((id) => listen(witness, id)))).flat();
    const reply = async (times: number, heardThen: number) => {
      for (const thread of threads) await replyIn(thread, 'anjali-thornapple', times);
      await waitFor(() => controls.every((stream) => heard(stream) === heardThen));
    };
    expect(seenBy(await everyAnswer())).toEqual(all(true));
    await reply(1, 1);
    await waitFor(() => streams.every((stream) => heard(stream) === 1));

    for (const change of changes) {
      await change.make();
      expect({ what: change.what, sees: (await answersTo(change, second)).map(({ sees }) => sees) }).toEqual({
        ...{ what: change.what, sees: [false, false] },
      });
    }
    await reply(5, 6);
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    await reply(5, 11);

    expect(streams.map(heard)).toEqual(streams.map(() => 1));
    const later = await everyAnswer();
    expect(seenBy(later)).toEqual(all(false));
    const told = Object.entries(later).filter(([, both]) => both.some(({ asNothing }) => !asNothing));
    expect(told.map(([what]) => what)).toEqual(['a removed post']);
  }, 120_000);
});
