/** Lessons and enablers of the publications, as inputs name them: by number. Pure. */
import enablers from '@hub/core/contract/reference/enablers.json' with { type: 'json' };
import lessons from '@hub/core/contract/reference/lessons.json' with { type: 'json' };
import type { FieldProblem } from '../graphql/errors';

export interface LessonsAndEnablers {
  readonly lessons?: readonly number[] | null;
  readonly enablers?: readonly number[] | null;
}

/** A problem, in these words, for each number below `input` that no lesson or enabler has. */
export function unknownLessonsAndEnablers(
  input: LessonsAndEnablers,
  words: (noun: string, number: number) => string,
): FieldProblem[] {
  const unknown = (name: keyof LessonsAndEnablers, known: readonly { readonly number: number }[], noun: string) =>
    (input[name] ?? []).flatMap((number, at) =>
      known.some((each) => each.number === number)
        ? []
        : [{ path: `input.${name}.${at}`, message: words(noun, number) }],
    );
  return [...unknown('lessons', lessons.lessons, 'lesson'), ...unknown('enablers', enablers.enablers, 'enabler')];
}

/** As they are kept: each once, the lowest first. What the input does not name is left out. */
export function lessonsAndEnablersIn(input: LessonsAndEnablers): { lessons?: number[]; enablers?: number[] } {
  return {
    ...(input.lessons ? { lessons: inOrder(input.lessons) } : {}),
    ...(input.enablers ? { enablers: inOrder(input.enablers) } : {}),
  };
}

function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}
