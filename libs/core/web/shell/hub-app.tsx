/** The whole page: routes of all plugins inside the frame, and the outermost boundary. */
import { ApolloProvider } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { StrictMode, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Loading } from '@hub/ui';
import { RetryProvider } from '../apollo/retry';
import { SessionWatch } from '../auth/session-watch';
import { useSignInAddress } from '../auth/sign-in-address';
import { ViewerProvider, useViewer } from '../auth/viewer';
import type { PageDefinition } from '../plugin/define';
import type { WebRegistry } from '../plugin/registry';
import { RegistryProvider, useRegistry } from '../plugin/registry-context';
import { Boundary } from '../slots/part-boundary';
import { HubRouter } from './hub-router';
import { NotFound } from './problem-pages';
import { SectionContext } from './section';
import { Shell } from './shell';
import { StartProblem } from './start-problem';

export function HubApp({ registry, client }: { readonly registry: WebRegistry; readonly client: ApolloClient }) {
  return (
    <StrictMode>
      <RetryProvider>
        {(retry) => (
          <Boundary fallback={(reset, error) => <StartProblem error={error} onRetry={() => (retry(), reset())} />}>
            <ApolloProvider client={client}>
              <RegistryProvider value={registry}>
                <HubRouter>
                  <Suspense fallback={<Loading what="Loading the hub" />}>
                    <ViewerProvider>
                      <SessionWatch>{(instead) => <Shell>{instead ?? <HubRoutes />}</Shell>}</SessionWatch>
                    </ViewerProvider>
                  </Suspense>
                </HubRouter>
              </RegistryProvider>
            </ApolloProvider>
          </Boundary>
        )}
      </RetryProvider>
    </StrictMode>
  );
}

function HubRoutes() {
  const { pages } = useRegistry();
  return (
    <Routes>
      {pages.map((page) => (
        <Route key={page.path} path={page.path} element={<PageOf page={page} />} />
      ))}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

function PageOf({ page }: { readonly page: PageDefinition }) {
  const viewer = useViewer();
  const signIn = useSignInAddress();
  const PagePart = page.component;
  if (page.signedIn && !viewer) return <Navigate to={signIn} replace />;
  return (
    <SectionContext value={page.title}>
      <PagePart />
    </SectionContext>
  );
}
