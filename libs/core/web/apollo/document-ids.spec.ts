import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';

const text = '{ viewer { id } }';
const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
const asked = { method: 'POST', body: JSON.stringify({ operationName: 'V', query: text, variables: { a: 1 } }) };

async function fresh(...answers: Response[]) {
  jest.resetModules();
  const sent: unknown[] = [];
  globalThis.fetch = (_address, options) => {
    sent.push(JSON.parse(String(options?.body)));
    return Promise.resolve(answers.shift() ?? new Response('{}'));
  };
  return { sent, ...(await import('./document-ids')) };
}

const original = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = original;
});

it('sends the id of an operation instead of its text', async () => {
  const { fetchById, livePayload, sent } = await fresh();
  await fetchById('/graphql', asked);

  expect(sent).toEqual([{ operationName: 'V', variables: { a: 1 }, documentId: id }]);
  expect(await livePayload(text)).toEqual({ query: '', documentId: id });
});

it('sends texts from then on when the hub does not know an id', async () => {
  const unknown = new Response('{"errors":[{"extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}', { status: 400 });
  const { fetchById, livePayload, sent } = await fresh(unknown);
  await fetchById('/graphql', asked);
  await fetchById('/graphql', asked);

  expect(sent.slice(1)).toEqual([JSON.parse(asked.body), JSON.parse(asked.body)]);
  expect(await livePayload(text)).toEqual({ query: text });
});

it('leaves an answer as it is when the id is known and the question is wrong', async () => {
  const wrong = new Response('{"errors":[{"extensions":{"code":"BAD_USER_INPUT"}}]}', { status: 400 });
  const { fetchById, sent } = await fresh(wrong);
  const answer = await fetchById('/graphql', asked);

  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  expect(sent).toHaveLength(1);
});
