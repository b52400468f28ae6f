import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { composeWebPlugins, RegistryProvider } from '@hub/core/web';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { effectsOf } from './effects';
import VisibilityPage from './visibility.page';

const intervention = {
  __typename: 'Intervention',
  id: 'intervention:harbour/huddle',
  title: 'Huddle',
  status: 'PUBLISHED',
  visibility: 'NETWORK',
  whoCanSee: 'Anyone signed in to the hub',
  viewerCanPublish: true,
  site: { __typename: 'Site', id: 'site:network/harbour', name: 'Harbour', indexable: false },
  versions: { __typename: 'InterventionVersionConnection', totalCount: 3 },
};
const choices = {
  site: 'Members of Harbour',
  network: 'Anyone signed in to the hub',
  public: 'Anyone, also without an account',
};

describe('The page that changes who can see an intervention', () => {
  it('says who can see it now, what the choice does, and comes back with what is so now', async () => {
    const sent = await open(intervention);
    expect(await screen.findByText('Now: Anyone signed in to the hub.')).toBeTruthy();
    expect(screen.queryByLabelText('Members of Harbour')).toBeNull();
    expect(screen.getByText(/all 3 versions/)).toBeTruthy();
    expect(screen.getByText(/Search engines are asked not to list it/)).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: 'Let anyone see it' }));

    expect(await screen.findByText('At /interventions/huddle, shown to Anyone, also without an account')).toBeTruthy();
    expect(sent).toMatchObject([{ id: intervention.id, visibility: 'PUBLIC' }]);
  });

  it('offers the way back for what is public', async () => {
    await open({ ...intervention, visibility: 'PUBLIC', whoCanSee: choices.public });

    expect(await screen.findByRole('button', { name: 'Show it only to people signed in' })).toBeTruthy();
    expect(screen.getByText(/Without an account the page is not found/)).toBeTruthy();
  });

  it('is no form for those who do not publish, and no page for a draft', async () => {
    await open({ ...intervention, viewerCanPublish: false });
    expect(await screen.findByText('Engine-room members and leads of Harbour can change it.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is not there for a draft', async () => {
    await open({ ...intervention, status: 'DRAFT' });
    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
  });
});

describe('What a change of readers does', () => {
  it('names search engines as the site has decided', () => {
    const site = { name: 'Harbour', indexable: true };

    expect(effectsOf('PUBLIC', { site, versions: 1 }).join()).toContain('because Harbour lets them');
    expect(effectsOf('PUBLIC', { site, versions: 1 }).join()).toContain('version 1 with the notes');
  });
});

/** Opens the page on a hub that knows this intervention; gives the inputs that were sent. */
async function open(shown: object) {
  const sent: unknown[] = [];
  const answers: Record<string, (variables: Record<string, unknown>) => object> = {
    InterventionVisibilityPage: () => ({ intervention: shown }),
    WhoWouldSeeChoices: () => choices,
    SetInterventionVisibility: ({ input }) => {
      sent.push(input);
      const changed = { visibility: 'PUBLIC', intendedVisibility: 'PUBLIC', whoCanSee: choices.public };
      return {
        setInterventionVisibility: { __typename: 'InterventionPayload', intervention: { ...intervention, ...changed } },
      };
    },
  };
  const link = new ApolloLink(
    ({ operationName = '', variables }) =>
      new Observable((observer) => {
        observer.next({ data: answers[operationName]?.(variables) ?? null });
        observer.complete();
      }),
  );
  const registry = composeWebPlugins([
    { id: 'interventions', entityPages: [{ kind: 'intervention', path: '/interventions/:name' }] },
  ]);
  await act(async () => {
    render(
      <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache() })}>
        <RegistryProvider value={registry}>
          <MemoryRouter initialEntries={['/interventions/huddle/visibility']}>
            <Suspense fallback={null}>
              <Routes>
                <Route path="/interventions/:name/visibility" element={<VisibilityPage />} />
                <Route path="*" element={<Elsewhere />} />
              </Routes>
            </Suspense>
          </MemoryRouter>
        </RegistryProvider>
      </ApolloProvider>,
    );
  });
  return sent;
}

function Elsewhere() {
  const { pathname, state } = useLocation();
  return (
    <p>
      At {pathname}, shown to {String((state as { shownTo?: string } | null)?.shownTo)}
    </p>
  );
}
