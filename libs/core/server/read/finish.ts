/** The steps that turn the JSON of objects and lists into the answer, put together from those of their fields. */
import type { Finish } from './connection';

/** Finishes the fields of an object that need it. */
export function finishObject(finishes: readonly [string, Finish][]): Finish | null {
  if (finishes.length === 0) return null;
  return (value, run) => {
    const object = value as Record<string, unknown>;
    for (const [key, finish] of finishes) {
      if (object[key] !== null) object[key] = finish(object[key], run);
    }
    return object;
  };
}

/** Finishes each of a list. */
export function finishEach(finish: Finish | null): Finish | null {
  return finish && ((value, run) => (value as unknown[]).map((item) => finish(item, run)));
}

/** Finishes an object as its type needs it. */
export function finishByTypename(finishes: ReadonlyMap<string, Finish>): Finish | null {
  if (finishes.size === 0) return null;
  return (value, run) => finishes.get((value as { __typename: string }).__typename)?.(value, run) ?? value;
}
