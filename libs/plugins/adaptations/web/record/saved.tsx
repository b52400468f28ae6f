/** What the reader has just saved, said on the page that they come to: a line after a step, a banner after an ending. */
import { useLocation } from 'react-router';
import { formatTime, NotificationBanner } from '@hub/ui';

export interface SavedState {
  /** When it was saved. */
  readonly saved?: string;
  /** A sentence in a banner, for what deserves more than a line. */
  readonly done?: string;
}

/** The state to hand to `navigate` after something was saved now. */
export function savedNow(done?: string): SavedState {
  return { saved: new Date().toISOString(), ...(done ? { done } : {}) };
}

/** "Saved at 5:30pm". Nothing on a page that was not reached by saving. */
export function SavedNote() {
  const { saved, done } = useSavedState();
  return saved && !done ? (
    <p className="hub-meta hub-no-print" role="status">
      Saved at {formatTime(saved)}
    </p>
  ) : null;
}

/** The sentence that was handed on, with the focus on it. */
export function DoneBanner() {
  const { done } = useSavedState();
  return done ? (
    <NotificationBanner kind="done">
      <p className="nhsuk-notification-banner__heading">{done}</p>
    </NotificationBanner>
  ) : null;
}

function useSavedState(): SavedState {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null) return {};
  const { saved, done } = state as Record<string, unknown>;
  return { ...(typeof saved === 'string' ? { saved } : {}), ...(typeof done === 'string' ? { done } : {}) };
}
