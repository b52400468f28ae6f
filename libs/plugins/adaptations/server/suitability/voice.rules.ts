/** What patients and families said, in their own words. Pure. */
import type { FieldProblem } from '@hub/core/server';
import { isStatement } from '@hub/plugins/adaptations/contract';

/** One problem for each statement that nobody says of themselves. */
export function voiceProblems(statements: readonly string[]): FieldProblem[] {
  return statements.flatMap((statement, at) =>
    isStatement(statement)
      ? []
      : [
          {
            path: `input.statements.${at}`,
            message: 'Begin it with I, my, we or our: it is what somebody says of themselves',
          },
        ],
  );
}
