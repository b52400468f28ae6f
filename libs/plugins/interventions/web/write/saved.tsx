/** "Saved at 5:30pm": carried to the next page in the history, said once and shown. */
import { useLocation } from 'react-router';
import { Announcer, Meta, formatTime } from '@hub/ui';

/** The state to navigate with after something was saved. */
export function savedNow(): { readonly savedAt: string } {
  return { savedAt: new Date().toISOString() };
}

/** Nothing unless the page before this one saved. */
export function SavedNote() {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null || !('savedAt' in state)) return null;
  const words = `Saved at ${formatTime(String(state.savedAt))}`;
  return (
    <>
      <Meta>{words}</Meta>
      <Announcer message={words} urgent />
    </>
  );
}
