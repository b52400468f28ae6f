import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Link, MemoryRouter } from 'react-router';
import { of } from 'rxjs';
import { tellSessionMayBeOver } from './session-end';
import { SessionWatch } from './session-watch';
import { GivenViewer, useViewer } from './viewer';

const anjali = { __typename: 'Member', id: 'member:network/anjali', displayName: 'Anjali Thornapple', sites: [] };

describe('A session that ends behind the back of the page', () => {
  it('takes what only the member may see from the screen, and offers to come back', async () => {
    await open();
    expect(screen.getByText('For Anjali Thornapple')).toBeTruthy();

    await act(async () => tellSessionMayBeOver());

    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('You were signed out');
    expect(screen.queryByText('For Anjali Thornapple')).toBeNull();
    expect(screen.getByRole('link', { name: 'Sign in and come back here' }).getAttribute('href')).toBe(
      '/sign-in?return=%2Fdiscussions%2Fnew%3Fsite%3Dx',
    );
  });

  it('leaves the other pages to a visitor', async () => {
    await open();
    await act(async () => tellSessionMayBeOver());
    await act(async () => void fireEvent.click(screen.getByRole('link', { name: 'Elsewhere' })));

    expect(screen.getByText('For nobody')).toBeTruthy();
  });

  it('is not believed when the hub cannot be reached', async () => {
    await open(null);
    await act(async () => tellSessionMayBeOver());

    expect(screen.getByText('For Anjali Thornapple')).toBeTruthy();
  });
});

function Content() {
  return <p>For {useViewer()?.displayName ?? 'nobody'}</p>;
}

/** `answer` is who the hub says it is when it is asked; null is no answer at all. */
async function open(answer: object | null = { data: { viewer: null } }) {
  const link = new ApolloLink(() => {
    if (!answer) throw new TypeError('Failed to fetch');
    return of(answer);
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  await act(
    async () =>
      void render(
        <ApolloProvider client={client}>
          <MemoryRouter initialEntries={['/discussions/new?site=x']}>
            <GivenViewer value={anjali}>
              <SessionWatch>
                {(instead) => (
                  <>
                    <Link to="/elsewhere">Elsewhere</Link>
                    {instead ?? <Content />}
                  </>
                )}
              </SessionWatch>
            </GivenViewer>
          </MemoryRouter>
        </ApolloProvider>,
      ),
  );
}
