/** What search can be narrowed by: one table, for the hits and for the counts of each filter. */
import { careModelRef } from '@hub/core/contract';

export interface Narrowing {
  /** The argument. */
  readonly name: string;
  readonly cast: string;
  readonly map?: (value: never) => unknown;
  /** Whether a document (alias `d`) with its directory entry (alias `e`) fits a value. */
  readonly fits: (d: string, e: string, value: string) => string;
  /** How hits are counted by it: its name in SearchFilter, and an SQL array of a hit's values. Days are not counted. */
  readonly counted?: { readonly filter: string; readonly values: (d: string, e: string) => string };
}

/** When it last changed or came to more. */
export const happenedAt = (d: string, e: string) => `coalesce(${d}.happened_at, ${e}.updated_at)`;

/** All but the one by kind, whose values depend on the list of plugins. */
export const narrowings: readonly Narrowing[] = [
  {
    name: 'modelTypes',
    cast: 'text[]',
    map: (codes: readonly string[]) => codes.map(careModelRef),
    fits: (_d, e, value) => `${e}.care_models && ${value}`,
    counted: {
      filter: 'MODEL_TYPE',
      values: (_d, e) => `ARRAY(SELECT upper(split_part(model, '/', 2)) FROM unnest(${e}.care_models) model)`,
    },
  },
  {
    name: 'stages',
    cast: 'text[]',
    fits: (d, _e, value) => `coalesce(${d}.stage = ANY(${value}), false)`,
    counted: { filter: 'STAGE', values: (d) => `array_remove(ARRAY[${d}.stage], NULL)` },
  },
  ...(['lessons', 'enablers'] as const).map((name) => ({
    name,
    cast: 'int[]',
    fits: (d: string, _e: string, value: string) => `${d}.${name} && ${value}`,
    counted: { filter: name.slice(0, -1).toUpperCase(), values: (d: string) => `${d}.${name}::text[]` },
  })),
  {
    name: 'tags',
    cast: 'text[]',
    map: (tags: readonly string[]) => tags.map((tag) => tag.trim().toLowerCase()),
    fits: (d, _e, value) => `${d}.tags && ${value}`,
    counted: { filter: 'TAG', values: (d) => `${d}.tags` },
  },
  { name: 'changedFrom', cast: 'timestamptz', fits: (d, e, value) => `${happenedAt(d, e)} >= ${value}` },
  { name: 'changedBefore', cast: 'timestamptz', fits: (d, e, value) => `${happenedAt(d, e)} < ${value}` },
];

/** A kind by its name among the search kinds, as the web names it too. */
export const byKind: Narrowing = {
  name: 'kinds',
  cast: 'text[]',
  fits: (d, _e, value) => `${kindName(d)} = ANY(${value})`,
  counted: { filter: 'KIND', values: (d) => `ARRAY[${kindName(d)}]` },
};

/** The kind of a document as SearchKind names it. */
export function kindName(d: string): string {
  return `upper(replace(${d}.kind, '-', '_'))`;
}
