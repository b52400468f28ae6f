/** The audit log: that it only grows, and that whoever changes it all the same is found out. */
import { Audit, Database } from '@hub/core/server';
import { createTestHub, type TestHub } from '@hub/testing';
import pg from 'pg';

let hub: TestHub;
let audit: Audit;

beforeAll(async () => {
  hub = await createTestHub({ only: ['sites'], demonstration: false });
  audit = hub.hub.app.get(Audit);
  for (let n = 1; n <= 20; n += 1) {
    const facts = { n, nested: { z: [1, { b: 2, a: 'é' }], a: null }, 'a key': 'x\ny' };
    await audit.addAlone({ action: 'test.done', actor: n % 2 ? `member:network/m${n}` : null, facts });
  }
});
afterAll(() => hub?.close());

const check = () => audit.check();

it('numbers its entries without gaps, and every hash holds (J4)', async () => {
  const rows = await hub.sql<{ number: string }>('SELECT number FROM core.audit_entry ORDER BY number');
  expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: rows.length }, (_, n) => n + 1));
  expect(await check()).toEqual({ entries: rows.length, brokenAt: null });
});

it('the hub itself can neither change nor delete an entry, nor empty the log (J4)', async () => {
  for (const sql of [
    `UPDATE core.audit_entry SET outcome = 'refused' WHERE number = 3`,
    'DELETE FROM core.audit_entry WHERE number = 3',
    'TRUNCATE core.audit_entry',
  ]) {
    await expect(hub.sql(sql)).rejects.toMatchObject({ code: '42501' });
  }
  expect((await check()).brokenAt).toBeNull();
});

it('is in one order although many add at once', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => audit.addAlone({ action: 'test.raced', actor: null, facts: { n } })),
  );
  expect((await check()).brokenAt).toBeNull();
});

it('an entry goes with the transaction of what it tells of', async () => {
  const before = (await check()).entries;
  const failing = hub.hub.app.get(Database).transaction(async (tx) => {
    await audit.add(tx, { action: 'test.undone', actor: null });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await check()).toEqual({ entries: before, brokenAt: null });
});

/** What somebody with a superuser's rights can do: each change is put back afterwards. */
async function asSuperuser(change: string, undo: string, look: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: hub.databaseUrl });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; ${change}`);
    await look();
    await client.query(undo);
  } finally {
    await client.end();
  }
  expect((await check()).brokenAt).toBeNull();
}

it.each([
  ['who it was', `actor_ref = 'member:network/other'`, `actor_ref = 'member:network/m7'`],
  ['what was done', `action = 'test.dona'`, `action = 'test.done'`],
  ['how it ended', `outcome = 'refused'`, `outcome = 'done'`],
  ['when it was', `at = at + interval '1 millisecond'`, `at = at - interval '1 millisecond'`],
  ['a fact', `facts = jsonb_set(facts, '{nested,z,1,b}', '3')`, `facts = jsonb_set(facts, '{nested,z,1,b}', '2')`],
  [
    'one byte of a hash',
    'hash = set_byte(hash, 0, get_byte(hash, 0) # 1)',
    'hash = set_byte(hash, 0, get_byte(hash, 0) # 1)',
  ],
])('a superuser’s change of %s is found, and the entry named (J4)', async (_what, change, undo) => {
  const sql = (set: string) => `UPDATE core.audit_entry SET ${set} WHERE number = 7`;
  await asSuperuser(sql(change), sql(undo), async () => {
    expect((await check()).brokenAt).toBe(7);
  });
});

it('an entry that a superuser took out is missed (J4)', async () => {
  const away =
    'CREATE TEMP TABLE away AS SELECT * FROM core.audit_entry WHERE number = 9; DELETE FROM core.audit_entry WHERE number = 9';
  await asSuperuser(away, 'INSERT INTO core.audit_entry SELECT * FROM away', async () => {
    expect((await check()).brokenAt).toBe(10);
  });
});

it('walks a log longer than it reads at once', async () => {
  await hub.hub.app.get(Database).transaction(async (tx) => {
    for (let n = 0; n < 1010; n += 1) await audit.add(tx, { action: 'test.many', actor: null });
  });
  const { entries, brokenAt } = await check();
  expect([entries > 1010, brokenAt]).toEqual([true, null]);
});
