/** GraphQL over HTTP as the specification says, and what else is served. */
import { auditServer } from 'graphql-http';
import { createTestHub, type TestHub } from '@hub/testing';
import { notesPlugin } from '../fixtures/notes.plugin';
import { ask, read } from './support/requests';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
});

afterAll(() => hub.close());

const send = (body: string, headers: Record<string, string> = {}, path = '/graphql') =>
  fetch(hub.address + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

const failedIn = async (
  audited: TestHub,
  asked: 'MUST' | 'SHOULD' = 'MUST',
  fetchFn: unknown = fetch,
): Promise<string[]> => {
  const results = await auditServer({ url: `${audited.address}/graphql`, fetchFn });
  expect(results.length).toBeGreaterThan(50);
  return results.flatMap(({ status, id, name }) =>
    status !== 'ok' && name.startsWith(asked) ? [`${id} ${name}`] : [],
  );
};

/**
 * Two audits want to see that a text of many bytes and a map of variables arrive, and happen to ask the schema for it, which is closed
 * in production. The same bytes and the same map are sent here to a list that is open; all else of the request is theirs.
 */
function askingOfAList(url: string, init: RequestInit = {}): Promise<Response> {
  const inList = (text: string) =>
    text.replace(/__type\(name: ((?:\\"|[^)])+)\) { name }/, 'notes(filter: { text: $1 }) { totalCount }');
  return fetch(url, typeof init.body === 'string' ? { ...init, body: inList(init.body) } : init);
}

it('meets every MUST of GraphQL over HTTP (Q1)', async () => {
  const open = await createTestHub({ plugins: [notesPlugin], demonstration: false, env: { HUB_INTROSPECTION: '1' } });
  const [must, should] = await Promise.all([failedIn(open), failedIn(open, 'SHOULD')]);
  await open.close();

  expect(must).toEqual([]);
  expect(should.length).toBeLessThanOrEqual(3);
});

it('meets every one of them in production too, where what is asked of the schema is asked of a list (Q1, Q6)', async () => {
  expect(await failedIn(hub, 'MUST', askingOfAList)).toEqual([]);
  expect(await failedIn(hub)).toEqual([
    'BF61 MUST accept utf-8 encoded request',
    '28B9 MUST allow map {variables} parameter when accepting application/json',
  ]);
});

it('shows no schema, gives no hints and has no page of its own in production (Q6)', async () => {
  const answers = await Promise.all(
    [
      '{ __schema { types { name } } }',
      '{ __type(name: "Note") { name } }',
      '{ nodes }',
      '{ notes(frist: 1) { totalCount } }',
      '{ notes { totalCont } }',
      'mutation { renameNote(input: { note: "note:a/b", titel: "x" }) { note { id } } }',
    ].map((query) => ask(hub, query)),
  );
  const page = await read(await fetch(`${hub.address}/graphql`, { headers: { accept: 'text/html' } }));

  for (const answer of [...answers, page]) {
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/did you mean|introspection: true|\.ts|stack|<html/i);
  }
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
