/** One or two questions from the lessons of the programme, for each way of finding out whether an intervention fits. */
import lessonsReference from '@hub/core/contract/reference/lessons.json' with { type: 'json' };
import type { SuitabilityKind } from '@hub/graphql';

/** Number of the lesson, and which of its questions. */
const chosen = {
  CONTEXT_COMPARISON: [[6, 0]],
  DATA_AUDIT: [
    [6, 1],
    [1, 2],
  ],
  STAKEHOLDER_EVENT: [
    [6, 2],
    [2, 1],
  ],
  PATIENT_VOICE: [[1, 3]],
  OTHER: [[5, 1]],
} as const satisfies Record<SuitabilityKind, readonly (readonly [lesson: number, prompt: number])[]>;

/** The questions as text, in the lessons' own words. */
export function promptsFor(kind: SuitabilityKind): string[] {
  return chosen[kind].flatMap(
    ([lesson, prompt]) => lessonsReference.lessons.find(({ number }) => number === lesson)?.prompts[prompt] ?? [],
  );
}
