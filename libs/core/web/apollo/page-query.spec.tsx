import { jest } from '@jest/globals';
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { parse } from 'graphql';
import { of } from 'rxjs';
import { PartBoundary } from '../slots/part-boundary';
import { usePageQuery } from './page-query';

type Answer = { site: { __typename: 'Site'; id: string; name: string } };

const document = parse('query Page { site(slug: "x") { id name } }') as TypedDocumentNode<
  Answer,
  Record<string, never>
>;
const answer = { data: { site: { __typename: 'Site', id: 'site:network/x', name: 'Harbour' } } };
const failure = { data: null, errors: [{ message: 'broken', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] };

function Part() {
  const { data } = usePageQuery(document);
  return <p>{data.site.name}</p>;
}

describe('The question of a page', () => {
  it('is asked once, and shown when it is answered', async () => {
    const asked = await open([answer]);

    expect(screen.getByText('Harbour')).toBeTruthy();
    expect(asked()).toBe(1);
  });

  it('is not asked again and again when it fails, but when the person tries again', async () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const asked = await open([failure, answer]);
    expect(screen.getByText('Sorry, this part could not be loaded.')).toBeTruthy();
    expect(asked()).toBe(1);

    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
    quiet.mockRestore();

    expect(await screen.findByText('Harbour')).toBeTruthy();
    expect(asked()).toBe(2);
  });
});

async function open(answers: readonly object[]) {
  let count = 0;
  const link = new ApolloLink(() => of(answers[count++] ?? failure));
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  await act(
    async () =>
      void render(
        <ApolloProvider client={client}>
          <PartBoundary what="this part">
            <Part />
          </PartBoundary>
        </ApolloProvider>,
      ),
  );
  return () => count;
}
