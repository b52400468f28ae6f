/** Which sections a change is about: TIDieR keys and nothing else. Pure. */
import type { FieldProblem } from '@hub/core/server';
import { isSectionKey } from '@hub/plugins/interventions/contract';

/** One problem for each key that is not a section's. */
export function sectionKeyProblems(keys: readonly string[]): FieldProblem[] {
  return keys.flatMap((key, at) =>
    isSectionKey(key)
      ? []
      : [{ path: `input.sectionKeys.${at}`, message: `"${key}" is not a section. Choose one from the list` }],
  );
}
