/** What people choose about mail, on a real database: for all that they follow, for one thing, and what nobody else can see of it. */
import { careModelRef } from '@hub/core/contract';
import { createTestHub, notesPlugin, writeNote, type TestClient, type TestHub } from '@hub/testing';
import { memberRef, siteRef } from '@hub/plugins/sites/contract';

let hub: TestHub;
let anjali: TestClient;
let siobhan: TestClient;

const mcp = careModelRef('MCP');

beforeAll(async () => {
  hub = await createTestHub({ only: ['subscriptions', 'identity'], also: [notesPlugin] });
  [anjali, siobhan] = await Promise.all([hub.as('anjali-thornapple'), hub.as('siobhan-wrenfield')]);
});
beforeEach(() => hub.sql('TRUNCATE subscriptions.follow, subscriptions.mail_setting'));
afterAll(() => hub?.close());

const fields = 'mailed forYou day mostADay';
const set = (input: object, as = anjali) =>
  as.run(`mutation ($input: SetMailSettingsInput!) { setMailSettings(input: $input) { ${fields} } }`, {
    input,
  });
const settings = async (as = anjali) => (await as.ok(`{ mailSettings { ${fields} } }`)).mailSettings;
const follow = (input: object, as = anjali) =>
  as.ok('mutation ($input: FollowInput!) { follow(input: $input) { level } }', { input });

interface FollowNode {
  readonly id: string;
  readonly target: { readonly id: string };
  readonly level: string;
  readonly mailed: string | null;
}
async function follows(as = anjali): Promise<{ count: number; nodes: FollowNode[] }> {
  const answer = await as.ok('{ follows { totalCount edges { node { id target { id } level mailed since } } } }');
  return {
    count: answer.follows.totalCount,
    nodes: answer.follows.edges.map(({ node }: { node: FollowNode }) => node),
  };
}

it('whoever has chosen nothing gets a weekly mail on Mondays, and ten mails a day at most', async () => {
  expect(await settings()).toEqual({ mailed: 'WEEKLY', forYou: null, day: 'MONDAY', mostADay: 10 });
});

it('what is named is changed, and the rest stays', async () => {
  await set({ mailed: 'DAILY', forYou: 'AT_ONCE', day: 'FRIDAY', mostADay: 3 });
  const { data } = await set({ forYou: null });

  expect(data.setMailSettings).toEqual({ mailed: 'DAILY', forYou: null, day: 'FRIDAY', mostADay: 3 });
  expect(await settings(siobhan)).toEqual({ mailed: 'WEEKLY', forYou: null, day: 'MONDAY', mostADay: 10 });
});

it.each([
  ['is sent', 'SENT', { HUB_SMTP_URL: 'smtp://127.0.0.1:9' }],
  ['is kept where no mail server is set', 'KEPT', {}],
  [
    'is not even written where its links cannot be signed',
    'NONE',
    { HUB_SMTP_URL: 'smtp://127.0.0.1:9', HUB_SECRET_KEY: '' },
  ],
])('mail %s, and members can ask', async (_what, delivery, env) => {
  const database = { url: hub.databaseUrl, drop: () => Promise.resolve() };
  const other = await createTestHub({ only: ['subscriptions', 'identity'], also: [notesPlugin], database, env });
  await hub.sql(`INSERT INTO identity.address (member_ref, email, since) VALUES ($1, 'anjali@nhs.net', now())`, [
    memberRef('anjali-thornapple'),
  ]);
  const told = await (await other.as('anjali-thornapple')).ok('{ mailDelivery }');
  const { mailDelivery: without } = await (await other.as('siobhan-wrenfield')).ok('{ mailDelivery }');
  const unknown = await other.anonymous.codeOf('{ mailDelivery }');
  await other.close();
  await hub.sql('DELETE FROM identity.address');

  expect(without).toBe(delivery === 'SENT' ? 'NO_ADDRESS' : delivery);
  expect(told).toEqual({ mailDelivery: delivery });
  expect(unknown).toBe('UNAUTHENTICATED');
});

it.each([0, 51, -1])('%p mails a day are refused, and nothing is changed', async (mostADay) => {
  const { errors } = await set({ mailed: 'NEVER', mostADay });

  expect(errors?.[0]?.extensions.fields).toEqual([{ path: 'input.mostADay', message: expect.any(String) }]);
  expect((await settings()).mailed).toBe('WEEKLY');
});

it('one thing can be mailed otherwise than the rest; changing what one hears of it leaves that as it is', async () => {
  await follow({ targetId: mcp, level: 'WATCHING', mailed: 'AT_ONCE' });
  await follow({ targetId: mcp, level: 'FIRST_POSTS' });
  expect((await follows()).nodes).toEqual([
    expect.objectContaining({ target: { id: mcp }, level: 'FIRST_POSTS', mailed: 'AT_ONCE' }),
  ]);

  await follow({ targetId: mcp, level: 'FIRST_POSTS', mailed: null });
  expect((await follows()).nodes[0]?.mailed).toBeNull();
});

it('what one followed with its choice comes back with it after unfollowing', async () => {
  await follow({ targetId: mcp, level: 'WATCHING', mailed: 'NEVER' });
  await follow({ targetId: mcp, level: 'NONE' });
  expect(await follows()).toEqual({ count: 0, nodes: [] });

  await follow({ targetId: mcp, level: 'WATCHING', mailed: 'NEVER' });
  expect((await follows()).nodes[0]).toMatchObject({ level: 'WATCHING', mailed: 'NEVER' });
});

it('follows are one’s own: nobody else reads them, and those of what can no longer be seen are not there', async () => {
  const [stranger] = await hub.sql<{ ref: string }>(
    'SELECT ref FROM core.account WHERE NOT keys @> ARRAY[$1]::text[] ORDER BY ref LIMIT 1',
    [siteRef('northvale')],
  );
  const client = await hub.as(stranger!.ref);
  const closing = await writeNote(hub, { name: 'closing', title: 'Closing' });
  await follow({ targetId: closing, level: 'WATCHING' }, client);
  const [own] = (await follows(client)).nodes;
  const node = (as: TestClient) => as.ok('query ($id: ID!) { node(id: $id) { id } }', { id: own!.id });

  expect((await node(client)).node).toEqual({ id: own!.id });
  expect((await node(anjali)).node).toBeNull();

  await writeNote(hub, { name: 'closing', title: 'Closing', visibility: 'site', owner: siteRef('northvale') });
  expect(await follows(client)).toEqual({ count: 0, nodes: [] });
  expect((await node(client)).node).toBeNull();
});

it('signed out there is nothing of it', async () => {
  for (const question of ['{ mailSettings { day } }', '{ follows { totalCount } }'])
    expect(await hub.anonymous.codeOf(question)).toBe('UNAUTHENTICATED');
});

it('what somebody chose is in the copy of their data, and goes when they are erased', async () => {
  const callum = await hub.as('callum-pennyroyal');
  await set({ mailed: 'NEVER' }, callum);
  await follow({ targetId: mcp, level: 'WATCHING', mailed: 'DAILY' }, callum);
  const { exportMyData } = await callum.ok('mutation { exportMyData(input: {}) { content } }');
  const { following } = JSON.parse(exportMyData.content) as { following: Record<string, unknown> };

  expect(following).toMatchObject({
    mailSettings: { mailed: 'NEVER', forYou: null, day: 'MONDAY', mostADay: 10 },
    follows: [{ target: mcp, level: 'WATCHING', mailed: 'DAILY' }],
  });

  const me = memberRef('callum-pennyroyal');
  const [{ title }] = (await hub.sql<{ title: string }>('SELECT title FROM core.entity WHERE ref = $1', [me])) as [
    { title: string },
  ];
  await callum.ok('mutation ($input: EraseMeInput!) { eraseMe(input: $input) { erased } }', {
    input: { confirmName: title },
  });
  expect(await hub.sql('SELECT 1 FROM subscriptions.mail_setting')).toEqual([]);
});
