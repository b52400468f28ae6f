/** The router: it keeps the old page until the new one is ready, and knows when that takes a while. */
import { createContext, useContext, useLayoutEffect, useRef, useState, useTransition, type ReactNode } from 'react';
import { Router, UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router';

const NavigatingContext = createContext(false);

/** True while the next page is being made ready. */
export function useIsNavigating(): boolean {
  return useContext(NavigatingContext);
}

/** Routes by the address bar. A change of page starts at the top; Back returns to where one was. */
export function HubRouter({ children }: { readonly children: ReactNode }) {
  const history = useRef<ReturnType<typeof createBrowserHistory>>(null);
  history.current ??= createBrowserHistory({ window, v5Compat: true });
  const [state, setState] = useState({ action: history.current.action, location: history.current.location });
  const [isNavigating, startTransition] = useTransition();

  useLayoutEffect(() => history.current?.listen((next) => startTransition(() => setState(next))), []);
  useLayoutEffect(() => {
    if (state.action !== 'POP' && !state.location.hash) window.scrollTo(0, 0);
  }, [state]);

  return (
    <NavigatingContext value={isNavigating}>
      <Router location={state.location} navigationType={state.action} navigator={history.current}>
        {children}
      </Router>
    </NavigatingContext>
  );
}
