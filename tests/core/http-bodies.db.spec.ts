/** Bodies that are too big, that lie about themselves, or that never end. */
import { createGzip } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { createTestHub, type TestHub } from '@hub/testing';
import { notesPlugin } from '../fixtures/notes.plugin';
import { ask, post } from './support/requests';
import { connectTo, head, sendBytes } from './support/wire';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
});
afterAll(() => hub.close());

const json = 'Content-Type: application/json';
const megabyte = Buffer.alloc(1024 * 1024, 'x');
const repeated = function* (part: Buffer, count: number) {
  for (let n = 0; n < count; n += 1) yield part;
};

it('refuses a batch with 400 (Q5)', async () => {
  const batches = ['[{},{}]', '[{"query":"{__typename}"},{"query":"{__typename}"}]', '[]'];
  const answers = await Promise.all(batches.map((body) => post(hub, body)));

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  for (const { codes } of answers) expect(codes).toEqual(['BAD_REQUEST']);
});

it('refuses 20 MB before reading them (Q7)', async () => {
  const declared = await sendBytes(hub, [
    head(json, `Content-Length: ${20 * megabyte.length}`),
    ...repeated(megabyte, 20),
  ]);
  const chunk = Buffer.concat([Buffer.from(`${megabyte.length.toString(16)}\r\n`), megabyte, Buffer.from('\r\n')]);
  const chunked = await sendBytes(hub, [head(json, 'Transfer-Encoding: chunked'), ...repeated(chunk, 20)]);

  for (const answer of [declared, chunked]) {
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('PAYLOAD_TOO_LARGE');
    expect(answer.milliseconds).toBeLessThan(2000);
  }
});

it('does not unpack what is compressed (Q7)', async () => {
  const packed = await buffer(Readable.from(repeated(Buffer.alloc(megabyte.length), 64)).pipe(createGzip()));
  const answers = await Promise.all(
    ['gzip', 'deflate', 'br', 'gzip, identity'].map((encoding) => post(hub, packed, { 'content-encoding': encoding })),
  );

  for (const { status, codes, milliseconds } of answers) {
    expect([status, codes]).toEqual([415, ['BAD_REQUEST']]);
    expect(milliseconds).toBeLessThan(2000);
  }
  expect((await ask(hub, '{ __typename }', { 'content-encoding': 'identity' })).status).toBe(200);
});

it('reads nothing but UTF-8 (Q7)', async () => {
  const query = JSON.stringify({ query: '{ __typename }' });
  const statusOf = async (type: string, body: string | Buffer = query) =>
    (await post(hub, body, { 'content-type': type })).status;

  expect(
    await Promise.all(
      ['utf-7', 'ibm500', 'utf-16', 'latin1'].map((name) => statusOf(`application/json; charset=${name}`)),
    ),
  ).toEqual([415, 415, 415, 415]);
  expect(await statusOf('application/json; charset="UTF-8"')).toBe(200);
  expect(await statusOf('application/json', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]))).toBe(400);
});

it.each([
  ['both a length and chunks', head(json, 'Content-Length: 4', 'Transfer-Encoding: chunked') + '0\r\n\r\n'],
  ['two lengths', head(json, 'Content-Length: 2', 'Content-Length: 3') + '{} '],
  ['chunks twice', head(json, 'Transfer-Encoding: chunked, identity') + '0\r\n\r\n'],
  ['a negative length', head(json, 'Content-Length: -1')],
  ['a header of 32 KB', head(json, `X-Long: ${'x'.repeat(32 * 1024)}`)],
  ['a line without end', 'POST /graphql HTTP/1.1\r\nHost: hub\r\nno colon\r\n\r\n'],
])('refuses %s (Q7)', async (_what, bytes) => {
  const { status, milliseconds } = await sendBytes(hub, [bytes]);

  expect([400, 431]).toContain(status);
  expect(milliseconds).toBeLessThan(2000);
});

it('answers others while 60 requests stay half sent (Q7)', async () => {
  const halves = Array.from({ length: 60 }, (_, n) => {
    const socket = connectTo(hub);
    socket.write(n % 2 ? 'POST /graphql HTTP/1.1\r\nHost: h' : head(json, 'Content-Length: 1000') + '{"query":');
    return socket;
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(hub, '{ notes { totalCount } }')));
  halves.forEach((socket) => socket.destroy());

  for (const { status, milliseconds } of answers) {
    expect(status).toBe(200);
    expect(milliseconds).toBeLessThan(2000);
  }
});

it('what is called __proto__ changes nothing (T8)', async () => {
  const prototypes = ['__proto__', 'constructor'].map((name) => `"${name}":{"admin":true,"prototype":{"admin":true}}`);
  const note = '{ notes { totalCount } }';
  const bodies = prototypes.flatMap((polluted) => [
    `{"query":"${note}",${polluted}}`,
    `{"query":"${note}","variables":{${polluted}}}`,
    `{"query":"${note}","extensions":{${polluted}}}`,
    `{"query":"query ($f: NoteFilter) { notes(filter: $f) { totalCount } }","variables":{"f":{${polluted}}}}`,
    `{"query":"mutation ($i: RenameNoteInput!) { renameNote(input: $i) { note { id } } }","variables":{"i":{"note":"note:a/b","title":"x",${polluted}}}}`,
  ]);
  const answers = await Promise.all(bodies.map((body) => post(hub, body)));
  const signIns = await Promise.all(
    prototypes.map((polluted) =>
      fetch(`${hub.address}/auth/demo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{${polluted}}`,
      }),
    ),
  );

  for (const { codes } of answers) expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
  expect(signIns.map(({ status }) => status)).toEqual([404, 404]);
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
  expect((await fetch(`${hub.address}/health`)).status).toBe(200);
});

it('refuses what no route takes with a code and a sentence', async () => {
  const answers = await Promise.all([
    fetch(`${hub.address}/nowhere`, { headers: { accept: 'application/json' } }),
    fetch(`${hub.address}/graphql`, { method: 'DELETE' }),
    fetch(`${hub.address}/auth/nowhere`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }),
  ]);

  for (const answer of answers) {
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      errors: [{ message: expect.any(String), extensions: { code: 'NOT_FOUND' } }],
    });
  }
});
