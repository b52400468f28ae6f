/** What patients and families said, and what was compared: each belongs to one kind of finding. Pure. */
import type { FieldProblem } from '@hub/core/server';
import { isStatement, type SuitabilityKind } from '@hub/plugins/adaptations/contract';

interface Voices {
  readonly kind: SuitabilityKind;
  readonly statements?: readonly string[] | null;
  readonly compared?: readonly unknown[] | null;
}

/** One problem for each statement that nobody says of themselves, and for what another kind of finding keeps. */
export function voiceProblems({ kind, statements, compared }: Voices): FieldProblem[] {
  const problems: FieldProblem[] = (statements ?? []).flatMap((statement, at) =>
    isStatement(statement)
      ? []
      : [
          {
            path: `input.statements.${at}`,
            message: 'Begin it with I, my, we or our: it is what somebody says of themselves',
          },
        ],
  );
  if (compared?.length && kind !== 'CONTEXT_COMPARISON') {
    problems.push({ path: 'input.compared', message: 'Only a comparison of the two places keeps what differed' });
  }
  return problems;
}
