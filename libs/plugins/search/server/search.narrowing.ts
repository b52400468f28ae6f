/** What search can be narrowed by: one table, for the hits and for the counts of each filter. */
import { careModelRef } from '@hub/core/contract';

export interface Narrowing {
  /** The argument. */
  readonly name: string;
  readonly cast: string;
  readonly map?: (value: never) => unknown;
  /** Whether a document (alias `d`) fits a value. */
  readonly fits: (d: string, value: string) => string;
  /** How hits are counted by it: its name in SearchFilter, and an SQL array of a hit's values. Days are not counted. */
  readonly counted?: { readonly filter: string; readonly values: (d: string) => string };
}

/** When it last came to more, or changed, as it was when the document was made. Indexes have it so. */
export const happenedAt = (d: string) => `coalesce(${d}.happened_at, ${d}.changed_at)`;

/** The kind of a document as SearchKind names it, and the other way round. */
export const kindName = (d: string): string => `upper(replace(${d}.kind, '-', '_'))`;
const kindOf = (name: string): string => name.toLowerCase().replaceAll('_', '-');

export const byKind: Narrowing = {
  name: 'kinds',
  cast: 'text[]',
  map: (names: readonly string[]) => names.map(kindOf),
  fits: (d, value) => `${d}.kind = ANY(${value})`,
  counted: { filter: 'KIND', values: (d) => `ARRAY[${kindName(d)}]` },
};

export const narrowings: readonly Narrowing[] = [
  byKind,
  {
    name: 'modelTypes',
    cast: 'text[]',
    map: (codes: readonly string[]) => codes.map(careModelRef),
    fits: (d, value) => `${d}.care_models && ${value}`,
    counted: {
      filter: 'MODEL_TYPE',
      values: (d) => `ARRAY(SELECT upper(split_part(model, '/', 2)) FROM unnest(${d}.care_models) model)`,
    },
  },
  {
    name: 'stages',
    cast: 'text[]',
    fits: (d, value) => `coalesce(${d}.stage = ANY(${value}), false)`,
    counted: { filter: 'STAGE', values: (d) => `array_remove(ARRAY[${d}.stage], NULL)` },
  },
  ...(['lessons', 'enablers'] as const).map((name) => ({
    name,
    cast: 'int[]',
    fits: (d: string, value: string) => `${d}.${name} && ${value}`,
    counted: { filter: name.slice(0, -1).toUpperCase(), values: (d: string) => `${d}.${name}::text[]` },
  })),
  {
    name: 'tags',
    cast: 'text[]',
    map: (tags: readonly string[]) => tags.map((tag) => tag.trim().toLowerCase()),
    fits: (d, value) => `${d}.tags && ${value}`,
    counted: { filter: 'TAG', values: (d) => `${d}.tags` },
  },
  { name: 'changedFrom', cast: 'timestamptz', fits: (d, value) => `${happenedAt(d)} >= ${value}` },
  { name: 'changedBefore', cast: 'timestamptz', fits: (d, value) => `${happenedAt(d)} < ${value}` },
];
