/** What those who run the hub are told: whether it can be given work, and figures that say nothing of anybody. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Database } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { notesPlugin, NotesService, TellDesk } from '../fixtures/notes.plugin';
import { troublePlugin } from '../fixtures/trouble.plugin';
import { figureIn as figure, logged, startCollector, type Collector } from './support/operating';
import { ask, post } from './support/requests';
import { greeted, init, say, subscribeTo, until } from './support/sockets';

const counting = 'query CountNotes { notes { totalCount } }';
const token = 'a-token-of-twenty-signs';

const folder = mkdtempSync(path.join(tmpdir(), 'hub-web-'));
let hub: TestHub;
let worker: TestHub;
let operators: string;
let collector: Collector;
let ann: TestClient;

beforeAll(async () => {
  writeFileSync(path.join(folder, 'index.html'), '<html></html>');
  writeFileSync(path.join(folder, 'operations.json'), JSON.stringify([counting]));
  const plugins = [notesPlugin, troublePlugin];
  collector = await startCollector();
  const env = {
    ...{ HUB_WEB_FOLDER: folder, HUB_OPERATING_PORT: '0', HUB_TRUSTED_PROXIES: '1', HUB_DRAIN_SECONDS: '1' },
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20collector',
    ...{ HUB_METRICS_TOKEN: token, HUB_LOG: 'json', HUB_LOG_LEVEL: 'info' },
  };
  hub = await createTestHub({ plugins, demonstration: false, env });
  const database = { url: hub.databaseUrl, drop: () => Promise.resolve() };
  worker = await createTestHub({ plugins, demonstration: false, database, env: { HUB_OPERATING_PORT: '0' } });
  operators = `http://127.0.0.1:${String(await hub.hub.listenForOperators())}`;
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(NotesService).furnish(tx, 'one', ['ann']));
  ann = await hub.as('ann');
});
afterAll(async () => {
  await worker?.close();
  await hub?.close();
  collector?.stop();
  rmSync(folder, { recursive: true });
});

const write = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } } }';
const authorization = `Bearer ${token}`;
const metricsAt = (address: string, headers: Record<string, string> = {}) => fetch(`${address}/metrics`, { headers });
const page = async () => (await metricsAt(hub.address, { authorization })).text();
/** Figures of the database are good for a second. */
async function untilFigure(name: string, value: number): Promise<void> {
  for (let tries = 0; tries < 80; tries += 1) {
    if (figure(await page(), name) === value) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect([name, figure(await page(), name)]).toEqual([name, value]);
}

it('figures are shown to nobody without a token, on the port of the pages and on their own', async () => {
  const asked = [hub.address, operators].flatMap((address) => [
    metricsAt(address),
    metricsAt(address, { authorization: 'Bearer something-else-altogether' }),
  ]);
  const bare = await metricsAt(worker.address, { authorization });
  const shown = await metricsAt(operators, { authorization });

  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 401, 401]);
  expect(bare.status).toBe(404);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  expect(await shown.text()).toContain('process_resident_memory_bytes');
});

it('a process that listens for operators alone says whether it is well, and nothing else', async () => {
  const address = `http://127.0.0.1:${String(await worker.hub.listenForOperators())}`;
  const paths = ['/health/live', '/health/ready', '/health', '/metrics', '/graphql', '/'];
  const answers = await Promise.all(paths.map((at) => fetch(address + at)));
  const posted = await fetch(`${address}/metrics`, { method: 'POST', body: 'x' });

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 404, 404]);
  expect(posted.status).toBe(405);
});

it('requests are counted by the operations of the pages, by route, and as other: never under a name that a client thought up', async () => {
  await Promise.all([
    ...[counting, 'query ZqCanaryName { notes { totalCount } }', '{ secret }', '{ nothing }'].map((text) =>
      ask(hub, text),
    ),
    post(hub, JSON.stringify({ query: counting, operationName: 'CountNotes' })),
    fetch(`${hub.address}/zq-canary-address?zq=canary`, { headers: { accept: 'application/json' } }),
  ]);
  const text = await page();

  expect(figure(text, 'hub_request_duration_seconds_count{operation="CountNotes"}')).toBe(2);
  expect(figure(text, 'hub_request_duration_seconds_count{operation="other"}')).toBe(3);
  expect(figure(text, 'hub_request_errors_total{operation="other",code="INTERNAL_SERVER_ERROR"}')).toBe(1);
  expect(figure(text, 'hub_request_errors_total{operation="other",code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
  expect(figure(text, 'hub_request_errors_total{operation="GET /*",code="NOT_FOUND"}')).toBe(1);
  expect(text).not.toMatch(/zq/i);
});

it('says what waits in the outbox and in the mail, what was set aside, and of the connections', async () => {
  const note = { desk: 'one', title: 'Zqtitle', body: 'Zqbody' };
  await ann.ok(write, { input: note });
  await hub.sql(
    `INSERT INTO core.mail (id, message_id, recipient, subject, text, html, headers, secret, created_at, next_at)
     VALUES (gen_random_uuid(), 'm', 'zqaddress@nhs.net', 'Zqsubject', '', '', '{}', false, now() - interval '2 hours', now())`,
  );
  await untilFigure('hub_outbox_waiting', 1);
  const text = await page();
  TellDesk.failures = 1;
  await hub.drain();
  await hub.sql('UPDATE core.delivery SET parked_at = now() WHERE attempts = 1');
  await untilFigure('hub_outbox_parked', 1);
  await hub.sql('UPDATE core.delivery SET done_at = now()');

  expect(figure(text, 'hub_mail_waiting')).toBe(1);
  expect(figure(text, 'hub_mail_oldest_seconds')).toBeGreaterThanOrEqual(7200);
  expect(figure(text, 'hub_database_up')).toBe(1);
  expect(figure(text, 'hub_database_connections{state="total"}')).toBeGreaterThan(0);
  expect(figure(await page(), 'hub_outbox_waiting')).toBe(0);
  expect(figure(await page(), 'hub_deliveries_total{outcome="failed"}')).toBe(1);
  expect(text).not.toMatch(/zq|ann\b/i);
}, 30_000);

it('counts live connections, and what is listened to on them', async () => {
  const { socket, heard } = await greeted(hub, { headers: { cookie: ann.cookie ?? '' } });
  say(socket, subscribeTo('subscription { noteWritten { what } }', '1', { confirm: true }));
  await until(() => heard.length > 0);
  const during = await page();
  socket.close();
  await new Promise((resolve) => socket.once('close', resolve));

  expect([figure(during, 'hub_live_sockets'), figure(during, 'hub_live_subscriptions')]).toEqual([1, 1]);
  await untilFigure('hub_live_sockets', 0);
  expect(figure(await page(), 'hub_live_subscriptions')).toBe(0);
});

it('a request has an id, of the trusted proxy where that gave one, which its answer, its errors and what it raises as an event carry', async () => {
  const told = 'proxy-gave-this-id';
  const named = await post(hub, JSON.stringify({ query: '{ secret }' }), { 'x-request-id': told });
  const odd = await post(hub, JSON.stringify({ query: counting }), { 'x-request-id': 'not "an" id' });
  const input = { desk: 'one', title: 'with an id', body: 'x' };
  const written = await post(hub, JSON.stringify({ query: write, variables: { input } }), {
    ...{ 'x-request-id': told, cookie: ann.cookie ?? '' },
  });
  const events = await hub.sql(
    `SELECT request_id FROM core.domain_event WHERE subject_ref = 'note:notes/with-an-id' AND actor_ref IS NOT NULL`,
  );

  expect([named.headers.get('x-request-id'), named.errors[0]?.extensions.requestId]).toEqual([told, told]);
  expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(written.codes).toEqual([]);
  expect(events).toEqual([{ request_id: told }]);
});

it('a trace has the request, its statements and what followed from it in the worker, and no word of anybody', async () => {
  const input = { desk: 'one', title: 'Zqtraced note', body: 'Zqbody' };
  const { headers } = await post(hub, JSON.stringify({ query: write, variables: { input } }), {
    cookie: ann.cookie ?? '',
  });
  const traceId = headers.get('x-request-id')?.replaceAll('-', '') ?? '';
  await hub.drain();
  await until(() => collector.spansOf(traceId).some(({ name }) => name === 'TellDesk'));
  const spans = collector.spansOf(traceId);
  const root = spans.find(({ parentSpanId }) => parentSpanId === undefined);
  const named = (name: string) => spans.find((span) => span.name === name);

  expect(root).toMatchObject({ name: 'other', kind: 2, traceId });
  expect(named('a transaction')).toMatchObject({ kind: 3, parentSpanId: root?.spanId });
  expect(named('TellDesk')).toMatchObject({ kind: 5, parentSpanId: root?.spanId });
  expect(spans.every((span) => BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano))).toBe(true);
  expect([collector.sent[0]?.url, collector.sent[0]?.authorization]).toEqual(['/v1/traces', 'Bearer collector']);
  expect(JSON.stringify(collector.sent)).not.toMatch(/zq|"ann"/i);
});

it('the log has a line for each request: which, what for, how it went and how long it took', async () => {
  let id: string | null = null;
  const lines = await logged(async () => {
    await post(hub, JSON.stringify({ query: counting }));
    id = (await ask(hub, '{ secret }')).headers.get('x-request-id');
    await Promise.all(
      ['/health/ready', '/zq?code=12345678'].map((at) =>
        fetch(hub.address + at, { headers: { accept: 'text/plain' } }),
      ),
    );
  });
  const answers = lines.filter(({ what }) => what === 'A request was answered');
  const [problem] = lines.filter(({ level }) => level === 'error');

  expect(answers.map(({ operation, status, codes }) => [operation, status, codes])).toEqual([
    ['CountNotes', 200, []],
    ['other', 200, ['INTERNAL_SERVER_ERROR']],
    ['GET /*', 404, ['NOT_FOUND']],
  ]);
  expect(answers[0]).toMatchObject({ level: 'info', milliseconds: expect.any(Number), request: expect.any(String) });
  expect(problem).toMatchObject({
    what: 'A request failed',
    request: id,
    operation: 'other',
    error: { type: 'Error' },
  });
});

it('the log never holds what people wrote, are called or showed, whatever goes wrong with it', async () => {
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(NotesService).furnish(tx, 'zqdesk', ['zqname']));
  await hub.drain();
  const member = await hub.as('zqname');
  let id: string | null = null;
  const secret = member.cookie?.split('=')[1] ?? '';
  const note = { desk: 'zqdesk', title: 'Zqtitle two', body: 'Zqbody' };
  const send = (input: object, query = write) =>
    post(hub, JSON.stringify({ query, variables: { input } }), { cookie: member.cookie ?? '' });

  const lines = await logged(async () => {
    await send({ ...note, title: `Zq${'x'.repeat(99)}` });
    await send({ ...note, zqfield: 'Zqvalue' });
    await send(note, 'mutation Zqname($input: Zq!) { zqfield(input: $input) }');
    await hub.sql(`ALTER TABLE notes.note ADD CONSTRAINT no_words CHECK (body NOT LIKE 'Zq%') NOT VALID`);
    await send(note);
    await hub.sql('ALTER TABLE notes.note DROP CONSTRAINT no_words');
    id = (await send(note)).headers.get('x-request-id');
    await fetch(`${hub.address}/auth/code?zq`, {
      method: 'POST',
      body: '{"email":"zq@nhs.net"',
      headers: { 'content-type': 'application/json', authorization: 'Bearer zqtoken' },
    });
    TellDesk.failures = 1;
    await hub.drain();
  });
  const broken = lines.find(({ level }) => level === 'error');

  expect(broken).toMatchObject({ error: { code: '23514', table: 'note', constraint: 'no_words' } });
  expect(lines.find(({ what }) => what === 'A consequence of an event failed')).toMatchObject({
    ...{ level: 'warn', handler: 'TellDesk', name: 'note.written', request: id },
  });
  expect(lines.length).toBeGreaterThanOrEqual(8);
  expect(JSON.stringify(lines)).not.toMatch(/zq/i);
  expect(JSON.stringify(lines)).not.toContain(secret);
});

it('while it is told to stop it says that it is not ready, and answers all the same until others have been found (R10)', async () => {
  const { socket } = await greeted(hub, { headers: { cookie: ann.cookie ?? '' } });
  say(socket, init);
  const stopping = hub.hub.close();
  const ready = await Promise.all([hub.address, operators].map((at) => fetch(`${at}/health/ready`)));
  const live = await fetch(`${hub.address}/health/live`);
  const answer = await ask(hub, counting);
  await stopping;

  expect(ready.map(({ status }) => status)).toEqual([503, 503]);
  expect([live.status, live.headers.get('connection')]).toEqual([200, 'keep-alive']);
  expect([answer.status, answer.codes]).toEqual([200, []]);
  await expect(fetch(`${operators}/health/live`)).rejects.toThrow();
});
