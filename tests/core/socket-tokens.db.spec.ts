/** Live connections of clients that are no browser: opened with an API token, and over when it is. */
import { ApiTokens, Database } from '@hub/core/server';
import type { ApiScope } from '@hub/core/contract';
import { createTestHub, type TestHub } from '@hub/testing';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { endingOf, greeted, heardOn, init, openSocket, say, subscribeTo, until } from './support/sockets';

let hub: TestHub;
let other: TestHub;

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
  other = await createTestHub({
    plugins: [notesPlugin],
    database: { url: hub.databaseUrl, drop: () => Promise.resolve() },
  });
  await inTransaction((tx) => hub.hub.app.get(NotesService).furnish(tx, 'one', ['ann', 'bob']));
});
afterAll(async () => {
  await other?.close();
  await hub?.close();
});

const inTransaction = <T>(work: Parameters<Database['transaction']>[0]) =>
  hub.hub.app.get(Database).transaction(work) as Promise<T>;
const tokens = () => hub.hub.app.get(ApiTokens);
const ann = 'member:network/ann';
const listening = 'subscription { noteWritten { what note { id } } }';

const made = (scopes: ApiScope[], lastsMs = 60_000, member = ann) =>
  inTransaction<{ id: string; secret: string }>((tx) =>
    tokens().make(tx, member, { name: 'x', scopes, expiresAt: new Date(Date.now() + lastsMs) }),
  );
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const initWith = (secret: string) => ({ ...init, payload: bearer(secret) });
const write = async (title: string) => {
  await inTransaction((tx) =>
    hub.hub.app.get(NotesService).writeAs(tx, 'bob', { desk: 'one', title, body: 'x' }, new Date()),
  );
  await hub.drain();
};

it('a token in the header or in the first message hears what its member may hear (W4)', async () => {
  const { secret } = await made(['read']);
  const byHeader = await greeted(other, { headers: bearer(secret) });
  const socket = say(openSocket(hub), initWith(secret));
  const heard = heardOn(socket);
  await until(() => heard.some(({ type }) => type === 'connection_ack'));
  say(byHeader.socket, subscribeTo(listening));
  say(socket, subscribeTo(listening));
  await new Promise((resolve) => setTimeout(resolve, 200));
  await write('Heard');
  await until(() => [byHeader.heard, heard].every((each) => each.some(({ type }) => type === 'next')));

  byHeader.socket.terminate();
  socket.terminate();
});

it('no token changes anything over a socket, whatever its scopes (W5)', async () => {
  const { secret } = await made(['read', 'write']);
  const { socket, heard } = await greeted(hub, { headers: bearer(secret) });
  say(socket, subscribeTo('mutation { renameNote(input: { note: "note:one/x", title: "x" }) { note { id } } }'));
  await until(() => heard.length > 0);
  socket.terminate();

  expect(heard).toMatchObject([{ type: 'error', payload: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
});

it('tokens that are wrong, old or taken back open nothing (W4)', async () => {
  const [old, taken] = [await made(['read'], -1000), await made(['read'])];
  await inTransaction((tx) => tokens().revoke(tx, ann, taken.id));
  const bad = [old.secret, taken.secret, `hub_${'a'.repeat(43)}`, 'x'];
  const byHeader = bad.map((secret) => openSocket(hub, { headers: bearer(secret) }));
  const byMessage = bad.map((secret) => say(openSocket(hub), initWith(secret)));
  const odd = say(openSocket(hub), { ...init, payload: { authorization: { secret: 'x' } } });

  const ends = await Promise.all([...byHeader, ...byMessage, odd].map(endingOf));
  expect(ends.map(({ how }) => how)).toEqual([...bad.map(() => 'HTTP 401'), ...bad.map(() => 4403), 4403]);
});

it('a connection ends on every instance when its token is taken back, expires, or its member is shut out (S7)', async () => {
  const [taken, expiring, suspended] = [await made(['read']), await made(['read'], 1500), await made(['read'])];
  const bob = await made(['read'], 60_000, 'member:network/bob');
  const open = async (at: TestHub, secret: string) => (await greeted(at, { headers: bearer(secret) })).socket;
  const sockets = [await open(hub, taken.secret), await open(other, taken.secret), await open(other, expiring.secret)];
  const stays = await open(other, bob.secret);
  const late = await open(other, suspended.secret);
  const started = performance.now();
  await inTransaction((tx) => tokens().revoke(tx, ann, taken.id));
  const ends = await Promise.all(sockets.map(endingOf));
  await hub.sql('UPDATE core.account SET suspended_at = now() WHERE ref = $1', [ann]);
  const [lastEnd] = await Promise.all([endingOf(late)]);

  expect([...ends, lastEnd].map(({ how }) => how)).toEqual([4401, 4401, 4401, 4401]);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(stays.readyState).toBe(stays.OPEN);
  stays.terminate();
});

it('tokens of one person open 20 connections together, by header or by message (W6)', async () => {
  const { secret } = await made(['read'], 60_000, 'member:network/bob');
  const held = await Promise.all(Array.from({ length: 20 }, () => greeted(hub, { headers: bearer(secret) })));
  const [byHeader, byMessage] = await Promise.all([
    endingOf(openSocket(hub, { headers: bearer(secret) })),
    endingOf(say(openSocket(hub), initWith(secret))),
  ]);
  held.forEach(({ socket }) => socket.terminate());

  expect([byHeader.how, byMessage.how]).toEqual(['HTTP 429', 1013]);
});
