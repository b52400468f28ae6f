/** A PostgreSQL, a second one that follows it, and two instances of the hub that read from both: nobody sees less, or more, than from one. */
import { Accounts, Database, prepareDatabase } from '@hub/core/server';
import { createTestHub, TestClient, type TestHub } from '@hub/testing';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { figureIn } from './support/operating';
import { until } from './support/own-postgres';
import { startReplicated, type ReplicatedPostgres } from './support/own-replica';

const token = 'a-token-of-twenty-signs';
let servers: ReplicatedPostgres;
let here: TestHub;
let there: TestHub;
let ann: TestClient;

beforeAll(async () => {
  servers = await startReplicated();
  await prepareDatabase(servers.url, [notesPlugin]);
  const database = { url: servers.url, drop: () => Promise.resolve() };
  const env = { DATABASE_REPLICA_URLS: servers.replicaUrl, HUB_METRICS_TOKEN: token };
  const options = { plugins: [notesPlugin], demonstration: false, database, env };
  here = await createTestHub(options);
  there = await createTestHub(options);
  const notes = here.hub.app.get(NotesService);
  await here.hub.app.get(Database).transaction(async (tx) => {
    await notes.furnish(tx, 'one', ['ann', 'bob']);
    await notes.writeAs(tx, 'ann', { desk: 'one', title: 'Hidden', body: 'x', visibility: 'site' }, new Date());
  });
  ann = await here.as('ann');
}, 120_000);
afterAll(async () => {
  await there?.close();
  await here?.close();
  await servers?.drop();
});

const hidden = '{ note(id: "note:notes/hidden") { title } }';
const count = '{ notes { totalCount } }';
const write = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } } }';
const desk = 'desk:network/one';
/** The same person, at the other instance. */
const over = (client: TestClient) => new TestClient(there.address, client.cookie);
const countOf = async (client: TestClient) => (await client.ok(count)).notes.totalCount as number;
const writeOne = (title: string) => ann.ok(write, { input: { desk, title, body: 'x' } });
const inTransaction = (work: Parameters<Database['transaction']>[0]) =>
  here.hub.app.get(Database).transaction(work as () => Promise<unknown>);
const holdDesk = (isHeld: boolean) =>
  inTransaction((tx) => here.hub.app.get(Accounts)[isHeld ? 'grant' : 'revoke'](tx, 'member:network/bob', [desk]));

/** What the other instance says of its replica. */
async function figures() {
  const answer = await fetch(`${there.address}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const page = await answer.text();
  const figure = (name: string, labels = '') => figureIn(page, `hub_replica_${name}{replica="1"${labels}}`);
  return { reads: figure('reads', ',outcome="read"'), up: figure('up'), behind: figure('behind_bytes') };
}
const reads = async () => (await figures()).reads;
/** Asks until the replica answers. */
const untilUsed = async () => {
  const before = await reads();
  await until(async () => (await countOf(over(ann))) > 0 && (await reads()) > before);
};

it('what people ask is read at the replica; what changes something, who asks and what they may do, at the primary', async () => {
  const asked = (name: string) =>
    `SELECT 1 FROM pg_stat_activity WHERE usename = 'hub' AND query LIKE '%${name}%' AND pid <> pg_backend_pid()`;
  const before = await reads();
  await countOf(over(ann));

  expect(await servers.atReplica(asked('notes.note'))).toHaveLength(1);
  expect(await servers.atPrimary(asked('notes.note'))).toEqual([]);
  expect(await reads()).toBe(before + 1);
  await writeOne('First');
  expect(await figures()).toMatchObject({ reads: before + 1, up: 1 });
});

it('what somebody wrote is there at once, for them and for others, at every instance', async () => {
  const [bob, before, read] = [over(await here.as('bob')), await countOf(ann), await reads()];
  for (let n = 1; n <= 10; n += 1) {
    await writeOne(`Note ${n}`);
    const counts = await Promise.all([countOf(ann), countOf(over(ann)), countOf(bob), countOf(there.anonymous)]);
    expect(counts).toEqual([before + n, before + n, before + n, expect.any(Number)]);
  }

  expect(await reads()).toBeGreaterThan(read);
});

it('whoever has lost a key, or whose session has ended, is shown nothing more, at once and at every instance', async () => {
  const bob = over(await here.as('bob'));
  for (let time = 0; time < 10; time += 1) {
    await holdDesk(true);
    expect((await bob.ok(hidden)).note).toEqual({ title: 'Hidden' });
    await holdDesk(false);
    expect((await bob.ok(hidden)).note).toBeNull();
  }
  await new TestClient(here.address, bob.cookie).post('/auth/sign-out', {});
  expect(await bob.codeOf(hidden)).toBe('UNAUTHENTICATED');
});

it.each([
  ['stands still in what it has seen', () => replay('pause'), () => replay('resume')],
  ['answers nobody', async () => servers.freezeReplica(true), async () => servers.freezeReplica(false)],
  ['is killed', () => servers.stopReplica(), () => servers.startReplica()],
])(
  'while the replica %s, everything is as with the primary alone; and it is used again when it is back',
  async (how, go, back) => {
    await holdDesk(true);
    const [bob, gone] = [over(await here.as('bob')), over(await here.as('bob'))];
    expect((await gone.ok(hidden)).note).toEqual({ title: 'Hidden' });
    const before = await countOf(bob);
    const read = await reads();
    await go();
    await writeOne(`It ${how}`.slice(0, 20));
    expect(await Promise.all([countOf(ann), countOf(over(ann)), countOf(bob)])).toEqual(Array(3).fill(before + 1));
    await holdDesk(false);
    await new TestClient(here.address, gone.cookie).post('/auth/sign-out', {});
    expect((await bob.ok(hidden)).note).toBeNull();
    expect(await gone.codeOf(hidden)).toBe('UNAUTHENTICATED');
    const told = await figures();
    expect(told.reads).toBe(read);
    if (how.startsWith('stands')) expect(told.behind).toBeGreaterThan(0);
    else expect(told.up).toBe(0);

    await back();
    await untilUsed();
    expect(await countOf(over(ann))).toBe(before + 1);
  },
  60_000,
);

const replay = (what: string) => servers.atReplica(`SELECT pg_wal_replay_${what}()`);

it('a server that follows nobody, or is of another hub, is not read from', async () => {
  const env = {
    DATABASE_REPLICA_URLS: `${servers.url}, ${new URL('/postgres', servers.replicaUrl).href}`,
    HUB_METRICS_TOKEN: token,
  };
  const wrong = await createTestHub({
    plugins: [notesPlugin],
    demonstration: false,
    database: { url: servers.url, drop: () => Promise.resolve() },
    env,
  });
  const { replicas } = wrong.hub.app.get(Database);
  for (let time = 0; time < 3; time += 1) await wrong.anonymous.ok(count);
  const figures = await replicas.figures();
  await wrong.close();

  expect(figures.map(({ behind, counts }) => [behind, counts.read])).toEqual([
    [null, 0],
    [null, 0],
  ]);
});

it('one that was made a primary of its own is not read from any more', async () => {
  const [read, before] = [await reads(), await countOf(ann)];
  await servers.atReplica('SELECT pg_promote()');
  await writeOne('Later');

  expect(await countOf(over(ann))).toBe(before + 1);
  expect(await figures()).toMatchObject({ reads: read, up: 0 });
});
