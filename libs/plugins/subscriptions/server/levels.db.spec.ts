/** What each level of following means, on a real database: who hears of what, and the reason they are given. */
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
let thread: EntityRef;
let about: EntityRef;

const me = memberRef('anjali-thornapple');
const author = memberRef('siobhan-wrenfield');
const mcp = careModelRef('MCP');
const uec = careModelRef('UEC');

beforeAll(async () => {
  hub = await createTestHub({ only: ['subscriptions'], also: [notesPlugin] });
  anjali = await hub.as('anjali-thornapple');
  thread = await writeNote(hub, { name: 'a-thread', title: 'A thread' });
  about = await writeNote(hub, { name: 'an-intervention', title: 'Frailty huddle' });
  await hub.drain();
});
beforeEach(() => hub.sql('TRUNCATE subscriptions.follow, subscriptions.notification'));
afterAll(() => hub.close());

async function follow(targetId: EntityRef, level: string, as = anjali, leaveOut: string[] = []) {
  return (
    await as.ok('mutation Follow($input: FollowInput!) { follow(input: $input) { level } }', {
      input: { targetId, level, leaveOut },
    })
  ).follow;
}

/** Tells of the thread in its circles: itself, what it is about, its care models. */
function tell(news: Partial<ToldNote> = {}) {
  return tellNote(hub, {
    subject: thread,
    actor: author,
    news: 'first',
    circles: [[thread], [about], [siteRef('northvale'), mcp, uec]],
    ...news,
  });
}

async function reasons(as = anjali): Promise<string[]> {
  const { notifications } = await as.ok('{ notifications { edges { node { reason } } } }');
  return notifications.edges.map(({ node }: { node: { reason: string } }) => node.reason);
}

describe('each level of following a care model', () => {
  const toMe = { addressees: [{ member: me, because: 'replied to your question' }] };

  it.each([
    ['WATCHING', 'hears every new post', ['You follow MCP'], ['You follow MCP'], true],
    ['FIRST_POSTS', 'hears first posts only', ['You follow MCP'], [], true],
    ['REPLIES', 'hears what is addressed to them only', [], [], true],
    ['MUTED', 'hears nothing at all', [], [], false],
    ['NONE', 'hears what is addressed to them, by no rule', [], [], true],
  ])('%s %s', async (level, _meaning, ofFirst, ofReply, whenAddressed) => {
    await follow(mcp, level);

    await tell({ news: 'first' });
    expect(await reasons()).toEqual(ofFirst);

    await hub.sql('TRUNCATE subscriptions.notification');
    await tell({ news: 'reply' });
    expect(await reasons()).toEqual(ofReply);

    await hub.sql('TRUNCATE subscriptions.notification');
    await tell({ news: 'reply', ...toMe });
    expect(await reasons()).toEqual(whenAddressed ? [expect.stringMatching(/replied to your question$/)] : []);
  });

  it('what is addressed to somebody says who did it', async () => {
    const [{ title }] = (await hub.sql<{ title: string }>('SELECT title FROM core.entity WHERE ref = $1', [
      author,
    ])) as [{ title: string }];
    await tell(toMe);

    expect(await reasons()).toEqual([`${title} replied to your question`]);
  });

  it('of an anonymous post it says Someone', async () => {
    await tell({ ...toMe, actor: null });

    expect(await reasons()).toEqual(['Someone replied to your question']);
  });
});

describe('when several rules fit', () => {
  it('the most particular decides: a muted thread is silent for who watches its care model', async () => {
    await follow(mcp, 'WATCHING');
    await follow(thread, 'MUTED');

    await tell();

    expect(await reasons()).toEqual([]);
  });

  it('a muted thread does not even tell of what is addressed to its reader', async () => {
    await follow(thread, 'MUTED');

    await tell({ news: 'reply', addressees: [{ member: me, because: 'replied to your question' }] });

    expect(await reasons()).toEqual([]);
  });

  it('a watched thread is heard of by who muted its care model', async () => {
    await follow(mcp, 'MUTED');
    await follow(thread, 'WATCHING');

    await tell({ news: 'reply' });

    expect(await reasons()).toEqual(['You follow A thread']);
  });

  it('what it is about goes before its care model', async () => {
    await follow(mcp, 'WATCHING');
    await follow(about, 'FIRST_POSTS');

    await tell({ news: 'first' });
    await tell({ news: 'reply' });

    expect(await reasons()).toEqual(['You follow Frailty huddle']);
  });

  it('among equally particular rules the one that hears most decides', async () => {
    await follow(uec, 'REPLIES');
    await follow(mcp, 'WATCHING');

    await tell({ news: 'reply' });

    expect(await reasons()).toEqual(['You follow MCP']);
  });

  it('and a muted one before all: MCP, but nothing of this site', async () => {
    await follow(mcp, 'WATCHING');
    await follow(siteRef('northvale'), 'MUTED');

    await tell();

    expect(await reasons()).toEqual([]);
  });

  it('what a follow leaves out is not heard by it, unless it is addressed to its reader', async () => {
    await follow(mcp, 'WATCHING', anjali, ['ANNOUNCEMENT', 'QUESTION']);

    await tell({ topic: 'ANNOUNCEMENT' });
    await tell({ topic: 'DISCUSSION' });
    await tell({ topic: 'QUESTION', addressees: [{ member: me, because: 'mentioned you' }] });

    expect(await reasons()).toEqual([expect.stringMatching(/ mentioned you$/), 'You follow MCP']);
  });

  it('what one rule leaves out another one as particular may tell of, and a wider one may not', async () => {
    await follow(about, 'WATCHING', anjali, ['ANNOUNCEMENT']);
    await follow(mcp, 'WATCHING', anjali, ['ANNOUNCEMENT']);
    await follow(uec, 'WATCHING');

    await tell({ topic: 'ANNOUNCEMENT' });
    expect(await reasons()).toEqual([]);

    await tell({ topic: 'ANNOUNCEMENT', circles: [[thread], [mcp, uec]] });
    expect(await reasons()).toEqual(['You follow UEC']);
  });

  it('one event makes one notification, addressed before followed', async () => {
    await follow(mcp, 'WATCHING');
    await follow(thread, 'WATCHING');
    const addressees = [
      { member: me, because: 'replied to your question' },
      { member: me, because: 'mentioned you' },
    ];

    await tell({ addressees, further: [{ member: me, because: 'used your work' }] });

    expect(await reasons()).toEqual([expect.stringMatching(/ replied to your question$/)]);
  });

  it('further recipients hear without following', async () => {
    await tell({ further: [{ member: me, because: 'adapted your site’s intervention' }] });

    expect(await reasons()).toEqual([expect.stringMatching(/ adapted your site’s intervention$/)]);
  });
});

describe('who never hears', () => {
  it('the actor of what they did themselves', async () => {
    await follow(mcp, 'WATCHING');

    await tell({ actor: me, addressees: [{ member: me, because: 'replied to you' }] });

    expect(await reasons()).toEqual([]);
  });

  it('the anonymous author, whom the event does not name', async () => {
    await follow(mcp, 'WATCHING');

    await tell({ actor: null, notTo: [me] });

    expect(await reasons()).toEqual([]);
  });

  it('who follows another care model only', async () => {
    await follow(careModelRef('EHCH'), 'WATCHING');

    await tell();

    expect(await reasons()).toEqual([]);
  });

  it('who may not see the subject, by following or by being addressed', async () => {
    const stranger = await strangerTo(siteRef('northvale'));
    const client = await hub.as(stranger);
    const secret = await writeNote(hub, { name: 'secret', visibility: 'site', owner: siteRef('northvale') });
    await follow(mcp, 'WATCHING', client);
    await follow(mcp, 'WATCHING');

    await tell({ subject: secret, addressees: [{ member: stranger, because: 'answered you' }] });

    expect(await reasons(client)).toEqual([]);
    expect(await reasons()).toEqual(['You follow MCP']);
  });

  it('who followed what they can no longer see, on the ground of that rule', async () => {
    const stranger = await strangerTo(siteRef('northvale'));
    const client = await hub.as(stranger);
    const closing = await writeNote(hub, { name: 'closing', title: 'Closing' });
    await follow(closing, 'WATCHING', client);
    await writeNote(hub, { name: 'closing', title: 'Closing', visibility: 'site', owner: siteRef('northvale') });

    await tell({ circles: [[thread], [closing]] });

    expect(await reasons(client)).toEqual([]);
  });
});

async function strangerTo(site: EntityRef): Promise<EntityRef> {
  const [member] = await hub.sql<{ ref: EntityRef }>(
    'SELECT ref FROM core.account WHERE NOT keys @> ARRAY[$1]::text[] AND ref <> $2 ORDER BY ref LIMIT 1',
    [site, author],
  );
  return member!.ref;
}
