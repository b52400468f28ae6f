/** What is being written stays in the tab: it survives a reload, belongs to one person, and goes at sign-out. */
import { useCallback, useState } from 'react';
import { useViewer } from '../auth/viewer';

const prefix = 'hub-draft:';

export interface Draft<Value extends object> {
  readonly value: Value;
  /** Changes some fields and keeps them in the tab at once. */
  readonly change: (fields: Partial<Value>) => void;
  /** Forgets what was kept and starts again from the initial value: after it was saved. */
  readonly clear: () => void;
  /** Whether something written earlier came back. */
  readonly wasRestored: boolean;
}

/** Keeps the fields of a form under a key such as `reply:thread:network/weekend-cover`. */
export function useDraft<Value extends object>(key: string, initial: Value): Draft<Value> {
  const viewer = useViewer();
  const place = `${prefix}${viewer?.id ?? 'signed-out'}:${key}`;
  const [state, setState] = useState(() => restored(place, initial));
  const current = state.place === place ? state : restored(place, initial);

  const change = useCallback(
    (fields: Partial<Value>) =>
      setState((last) => {
        const value = { ...(last.place === place ? last : restored(place, initial)).value, ...fields };
        keep(place, value);
        return { place, value, wasRestored: false };
      }),
    // The initial value only matters where nothing is kept yet.
    [place],
  );
  const clear = useCallback(() => {
    sessionStorage.removeItem(place);
    setState({ place, value: initial, wasRestored: false });
  }, [place]);

  return { value: current.value, change, clear, wasRestored: current.wasRestored };
}

/** Forgets all drafts of this tab. `except` keeps those of one member, who has just signed in again. */
export function clearDrafts(except?: string): void {
  const places = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
  for (const place of places) {
    if (!place.startsWith(prefix)) continue;
    if (except && place.startsWith(`${prefix}${except}:`)) continue;
    sessionStorage.removeItem(place);
  }
}

function restored<Value extends object>(place: string, initial: Value) {
  const kept = read(place);
  return { place, value: kept ? { ...initial, ...kept } : initial, wasRestored: kept !== null };
}

function read(place: string): object | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function keep(place: string, value: object): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(value));
  } catch {
    // A full or forbidden store must not stop the writing itself.
  }
}
