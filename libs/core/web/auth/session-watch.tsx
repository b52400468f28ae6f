/** What the page does when the session ends behind its back: nothing of the member stays on the screen, and the way back is offered. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useLocation } from 'react-router';
import { useOnReconnect } from '../apollo/reconnect';
import { focusOnNextHeading } from '../shell/page';
import { onSessionMayBeOver } from './session-end';
import { signInPath } from './sign-in-address';
import { onSignOfLife } from './signs-of-life';
import { SignedOutPage } from './signed-out.page';
import { GivenViewer, useViewer } from './viewer';
import { ViewerDocument } from './viewer.generated';

/** Milliseconds after which a hub that did not answer is asked again. */
const againAfter = 5000;

/**
 * Gives its children the viewer for as long as the session lasts. When it is over, `children` gets the page that says so in place of
 * the one that was open; other pages are then those of a visitor, and so is the one for signing in, to which that page leads. When somebody
 * else has signed in meanwhile, the page is loaded anew.
 */
export function SessionWatch({ children }: { readonly children: (instead: ReactNode) => ReactNode }) {
  const viewer = useViewer();
  const client = useApolloClient();
  const { pathname, search } = useLocation();
  const [overAt, setOverAt] = useState<string | null>(null);
  const [first] = useState(viewer);
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const here = `${pathname}${search}`;
  const isOverHere = overAt === here && pathname !== signInPath;

  const look = useEffectEvent(async (isSocketClosed: boolean) => {
    if (!viewer || overAt !== null) return;
    const answer = await client.query({ query: ViewerDocument, fetchPolicy: 'no-cache' }).catch(() => null);
    clearTimeout(again.current);
    if (!answer?.data) {
      again.current = setTimeout(() => void look(isSocketClosed), againAfter);
      return;
    }
    const now = answer.data.viewer;
    if (now && (now.id !== viewer.id || isSocketClosed)) return window.location.reload();
    if (!now) setOverAt(here);
  });
  // Signing in and out load the page anew. An answer to the page itself can be the first to say that nobody is signed in any more.
  if (first && !viewer && overAt === null) setOverAt(here);
  useLayoutEffect(() => {
    if (overAt === null) return;
    focusOnNextHeading();
    void client.clearStore();
  }, [overAt, client]);
  useEffect(() => onSessionMayBeOver((isSocketClosed) => void look(isSocketClosed)), []);
  useEffect(() => () => clearTimeout(again.current), []);
  useEffect(() => onSignOfLife(() => void look(false)), []);
  useOnReconnect(() => void look(false));

  return (
    <GivenViewer value={overAt === null ? viewer : null}>{children(isOverHere ? <SignedOutPage /> : null)}</GivenViewer>
  );
}
