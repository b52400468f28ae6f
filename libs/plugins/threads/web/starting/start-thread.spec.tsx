import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { clearDrafts, composeWebPlugins, RegistryProvider } from '@hub/core/web';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { MemoryRouter } from 'react-router';
import StartThreadPage from './start-thread.page';

describe('Starting a discussion', () => {
  beforeEach(() => clearDrafts());

  it('offers an announcement to those who may make one, and to nobody else', async () => {
    await open({ viewerCanStartThread: true, viewerCanAnnounce: true });
    expect(await screen.findByLabelText('Announcement')).toBeTruthy();
  });

  it('does not speak of announcements to others', async () => {
    await open({ viewerCanStartThread: true, viewerCanAnnounce: false });
    expect(await screen.findByLabelText('Question')).toBeTruthy();
    expect(screen.queryByLabelText('Announcement')).toBeNull();
  });

  it('tells a guest who can', async () => {
    await open({ viewerCanStartThread: false, viewerCanAnnounce: false });
    expect(await screen.findByText(/Guests read discussions/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks of learning what was tried, what happened and what comes next, and says which is missing', async () => {
    await open({ viewerCanStartThread: true, viewerCanAnnounce: false });
    fireEvent.click(await screen.findByLabelText('Learning'));
    fireEvent.change(screen.getByLabelText('What happened?'), { target: { value: 'One bag came back whole' } });
    expect(screen.getByLabelText('What comes next?')).toBeTruthy();
    expect(screen.queryByLabelText('What do you want to say?')).toBeNull();

    fireEvent.click(screen.getByRole('button', { name: 'Start discussion' }));

    expect(await screen.findByRole('link', { name: 'Enter what you tried' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Enter what happened' })).toBeNull();
  });

  it('says who will see it before it is sent', async () => {
    await open({ viewerCanStartThread: true, viewerCanAnnounce: false });
    expect(await screen.findByText('Who will see this: Anyone signed in to the hub.')).toBeTruthy();
  });
});

async function open(may: { viewerCanStartThread: boolean; viewerCanAnnounce: boolean }) {
  const model = {
    __typename: 'ModelType',
    id: 'care-model:network/mcp',
    code: 'MCP',
    name: 'Multispecialty community provider',
  };
  const answers: Record<string, object> = {
    StartThreadChoices: { modelTypes: [{ ...model, ...may }] },
    WhoWouldSee: { whoWouldSee: 'Anyone signed in to the hub' },
  };
  const link = new ApolloLink(
    ({ operationName = '' }) =>
      new Observable((observer) => {
        observer.next({ data: answers[operationName] ?? null });
        observer.complete();
      }),
  );
  await act(async () => {
    render(
      <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache() })}>
        <RegistryProvider value={composeWebPlugins([])}>
          <MemoryRouter>
            <Suspense fallback={null}>
              <StartThreadPage />
            </Suspense>
          </MemoryRouter>
        </RegistryProvider>
      </ApolloProvider>,
    );
  });
}
