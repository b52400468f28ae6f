/** The order of what is pinned, as a pure function. */
import type { EntityRef } from '@hub/core/contract';

export interface Pinned {
  readonly ref: EntityRef;
  /** Whether the facilitator who orders it may see it. */
  readonly isSeen: boolean;
}

/**
 * All that is pinned with `subject` at a place, from 1, among those that the facilitator sees; without a place where it is already, or
 * else at the end. What they do not see keeps its neighbours.
 */
export function withPinned(pinned: readonly Pinned[], subject: EntityRef, place: number | null): EntityRef[] {
  const isThere = pinned.some(({ ref }) => ref === subject);
  if (isThere && place === null) return pinned.map(({ ref }) => ref);
  const others = pinned.filter(({ ref }) => ref !== subject);
  const next = place === null ? undefined : others.filter(({ isSeen }) => isSeen)[place - 1];
  const at = next ? others.indexOf(next) : others.length;
  const refs = others.map(({ ref }) => ref);
  return [...refs.slice(0, at), subject, ...refs.slice(at)];
}
