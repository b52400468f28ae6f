/** What was decided a moment ago, said above the next case: its heading has the focus. */
import { useLocation } from 'react-router';

/** The state to hand to `navigate`. */
export const decidedBefore = (sentence: string) => ({ state: { decided: sentence } });

export function DecidedBefore() {
  const state: unknown = useLocation().state;
  const sentence = typeof state === 'object' && state !== null && 'decided' in state ? state.decided : null;
  if (typeof sentence !== 'string') return null;
  return (
    <p className="hub-no-print" role="status">
      {sentence} This is the next case.
    </p>
  );
}
