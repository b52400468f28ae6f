/** What is being written stays in the tab: it survives a reload, belongs to one person, and goes at sign-out. */
import { useCallback, useRef, useState } from 'react';
import { useViewer } from '../auth/viewer';
import { forget, keep, placeOf, read } from './draft-store';

export interface Draft<Value extends object> {
  readonly value: Value;
  /** Changes some fields and keeps them in the tab at once. */
  readonly change: (fields: Partial<Value>) => void;
  /**
   * Forgets what was kept and starts again from the initial value: after it was saved. Given what was sent, it forgets only that:
   * words typed while the request was on its way stay. Says whether it was forgotten.
   */
  readonly clear: (sent?: Partial<Value>) => boolean;
  /** Whether something written earlier came back. */
  readonly wasRestored: boolean;
}

/** Keeps the fields of a form under a key such as `reply:thread:network/weekend-cover`. */
export function useDraft<Value extends object>(key: string, initial: Value): Draft<Value> {
  const viewer = useViewer();
  const place = placeOf(viewer?.id, key);
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
      if (sent && !holds(kept.current?.value ?? {}, sent)) return false;
      forget(latest.current.place);
      put(latest.current.initial);
      return true;
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

function restored<Value extends object>(place: string, initial: Value): Kept<Value> {
  const found = read(place);
  return { place, value: found ? { ...initial, ...found } : initial, wasRestored: found !== null };
}
