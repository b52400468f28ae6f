/** Live connections: the codes of their protocol, and what hoards, floods and slow readers come to. */
import { readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Database } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { ask, many, quickest } from './support/requests';
import { endingOf, greeted, init, openSocket, placedSocket, say, subscribeTo, until } from './support/sockets';

let hub: TestHub;
let ann: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false, env: { HUB_SOCKETS_PER_ADDRESS: '200' } });
  const notes = hub.hub.app.get(NotesService);
  await hub.hub.app.get(Database).transaction(async (tx) => {
    await notes.furnish(tx, 'one', ['ann', 'bob']);
    await notes.writeAs(tx, 'ann', { desk: 'one', title: 'First', body: 'x' }, new Date());
  });
  ann = await hub.as('ann');
});
afterAll(() => hub.close());

const listening = 'subscription { noteWritten { what note { id } } }';
const cookieOf = ({ cookie }: TestClient) => ({ headers: { cookie: cookie ?? '' } });
const mine = () => greeted(hub, cookieOf(ann));

it('closes with 4408 who says nothing for 3 seconds (W1)', async () => {
  const started = performance.now();
  const { how } = await endingOf(openSocket(hub));

  expect(how).toBe(4408);
  expect(performance.now() - started).toBeGreaterThan(2000);
  expect(performance.now() - started).toBeLessThan(4000);
});

it('closes with 4401 who asks before the beginning (W2)', async () => {
  expect((await endingOf(say(openSocket(hub), subscribeTo(listening)))).how).toBe(4401);
});

it.each([
  ['a second beginning', [init], 4429],
  ['the same id twice', [subscribeTo(listening), subscribeTo(listening)], 4409],
  ['no JSON', ['nonsense'], 4400],
  ['an unknown message', [{ type: 'nonsense' }], 4400],
  ['a message without its id', [{ type: 'subscribe', payload: { query: listening } }], 4400],
  ['a message that only a server sends', [{ type: 'next', id: '1', payload: {} }], 4400],
])('closes with the code of the protocol after %s (W2)', async (_what, messages, code) => {
  const { socket } = await mine();
  const { how, reason } = await endingOf(say(socket, ...messages));

  expect(how).toBe(code);
  expect(reason).not.toMatch(/\.[cm]?js\b|\bat [\w.<>]+ \(|Error:/);
});

it('refuses other protocols with 4406 and other paths with 404, at once (W3)', async () => {
  const started = performance.now();
  const endings = await Promise.all(
    [
      openSocket(hub, { protocol: 'graphql-ws' }),
      openSocket(hub, { protocol: null }),
      openSocket(hub, { path: '/x' }),
      openSocket(hub, { path: '/graphql/more' }),
      openSocket(hub, { path: '/' }),
    ].map(endingOf),
  );

  expect(endings.map(({ how }) => how)).toEqual([4406, 4406, 'HTTP 404', 'HTTP 404', 'HTTP 404']);
  expect(performance.now() - started).toBeLessThan(3000);
});

it('tells nothing to credentials that do not hold (W4)', async () => {
  const ended = await hub.as('ann');
  await ended.post('/auth/sign-out', {});
  const old = await hub.as('bob');
  await hub.sql(
    `UPDATE core.session SET last_seen_at = now() - interval '1 hour' WHERE member_ref = 'member:network/bob'`,
  );
  const bad = ['', 'hub-session=forged', ended.cookie ?? '', old.cookie ?? '', 'hub-session=; hub-session=x'];
  const opened = await Promise.all(bad.map((cookie) => greeted(hub, { headers: { cookie } })));
  const [sockets, heard] = [opened.map(({ socket }) => socket), opened.map((each) => each.heard)];
  sockets.forEach((socket) => say(socket, subscribeTo(listening)));
  await until(() => heard.every((messages) => messages.some(({ type }) => type === 'error')));
  await hub.hub.app
    .get(Database)
    .transaction((tx) =>
      hub.hub.app.get(NotesService).writeAs(tx, 'ann', { desk: 'one', title: 'Unheard', body: 'x' }, new Date()),
    );
  await hub.drain();
  await new Promise((resolve) => setTimeout(resolve, 200));
  sockets.forEach((socket) => socket.terminate());

  for (const messages of heard) {
    expect(messages.map(({ type }) => type)).toEqual(['error']);
    expect(messages[0]?.payload).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  }
});

it('shows no schema, gives no hints and runs nothing but live operations (W5)', async () => {
  const asked = [
    '{ __schema { types { name } } }',
    'subscription { __schema { types { name } } }',
    'subscription { noteWriten { what } }',
    '{ notes { totalCount } }',
    'mutation { renameNote(input: { note: "note:notes/first", title: "Socket" }) { note { id } } }',
  ];
  const { socket, heard } = await mine();
  say(socket, ...asked.map((query, n) => subscribeTo(query, String(n))));
  await until(() => heard.length === asked.length);
  socket.terminate();

  expect(heard.map(({ type }) => type)).toEqual(asked.map(() => 'error'));
  expect(JSON.stringify(heard)).not.toMatch(/did you mean|INTERNAL/i);
  expect(await hub.sql(`SELECT 1 FROM core.entity WHERE title = 'Socket'`)).toEqual([]);
});

it('ends with 1009 after a frame of 8 MB (W6)', async () => {
  const { how } = await endingOf(say((await mine()).socket, 'x'.repeat(8 * 1024 * 1024)));

  expect(how).toBe(1009);
});

it('never agrees to compress (W6)', async () => {
  const socket = openSocket(hub, { perMessageDeflate: true });
  await new Promise((resolve) => socket.on('open', resolve));

  expect(socket.extensions).toBe('');
  socket.terminate();
});

it('lets one socket listen to 50 things (W6)', async () => {
  const { socket, heard } = await mine();
  say(socket, ...Array.from({ length: 1000 }, (_, n) => subscribeTo(listening, String(n))));
  await until(() => heard.filter(({ type }) => type === 'error').length >= 950);
  socket.terminate();

  const [refused] = heard.filter(({ type }) => type === 'error');
  expect(refused?.payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
});

it('lets one person hold 20 sockets, and one more as soon as one is gone (W6)', async () => {
  const bob = await hub.as('bob');
  const again = await hub.as('bob');
  const held = await many(20, () => placedSocket(hub, cookieOf(bob)));
  const { how } = await endingOf(openSocket(hub, cookieOf(again)));
  held[0]?.terminate();
  const next = await placedSocket(hub, cookieOf(again));
  [...held, next].forEach((socket) => socket.terminate());

  expect(how).toBe('HTTP 429');
});

it('gives no place to whoever is gone before they were looked at (W10)', async () => {
  const bob = await hub.as('bob');
  const http = hub.hub.app.getHttpServer() as Server;
  const breaks = (_request: unknown, socket: Duplex) => socket.destroy();
  http.prependListener('upgrade', breaks);
  await many(50, () => new Promise((gone) => openSocket(hub, cookieOf(bob)).on('close', gone)));
  http.off('upgrade', breaks);
  const held = await many(20, () => placedSocket(hub, cookieOf(bob)));
  held.forEach((socket) => socket.terminate());
});

it('lets one address hold 200 sockets, and takes no made-up address for another (W6, S13)', async () => {
  const held = await many(200, () => placedSocket(hub));
  const { how } = await endingOf(openSocket(hub, { headers: { 'x-forwarded-for': '192.0.2.7' } }));
  held.forEach((socket) => socket.terminate());

  expect(how).toBe('HTTP 429');
});

it('answers others while somebody sends 20,000 pings (W6)', async () => {
  const answer = await quickest(2000, async () => {
    const { socket } = await mine();
    for (let n = 0; n < 20_000; n += 1) socket.send('{"type":"ping"}');
    const answered = await ask(hub, '{ notes { totalCount } }');
    socket.terminate();
    return answered;
  });

  expect(answer.status).toBe(200);
  expect(answer.milliseconds).toBeLessThan(2000);
});

it('confirms to whoever asks that it listens, and from then on misses nothing, 20 times over (W9)', async () => {
  const { socket, heard } = await mine();
  const ofId = (id: string) => heard.filter((message) => message.id === id);
  for (let n = 0; n < 20; n += 1) {
    const id = `confirmed-${n}`;
    const confirmation = new Promise<void>((resolve) =>
      socket.on('message', (data) => String(data).includes(`"${id}"`) && resolve()),
    );
    say(socket, subscribeTo(listening, id, { confirm: true }));
    await confirmation;
    await hub.sql(`SELECT pg_notify('hub_live', $1)`, [
      JSON.stringify({ topics: ['notes'], payload: { note: 'note:notes/first', what: `heard ${n}` } }),
    ]);
    await until(() => ofId(id).length === 2);
    say(socket, { type: 'complete', id });
    expect(ofId(id).map(({ payload }) => payload)).toEqual([
      { data: null, extensions: { listening: true } },
      { data: { noteWritten: { what: `heard ${n}`, note: { id: 'note:notes/first' } } } },
    ]);
  }
  socket.terminate();
});

it('ends the connection of a listener that does not keep up, with 1013 (W8)', async () => {
  const { socket, heard } = await mine();
  say(socket, subscribeTo(listening, '1', { confirm: true }));
  await until(() => heard.length === 1);
  socket.pause();
  const payload = JSON.stringify({
    topics: ['notes'],
    payload: { note: 'note:notes/first', what: 'x'.repeat(7000) },
  });
  const before = process.memoryUsage().rss;
  for (let n = 0; n < 50; n += 1)
    await hub.sql(`SELECT pg_notify('hub_live', $1 || repeat(' ', g)) FROM generate_series(1, 200) g`, [payload]);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const grown = process.memoryUsage().rss - before;
  const ending = endingOf(socket);
  socket.resume();

  expect((await ending).how).toBe(1013);
  expect(grown).toBeLessThan(100 * 1024 * 1024);
}, 60_000);

it('after a storm of sockets a new one is greeted at once, and nothing is left open (W10, R14)', async () => {
  const openFiles = () => readdirSync('/proc/self/fd').length;
  await new Promise((resolve) => setTimeout(resolve, 500));
  const before = openFiles();
  for (let wave = 0; wave < 3; wave += 1) {
    const sockets = Array.from({ length: 200 }, () => say(openSocket(hub), init));
    await until(() => sockets.every(({ readyState }) => readyState === 1));
    sockets.forEach((socket) => socket.terminate());
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const started = performance.now();
  const { socket } = await greeted(hub);
  const milliseconds = performance.now() - started;
  socket.terminate();

  expect(milliseconds).toBeLessThan(2000);
  await until(() => openFiles() - before <= 20);
});
