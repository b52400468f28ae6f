/** Operations asked for by id, over HTTP and over sockets, and a hub that runs no others. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestHub, type TestHub } from '@hub/testing';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { Database } from '@hub/core/server';
import { ask, post, read } from './support/requests';
import { greeted, say, subscribeTo, until } from './support/sockets';

const counting = 'query Count($short: Boolean) {\n  notes(filter: {short: $short}) {\n    totalCount\n  }\n}';
const listening = 'subscription Hear {\n  noteWritten {\n    what\n  }\n}';
const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const folder = mkdtempSync(path.join(tmpdir(), 'hub-web-'));
let open: TestHub;
let strict: TestHub;

beforeAll(async () => {
  writeFileSync(path.join(folder, 'index.html'), '<html></html>');
  writeFileSync(path.join(folder, 'operations.json'), JSON.stringify([counting, listening]));
  const env = { HUB_WEB_FOLDER: folder };
  open = await createTestHub({ plugins: [notesPlugin], demonstration: false, env });
  strict = await createTestHub({
    plugins: [notesPlugin],
    demonstration: false,
    env: { ...env, HUB_TRUSTED_DOCUMENTS_ONLY: '1' },
  });
  await strict.hub.app.get(Database).transaction((tx) => strict.hub.app.get(NotesService).furnish(tx, 'one', ['ann']));
});
afterAll(async () => {
  await Promise.all([open.close(), strict.close()]);
  rmSync(folder, { recursive: true });
});

it('runs an operation of the built pages by its id, with variables', async () => {
  for (const hub of [open, strict]) {
    const answer = await post(hub, JSON.stringify({ documentId: idOf(counting), variables: { short: true } }));
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { data: { notes: { totalCount: 0 } } }]);
  }
});

it('says when it knows no operation by an id, so that the text can be sent', async () => {
  const bodies = [{ documentId: idOf('{ other }') }, { documentId: 7 }, { documentId: '' }, { documentId: ['a'] }];
  for (const body of bodies) {
    const answer = await post(open, JSON.stringify(body));
    expect([answer.status, answer.codes]).toEqual([400, ['PERSISTED_QUERY_NOT_FOUND']]);
  }
  expect(
    (await post(open, JSON.stringify({ documentId: idOf(counting), query: '{ notes { totalCount } }' }))).codes,
  ).toEqual(['BAD_REQUEST']);
});

it('runs any text where nothing else is set, and only those of its pages where it is', async () => {
  const query = '{ notes { totalCount } }';
  const [any, refused, known] = await Promise.all([ask(open, query), ask(strict, query), ask(strict, counting)]);
  const byGet = await read(
    await fetch(`${strict.address}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': '1' },
    }),
  );

  expect([any.status, known.status]).toEqual([200, 200]);
  for (const { status, codes } of [refused, byGet]) expect([status, codes]).toEqual([400, ['PERSISTED_QUERY_ONLY']]);
});

it('holds sockets to the same rule (W5)', async () => {
  const ann = await strict.as('ann');
  const { socket, heard } = await greeted(strict, { headers: { cookie: ann.cookie ?? '' } });
  say(socket, subscribeTo('subscription { noteWritten { what note { id } } }', 'text'));
  await until(() => heard.length === 1);
  say(socket, { type: 'subscribe', id: 'id', payload: { query: '', documentId: idOf(listening) } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await strict.hub.app
    .get(Database)
    .transaction((tx) =>
      strict.hub.app.get(NotesService).writeAs(tx, 'ann', { desk: 'one', title: 'Heard', body: 'x' }, new Date()),
    );
  await strict.drain();
  await until(() => heard.length === 2);
  socket.terminate();

  expect(heard).toMatchObject([
    { type: 'error', id: 'text', payload: [{ extensions: { code: 'PERSISTED_QUERY_ONLY' } }] },
    { type: 'next', id: 'id', payload: { data: { noteWritten: { what: 'written' } } } },
  ]);
});

it('does not hand the list out with the pages', async () => {
  const answer = await fetch(`${open.address}/operations.json`);

  expect(await answer.text()).not.toContain('totalCount');
});

it('does not start where only the operations of its pages may run and none were built', async () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'hub-web-'));
  const starting = createTestHub({
    plugins: [notesPlugin],
    demonstration: false,
    env: { HUB_WEB_FOLDER: empty, HUB_TRUSTED_DOCUMENTS_ONLY: '1' },
  });

  await expect(starting).rejects.toThrow(/HUB_TRUSTED_DOCUMENTS_ONLY is set/);
  rmSync(empty, { recursive: true });
});
