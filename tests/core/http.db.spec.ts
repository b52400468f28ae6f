/** GraphQL over HTTP as the specification says, and what the hub refuses before any resolver runs. */
import { auditServer } from 'graphql-http';
import { WebSocket } from 'ws';
import { createTestHub, type TestHub } from '@hub/testing';
import { notesPlugin } from '../fixtures/notes.plugin';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
});

afterAll(() => hub.close());

const send = (body: string, headers: Record<string, string> = {}, path = '/graphql') =>
  fetch(hub.address + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
const query = (text: string) => send(JSON.stringify({ query: text }));

async function codes(response: Response): Promise<string[]> {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return errors.map((error) => error.extensions.code);
}

it('meets every MUST of GraphQL over HTTP', async () => {
  const open = await createTestHub({ plugins: [notesPlugin], demonstration: false, env: { HUB_INTROSPECTION: '1' } });
  const results = await auditServer({ url: `${open.address}/graphql` });
  await open.close();

  expect(results.length).toBeGreaterThan(50);
  const failed = results.flatMap((result) => (result.status === 'error' ? [`${result.id} ${result.name}`] : []));
  expect(failed).toEqual([]);
});

it('changes nothing over GET, and runs nothing that a form could send', async () => {
  const get = await fetch(`${hub.address}/graphql?query=${encodeURIComponent('mutation { __typename }')}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  const forms = await Promise.all(
    [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain;application/json',
    ].map((type) => send('{"query":"{__typename}"}', { 'content-type': type })),
  );

  expect(get.status).toBe(405);
  for (const form of forms) expect(form.status).toBeGreaterThanOrEqual(400);
});

it('shows no schema and gives no hints in production', async () => {
  const answers = await Promise.all(
    [
      '{ __schema { types { name } } }',
      '{ __type(name: "Note") { name } }',
      '{ nodes }',
      '{ notes(frist: 1) { totalCount } }',
    ].map(query),
  );

  for (const answer of answers) {
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/did you mean|apollo|introspection: true|\.ts|stack/i);
  }
});

it('refuses batches, bombs and bodies that lie', async () => {
  const deep = `{ notes ${'{ edges { node { desk { notes '.repeat(6)}{ totalCount }${' } } } }'.repeat(6)} }`;
  const aliases = `{ ${Array.from({ length: 40 }, (_, n) => `a${n}: __typename`).join(' ')} }`;
  const tokens = `{ ${'__typename '.repeat(2000)} }`;

  const [batch, depth, many, long, broken, notJson, charset, big] = await Promise.all([
    send('[{"query":"{__typename}"},{"query":"{__typename}"}]'),
    query(deep),
    query(aliases),
    query(tokens),
    query('{'.repeat(20_000)),
    send('{"query":'),
    send('{"query":"{__typename}"}', { 'content-type': 'application/json; charset=utf-7' }),
    send(JSON.stringify({ query: '{__typename}', variables: { x: 'x'.repeat(300_000) } })),
  ]);

  expect([batch, depth, many, long, broken, notJson, charset, big].map((answer) => answer.status)).toEqual([
    400, 400, 400, 400, 400, 400, 415, 413,
  ]);
  expect(await codes(depth)).toContain('GRAPHQL_VALIDATION_FAILED');
  expect(await codes(long)).toEqual(['GRAPHQL_PARSE_FAILED']);
});

it('answers only its own pages', async () => {
  const port = new URL(hub.address).port;
  const statusFrom = async (origin: string) => (await send('{"query":"{__typename}"}', { origin })).status;

  expect(await Promise.all([`http://127.0.0.1:${port}`, `http://localhost:${port}`].map(statusFrom))).toEqual([
    200, 200,
  ]);
  expect(
    await Promise.all(
      ['https://evil.example', 'null', `http://127.0.0.1:${port}.evil.example`, 'http://127.0.0.1:1'].map(statusFrom),
    ),
  ).toEqual([403, 403, 403, 403]);
});

it('demands JSON at /auth and tells nothing of members who do not exist', async () => {
  const [noMember, form, foreign, signOut] = await Promise.all([
    send('{"member":"nobody"}', {}, '/auth/demo'),
    send('member=x', { 'content-type': 'application/x-www-form-urlencoded' }, '/auth/demo'),
    send('{"member":"nobody"}', { origin: 'https://evil.example' }, '/auth/demo'),
    send('', {}, '/auth/sign-out'),
  ]);

  expect([noMember, form, foreign, signOut].map((answer) => answer.status)).toEqual([404, 415, 403, 204]);
});

it('offers no demonstration sign-in where it is switched off', async () => {
  const closed = await createTestHub({ plugins: [notesPlugin], demonstration: false, env: { HUB_DEMO: '0' } });
  const [list, signIn] = await Promise.all([
    fetch(`${closed.address}/auth/demo`),
    fetch(`${closed.address}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }),
  ]);
  await closed.close();

  expect([list.status, signIn.status]).toEqual([404, 404]);
});

it('says whether it lives and whether its database answers', async () => {
  const answers = await Promise.all(
    ['/health', '/health/live', '/health/ready'].map((path) => fetch(hub.address + path)),
  );

  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
});

describe('sockets', () => {
  const open = (path = '/graphql', protocol = 'graphql-transport-ws', headers: Record<string, string> = {}) =>
    new WebSocket(hub.address.replace('http', 'ws') + path, protocol, { headers });
  const ending = (socket: WebSocket) =>
    new Promise<number | string>((resolve) => {
      socket.on('close', (code) => resolve(code));
      socket.on('unexpected-response', (_request, response) => resolve(`HTTP ${response.statusCode}`));
      socket.on('error', () => undefined);
    });
  const say = (socket: WebSocket, ...messages: object[]) =>
    socket.on('open', () => messages.forEach((message) => socket.send(JSON.stringify(message))));

  it('are refused to foreign pages, other paths and other protocols', async () => {
    expect(await ending(open('/graphql', 'graphql-transport-ws', { origin: 'https://evil.example' }))).toBe('HTTP 403');
    expect(await ending(open('/x'))).toBe('HTTP 404');
    expect(await ending(open('/graphql', 'graphql-ws'))).toBe(4406);
  });

  it('end with the codes of the protocol', async () => {
    const silent = open();
    const early = open();
    say(early, { type: 'subscribe', id: '1', payload: { query: 'subscription { noteWritten { what } }' } });
    const twice = open();
    say(twice, { type: 'connection_init' }, { type: 'connection_init' });
    const nonsense = open();
    say(nonsense, { type: 'nonsense' });

    expect(await Promise.all([silent, early, twice, nonsense].map(ending))).toEqual([4408, 4401, 4429, 4400]);
  });

  it('give a signed-out listener nothing but UNAUTHENTICATED', async () => {
    const stream = await hub.anonymous.live('subscription { noteWritten { what } }');

    expect(await stream.ended).toBe('complete');
    expect(stream.received).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
  });
});
