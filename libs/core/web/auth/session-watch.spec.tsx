import { jest } from '@jest/globals';
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Link, MemoryRouter } from 'react-router';
import { of, throwError } from 'rxjs';
import { tellSessionMayBeOver } from './session-end';
import { SessionWatch } from './session-watch';
import { GivenViewer, useViewer } from './viewer';

const anjali = { __typename: 'Member', id: 'member:network/anjali', displayName: 'Anjali Thornapple', sites: [] };

describe('A session that ends behind the back of the page', () => {
  it('takes what only the member may see from the screen, and offers to come back', async () => {
    await open();
    expect(screen.getByText('For Anjali Thornapple')).toBeTruthy();

    await act(async () => tellSessionMayBeOver(true));

    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('You were signed out');
    expect(screen.queryByText('For Anjali Thornapple')).toBeNull();
    expect(screen.getByRole('link', { name: 'Sign in and come back here' }).getAttribute('href')).toBe(
      '/sign-in?return=%2Fdiscussions%2Fnew%3Fsite%3Dx',
    );
  });

  it('leaves the other pages to a visitor', async () => {
    await open();
    await act(async () => tellSessionMayBeOver(true));
    await act(async () => void fireEvent.click(screen.getByRole('link', { name: 'Elsewhere' })));

    expect(screen.getByText('For nobody')).toBeTruthy();
  });

  it('leaves the page for signing in as it is, for a visitor', async () => {
    await open(undefined, '/sign-in?return=%2Fdiscussions%2Fnew');
    await act(async () => tellSessionMayBeOver(true));

    expect(screen.getByText('For nobody')).toBeTruthy();
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
  });

  it('is seen also when an answer to the page is the first to say so', async () => {
    const { becomes } = await open();
    await becomes(null);

    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('You were signed out');
    expect(screen.queryByText('For nobody')).toBeNull();
  });

  it('is not believed when the hub cannot be reached, and looked for again until it can', async () => {
    jest.useFakeTimers();
    const answers = [null, { data: { viewer: null } }];
    await open(() => answers.shift() ?? null);
    await act(async () => tellSessionMayBeOver(true));
    expect(screen.getByText('For Anjali Thornapple')).toBeTruthy();

    await act(() => jest.advanceTimersByTimeAsync(5000));

    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('You were signed out');
    jest.useRealTimers();
  });
});

function Content() {
  return <p>For {useViewer()?.displayName ?? 'nobody'}</p>;
}

/** `ask` gives who the hub says it is when it is asked; null is no answer at all. */
async function open(ask: () => object | null = () => ({ data: { viewer: null } }), at = '/discussions/new?site=x') {
  const link = new ApolloLink(() => {
    const answer = ask();
    return answer ? of(answer) : throwError(() => new TypeError('Failed to fetch'));
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const hub = (viewer: typeof anjali | null) => (
    <ApolloProvider client={client}>
      <MemoryRouter initialEntries={[at]}>
        <GivenViewer value={viewer}>
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
    </ApolloProvider>
  );
  const { rerender } = await act(async () => render(hub(anjali)));
  return { becomes: (viewer: null) => act(async () => rerender(hub(viewer))) };
}
