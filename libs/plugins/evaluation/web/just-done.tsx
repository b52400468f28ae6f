/** What the reader has just done, handed on to the page that they come to. */
import { useLocation } from 'react-router';
import { formatTime, NotificationBanner } from '@hub/ui';

/** The state to hand to `navigate`: a sentence for a banner. */
export const done = (sentence: string) => ({ state: { done: sentence } });
/** The same for what deserves a line only: when it was saved. */
export const savedNow = () => ({ state: { saved: new Date().toISOString() } });

export function JustDone() {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null) return null;
  if ('done' in state) {
    return (
      <NotificationBanner kind="done">
        <p className="nhsuk-notification-banner__heading">{String(state.done)}</p>
      </NotificationBanner>
    );
  }
  if (!('saved' in state)) return null;
  return (
    <p className="hub-meta hub-no-print" role="status">
      Saved at {formatTime(String(state.saved))}
    </p>
  );
}
