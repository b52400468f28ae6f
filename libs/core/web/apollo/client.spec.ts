import { gql } from '@apollo/client';
import { createHubClient } from './client';

const original = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = original;
});

/** Under which headers a page sends it. */
async function headersOf(ask: (client: ReturnType<typeof createHubClient>) => Promise<unknown>): Promise<Headers> {
  let headers = new Headers();
  globalThis.fetch = (_address, options) => {
    headers = new Headers(options?.headers);
    return Promise.resolve(new Response('{"data":{"done":true}}', { headers: { 'content-type': 'application/json' } }));
  };
  await ask(createHubClient());
  return headers;
}

const change = gql`
  mutation ($input: Input!) {
    done(input: $input)
  }
`;

describe('What a page says of its requests to the proxy before the hub', () => {
  it('is that questions, and changes with an id by which the hub does them once, may be sent again (R8)', async () => {
    const question = await headersOf((client) =>
      client.query({
        query: gql`
          query {
            done
          }
        `,
      }),
    );
    const known = { input: { clientMutationId: 'a', body: 'Words' } };
    const changed = await headersOf((client) => client.mutate({ mutation: change, variables: known }));

    expect([question.get('hub-repeatable'), changed.get('hub-repeatable')]).toEqual(['1', '1']);
  });

  it('is nothing of the kind of a change without one', async () => {
    const changed = await headersOf((client) =>
      client.mutate({ mutation: change, variables: { input: { body: 'Words' } } }),
    );

    expect(changed.get('hub-repeatable')).toBeNull();
  });
});
