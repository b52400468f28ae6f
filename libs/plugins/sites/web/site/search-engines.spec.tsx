import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { SearchEngines } from './search-engines';

describe('Search engines, for those who lead a site', () => {
  it('says how it is, and sends what was chosen', async () => {
    const sent: unknown[] = [];
    const link = new ApolloLink(({ variables }) => {
      sent.push(variables['input']);
      return new Observable((observer) => {
        observer.next({
          data: {
            setSiteIndexable: {
              __typename: 'SiteIndexingPayload',
              site: { __typename: 'Site', id: 'site:network/harbour', indexable: true },
            },
          },
        });
        observer.complete();
      });
    });
    render(
      <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache() })}>
        <MemoryRouter>
          <SearchEngines site={{ id: 'site:network/harbour', name: 'Harbour', indexable: false }} />
        </MemoryRouter>
      </ApolloProvider>,
    );
    expect(screen.getByText(/are asked not to list this page/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('No').checked).toBe(true);

    fireEvent.click(screen.getByLabelText('Yes'));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(sent).toMatchObject([{ site: 'site:network/harbour', indexable: true }]));
    expect(await screen.findByText('Saved')).toBeTruthy();
  });
});
