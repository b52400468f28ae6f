/** What waits for facilitators: whom nobody has replied to, what nobody has answered, and what went quiet; of what they may see alone. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { change, letIn, makeCommunity, memberOf } from './testing/communities';

const start = 'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }';
const replyTo = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
const people = `query ($id: ID!) { community(id: $id) { unansweredMembers(first: 50) { totalCount edges { place node { id } said { id } } } } }`;
const sites = `query ($id: ID!) { sitesWithoutReply(within: $id, first: 50) { totalCount edges { threadCount node { id } longest { id } } } }`;
const waiting = `query ($id: ID!, $awaiting: ThreadAwaits!, $first: Int, $after: String) {
  waitingThreads(within: $id, awaiting: $awaiting, first: $first, after: $after) { totalCount edges { node { id } } pageInfo { endCursor hasNextPage } } }`;
const stalled = `query ($id: ID!) { stalledAdaptations(within: $id, first: 100) { totalCount edges { node { id stage lastWordAt site { id } } } } }`;

let hub: TestHub;
let siobhan: TestClient;
let owain: TestClient;
let grace: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [siobhan, owain, grace] = (await Promise.all(
    ['siobhan-wrenfield', 'owain-saltmere', 'grace-tidewell'].map((slug) => hub.as(slug)),
  )) as [TestClient, TestClient, TestClient];
});
afterAll(() => hub?.close());

/** Closed, facilitated by Siobhan, with Owain of her site and Grace of another one. */
async function made(): Promise<string> {
  const { id } = await makeCommunity(siobhan, 'CLOSED');
  await letIn(siobhan, owain, 'owain-saltmere', id);
  await letIn(siobhan, grace, 'grace-tidewell', id);
  return id;
}

async function begin(client: TestClient, community: string, over: object = {}): Promise<string> {
  const input = { title: 'Who knows?', body: 'Words', modelTypes: ['MCP'], community, ...over };
  return (await client.ok(start, { input })).startThread.thread.id;
}

const reply = (client: TestClient, thread: string, over: object = {}) =>
  client.ok(replyTo, { input: { thread, body: 'Here', ...over } });
const idsOf = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map(({ node }) => node.id);
const unanswered = async (id: string, as = siobhan) => (await as.ok(people, { id })).community.unansweredMembers;
const unheard = async (id: string, as = siobhan) => (await as.ok(sites, { id })).sitesWithoutReply;
const awaiting = async (id: string, kind: string, as = siobhan, page: object = {}) =>
  (await as.ok(waiting, { id, awaiting: kind, ...page })).waitingThreads;

describe('people nobody has replied to', () => {
  it('are those who are new, then with their words that wait, until somebody else replies', async () => {
    const id = await made();
    const owainRow = async () =>
      (await unanswered(id)).edges.find(({ node }: { node: { id: string } }) => node.id === memberOf('owain-saltmere'));
    expect(await owainRow()).toMatchObject({ place: null, said: null });
    expect((await unanswered(id)).totalCount).toBe(2);

    const thread = await begin(owain, id);
    await reply(owain, thread);
    expect(await owainRow()).toMatchObject({ place: 1, said: { id: thread } });

    await reply(siobhan, thread);
    expect(await owainRow()).toBeUndefined();
  });

  it('are nobody who joined long ago and said nothing', async () => {
    const id = await made();
    await hub.sql(`UPDATE communities.membership SET since = now() - interval '61 days' WHERE community_ref = $1`, [
      id,
    ]);

    expect((await unanswered(id)).totalCount).toBe(0);
  });

  it('are told to facilitators alone, and of nothing that was said without a name (T4)', async () => {
    const id = await made();
    const nameless = await begin(owain, id, { anonymous: true });

    expect(JSON.stringify(await unanswered(id))).not.toContain(nameless);
    expect(await unanswered(id, owain)).toMatchObject({ totalCount: 0, edges: [] });
    const named = await begin(owain, id);
    await reply(owain, named, { anonymous: true });
    expect(JSON.stringify(await unanswered(id))).not.toContain(memberOf('owain-saltmere'));
  });

  it('of a care model are people of its sites, and none of those who facilitate it', async () => {
    const marisol = await hub.as('marisol-greywether');
    const ref = memberOf('ife-brightwater');
    await hub.sql(`UPDATE sites.membership SET since = now() - interval '3 days' WHERE member_ref = $1`, [ref]);
    await hub.sql('UPDATE threads.post SET anonymous = true WHERE author_ref = $1', [ref]);
    const rowOf = async () =>
      (await unanswered('community:network/mcp', marisol)).edges.find(
        ({ node }: { node: { id: string } }) => node.id === ref,
      );

    expect(await rowOf()).toMatchObject({ said: null });
    const newcomer = await hub.as('ife-brightwater');
    const input = { title: 'Hello', body: 'I am new', modelTypes: ['MCP'] };
    const { id } = (await newcomer.ok(start, { input })).startThread.thread;
    expect(await rowOf()).toMatchObject({ said: { id }, place: 1 });
    await reply(grace, id);
    expect(await rowOf()).toBeUndefined();
    expect(idsOf(await unanswered('community:network/mcp', marisol))).not.toContain(memberOf('marisol-greywether'));
  });
});

describe('what waits for words', () => {
  it('is by its age, whatever was said since, page by page, until it is answered or closed', async () => {
    const id = await made();
    const [first, second, third] = [
      await begin(owain, id, { kind: 'QUESTION' }),
      await begin(owain, id, { kind: 'QUESTION' }),
      await begin(owain, id, { kind: 'QUESTION' }),
    ];
    const { post } = (await reply(grace, first)).reply;

    const page = await awaiting(id, 'ANSWER', siobhan, { first: 2 });
    expect([idsOf(page), page.totalCount]).toEqual([[first, second], 3]);
    expect(idsOf(await awaiting(id, 'ANSWER', siobhan, { first: 2, after: page.pageInfo.endCursor }))).toEqual([third]);

    await owain.ok('mutation ($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { thread { id } } }', {
      input: { thread: first, post: post.id },
    });
    await siobhan.ok('mutation ($input: SetThreadLockedInput!) { setThreadLocked(input: $input) { thread { id } } }', {
      input: { thread: second, locked: true, reason: 'Elsewhere' },
    });
    expect(idsOf(await awaiting(id, 'ANSWER'))).toEqual([third]);
    expect(idsOf(await awaiting(id, 'REPLY'))).toEqual([]);
  });

  it('is nothing to whoever does not see inside, as in a community that is not there (Z2, Z4)', async () => {
    const id = await made();
    await begin(owain, id);
    const kwame = await hub.as('kwame-larkrise');

    expect((await awaiting(id, 'REPLY')).totalCount).toBe(1);
    for (const within of [id, 'community:network/none'])
      expect([await awaiting(within, 'REPLY', kwame), await unheard(within, kwame)]).toEqual([
        await awaiting('community:network/nor-this', 'REPLY', kwame),
        { totalCount: 0, edges: [] },
      ]);
    expect(await hub.anonymous.codeOf(sites, { id })).toBe('UNAUTHENTICATED');
  });
});

describe('sites nobody replies to', () => {
  it('are those whose people heard from nobody of another site, with what has waited longest', async () => {
    const id = await made();
    const thread = await begin(owain, id);
    await begin(owain, id);
    await reply(siobhan, thread);
    const site = 'site:network/marlowfield';

    expect(await unheard(id)).toEqual({
      totalCount: 1,
      edges: [{ threadCount: 2, node: { id: site }, longest: { id: thread } }],
    });
    await reply(grace, thread);
    expect((await unheard(id)).totalCount).toBe(0);
  });

  it('say nothing of who began or replied without a name (T4)', async () => {
    const id = await made();
    await begin(grace, id, { anonymous: true });
    expect((await unheard(id)).totalCount).toBe(0);

    const thread = await begin(owain, id);
    await reply(siobhan, thread, { anonymous: true });
    expect((await unheard(id)).totalCount).toBe(0);
  });
});

describe('adaptations that went quiet', () => {
  const careModel = 'care-model:network/mcp';
  const list = async (as: TestClient, id = careModel) => (await as.ok(stalled, { id })).stalledAdaptations;

  it('are those still being worked on without a word for 60 days, the longest silence first', async () => {
    const marisol = await hub.as('marisol-greywether');
    const models = ['mcp', 'pacs', 'ehch', 'uec', 'acc'].map((code) => `care-model:network/${code}`);
    const lists = await Promise.all(models.map((model) => list(marisol, model)));

    expect(lists.some(({ totalCount }) => totalCount > 0)).toBe(true);
    for (const { edges } of lists) {
      const times = edges.map(({ node }: { node: { lastWordAt: string } }) => node.lastWordAt);
      expect(times).toEqual([...times].sort());
      for (const { node } of edges) expect(['RUNNING', 'STOPPED', 'DECLINED']).not.toContain(node.stage);
    }
  });

  it('are told to the site alone before it shares its work (Z4)', async () => {
    const [hidden] = await hub.sql<{ ref: string; site: string; model: string }>(
      `SELECT a.ref, a.site_ref AS site, e.care_models[1] AS model FROM adaptations.adaptation a JOIN core.entity e ON e.ref = a.ref
       WHERE e.visibility = 'site' AND a.stage IN ('CONSIDERING', 'ASSESSING', 'ADAPTING') LIMIT 1`,
    );
    const [own] = await hub.sql<{ ref: string }>(
      'SELECT member_ref AS ref FROM sites.membership WHERE site_ref = $1 LIMIT 1',
      [hidden!.site],
    );
    const insider = await hub.as(own!.ref.split('/')[1]!);

    expect(idsOf(await list(insider, hidden!.model))).toContain(hidden!.ref);
    expect(idsOf(await list(await hub.as('marisol-greywether'), hidden!.model))).not.toContain(hidden!.ref);
  });

  it('are gone once somebody speaks of them, where that can be seen', async () => {
    const marisol = await hub.as('marisol-greywether');
    const [quiet] = await hub.sql<{ ref: string; model: string }>(
      `SELECT a.ref, e.care_models[1] AS model FROM adaptations.adaptation a JOIN core.entity e ON e.ref = a.ref
       WHERE e.needs <@ '{network}' AND a.stage = 'TESTING' LIMIT 1`,
    );
    const { ref: about, model } = quiet!;
    expect(idsOf(await list(marisol, model))).toContain(about);

    await grace.ok(start, { input: { title: 'How is it going?', body: 'Tell us', modelTypes: ['MCP'], about } });

    expect(idsOf(await list(marisol, model))).not.toContain(about);
  });

  it('of a community are those of its care models, and none where one may not see it (Z4)', async () => {
    const id = await made();
    await siobhan.ok(change('changeCommunityKind'), { input: { community: id, expectedRevision: 1, kind: 'PRIVATE' } });
    const marisol = await hub.as('marisol-greywether');

    expect((await list(siobhan, id)).totalCount).toBe((await list(siobhan)).totalCount);
    expect((await list(marisol, id)).totalCount).toBe(0);
  });
});

describe('questions without an answer', () => {
  const dayMs = 24 * 60 * 60_000;
  const dayOf = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

  async function asked(client: TestClient, community: string | null, days = 3): Promise<string> {
    const input = { title: 'Who knows?', body: 'Words', kind: 'QUESTION', modelTypes: ['UEC'], community };
    const thread: string = (await client.ok(start, { input })).startThread.thread.id;
    await hub.sql('UPDATE threads.thread SET created_at = $2 WHERE ref = $1', [thread, `${dayOf(-days)}T12:00:00Z`]);
    return thread;
  }

  /** In the hours around the morning of a day. */
  async function morning(days = 0, instances = 1): Promise<void> {
    await hub.sql('DELETE FROM core.schedule');
    await hub.runSchedules(new Date(`${dayOf(days)}T00:01:00Z`));
    const noon = new Date(`${dayOf(days)}T12:00:00Z`);
    await Promise.all(Array.from({ length: instances }, () => hub.runSchedules(noon)));
    await hub.drain();
  }

  const told = async (thread: string): Promise<string[]> => {
    await hub.drain();
    const rows = await hub.sql<{ member: string }>(
      `SELECT member_ref AS member FROM subscriptions.notification WHERE subject_ref = $1 AND event_name = 'question.unanswered' ORDER BY 1`,
      [thread],
    );
    return rows.map(({ member }) => member);
  };

  it('are told to the facilitators after 3 days, once, also when two hubs look at once; not after 2, and not after weeks (R17)', async () => {
    const id = await made();
    const [three, two, old] = [await asked(grace, id), await asked(grace, id, 2), await asked(grace, id, 18)];
    await morning(0, 2);
    await morning(0);

    expect(await Promise.all([three, two, old].map(told))).toEqual([[memberOf('siobhan-wrenfield')], [], []]);
    await morning(1);
    expect(await told(two)).toEqual([memberOf('siobhan-wrenfield')]);
    expect(await told(three)).toHaveLength(1);
  });

  it('are told to nobody once they are answered, locked, removed or hidden, or to whoever asked', async () => {
    const id = await made();
    const [answered, locked, removed, hidden] = await Promise.all([1, 2, 3, 4].map(() => asked(grace, id)));
    const own = await asked(siobhan, id);
    const post = await reply(owain, answered!);
    await grace.ok(change('acceptAnswer'), { input: { thread: answered, post: post.reply.post.id } });
    await hub.sql('UPDATE threads.thread SET locked = true WHERE ref = $1', [locked]);
    await hub.sql('UPDATE threads.post SET removed_at = now() WHERE thread_ref = $1', [removed]);
    await hub.sql('UPDATE threads.post SET hidden_at = now() WHERE thread_ref = $1', [hidden]);
    for (const day of [0, 1]) await morning(day);

    for (const thread of [answered, locked, removed, hidden, own]) expect(await told(thread!)).toEqual([]);
  });

  it('are not told to a facilitator who switched that off', async () => {
    const set = (isOn: boolean) =>
      siobhan.ok(change('setDefaultRule'), { input: { rule: 'communities.questions', isOn } });
    await set(false);
    const thread = await asked(grace, await made());
    await morning(0);
    expect(await told(thread)).toEqual([]);
    await set(true);
  });

  it('are told three a day of one place, the longest wait first', async () => {
    const id = await made();
    const threads = await Promise.all([6, 5, 4, 3].map((days) => asked(grace, id, days)));
    await morning(0);
    expect((await Promise.all(threads.map(told))).map((members) => members.length)).toEqual([1, 1, 1, 0]);
    await morning(1);
    expect(await told(threads[3]!)).toHaveLength(1);
  });

  it('of a care model are told to the network’s facilitators, until it has its own', async () => {
    await hub.sql(
      `DELETE FROM communities.membership WHERE community_ref IN
         (SELECT ref FROM communities.community WHERE care_model_ref = 'care-model:network/uec')`,
    );
    const [first, second] = [await asked(grace, null), await asked(grace, null)];
    const network = await hub.sql<{ ref: string }>(
      `SELECT ref FROM core.account WHERE 'role:facilitator' = ANY(keys) ORDER BY ref`,
    );
    await hub.sql('UPDATE threads.thread SET passed_on_at = now() WHERE ref = $1', [second]);
    await morning(0);
    expect(network).not.toEqual([]);
    expect(await told(first)).toEqual(network.map(({ ref }) => ref));

    await hub.sql(
      `INSERT INTO communities.membership (community_ref, member_ref, role, since)
       SELECT ref, $1, 'FACILITATOR', now() FROM communities.community WHERE care_model_ref = 'care-model:network/uec'`,
      [memberOf('owain-saltmere')],
    );
    await hub.sql('UPDATE threads.thread SET passed_on_at = NULL WHERE ref = $1', [second]);
    await morning(0);
    expect(await told(second)).toEqual([memberOf('owain-saltmere')]);
  });
});
