/** What is being written stays in the browser: it survives a closed tab, belongs to one person, and goes at sign-out. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useViewer } from '../auth/viewer';
import { fetchKeeper, forget, keep, placeOf, read } from './draft-store';

export interface Draft<Value extends object> {
  readonly value: Value;
  /** Changes some fields and keeps them. */
  readonly change: (fields: Partial<Value>) => void;
  /**
   * Forgets what was kept and starts again from the initial value: after it was saved. Given what was sent, it forgets only that:
   * words typed while the request was on its way stay. Says whether it was forgotten.
   */
  readonly clear: (sent?: Partial<Value>) => boolean;
  /** Whether something written earlier came back, and was not changed since. */
  readonly wasRestored: boolean;
  /** When what came back was written; null when nothing did. */
  readonly restoredFrom: string | null;
  /** It looks like it holds a detail of a patient, so it is on this page alone. */
  readonly isHeldBack: boolean;
  /** Stays the same from the first word until it is cleared, also when it comes back on another day. Empty before. */
  readonly id: string;
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
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    void fetchKeeper();
    return () => void (isThere.current = false);
  }, []);

  const put = useCallback((next: Kept<Value>) => {
    kept.current = next;
    if (isThere.current) show({});
  }, []);
  const change = useCallback(
    (fields: Partial<Value>) => {
      const now = kept.current ?? restored(latest.current.place, latest.current.initial);
      const id = now.id || crypto.randomUUID();
      const next = { ...now, id, value: { ...now.value, ...fields }, wasRestored: false };
      keep(next.place, { id, at: new Date().toISOString(), value: next.value }, (isKept) => {
        if (kept.current?.place !== next.place || kept.current.isHeldBack === !isKept) return;
        put({ ...kept.current, isHeldBack: !isKept });
      });
      put(next);
    },
    [put],
  );
  const clear = useCallback(
    (sent?: Partial<Value>) => {
      if (sent && !holds(kept.current?.value ?? {}, sent)) return false;
      forget(latest.current.place);
      put(begun(latest.current.place, latest.current.initial));
      return true;
    },
    [put],
  );

  const { value, wasRestored, restoredFrom, isHeldBack, id } = kept.current;
  return { value, change, clear, wasRestored, restoredFrom, isHeldBack, id };
}

interface Kept<Value> {
  readonly place: string;
  readonly id: string;
  readonly value: Value;
  readonly wasRestored: boolean;
  readonly restoredFrom: string | null;
  readonly isHeldBack: boolean;
}

function holds(value: object, fields: object): boolean {
  const current: Record<string, unknown> = { ...value };
  return Object.entries(fields).every(([name, field]) => JSON.stringify(current[name]) === JSON.stringify(field));
}

function begun<Value extends object>(place: string, value: Value): Kept<Value> {
  return { place, id: '', value, wasRestored: false, restoredFrom: null, isHeldBack: false };
}

function restored<Value extends object>(place: string, initial: Value): Kept<Value> {
  const found = read(place);
  if (!found) return begun(place, initial);
  const value = { ...initial, ...found.value };
  return { place, id: found.id, value, wasRestored: true, restoredFrom: found.at, isHeldBack: false };
}
