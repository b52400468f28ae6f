/** What questions are made of: what a viewer knows, and shares of what could be asked. */
import type { GraphQLObjectType } from 'graphql';
import type { Canary } from './canaries';
import type { Thing } from './furnish';

export interface Question {
  /** Where it asks, for people who read that it leaks. */
  readonly path: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What a viewer knows to ask for: ids of what they may see and of what they may not, and cursors that they once held. */
export interface Knowledge {
  readonly things: readonly Thing[];
  readonly canaries: readonly Canary[];
  readonly cursors: readonly { readonly field: string; readonly cursor: string }[];
  /** How much of the script is left out: 1 for nothing. */
  readonly stride?: number;
  /** Whose turn it is: each viewer walks another share of the paths. */
  readonly turn?: number;
  /** What they may see of the things; all of them, where nothing is said. */
  readonly seen?: readonly Thing[];
  /** Secrets of links that were sent to others. */
  readonly tokens?: readonly string[];
}

/**
 * One viewer walks one of so many paths: by one step from a list, by two from a thing, by three, and to words in a list; and asks at the
 * end of each for one of so many edges from there (all of them are asked for where a thing is asked for by its id). With a stride they ask
 * for one of so many of what others ask for whole.
 */
export const onePathOf = { fromRoots: 2, twoSteps: 28, threeSteps: 672, words: 8, edgesAtEnds: 4, withStride: 4 };

/** One of so many, beginning where the turn says; of fewer than that, one all the same. */
export function everyOther<T>(items: readonly T[], many: number, turn: number): T[] {
  const step = Math.max(1, Math.min(many, items.length));
  return items.filter((_item, at) => at % step === turn % step);
}

/** What a viewer asks for of things that one without a stride asks for whole. */
export function shareOf<T>(items: readonly T[], stride = 1, turn = 0): readonly T[] {
  return stride > 1 ? everyOther(items, onePathOf.withStride, turn) : items;
}

/** The edges from the end of a path that are asked for, when it is somebody's turn. */
export function endsFor(turn: number): <T>(edges: T[]) => T[] {
  return (edges) => everyOther(edges, onePathOf.edgesAtEnds, turn);
}

/** The first thing of each type for each audience. */
export function oneOfEach(things: readonly Thing[]): Thing[] {
  const seen = new Set<string>();
  return things.filter(({ type, audience }) => {
    const key = `${type} ${audience}`;
    return !seen.has(key) && seen.add(key);
  });
}

export function oneOfEachType(things: readonly Thing[]): Thing[] {
  return [...new Map([...things].reverse().map((thing) => [thing.type, thing])).values()];
}

/** One thing, with everything that is selected of it. */
export function nodeQuestion(id: string, type: GraphQLObjectType, selection: string, path: string): Question {
  return {
    path: `${path} ${id}`,
    query: `query ($id: ID!) { node(id: $id) { __typename ... on ${type.name} ${selection} } }`,
    variables: { id },
  };
}

export function groupedBy<T>(items: readonly T[], nameOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return [...groups.values()];
}
