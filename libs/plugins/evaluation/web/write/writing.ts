/** What is being written in an evaluation, the input that it comes to, and what must be put right first. Pure. */
import type { Problem } from '@hub/core/web';
import type { EvaluationMethod, EvaluationVerdict, EvidenceStrength, UpdateEvaluationInput } from '@hub/graphql';
import {
  figureRowProblems,
  figureRowsOf,
  figuresOf,
  filledFigureRows,
  monthOf,
  monthParts,
  type FigureRow,
  type MonthParts,
} from '@hub/ui';
import type { EvaluationFieldsFragment } from '../evaluation-parts.generated';

/** The form: boxes hold text, whatever it is of. */
export interface EvaluationWriting {
  readonly title: string;
  readonly question: string;
  readonly methods: readonly EvaluationMethod[];
  readonly methodNote: string;
  readonly periodFrom: MonthParts;
  readonly periodTo: MonthParts;
  readonly findings: string;
  readonly verdict: EvaluationVerdict | null;
  readonly sureness: EvidenceStrength | null;
  readonly limitations: string;
  readonly figures: readonly FigureRow[];
  readonly funding: string;
}

export interface CorrectedWriting extends EvaluationWriting {
  /** What was put right, of one that others can read already. */
  readonly correction: string;
}

/** All that an evaluation says, as the hub keeps it. */
export type EvaluationContent = Required<Omit<EvaluationFieldsFragment, '__typename' | 'figures'>> & {
  readonly figures: readonly { readonly label: string; readonly value: number; readonly unit: string | null }[];
};

/** The boxes for what is kept. */
export function writingOf(kept: EvaluationContent): EvaluationWriting {
  const { title, question, methods, verdict, sureness } = kept;
  return {
    ...{ title, question, methods, verdict, sureness },
    methodNote: kept.methodNote ?? '',
    periodFrom: monthParts(kept.periodFrom),
    periodTo: monthParts(kept.periodTo),
    findings: kept.findings ?? '',
    limitations: kept.limitations ?? '',
    figures: figureRowsOf(kept.figures),
    funding: kept.funding ?? '',
  };
}

/** What the boxes come to, once there is nothing wrong with them. */
export function contentOf(writing: EvaluationWriting): EvaluationContent {
  const text = (written: string) => written.trim() || null;
  return {
    title: writing.title.trim(),
    question: writing.question.trim(),
    methods: [...writing.methods],
    methodNote: text(writing.methodNote),
    periodFrom: monthOf(writing.periodFrom) ?? null,
    periodTo: monthOf(writing.periodTo) ?? null,
    findings: text(writing.findings),
    verdict: writing.verdict,
    sureness: writing.sureness,
    limitations: text(writing.limitations),
    figures: figuresOf(filledFigureRows(writing.figures)),
    funding: text(writing.funding),
  };
}

/** What only the page can tell: boxes that are no month and no number. The rest is the hub's to say. */
export function writingProblem(writing: EvaluationWriting): Problem | null {
  const months = (['periodFrom', 'periodTo'] as const)
    .filter((path) => monthOf(writing[path]) === undefined)
    .map((path) => ({ path, message: 'Enter a month and a year, such as 4 2016' }));
  const fields = [...months, ...figureRowProblems(writing.figures)];
  if (fields.length === 0) return null;
  return {
    code: 'BAD_USER_INPUT',
    message: 'There is a problem with what you entered.',
    ...{ fields, retryAfter: null, extensions: {} },
  };
}

/** The input for the whole of it. */
export function inputOf(
  content: EvaluationContent,
): Omit<UpdateEvaluationInput, 'id' | 'expectedRevision' | 'clientMutationId'> {
  return { ...content, methods: [...content.methods], figures: [...content.figures] };
}
