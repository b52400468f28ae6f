/**
 * Three texts of one thing: the version that a site follows (base), a newer one (theirs) and the site's own (ours). What is proposed, and
 * what comes of the choices. Both sides read it: the page proposes, the service merges. Pure.
 */

export const mergeChoices = ['KEEP', 'TAKE', 'COMBINE'] as const;
/** Keep ours, take theirs, or both put together by hand. */
export type MergeChoice = (typeof mergeChoices)[number];

/** A part of the text under its key. Null where a text has no such part. */
export interface ThreeWay<Value> {
  readonly key: string;
  readonly base: Value | null;
  readonly theirs: Value | null;
  readonly ours: Value | null;
}

export interface Chosen<Value> {
  readonly choice: MergeChoice;
  /** What was put together by hand, for COMBINE. */
  readonly combined?: Value | null;
}

/** Whether two values say the same; both may be null. */
export type Same<Value> = (one: Value | null, other: Value | null) => boolean;

/**
 * What to propose: KEEP where the source changed nothing, or both say the same now; TAKE where only the source changed; null where both
 * changed, each in its own way: somebody has to choose.
 */
export function proposalFor<Value>({ base, theirs, ours }: ThreeWay<Value>, same: Same<Value>): MergeChoice | null {
  if (same(base, theirs) || same(ours, theirs)) return 'KEEP';
  return same(base, ours) ? 'TAKE' : null;
}

/** The keys of which nobody has chosen yet and nothing can be proposed. */
export function undecided<Value>(
  parts: readonly ThreeWay<Value>[],
  choices: ReadonlyMap<string, Chosen<Value>>,
  same: Same<Value>,
): string[] {
  return parts.filter((part) => !choices.has(part.key) && proposalFor(part, same) === null).map(({ key }) => key);
}

/** What comes of it under each key; null where the part goes. What nobody chose is as proposed, and ours where nothing is. */
export function mergedParts<Value>(
  parts: readonly ThreeWay<Value>[],
  choices: ReadonlyMap<string, Chosen<Value>>,
  same: Same<Value>,
): Map<string, Value | null> {
  return new Map(
    parts.map((part) => {
      const chosen = choices.get(part.key) ?? { choice: proposalFor(part, same) ?? 'KEEP' };
      if (chosen.choice === 'COMBINE') return [part.key, chosen.combined ?? null];
      return [part.key, chosen.choice === 'TAKE' ? part.theirs : part.ours];
    }),
  );
}

/** The parts of three lists of things with keys: each key once, ours first in our order, then what else theirs and base have. */
export function threeWays<Value extends { readonly key: string }>(lists: {
  readonly base: readonly Value[];
  readonly theirs: readonly Value[];
  readonly ours: readonly Value[];
}): ThreeWay<Value>[] {
  const [base, theirs, ours] = [lists.base, lists.theirs, lists.ours].map(
    (list) => new Map(list.map((value) => [value.key, value])),
  ) as [Map<string, Value>, Map<string, Value>, Map<string, Value>];
  const keys = new Set([...ours.keys(), ...theirs.keys(), ...base.keys()]);
  return [...keys].map((key) => ({
    key,
    base: base.get(key) ?? null,
    theirs: theirs.get(key) ?? null,
    ours: ours.get(key) ?? null,
  }));
}

export type Orders = Readonly<Record<'base' | 'theirs' | 'ours', readonly string[]>>;

/**
 * The order of a merged list. Where one of them was chosen for every part, that one's. Else theirs where they alone put what was there
 * before in another order, and ours otherwise. What the other list has beside it comes after what stands before it there.
 */
export function mergedOrder(merged: ReadonlySet<string>, orders: Orders, everywhere: MergeChoice | null): string[] {
  const { base, theirs, ours } = orders;
  const isTheirs =
    everywhere === 'TAKE' || (everywhere !== 'KEEP' && isReordered(base, theirs) && !isReordered(base, ours));
  const [first, second] = isTheirs ? [theirs, ours] : [ours, theirs];
  const order = first.filter((key) => merged.has(key));
  second.forEach((key, at) => {
    if (!merged.has(key) || order.includes(key)) return;
    const before = second.slice(0, at).findLast((earlier) => order.includes(earlier));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  });
  return order;
}

function isReordered(base: readonly string[], now: readonly string[]): boolean {
  const kept = base.filter((key) => now.includes(key));
  return now.filter((key) => base.includes(key)).some((key, at) => key !== kept[at]);
}
