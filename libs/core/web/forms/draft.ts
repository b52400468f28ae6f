/** What is being written stays in the tab: it survives a reload, belongs to one person, and goes at sign-out. */
import { useCallback, useRef, useState } from 'react';
import { useViewer } from '../auth/viewer';

const prefix = 'hub-draft:';

export interface Draft<Value extends object> {
  readonly value: Value;
  /** Changes some fields and keeps them in the tab at once. */
  readonly change: (fields: Partial<Value>) => void;
  /**
   * Forgets what was kept and starts again from the initial value: after it was saved. Given what was sent, it forgets only that:
   * words typed while the request was on its way stay.
   */
  readonly clear: (sent?: Partial<Value>) => void;
  /** Whether something written earlier came back. */
  readonly wasRestored: boolean;
}

/** Keeps the fields of a form under a key such as `reply:thread:network/weekend-cover`. */
export function useDraft<Value extends object>(key: string, initial: Value): Draft<Value> {
  const viewer = useViewer();
  const place = `${prefix}${viewer?.id ?? 'signed-out'}:${key}`;
  const [, show] = useState<object>({});
  const kept = useRef<Kept<Value> | null>(null);
  if (kept.current?.place !== place) kept.current = restored(place, initial);
  const latest = useRef({ place, initial });
  latest.current = { place, initial };

  const put = useCallback((value: Value) => {
    kept.current = { place: latest.current.place, value, wasRestored: false };
    show({});
  }, []);
  const change = useCallback(
    (fields: Partial<Value>) => {
      const value = { ...(kept.current?.value ?? latest.current.initial), ...fields };
      keep(latest.current.place, value);
      put(value);
    },
    [put],
  );
  const clear = useCallback(
    (sent?: Partial<Value>) => {
      if (sent && !holds(kept.current?.value ?? {}, sent)) return;
      sessionStorage.removeItem(latest.current.place);
      put(latest.current.initial);
    },
    [put],
  );

  return { value: kept.current.value, change, clear, wasRestored: kept.current.wasRestored };
}

interface Kept<Value> {
  readonly place: string;
  readonly value: Value;
  readonly wasRestored: boolean;
}

function holds(value: object, fields: object): boolean {
  const current: Record<string, unknown> = { ...value };
  return Object.entries(fields).every(([name, field]) => JSON.stringify(current[name]) === JSON.stringify(field));
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

function restored<Value extends object>(place: string, initial: Value): Kept<Value> {
  const found = read(place);
  return { place, value: found ? { ...initial, ...found } : initial, wasRestored: found !== null };
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
