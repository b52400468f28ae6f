/** What a comparison of two places keeps: the values of that day, and which of them matter. Pure. */
import type { FieldProblem } from '@hub/core/server';
import type { PlaceRow } from '@hub/plugins/adaptations/contract';
import type { ContextDifference } from './findings.records';

/** One problem for each name that is none of the differences. */
export function mattersProblems(names: readonly string[], rows: readonly PlaceRow[]): FieldProblem[] {
  return names.flatMap((name, at) =>
    rows.some((row) => row.name === name)
      ? []
      : [{ path: `input.matters.${at}`, message: 'The two sites do not differ in this. Compare them again' }],
  );
}

/** The differences, each with whether it matters. */
export function keptDifferences(rows: readonly PlaceRow[], names: readonly string[]): ContextDifference[] {
  return rows.map(({ name, there, here }) => ({ name, there, here, matters: names.includes(name) }));
}

/** The names of those that were said to matter. */
export function namesThatMatter(compared: readonly ContextDifference[]): string[] {
  return compared.filter(({ matters }) => matters).map(({ name }) => name);
}
