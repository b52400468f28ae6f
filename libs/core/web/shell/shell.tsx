/** The frame of every page, and the boundary inside it: whatever a page does, the header and menu still work. */
import { Suspense, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Loading, useLater } from '@hub/ui';
import { RetryProvider } from '../apollo/retry';
import { Boundary } from '../slots/part-boundary';
import { DemoNotice } from './demo-notice';
import { OfflineNotice } from './offline-notice';
import { Footer } from './footer';
import { Header } from './header';
import { useIsNavigating } from './hub-router';
import { tryAgain } from './new-release';
import { focusOnNextHeading } from './page';
import { PrintedFrom, PrintedLinks } from './print-note';
import { PageProblem } from './problem-pages';

export function Shell({ children }: { readonly children: ReactNode }) {
  const { pathname, search } = useLocation();
  const isNavigating = useIsNavigating();
  return (
    <>
      <a className="nhsuk-skip-link" href="#maincontent" onClick={skipToContent}>
        Skip to main content
      </a>
      <Header />
      <DemoNotice />
      <PrintedFrom />
      <OfflineNotice />
      {isNavigating && <NextPageSoon />}
      <div aria-busy={isNavigating || undefined} className="hub-body">
        <RetryProvider>
          {(retry) => (
            <Boundary
              resetKey={`${pathname}${search}`}
              fallback={(reset, error) => (
                <PageProblem
                  error={error}
                  onRetry={() => tryAgain(error, () => (focusOnNextHeading(), retry(), reset()))}
                />
              )}
            >
              <Suspense fallback={<PageLoading />}>{children}</Suspense>
            </Boundary>
          )}
        </RetryProvider>
      </div>
      <PrintedLinks />
      <Footer />
    </>
  );
}

function PageLoading() {
  return (
    <div className="nhsuk-width-container">
      <main className="nhsuk-main-wrapper hub-page-loading" id="maincontent" aria-live="polite">
        <Loading />
      </main>
    </div>
  );
}

function NextPageSoon() {
  const isLate = useLater(300);
  return (
    <div className="hub-next-page" role="status">
      {isLate && <p>Loading the page</p>}
    </div>
  );
}

function skipToContent(event: { preventDefault: () => void }): void {
  const main = document.getElementById('maincontent');
  const target = main?.querySelector<HTMLElement>('h1') ?? main;
  if (!target) return;
  event.preventDefault();
  target.tabIndex = -1;
  target.focus();
}
