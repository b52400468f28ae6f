/** Other sites' pages cannot act with a person's cookie, over HTTP or over a socket. */
import { WebSocket } from 'ws';
import { Database } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { read } from './support/requests';

let hub: TestHub;
let ann: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(NotesService).furnish(tx, 'one', ['ann']));
  ann = await hub.as('ann');
});
afterAll(() => hub.close());

const mutation = 'mutation { writeNote(input: { desk: "one", title: "Forged", body: "x" }) { note { id } } }';
const count = async () => (await hub.sql<{ n: number }>('SELECT count(*)::int AS n FROM notes.note'))[0]?.n;
const cookie = () => ann.cookie ?? '';

it.each([
  ['text/plain', JSON.stringify({ query: mutation })],
  ['text/plain;application/json', JSON.stringify({ query: mutation })],
  ['application/x-www-form-urlencoded', new URLSearchParams({ query: mutation }).toString()],
  [
    'multipart/form-data; boundary=x',
    `--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n${mutation}\r\n--x--`,
  ],
  ['application/graphql', mutation],
  ['', JSON.stringify({ query: mutation })],
])('refuses a POST as "%s" with a valid cookie, and changes nothing (S8)', async (type, body) => {
  const before = await count();
  const answer = await read(
    await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: { cookie: cookie(), ...(type ? { 'content-type': type } : {}) },
      body: Buffer.from(body),
    }),
  );

  expect(answer.status).toBe(415);
  expect(answer.codes).toEqual(['BAD_REQUEST']);
  expect(await count()).toBe(before);
});

it('changes nothing over GET, with or without the preflight header (S8)', async () => {
  const before = await count();
  const address = `${hub.address}/graphql?query=${encodeURIComponent(mutation)}`;
  const [plain, preflighted] = await Promise.all([
    fetch(address, { headers: { cookie: cookie() } }),
    fetch(address, { headers: { cookie: cookie(), 'apollo-require-preflight': '1' } }),
  ]);

  expect([plain.status, preflighted.status]).toEqual([400, 405]);
  expect(await count()).toBe(before);
});

const foreign = () => {
  const { port } = new URL(hub.address);
  return [
    'https://evil.example',
    'null',
    'https://hub.nhs.uk.evil.example',
    `http://127.0.0.1:${port}.evil.example`,
    `https://127.0.0.1:${port}`,
    'http://127.0.0.1:1',
    `http://127.0.0.1:${port}/`,
    '',
  ];
};

it('refuses a POST from a foreign page with 403, and changes nothing (S8)', async () => {
  const before = await count();
  for (const origin of foreign()) {
    const answer = await read(await ann.post('/graphql', { query: mutation }, { origin }));
    expect([origin, answer.status, answer.codes]).toEqual([origin, 403, ['FORBIDDEN']]);
  }
  expect(await count()).toBe(before);
});

it('refuses a socket of a foreign page with 403, the cookie valid or not (S9)', async () => {
  const endings = foreign()
    .filter((origin) => origin !== '')
    .map(
      (origin) =>
        new Promise((resolve) => {
          const socket = new WebSocket(`${hub.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
            headers: { origin, cookie: cookie() },
          });
          socket.on('open', () => resolve('open'));
          socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
          socket.on('error', () => undefined);
        }),
    );

  expect(new Set(await Promise.all(endings))).toEqual(new Set([403]));
});

it('takes the same from its own page (S8, S9)', async () => {
  const before = await count();
  const answer = await ann.post('/graphql', { query: mutation }, { origin: hub.address });

  expect(answer.status).toBe(200);
  expect(await count()).toBe(Number(before) + 1);
});
