/** Following with real threads: the `following` filter, and whom a new thread and a reply reach. */
import { careModelRef, type EntityRef } from '@hub/core/contract';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let anjali: TestClient;
let siobhan: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
  siobhan = await hub.as('siobhan-wrenfield');
});
beforeEach(async () => {
  await hub.drain();
  await hub.sql('TRUNCATE subscriptions.follow, subscriptions.notification');
});
afterAll(() => hub.close());

const follow = (targetId: EntityRef, level: string, as = anjali) =>
  as.ok('mutation F($input: FollowInput!) { follow(input: $input) { level } }', { input: { targetId, level } });

async function startThread(input: object, as = siobhan): Promise<EntityRef> {
  const { startThread: made } = await as.ok(
    'mutation S($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    {
      input: { title: 'A new thread', body: 'Its first post', modelTypes: ['MCP'], ...input },
    },
  );
  await hub.drain();
  return made.thread.id;
}

async function reply(thread: EntityRef, as = siobhan, more: object = {}): Promise<void> {
  await as.ok('mutation R($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
    input: { thread, body: 'A reply', ...more },
  });
  await hub.drain();
}

async function reasons(as = anjali): Promise<string[]> {
  const { notifications } = await as.ok('{ notifications { edges { node { reason } } } }');
  return notifications.edges.map(({ node }: { node: { reason: string } }) => node.reason);
}

async function following(): Promise<EntityRef[]> {
  const { threads } = await anjali.ok(
    '{ threads(filter: { following: true }, first: 100) { totalCount edges { node { id } } } }',
  );
  expect(threads.totalCount).toBe(threads.edges.length);
  return threads.edges.map(({ node }: { node: { id: EntityRef } }) => node.id);
}

describe('threads that the viewer follows', () => {
  it('are those that one writes in, until one unfollows them, and no others without a rule', async () => {
    const [other, own] = [await startThread({}), await startThread({}, anjali)];
    expect(await following()).toContain(own);
    expect(await following()).not.toContain(other);

    await follow(own, 'NONE');
    await reply(own, anjali);
    expect(await following()).not.toContain(own);
  });

  it('come by a rule of their own, by a care model or by what they are about', async () => {
    const own = await startThread({ modelTypes: ['PACS'] });
    const ofModel = await startThread({ modelTypes: ['EHCH'] });
    const about = await startThread({ modelTypes: ['PACS'], about: 'site:network/northvale' });
    await startThread({ modelTypes: ['PACS'] });
    await follow(own, 'WATCHING');
    await follow(careModelRef('EHCH'), 'FIRST_POSTS');
    await follow('site:network/northvale', 'WATCHING');

    const ids = await following();

    expect(ids).toEqual(expect.arrayContaining([own, ofModel, about]));
    const { threads } = await anjali.ok(
      '{ threads(first: 100) { edges { node { id viewerFollow modelTypes { code } } } } }',
    );
    expect(threads.edges.length).toBeGreaterThan(ids.length);
    expect(threads.edges.find(({ node }: { node: { id: string } }) => node.id === own).node.viewerFollow).toBe(
      'WATCHING',
    );
  });

  it('leave out a muted one of a watched care model', async () => {
    const muted = await startThread({ modelTypes: ['UEC'] });
    await follow(careModelRef('UEC'), 'WATCHING');
    expect(await following()).toContain(muted);

    await follow(muted, 'MUTED');

    expect(await following()).not.toContain(muted);
  });

  it('following: false leaves nothing out', async () => {
    const count = async (filter: string) =>
      (await anjali.ok(`{ threads(filter: ${filter}) { totalCount } }`)).threads.totalCount;

    expect(await count('{ following: false }')).toBe(await count('{}'));
  });
});

describe('whom threads and replies reach', () => {
  it('who watches the care model hears of the thread and of each reply; who follows another does not', async () => {
    const joel = await hub.as(
      await memberBeside('member:network/anjali-thornapple', 'member:network/siobhan-wrenfield'),
    );
    await follow(careModelRef('MCP'), 'WATCHING');
    await follow(careModelRef('EHCH'), 'WATCHING', joel);

    await reply(await startThread({}));

    expect(await reasons()).toEqual(['You follow MCP', 'You follow MCP']);
    expect(await reasons(joel)).toEqual([]);
  });

  it('who asked hears of the reply unless they muted it, and the author of a post hears nothing of it', async () => {
    const thread = await startThread({ kind: 'QUESTION' }, anjali);

    await reply(thread);
    expect(await reasons()).toEqual([expect.stringMatching(/ replied to your question$/)]);
    expect(await reasons(siobhan)).toEqual([]);

    await follow(thread, 'MUTED');
    await reply(thread);
    expect(await reasons()).toHaveLength(1);
  });

  it('an anonymous reply is told as Someone’s, and not to its author', async () => {
    const thread = await startThread({ kind: 'QUESTION' }, anjali);
    await follow(thread, 'WATCHING', siobhan);

    await reply(thread, siobhan, { anonymous: true });

    expect(await reasons()).toEqual(['Someone replied to your question']);
    expect(await reasons(siobhan)).toEqual([]);
  });
});

describe('following members and tags', () => {
  it('whoever follows a member hears of what they start and post under their name, and of nothing else', async () => {
    await follow('member:network/siobhan-wrenfield', 'WATCHING');

    const thread = await startThread({ modelTypes: ['PACS'] });
    await reply(thread);
    await reply(thread, siobhan, { anonymous: true });
    await startThread({ modelTypes: ['PACS'], anonymous: true });

    expect(await reasons()).toEqual(['You follow Siobhan Wrenfield', 'You follow Siobhan Wrenfield']);
    expect(await following()).toContain(thread);
  });

  it('nobody hears of a member whom they muted, even in what they follow', async () => {
    await follow(careModelRef('PACS'), 'WATCHING');
    await follow('member:network/siobhan-wrenfield', 'MUTED');

    const thread = await startThread({ modelTypes: ['PACS'] });

    expect(await reasons()).toEqual([]);
    expect(await following()).not.toContain(thread);
  });

  it('a lesson and a word that a discussion bears can be followed, from when everyone sees such a discussion until none bears it', async () => {
    const word = 'tag:network/word-night-cover';
    const codeOf = (targetId: string) =>
      anjali.codeOf('mutation F($input: FollowInput!) { follow(input: $input) { level } }', {
        input: { targetId, level: 'WATCHING' },
      });
    expect(await codeOf(word)).toBe('NOT_FOUND');
    const first = await startThread({ modelTypes: ['PACS'], tags: ['night cover'] });
    expect(await codeOf(word)).toBeNull();
    await follow('tag:network/lesson-1', 'FIRST_POSTS');

    await startThread({ modelTypes: ['PACS'], lessons: [1] });
    await reply(first);

    expect(await reasons()).toEqual(['You follow night cover', expect.stringMatching(/^You follow Start by focusing/)]);
    const read = await siobhan.ok('query ($id: ID!) { thread(id: $id) { revision } }', { id: first });
    await siobhan.ok('mutation ($input: UpdateThreadInput!) { updateThread(input: $input) { thread { id } } }', {
      input: { thread: first, expectedRevision: read.thread.revision, tags: [] },
    });
    await hub.drain();
    expect(await codeOf(word)).toBe('NOT_FOUND');
  });
});

describe('discussions about interventions and what came of them', () => {
  const source = 'intervention:tollbridge/breathlessness-clinic';
  const cameOfIt = 'intervention:northvale/cough-care-pathway';
  const about = (intervention: string) => startThread({ modelTypes: ['PACS'], about: intervention });

  it('reach those of the site that owns it and of one that adapted it, each with their reason, until they switch it off', async () => {
    await about(cameOfIt);
    await about(source);
    expect(await reasons()).toEqual([
      'It is about an intervention that your site adapted',
      'It is about an intervention of your site',
    ]);

    for (const rule of ['interventions.own-site', 'adaptations.adopter'])
      await anjali.ok('mutation ($input: SetDefaultRuleInput!) { setDefaultRule(input: $input) { isOn } }', {
        input: { rule, isOn: false },
      });
    await hub.sql('TRUNCATE subscriptions.notification');
    await about(cameOfIt);
    await about(source);
    expect(await reasons()).toEqual([]);
    await hub.sql('TRUNCATE subscriptions.switched_off');
  });

  it('reach whoever follows the whole family of what they came of, and of nothing else', async () => {
    const gwen = await hub.as('gwen-stillwater');
    await gwen.ok('mutation F($input: FollowInput!) { follow(input: $input) { level } }', {
      input: { targetId: source, level: 'WATCHING', wholeFamily: true },
    });

    const [descendant, itself] = [await about(cameOfIt), await about(source)];

    expect(await reasons(gwen)).toEqual([
      'You follow One-stop breathlessness clinic',
      'You follow the whole family of One-stop breathlessness clinic',
    ]);
    const { threads } = await gwen.ok('{ threads(filter: { following: true }, first: 100) { edges { node { id } } } }');
    const ids = threads.edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(ids).toEqual(expect.arrayContaining([descendant, itself]));
  });
});

describe('what holds by default', () => {
  const asked = (level: string) => ({ level });

  it.each([
    ['follows it', null, ['You wrote in this discussion']],
    ['and every kind of rule of their own goes before', asked('FIRST_POSTS'), []],
    ['a muted one too', asked('MUTED'), []],
    ['not following it, on purpose', asked('NONE'), []],
  ])('whoever writes in a discussion %s', async (_what, rule, told) => {
    const thread = await startThread({});
    if (rule) await follow(thread, rule.level);
    await reply(thread, anjali);
    await hub.sql('TRUNCATE subscriptions.notification');

    await reply(thread);

    expect(await reasons()).toEqual(told);
  });

  it('whoever wrote without their name is told in the hub alone, and by another rule of theirs where one decides', async () => {
    const [thread, other] = [await startThread({}), await startThread({ modelTypes: ['PACS'] })];
    await follow(careModelRef('PACS'), 'WATCHING');
    for (const each of [thread, other]) await reply(each, anjali, { anonymous: true });
    await hub.sql('TRUNCATE subscriptions.notification');

    for (const each of [thread, other]) await reply(each);

    expect(
      await hub.sql(
        `SELECT rule_ref, ruled_by, in_hub_alone FROM subscriptions.notification
         WHERE member_ref = 'member:network/anjali-thornapple' ORDER BY created_at`,
      ),
    ).toEqual([
      { rule_ref: thread, ruled_by: 'threads.written-in', in_hub_alone: true },
      { rule_ref: careModelRef('PACS'), ruled_by: null, in_hub_alone: false },
    ]);
  });
});

describe('a thread that was merged into another one', () => {
  const merge = async (thread: EntityRef, into: EntityRef) => {
    const marisol = await hub.as('marisol-greywether');
    await marisol.ok('mutation M($input: MergeThreadsInput!) { mergeThreads(input: $input) { thread { id } } }', {
      input: { thread, into },
    });
    await hub.drain();
  };
  const levelOf = async (id: EntityRef) =>
    (await anjali.ok('query T($id: ID!) { thread(id: $id) { viewerFollow } }', { id })).thread.viewerFollow;

  it.each([
    ['NONE', 'REPLIES', 'REPLIES'],
    ['FIRST_POSTS', 'WATCHING', 'WATCHING'],
    ['WATCHING', 'REPLIES', 'WATCHING'],
    ['MUTED', 'WATCHING', 'MUTED'],
    ['NONE', 'MUTED', 'MUTED'],
    ['WATCHING', 'NONE', 'WATCHING'],
  ])('of %s there and %s of the one that goes comes %s', async (there, gone, after) => {
    const [thread, into] = [await startThread({}), await startThread({})];
    if (there !== 'NONE') await follow(into, there);
    if (gone !== 'NONE') await follow(thread, gone);

    await merge(thread, into);

    expect(await levelOf(into)).toBe(after);
    expect(await hub.sql('SELECT 1 FROM subscriptions.follow WHERE target_ref = $1', [thread])).toEqual([]);
  });

  it('is no news by itself, and its followers hear of the next reply once', async () => {
    const [thread, into] = [await startThread({ modelTypes: ['PACS'] }), await startThread({ modelTypes: ['PACS'] })];
    await follow(thread, 'WATCHING');
    await follow(into, 'WATCHING');

    await merge(thread, into);
    expect(await reasons()).toEqual([]);
    await reply(into);
    expect(await reasons()).toHaveLength(1);
  });
});

async function memberBeside(...members: EntityRef[]): Promise<EntityRef> {
  const [found] = await hub.sql<{ ref: EntityRef }>(
    'SELECT ref FROM core.account WHERE ref <> ALL($1::text[]) ORDER BY ref LIMIT 1',
    [members],
  );
  return found!.ref;
}
