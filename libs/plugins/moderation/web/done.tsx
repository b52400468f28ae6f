/** What was just done, said on the page that one came back to. */
import { useLocation } from 'react-router';
import { NotificationBanner } from '@hub/ui';

/** The state to hand to `navigate`. */
export const done = (sentence: string) => ({ state: { done: sentence } });

export function Done() {
  const state: unknown = useLocation().state;
  const sentence = typeof state === 'object' && state !== null && 'done' in state ? state.done : null;
  if (typeof sentence !== 'string') return null;
  return <NotificationBanner kind="done">{sentence}</NotificationBanner>;
}
