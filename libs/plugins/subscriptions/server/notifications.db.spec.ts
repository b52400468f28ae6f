/** Notifications on a real database: whose they are, reading and marking them, and hearing of them live. */
import { careModelRef, type EntityRef } from '@hub/core/contract';
import {
  createTestHub,
  notesPlugin,
  tellNote,
  writeNote,
  type TestClient,
  type TestHub,
  type ToldNote,
} from '@hub/testing';
import { memberRef, siteRef } from '@hub/plugins/sites/contract';

let hub: TestHub;
let anjali: TestClient;
let siobhan: TestClient;
let subject: EntityRef;

const me = memberRef('anjali-thornapple');
const actor = memberRef('siobhan-wrenfield');

beforeAll(async () => {
  hub = await createTestHub({ only: ['subscriptions'], also: [notesPlugin] });
  anjali = await hub.as('anjali-thornapple');
  siobhan = await hub.as('siobhan-wrenfield');
  subject = await writeNote(hub, { name: 'told', title: 'Told' });
});
beforeEach(async () => {
  await hub.drain();
  await hub.sql('TRUNCATE subscriptions.follow, subscriptions.notification');
});
afterAll(() => hub.close());

/** Tells me of the note, addressed to me. */
function tell(news: Partial<ToldNote> = {}) {
  return tellNote(hub, {
    subject,
    actor,
    news: 'reply',
    circles: [],
    addressees: [{ member: me, because: 'replied to your question' }],
    ...news,
  });
}

const list = `query Mine($unreadOnly: Boolean, $first: Int, $after: String) { notifications(unreadOnly: $unreadOnly, first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage }
  edges { node { id reason happened personal eventName createdAt readAt subject { id } actor { id } } }
} }`;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly nodes: readonly {
    readonly id: string;
    readonly createdAt: string;
    readonly readAt: string | null;
    readonly subject: { id: string } | null;
  }[];
}

async function mine(variables: Record<string, unknown> = {}, as = anjali): Promise<Page> {
  const { edges, ...rest } = (await as.ok(list, variables)).notifications;
  return { ...rest, nodes: edges.map(({ node }: { node: Page['nodes'][number] }) => node) };
}

describe('a notification', () => {
  it('says what happened, who did it, to what, when and why', async () => {
    await tell({ at: new Date('2026-03-05T17:30:00.123Z') });

    expect((await mine()).nodes).toEqual([
      {
        id: expect.stringMatching(/^notification:[0-9a-f-]{36}$/),
        reason: expect.stringMatching(/ replied to your question$/),
        ...{
          happened: 'told of the note',
          personal: true,
          eventName: 'note.told',
          createdAt: '2026-03-05T17:30:00.123Z',
          readAt: null,
        },
        ...{ subject: { id: subject }, actor: { id: actor } },
      },
    ]);
  });

  it('heard by following is not personal and names the rule', async () => {
    await anjali.ok('mutation F($input: FollowInput!) { follow(input: $input) { level } }', {
      input: { targetId: careModelRef('MCP'), level: 'WATCHING' },
    });
    await tell({ addressees: [], circles: [[careModelRef('MCP')]] });

    expect((await mine()).nodes).toEqual([expect.objectContaining({ personal: false, reason: 'You follow MCP' })]);
  });

  it('of an anonymous actor names nobody', async () => {
    await tell({ actor: null });

    expect((await mine()).nodes).toEqual([
      expect.objectContaining({ actor: null, reason: 'Someone replied to your question' }),
    ]);
  });

  it('keeps its place but loses its subject, and the name of the rule, when these can no longer be seen', async () => {
    const stranger = await strangerToNorthvale();
    const client = await hub.as(stranger);
    const closing = await writeNote(hub, { name: 'closing', title: 'Secret plan' });
    await client.ok('mutation F($input: FollowInput!) { follow(input: $input) { level } }', {
      input: { targetId: closing, level: 'WATCHING' },
    });
    await tell({ subject: closing, addressees: [], circles: [[closing]] });
    await writeNote(hub, { name: 'closing', title: 'Secret plan', visibility: 'site', owner: siteRef('northvale') });

    const { nodes, totalCount } = await mine({}, client);

    expect(totalCount).toBe(1);
    expect(nodes[0]?.subject).toBeNull();
    expect(JSON.stringify(nodes)).not.toContain('Secret plan');
  });

  it('opens the row that its source names in place of its subject, for as long as that can be seen', async () => {
    await tell();
    const [other] = (await mine()).nodes;
    await tell({ addressees: [{ member: me, because: 'replied to you', opens: other?.id }] });
    await tell({
      addressees: [{ member: me, because: 'replied too', opens: 'notification:00000000-0000-4000-8000-000000000000' }],
    });
    const opens = '{ notifications(first: 3) { edges { node { opens { id } } } } }';
    const read = async () => (await anjali.ok(opens)).notifications.edges.map((edge: { node: object }) => edge.node);

    expect(await read()).toEqual([{ opens: null }, { opens: { id: other?.id } }, { opens: null }]);
    await hub.sql('UPDATE subscriptions.notification SET member_ref = $2 WHERE id = $1', [
      ...[other?.id.replace('notification:', ''), actor],
    ]);
    expect(await read()).toEqual([{ opens: null }, { opens: null }]);
  });

  it('is read by its owner only, by node as well', async () => {
    await tell();
    const id = (await mine()).nodes[0]?.id;
    const node = 'query N($id: ID!) { node(id: $id) { id ... on Notification { reason } } }';

    expect((await anjali.ok(node, { id })).node).toMatchObject({ id });
    for (const other of [siobhan, hub.anonymous]) expect((await other.ok(node, { id })).node).toBeNull();
    expect((await mine({}, siobhan)).totalCount).toBe(0);
  });

  it('is made once for one event, however often the event is handled', async () => {
    await tell();
    await hub.sql(
      `UPDATE core.delivery SET done_at = NULL WHERE event_id = (SELECT id FROM core.domain_event ORDER BY at DESC LIMIT 1)`,
    );
    await hub.drain();

    expect((await mine()).totalCount).toBe(1);
  });
});

describe('the list', () => {
  it('is newest first, and its pages are the whole', async () => {
    for (const day of [3, 1, 5, 2, 4]) await tell({ at: new Date(`2026-01-0${day}T00:00:00Z`) });

    const first = await mine({ first: 2 });
    const second = await mine({ first: 2, after: first.pageInfo.endCursor });
    const third = await mine({ first: 2, after: second.pageInfo.endCursor });

    expect([first, second, third].flatMap(({ nodes }) => nodes.map(({ createdAt }) => createdAt.slice(8, 10)))).toEqual(
      ['05', '04', '03', '02', '01'],
    );
    expect([first, second, third].map(({ totalCount, pageInfo }) => [totalCount, pageInfo.hasNextPage])).toEqual([
      [5, true],
      [5, true],
      [5, false],
    ]);
  });

  it('the two groups are lists of their own, each with its count and pages there and back, whatever the other holds', async () => {
    const follow = 'mutation F($input: FollowInput!) { follow(input: $input) { level } }';
    await anjali.ok(follow, { input: { targetId: careModelRef('MCP'), level: 'WATCHING' } });
    const followed = { addressees: [], circles: [[careModelRef('MCP')]] };
    await tell({ at: new Date('2026-01-01T00:00:00Z') });
    await tell({ at: new Date('2026-01-02T00:00:00Z') });
    for (const day of [3, 4, 5, 6]) await tell({ ...followed, at: new Date(`2026-01-0${day}T00:00:00Z`) });
    const groups = `query ($first: Int, $after: String, $last: Int, $before: String) {
      forYou: notifications(personal: true, first: 1) { ...page }
      following: notifications(personal: false, first: $first, after: $after, last: $last, before: $before) { ...page }
    } fragment page on NotificationConnection { totalCount pageInfo { endCursor startCursor hasNextPage hasPreviousPage } edges { node { createdAt personal } } }`;
    const read = async (page: Record<string, unknown>) => {
      const { forYou, following } = await anjali.ok(groups, page);
      expect(forYou).toMatchObject({ totalCount: 2, edges: [{ node: { personal: true } }] });
      expect(following.totalCount).toBe(4);
      const days = following.edges.map(({ node }: { node: { createdAt: string } }) => node.createdAt.slice(9, 10));
      return { days, ...following.pageInfo };
    };
    const newest = await read({ first: 3 });
    const older = await read({ first: 3, after: newest.endCursor });
    const back = await read({ last: 3, before: older.startCursor });

    expect([newest.days, older.days, back.days]).toEqual([['6', '5', '4'], ['3'], ['6', '5', '4']]);
    expect([newest.hasNextPage, older.hasNextPage, back.hasPreviousPage]).toEqual([true, false, false]);
  });

  it('unreadOnly leaves out what was read, in the count too', async () => {
    await tell();
    await tell();
    const [newest] = (await mine()).nodes;
    await mark({ ids: [newest?.id] });

    expect(await mine({ unreadOnly: true })).toMatchObject({ totalCount: 1 });
    expect(await mine({ unreadOnly: false })).toMatchObject({ totalCount: 2 });
    expect((await mine({ unreadOnly: true })).nodes.map(({ id }) => id)).not.toContain(newest?.id);
  });

  it('signed out needs a session', async () => {
    expect(await hub.anonymous.codeOf(list)).toBe('UNAUTHENTICATED');
  });

  it('what was loaded with the demonstration carries the event’s time, is born read and is not told live', async () => {
    const stream = await anjali.live('subscription { notificationReceived { id } }');
    await tell({ loaded: true, at: new Date('2016-03-05T10:00:00Z') });
    await tell();
    const { data } = await stream.next();
    await stream.stop();

    const { nodes } = await mine();

    expect(nodes[1]).toMatchObject({ createdAt: '2016-03-05T10:00:00.000Z', readAt: '2016-03-05T10:00:00.000Z' });
    expect(data.notificationReceived.id).toBe(nodes[0]?.id);
    expect(stream.received).toHaveLength(1);
  });
});

describe('marking read', () => {
  it('some, and then all; the count says what is left', async () => {
    for (let made = 0; made < 3; made += 1) await tell();
    const [one] = (await mine()).nodes;

    expect(await mark({ ids: [one?.id] })).toBe(2);
    expect(await mark({ ids: [one?.id, one?.id] })).toBe(2);
    expect(await mark({ ids: [] })).toBe(2);
    expect(await unreadCount()).toBe(2);
    expect(await mark({ all: true })).toBe(0);
    expect((await mine()).nodes.every(({ readAt }) => readAt !== null)).toBe(true);
  });

  it('what was read before keeps its time', async () => {
    await tell();
    await mark({ all: true });
    const [before] = (await mine()).nodes;
    await mark({ ids: [before?.id] });

    expect((await mine()).nodes[0]?.readAt).toBe(before?.readAt);
  });

  it('somebody else’s, an unknown one and another kind of id are NOT_FOUND, and nothing is marked', async () => {
    await tell();
    await tell({ actor: null, addressees: [{ member: actor, because: 'answered you' }] });
    const [own, foreign] = [(await mine()).nodes[0]?.id, (await mine({}, siobhan)).nodes[0]?.id];

    for (const id of [
      foreign,
      'notification:00000000-0000-4000-8000-000000000000',
      'post:00000000-0000-4000-8000-000000000000',
      subject,
    ]) {
      expect(await anjali.codeOf(markDocument, { input: { ids: [own, id] } })).toBe('NOT_FOUND');
    }
    expect(await unreadCount()).toBe(1);
    expect(await unreadCount(siobhan)).toBe(1);
  });

  it.each([
    ['neither ids nor all', {}],
    ['all: false alone', { all: false }],
    ['both', { all: true, ids: [] }],
    ['a malformed id', { ids: ['nonsense'] }],
  ])('%s is BAD_USER_INPUT', async (_what, input) => {
    expect(await anjali.codeOf(markDocument, { input })).toBe('BAD_USER_INPUT');
  });

  it('signed out needs a session', async () => {
    expect(await hub.anonymous.codeOf(markDocument, { input: { all: true } })).toBe('UNAUTHENTICATED');
  });
});

describe('undoing that', () => {
  it('makes unread what was marked at that moment, and nothing else', async () => {
    for (let made = 0; made < 3; made += 1) await tell();
    const [newest] = (await mine()).nodes;
    await mark({ ids: [newest?.id] });
    const { markNotificationsRead } = await anjali.ok(markDocument, { input: { all: true } });

    expect(await undo(markNotificationsRead.readAt)).toEqual({ unreadCount: 2, readAt: null });
    expect((await mine()).nodes.map(({ readAt }) => readAt !== null)).toEqual([true, false, false]);
  });

  it('is NOT_FOUND a second time, at another moment, and for somebody else', async () => {
    await tell();
    const { readAt } = (await anjali.ok(markDocument, { input: { all: true } })).markNotificationsRead;
    const refusal = (at: string, as = anjali) => as.codeOf(undoDocument, { input: { readAt: at } });

    expect(await refusal(readAt, siobhan)).toBe('NOT_FOUND');
    expect(await refusal('2026-01-01T00:00:00Z')).toBe('NOT_FOUND');
    await undo(readAt);
    expect([await refusal(readAt), await unreadCount()]).toEqual(['NOT_FOUND', 1]);
  });
});

describe('the unread count', () => {
  it('is of oneself only; null of others', async () => {
    await tell();

    expect(await unreadCount()).toBe(1);
    const read = 'query N($id: ID!) { node(id: $id) { ... on Member { unreadNotificationCount } } }';
    expect((await siobhan.ok(read, { id: me })).node.unreadNotificationCount).toBeNull();
    expect((await anjali.ok(read, { id: me })).node.unreadNotificationCount).toBe(1);
  });
});

describe('live', () => {
  it('a member hears of their own as it is made, and of nobody else’s', async () => {
    const ours = await anjali.live('subscription { notificationReceived { id reason subject { id } } }');
    const theirs = await siobhan.live('subscription { notificationReceived { id } }');

    await tell();
    const { data } = await ours.next();
    await Promise.all([ours.stop(), theirs.stop()]);

    expect(data.notificationReceived).toEqual({
      id: (await mine()).nodes[0]?.id,
      reason: expect.stringMatching(/replied/),
      subject: { id: subject },
    });
    expect(theirs.received).toEqual([]);
  });

  it('what is read in one window is heard in the others of that member, and by nobody else', async () => {
    for (let made = 0; made < 3; made += 1) await tell();
    const [newest] = (await mine()).nodes;
    const query = 'subscription { notificationsRead { unreadCount ids readAt } }';
    const [ours, theirs] = [await anjali.live(query), await siobhan.live(query)];
    const heard = async () => (await ours.next()).data.notificationsRead;

    await mark({ ids: [newest?.id] });
    const one = (await mine()).nodes[0];
    expect(await heard()).toEqual({ unreadCount: 2, ids: [newest?.id], readAt: one?.readAt });
    await mark({ ids: [newest?.id] });
    const { readAt } = (await anjali.ok(markDocument, { input: { all: true } })).markNotificationsRead;
    expect(await heard()).toEqual({ unreadCount: 0, ids: null, readAt });
    await undo(readAt);
    expect(await heard()).toEqual({ unreadCount: 2, ids: null, readAt: null });
    await Promise.all([ours.stop(), theirs.stop()]);

    expect([ours.received.length, theirs.received]).toEqual([3, []]);
  });

  it('as many as can be named at once are heard in one message', async () => {
    await tell();
    const copies = `INSERT INTO subscriptions.notification (id, member_ref, event_id, event_name, subject_ref, happened, because, created_at, in_hub_alone)
      SELECT gen_random_uuid(), member_ref, gen_random_uuid(), event_name, subject_ref, happened, because, created_at, false
      FROM subscriptions.notification, generate_series(1, 100) RETURNING 'notification:' || id AS id`;
    const ids = (await hub.sql<{ id: string }>(copies)).map(({ id }) => id);
    const stream = await anjali.live('subscription { notificationsRead { ids } }');

    await mark({ ids });
    expect((await stream.next()).data.notificationsRead.ids.sort()).toEqual(ids.sort());
    await stream.stop();
  });

  it('signed out is refused', async () => {
    const stream = await hub.anonymous.live('subscription { notificationReceived { id } }');
    const ended = await stream.ended;
    await stream.stop();

    expect(JSON.stringify([ended, stream.received])).toContain('UNAUTHENTICATED');
  });
});

const markDocument =
  'mutation Mark($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { unreadCount readAt } }';
const undoDocument =
  'mutation Undo($input: UndoMarkNotificationsReadInput!) { undoMarkNotificationsRead(input: $input) { unreadCount readAt } }';

const undo = async (readAt: string) => (await anjali.ok(undoDocument, { input: { readAt } })).undoMarkNotificationsRead;

async function mark(input: Record<string, unknown>): Promise<number> {
  return (await anjali.ok(markDocument, { input })).markNotificationsRead.unreadCount;
}

async function unreadCount(as = anjali): Promise<number> {
  return (await as.ok('{ viewer { unreadNotificationCount } }')).viewer.unreadNotificationCount;
}

async function strangerToNorthvale(): Promise<EntityRef> {
  const [member] = await hub.sql<{ ref: EntityRef }>(
    'SELECT ref FROM core.account WHERE NOT keys @> ARRAY[$1]::text[] AND ref <> $2 ORDER BY ref LIMIT 1',
    [siteRef('northvale'), actor],
  );
  return member!.ref;
}
