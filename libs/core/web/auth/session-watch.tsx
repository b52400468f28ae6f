/** What the page does when the session ends behind its back: nothing of the member stays on the screen, and the way back is offered. */
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useLocation } from 'react-router';
import { useOnReconnect } from '../apollo/reconnect';
import { focusOnNextHeading } from '../shell/page';
import { onSessionMayBeOver } from './session-end';
import { onSignOfLife } from './signs-of-life';
import { SignedOutPage } from './signed-out.page';
import { GivenViewer, useViewer } from './viewer';
import { ViewerDocument } from './viewer.generated';

/**
 * Gives its children the viewer for as long as the session lasts. When it is over, `children` gets the page that says so in place of
 * the one that was open; other pages are then those of a visitor. When somebody else has signed in meanwhile, the page is loaded anew.
 */
export function SessionWatch({ children }: { readonly children: (instead: ReactNode) => ReactNode }) {
  const viewer = useViewer();
  const client = useApolloClient();
  const { pathname, search } = useLocation();
  const [overAt, setOverAt] = useState<string | null>(null);
  const here = `${pathname}${search}`;

  const look = useEffectEvent(async (isSocketClosed: boolean) => {
    if (!viewer || overAt !== null) return;
    const answer = await client.query({ query: ViewerDocument, fetchPolicy: 'no-cache' }).catch(() => null);
    if (!answer?.data) return;
    const now = answer.data.viewer;
    if (now && (now.id !== viewer.id || isSocketClosed)) return window.location.reload();
    if (now) return;
    focusOnNextHeading();
    setOverAt(here);
    await client.clearStore();
  });
  useEffect(() => onSessionMayBeOver(() => void look(true)), []);
  useEffect(() => onSignOfLife(() => void look(false)), []);
  useOnReconnect(() => void look(false));

  return (
    <GivenViewer value={overAt === null ? viewer : null}>
      {children(overAt === here ? <SignedOutPage /> : null)}
    </GivenViewer>
  );
}
