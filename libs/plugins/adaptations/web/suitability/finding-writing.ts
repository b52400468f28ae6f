/** What is being written about a finding, and the input that it comes to. Pure. */
import type { Problem } from '@hub/core/web';
import type { RecordSuitabilityInput, SuitabilityKind } from '@hub/graphql';
import { dayParts, momentOf, noDay, type DayParts } from './day';
import { figuresOf, filledRows, rowProblems, rowsOf, type FigureRow } from './figure-rows';

export interface FindingWriting {
  readonly kind: SuitabilityKind;
  readonly title: string;
  readonly finding: string;
  readonly supports: 'yes' | 'no' | 'unsure';
  readonly day: DayParts;
  readonly figures: readonly FigureRow[];
}

interface EarlierFinding {
  readonly kind: SuitabilityKind;
  readonly title: string;
  readonly finding: string;
  readonly supports: boolean | null;
  readonly happenedOn: string | null;
  readonly figures: readonly { readonly label: string; readonly value: number; readonly unit: string | null }[];
}

/** An empty form, or an earlier entry to correct. */
export function startingFinding(kind: SuitabilityKind, entry: EarlierFinding | null): FindingWriting {
  if (!entry) return { kind, title: '', finding: '', supports: 'unsure', day: noDay, figures: [] };
  const { title, finding, supports, happenedOn, figures } = entry;
  const judgement = supports ? 'yes' : 'no';
  return {
    kind: entry.kind,
    title,
    finding,
    supports: supports === null ? 'unsure' : judgement,
    day: dayParts(happenedOn),
    figures: rowsOf(figures),
  };
}

/** What must be put right before it is sent, or null. The hub checks all of it again. */
export function writingProblem({ title, finding, day, figures }: FindingWriting): Problem | null {
  const fields = [
    ...(title.trim() ? [] : [{ path: 'title', message: 'Enter a few words for what you did' }]),
    ...(finding.trim() ? [] : [{ path: 'finding', message: 'Enter what you found out. “Not finished” is an answer' }]),
    ...(momentOf(day) === undefined
      ? [{ path: 'happenedOn', message: 'Enter a date with a day, a month and a year, such as 8 6 2016' }]
      : []),
    ...rowProblems(figures),
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

/** The input for writing without problems. Empty rows of figures are left out. */
export function findingInput(
  adaptation: string,
  entry: string | null,
  { kind, title, finding, supports, day, figures }: FindingWriting,
): Omit<RecordSuitabilityInput, 'clientMutationId'> {
  return {
    adaptation,
    ...(entry ? { entry } : {}),
    kind,
    title: title.trim(),
    finding: finding.trim(),
    supports: supports === 'unsure' ? null : supports === 'yes',
    figures: figuresOf(filledRows(figures)),
    happenedOn: momentOf(day) ?? null,
  };
}
