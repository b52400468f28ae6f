/** Opens a page of membership in a test, with a hub that answers as it is told. */
import { Suspense, type ReactNode } from 'react';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { GivenViewer, RegistryProvider, composeWebPlugins, type ViewerMember } from '@hub/core/web';
import { act, render } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';

type Answer = { readonly data?: object | null; readonly errors?: readonly object[] };

interface Opened {
  /** The variables of each operation sent, by its name. */
  readonly sent: { readonly name: string; readonly variables: Record<string, unknown> }[];
}

interface PageToOpen {
  readonly path: string;
  readonly at: string;
  readonly page: ReactNode;
  /** By the name of the operation. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly viewer?: ViewerMember | null;
}

export const anjali: ViewerMember = {
  id: 'member:network/anjali-thornapple',
  displayName: 'Anjali Thornapple',
  sites: [{ id: 'site:network/northvale', slug: 'northvale', name: 'Northvale' }],
};

export async function openPage({ path, at, page, answers, viewer = anjali }: PageToOpen): Promise<Opened> {
  const opened: Opened = { sent: [] };
  const link = new ApolloLink(
    ({ operationName = '', variables }) =>
      new Observable((observer) => {
        opened.sent.push({ name: operationName, variables });
        observer.next((answers[operationName] ?? { errors: [{ message: `Not told: ${operationName}` }] }) as never);
        observer.complete();
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  await act(async () => {
    render(
      <ApolloProvider client={client}>
        <RegistryProvider value={composeWebPlugins([])}>
          <GivenViewer value={viewer}>
            <MemoryRouter initialEntries={[at]}>
              <Suspense>
                <Routes>
                  <Route path={path} element={page} />
                  <Route path="*" element={<Elsewhere />} />
                </Routes>
              </Suspense>
            </MemoryRouter>
          </GivenViewer>
        </RegistryProvider>
      </ApolloProvider>,
    );
  });
  return opened;
}

function Elsewhere() {
  const { pathname, search } = useLocation();
  return <p>{`At ${pathname}${search}`}</p>;
}
