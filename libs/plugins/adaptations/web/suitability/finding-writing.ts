/** What is being written about a finding, and the input that it comes to. Pure. */
import type { Problem } from '@hub/core/web';
import type { RecordSuitabilityInput, SuitabilityKind } from '@hub/graphql';
import { isStatement } from '@hub/plugins/adaptations/contract';
import {
  dayParts,
  figureRowProblems,
  figureRowsOf,
  figuresOf,
  filledFigureRows,
  momentOf,
  noDay,
  type DayParts,
  type FigureRow,
} from '@hub/ui';

export interface FindingWriting {
  readonly kind: SuitabilityKind;
  readonly title: string;
  readonly finding: string;
  readonly supports: 'yes' | 'no' | 'unsure';
  readonly day: DayParts;
  readonly figures: readonly FigureRow[];
  readonly statements: readonly string[];
  /** The names of the differences between the two places that matter. */
  readonly matters: readonly string[];
}

interface EarlierFinding {
  readonly kind: SuitabilityKind;
  readonly title: string;
  readonly finding: string;
  readonly supports: boolean | null;
  readonly happenedOn: string | null;
  readonly figures: readonly { readonly label: string; readonly value: number; readonly unit: string | null }[];
  readonly statements: readonly string[];
  readonly compared: readonly { readonly name: string; readonly matters: boolean }[];
}

/** An empty form, or an earlier entry to correct. */
export function startingFinding(kind: SuitabilityKind, entry: EarlierFinding | null): FindingWriting {
  if (!entry) {
    const title = kind === 'CONTEXT_COMPARISON' ? 'The two places' : '';
    return { kind, title, finding: '', supports: 'unsure', day: noDay, figures: [], statements: [], matters: [] };
  }
  const { title, finding, supports, happenedOn, figures, statements, compared } = entry;
  const judgement = supports ? 'yes' : 'no';
  return {
    kind: entry.kind,
    title,
    finding,
    supports: supports === null ? 'unsure' : judgement,
    day: dayParts(happenedOn),
    figures: figureRowsOf(figures),
    statements,
    matters: compared.filter(({ matters }) => matters).map(({ name }) => name),
  };
}

/**
 * What the form asks beside the finding itself. A new comparison names itself and has no day of its own; figures belong to data.
 * Whatever has been filled in, or is being corrected, is asked.
 */
export function questionsFor(
  { kind, figures }: Pick<FindingWriting, 'kind' | 'figures'>,
  corrects: boolean,
): { readonly title: boolean; readonly day: boolean; readonly figures: boolean } {
  const compares = kind === 'CONTEXT_COMPARISON';
  return {
    title: corrects || !compares,
    day: corrects || !compares,
    figures: figures.length > 0 || !['CONTEXT_COMPARISON', 'PATIENT_VOICE'].includes(kind),
  };
}

/** What must be put right before it is sent, or null. The hub checks all of it again. */
export function writingProblem({ title, finding, day, figures, statements }: FindingWriting): Problem | null {
  const fields = [
    ...(title.trim() ? [] : [{ path: 'title', message: 'Enter a few words for what you did' }]),
    ...(finding.trim() ? [] : [{ path: 'finding', message: 'Enter what you found out. “Not finished” is an answer' }]),
    ...(momentOf(day) === undefined
      ? [{ path: 'happenedOn', message: 'Enter a date with a day, a month and a year, such as 8 6 2016' }]
      : []),
    ...statements.flatMap((statement, index) =>
      !statement.trim() || isStatement(statement)
        ? []
        : [{ path: `statements.${index}`, message: `Begin statement ${index + 1} with I, my, we or our` }],
    ),
    ...figureRowProblems(figures),
  ];
  if (fields.length === 0) return null;
  return {
    code: 'BAD_USER_INPUT',
    message: 'There is a problem with what you entered.',
    fields,
    retryAfter: null,
    extensions: {},
  };
}

/** The input for writing without problems. Empty rows and statements are left out; only a comparison says what matters, of what differs. */
export function findingInput(
  adaptation: string,
  entry: string | null,
  { kind, title, finding, supports, day, figures, statements, matters }: FindingWriting,
  differing: readonly string[] = [],
): Omit<RecordSuitabilityInput, 'clientMutationId'> {
  return {
    adaptation,
    ...(entry ? { entry } : {}),
    kind,
    title: title.trim(),
    finding: finding.trim(),
    supports: supports === 'unsure' ? null : supports === 'yes',
    figures: figuresOf(filledFigureRows(figures)),
    statements: statements.map((statement) => statement.trim()).filter((statement) => statement !== ''),
    matters: kind === 'CONTEXT_COMPARISON' ? matters.filter((name) => differing.includes(name)) : [],
    happenedOn: momentOf(day) ?? null,
  };
}
