/** Looking after the hub: mail, consequences that failed, records whose period is over. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Database, Mail } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { retention } from './retention';

let hub: TestHub;
let marisol: TestClient;

const reason = 'Looked into a complaint';
const to = 'someone@nhs.net';

beforeAll(async () => {
  hub = await createTestHub();
  marisol = await hub.as('marisol-greywether');
}, 120_000);
afterAll(() => hub?.close());

const lettersOf = async (state?: string) =>
  (
    await marisol.ok(
      `{ letters${state ? `(state: ${state})` : ''} { totalCount edges { node { id recipient state isSecret problem attempts } } } }`,
    )
  ).letters;

describe('mail', () => {
  const readLetter = 'mutation ($input: ReadLetterInput!) { readLetter(input: $input) { subject text page } }';
  const again = 'mutation ($input: SendLetterAgainInput!) { sendLetterAgain(input: $input) { letter { id state } } }';

  it('kept letters are listed without their words, which are read one by one and audited', async () => {
    await hub.hub.app.get(Database).transaction((tx) =>
      hub.hub.app.get(Mail).write(tx, {
        ...{ to, at: new Date(), subject: 'A subject\r\nBcc: x@evil.example', paragraphs: ['What was said'] },
      }),
    );
    const { edges } = await lettersOf('WAITING');
    const letter = edges.find(({ node }: { node: { recipient: string } }) => node.recipient === to).node;
    const words = await marisol.ok(readLetter, { input: { letter: letter.id, reason } });
    const audit = await marisol.ok('{ auditEntries(first: 1) { edges { node { action facts { name value } } } } }');

    expect(letter).toMatchObject({ state: 'WAITING', isSecret: false });
    expect(words.readLetter).toMatchObject({ subject: 'A subject Bcc: x@evil.example' });
    expect(words.readLetter.text).toContain('What was said');
    expect(audit.auditEntries.edges[0].node).toEqual({
      action: 'letter.read',
      facts: [
        { name: 'letter', value: letter.id },
        { name: 'reason', value: reason },
      ],
    });
  });

  it('the HTML of a kept letter is there for whoever just read it with a reason, and for nobody else', async () => {
    const [{ id }] = (await hub.sql<{ id: string }>('SELECT id FROM core.mail WHERE recipient = $1', [to])) as [
      { id: string },
    ];
    const open = async (client: TestClient) =>
      fetch(`${hub.address}/administration/letters/${id}`, { headers: client.cookie ? { cookie: client.cookie } : {} });
    const gwen = await hub.as('gwen-stillwater');
    const shown = await open(marisol);

    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('<p>What was said</p>')]);
    expect(shown.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; .*sandbox/,
    );
    expect(shown.headers.get('content-security-policy')).not.toContain('script');
    for (const other of [gwen, hub.anonymous]) expect((await open(other)).status).toBe(404);

    await hub.sql(`UPDATE core.mail SET id = gen_random_uuid() WHERE id = $1`, [id]);
    expect((await open(marisol)).status).toBe(404);
  });

  it('a refused letter says why, and is sent again when asked', async () => {
    await hub.sql(
      "UPDATE core.mail SET failed_at = now(), problem = '550 No such box', attempts = 1 WHERE recipient = $1",
      [to],
    );
    const [{ node: letter }] = (await lettersOf('FAILED')).edges;
    expect(letter).toMatchObject({ problem: '550 No such box', attempts: 1 });

    const answer = await marisol.ok(again, { input: { letter: letter.id, reason } });
    expect(answer.sendLetterAgain.letter).toEqual({ id: letter.id, state: 'WAITING' });
    expect(await marisol.codeOf(again, { input: { letter: letter.id, reason } })).toBe('NOT_FOUND');
  });

  it('where the hub sends its mail, nobody reads letters on the way', async () => {
    const [letter] = await hub.sql<{ id: string }>('SELECT id FROM core.mail LIMIT 1');
    const sending = await createTestHub({
      ...{ database: { url: hub.databaseUrl, drop: () => Promise.resolve() } },
      env: { HUB_SMTP_URL: 'smtp://127.0.0.1:1' },
    });
    const there = await sending.as('marisol-greywether');

    expect(await there.codeOf(readLetter, { input: { letter: `letter:${letter?.id}`, reason } })).toBe('FORBIDDEN');
    await sending.close();
  });
});

/** A consequence that failed too often; gives the id of its event. */
async function parked(handler: string): Promise<string> {
  const id = randomUUID();
  await hub.sql(
    "INSERT INTO core.domain_event (id, name, subject_ref, at, facts) VALUES ($1, 'thread.started', 'thread:network/none', now(), '{}')",
    [id],
  );
  await hub.sql(
    `INSERT INTO core.delivery (event_id, handler, attempts, next_at, parked_at, problem)
     VALUES ($1, $2, 8, now(), now(), E'Error: no\\n  at somewhere')`,
    [id, handler],
  );
  return id;
}

it('a consequence that was parked is shown with its problem, and tried again (R5)', async () => {
  const id = await parked('TellPeople');
  const { parkedDeliveries } = await marisol.ok(
    '{ parkedDeliveries { edges { node { eventId event handler attempts problem } } } }',
  );
  expect(parkedDeliveries.edges.map(({ node }: { node: unknown }) => node)).toEqual([
    { eventId: `event:${id}`, event: 'thread.started', handler: 'TellPeople', attempts: 8, problem: 'Error: no' },
  ]);

  const retry = 'mutation ($input: RetryDeliveryInput!) { retryDelivery(input: $input) { parked } }';
  const input = { eventId: `event:${id}`, handler: 'TellPeople', reason };
  expect((await marisol.ok(retry, { input })).retryDelivery).toEqual({ parked: 0 });
  expect(await marisol.codeOf(retry, { input })).toBe('NOT_FOUND');
  await hub.drain();
  expect(await hub.sql('SELECT 1 FROM core.delivery WHERE event_id = $1 AND done_at IS NOT NULL', [id])).toHaveLength(
    1,
  );
});

it('a consequence that was parked is given up for good, by an administrator with a reason, on record (R5)', async () => {
  const id = await parked('IndexEntity');
  const discard = 'mutation ($input: DiscardDeliveryInput!) { discardDelivery(input: $input) { parked } }';
  const input = { eventId: `event:${id}`, handler: 'IndexEntity', reason };
  const gwen = await hub.as('gwen-stillwater');

  expect(await gwen.codeOf(discard, { input })).toBe('FORBIDDEN');
  expect(await marisol.codeOf(discard, { input: { ...input, reason: ' ' } })).toBe('BAD_USER_INPUT');
  expect((await marisol.ok(discard, { input })).discardDelivery).toEqual({ parked: 0 });
  expect(await marisol.codeOf(discard, { input })).toBe('NOT_FOUND');
  await hub.drain();

  const { auditEntries } = await marisol.ok(
    '{ auditEntries(first: 1) { edges { node { action actor { id } facts { name value } } } } }',
  );
  expect(auditEntries.edges[0].node).toMatchObject({
    action: 'delivery.discarded',
    facts: expect.arrayContaining([{ name: 'reason', value: reason }]),
  });
  expect(await hub.sql('SELECT attempts, done_at FROM core.delivery WHERE event_id = $1', [id])).toEqual([
    { attempts: 8, done_at: expect.any(Date) },
  ]);
});

describe('how the hub runs', () => {
  const question = `{ hubState { at waitingDeliveries oldestDeliveryAt parkedDeliveries waitingLetters failedLetters databaseKilobytes postgres riskySettings
    migration schedules { name dueAt doneAt failures } tables { name rows kilobytes } instances { role host version node isThere } } }`;

  it('is told to an administrator: what waits, what is done when, sizes, versions and processes', async () => {
    const id = await parked('TellPeople');
    await hub.sql('UPDATE core.delivery SET parked_at = NULL WHERE event_id = $1', [id]);
    await hub.runSchedules(new Date('2026-03-01T00:00:00Z'));
    await hub.sql('UPDATE core.schedule SET attempts = 2 WHERE name = (SELECT min(name) FROM core.schedule)');
    const { hubState: state } = await marisol.ok(question);
    await hub.drain();
    await hub.sql('ANALYZE core.entity');
    const [entities] = await hub.sql<{ count: number }>('SELECT count(*)::int FROM core.entity');
    const { hubState: after } = await marisol.ok(question);
    const off = await hub.sql<{ name: string }>(
      `SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name`,
    );

    expect(state).toMatchObject({ waitingDeliveries: 1, oldestDeliveryAt: expect.any(String), parkedDeliveries: 0 });
    expect(after).toMatchObject({ waitingDeliveries: 0, oldestDeliveryAt: null });
    expect(state.schedules[0]).toMatchObject({ dueAt: expect.any(String), doneAt: null, failures: 2 });
    expect(state.schedules.length).toBeGreaterThan(1);
    expect(after.tables).toContainEqual(expect.objectContaining({ name: 'core.entity', rows: entities?.count }));
    expect(state.tables.map(({ kilobytes }: { kilobytes: number }) => kilobytes)).toEqual(
      [...state.tables].map(({ kilobytes }: { kilobytes: number }) => kilobytes).sort((a, b) => b - a),
    );
    expect(state.databaseKilobytes).toBeGreaterThan(1000);
    expect(state).toMatchObject({
      postgres: expect.stringMatching(/^18\b/),
      migration: expect.stringMatching(/\d{13}$/),
      riskySettings: off.map(({ name }) => name),
    });
    expect(state.instances).toEqual([
      { role: 'api', host: hostname(), version: '0.1.0', node: process.version, isThere: true },
    ]);
  });

  it('is told to nobody else', async () => {
    const gwen = await hub.as('gwen-stillwater');

    expect([await gwen.codeOf(question), await hub.anonymous.codeOf(question)]).toEqual([
      'FORBIDDEN',
      'UNAUTHENTICATED',
    ]);
  });

  it('a process that has stopped is on the list no more', async () => {
    const database = { url: hub.databaseUrl, drop: () => Promise.resolve() };
    const other = await createTestHub({ database, only: ['sites'], demonstration: false });
    const hosts = async () => (await marisol.ok(question)).hubState.instances.length;
    const during = await hosts();
    await other.close();

    expect([during, await hosts()]).toEqual([2, 1]);
  });
});

describe('records', () => {
  const late = '2199-01-01T00:00:00.000Z';
  const due = async (at: string, type: string) =>
    (
      await marisol.ok(
        'query ($at: DateTime, $type: String) { recordsDue(at: $at, type: $type, first: 100) { totalCount edges { node { id type title dueAt } } } }',
        { at, type },
      )
    ).recordsDue;
  const types = async (at: string | null) =>
    (await marisol.ok('query ($at: DateTime) { recordTypes(at: $at) { type due period } }', { at })).recordTypes;

  it('past each retention period the records are up for appraisal, and all of them are still there (J5)', async () => {
    const before = await hub.sql('SELECT kind, count(*)::int FROM core.entity GROUP BY kind ORDER BY kind');
    expect((await types('2016-12-01T00:00:00.000Z')).every(({ due: count }: { due: number }) => count === 0)).toBe(
      true,
    );

    for (const { type, keptFor } of retention) {
      const { due: count } = (await types(late)).find((each: { type: string }) => each.type === type);
      expect({ type, isDue: count > 0 }).toEqual({
        type,
        isDue: keptFor !== null && type !== 'letter' ? true : count > 0,
      });
    }
    for (const type of ['intervention', 'adaptation', 'evaluation', 'thread', 'site', 'member']) {
      const { totalCount, edges } = await due(late, type);
      expect(totalCount).toBe((await types(late)).find((each: { type: string }) => each.type === type).due);
      expect(edges[0].node.type).toBe(type);
    }
    expect((await due(late, 'vanguard')).totalCount).toBe(0);
    expect(await hub.sql('SELECT kind, count(*)::int FROM core.entity GROUP BY kind ORDER BY kind')).toEqual(before);
  });

  it('one day before its period is over a record is not up for appraisal (J5)', async () => {
    const [oldest] = (await due(late, 'thread')).edges;
    const dueAt = Date.parse(oldest.node.dueAt);

    expect((await due(new Date(dueAt - 86_400_000).toISOString(), 'thread')).totalCount).toBe(0);
    expect((await due(new Date(dueAt).toISOString(), 'thread')).totalCount).toBeGreaterThan(0);
  });

  it('what is held is left out until the hold is lifted (J5)', async () => {
    const [{ node: record }] = (await due(late, 'thread')).edges;
    const { totalCount } = await due(late, 'thread');
    const hold = 'mutation ($input: HoldRecordInput!) { holdRecord(input: $input) { standing } }';
    const lift = 'mutation ($input: LiftHoldInput!) { liftHold(input: $input) { standing } }';
    const input = { record: record.id, reason };

    expect((await marisol.ok(hold, { input })).holdRecord).toEqual({ standing: 1 });
    expect((await marisol.ok(hold, { input })).holdRecord).toEqual({ standing: 1 });
    expect((await due(late, 'thread')).totalCount).toBe(totalCount - 1);
    const { legalHolds } = await marisol.ok('{ legalHolds { edges { node { id title reason by { displayName } } } } }');
    expect(legalHolds.edges.map(({ node }: { node: unknown }) => node)).toEqual([
      { id: record.id, title: record.title, reason, by: { displayName: 'Marisol Greywether' } },
    ]);

    expect((await marisol.ok(lift, { input })).liftHold).toEqual({ standing: 0 });
    expect((await due(late, 'thread')).totalCount).toBe(totalCount);
  });
});
