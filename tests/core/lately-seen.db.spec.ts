/** Whoever goes on asking is looked up once a minute beside what they ask: no request waits for it, and their session counts as used. */
import { setTimeout as wait } from 'node:timers/promises';
import { ApiTokens, Database } from '@hub/core/server';
import { createTestHub, TestClient, type TestHub } from '@hub/testing';
import { jest } from '@jest/globals';
import type { EntityManager } from 'typeorm';

let hub: TestHub;
let ahead = 0;

beforeAll(async () => {
  const now = Date.now.bind(Date);
  jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
  hub = await createTestHub();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await hub.close();
});
beforeEach(async () => {
  await hub.sql('DELETE FROM core.session');
});

const whoAmI = { query: '{ viewer { id } }' };
const ask = async (client: TestClient, headers: Record<string, string> = {}) => {
  const answer = (await (await client.post('/graphql', whoAmI, headers)).json()) as {
    data: { viewer: { id: string } | null };
  };
  return answer.data.viewer?.id ?? null;
};
const inHub = <T>(work: (tx: EntityManager) => Promise<T>) => hub.hub.app.get(Database).transaction(work);

/** How many sessions or tokens were used lately. */
async function used(table = 'session', column = 'last_seen_at'): Promise<number> {
  const [row] = await hub.sql<{ count: number }>(
    `SELECT count(*)::int FROM core.${table} WHERE ${column} > now() - interval '1 minute'`,
  );
  return row!.count;
}

/** The same as soon as there are so many of them, or after a while. */
async function usedInTime(many: number, table?: string, column?: string): Promise<number> {
  const began = performance.now();
  while ((await used(table, column)) < many && performance.now() - began < 8000) await wait(100);
  return used(table, column);
}

/** Signed in and seen, twenty minutes of not asking ago by the database, and a good minute ago by the hub. */
async function signedInEarlier(names: readonly string[], headers?: Record<string, string>): Promise<TestClient[]> {
  const clients = await Promise.all(names.map((name) => hub.as(name)));
  for (const client of clients) expect(await ask(client, headers)).not.toBeNull();
  await hub.sql("UPDATE core.session SET last_seen_at = now() - interval '20 minutes'");
  ahead += 61_000;
  return clients;
}

const people = ['anjali-thornapple', 'brenda-hollyhock', 'siobhan-wrenfield'];

it('all who asked after a minute are looked up in one statement, beside what they ask, and their sessions count as used (S6)', async () => {
  const clients = await signedInEarlier(people);
  const sent = hub.hub.app.get(Database).statements;

  for (const client of clients) for (let n = 0; n < 4; n += 1) expect(await ask(client)).not.toBeNull();
  expect(await usedInTime(3)).toBe(3);

  expect(hub.hub.app.get(Database).statements - sent).toBe(3 * 4 + 1);
});

it('what a page asks with nobody there is looked up too, and does not use the session (S6)', async () => {
  const unattended = { 'hub-unattended': '1' };
  const clients = await signedInEarlier(people, unattended);
  const sent = hub.hub.app.get(Database).statements;

  for (const client of clients) await ask(client, unattended);
  await wait(1500);

  expect(hub.hub.app.get(Database).statements - sent).toBe(3 + 1);
  expect(await used()).toBe(0);
});

it('whose session was ended is nobody at once, before they are looked up and after', async () => {
  const [client] = await signedInEarlier(people.slice(0, 1));
  expect(await ask(client!)).not.toBeNull();

  await hub.sql('UPDATE core.session SET ended_at = now()');

  expect(await ask(client!)).toBeNull();
  await wait(1500);
  expect(await ask(client!)).toBeNull();
});

it('does not wait for a session that somebody else is writing to, nor for the others', async () => {
  const clients = await signedInEarlier(people);
  await inHub(async (tx) => {
    const [locked] = await tx.query<{ id: string }[]>('SELECT id FROM core.session ORDER BY id LIMIT 1 FOR UPDATE');
    expect(locked).toBeDefined();
    for (const client of clients) expect(await ask(client)).not.toBeNull();
    expect(await usedInTime(2)).toBe(2);
  });
});

it('API tokens are looked up in the same way, and count as used', async () => {
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { secret } = await inHub((tx) =>
    hub.hub.app.get(ApiTokens).make(tx, 'member:network/brenda-hollyhock', { name: 'x', scopes: ['read'], expiresAt }),
  );
  const authorization = `Bearer ${secret}`;
  expect(await ask(hub.anonymous, { authorization })).not.toBeNull();
  await hub.sql("UPDATE core.api_token SET last_used_at = now() - interval '20 minutes'");
  ahead += 61_000;

  expect(await hub.countReads(() => ask(hub.anonymous, { authorization }))).toBe(1);

  expect(await usedInTime(1, 'api_token', 'last_used_at')).toBe(1);
});
