/** The rules of what people write in an evaluation: every problem is found before anything is changed. Pure. */
import slugify from '@sindresorhus/slugify';
import type { FieldProblem } from '@hub/core/server';
import type {
  EvaluationMethod,
  EvaluationVerdict,
  EvaluationWords,
  EvidenceStrength,
} from '@hub/plugins/evaluation/contract';
import type { FigureFact } from './evaluation.record';

/** What an input changes: absent fields stay, null clears. */
export interface EvaluationChanges {
  readonly title?: string | null;
  readonly question?: string | null;
  readonly methods?: readonly EvaluationMethod[] | null;
  readonly methodNote?: string | null;
  readonly periodFrom?: string | null;
  readonly periodTo?: string | null;
  readonly findings?: string | null;
  readonly verdict?: EvaluationVerdict | null;
  readonly sureness?: EvidenceStrength | null;
  readonly limitations?: string | null;
  readonly figures?: readonly (Omit<FigureFact, 'unit'> & { readonly unit?: string | null })[] | null;
  readonly funding?: string | null;
}

/** All that an evaluation says. */
export interface EvaluationText extends EvaluationWords {
  readonly methods: EvaluationMethod[];
  readonly figures: FigureFact[];
}

/** What it says after a change. */
export function changed(before: EvaluationText, changes: EvaluationChanges): EvaluationText {
  const text = (given: string | null | undefined, stands: string | null) =>
    given === undefined ? stands : given?.trim() || null;
  const { methods, figures } = changes;
  return {
    title: changes.title?.trim() ?? before.title,
    question: changes.question?.trim() ?? before.question,
    methods: methods === undefined ? before.methods : [...new Set(methods ?? [])],
    methodNote: text(changes.methodNote, before.methodNote),
    periodFrom: text(changes.periodFrom, before.periodFrom),
    periodTo: text(changes.periodTo, before.periodTo),
    findings: text(changes.findings, before.findings),
    verdict: changes.verdict === undefined ? before.verdict : changes.verdict,
    sureness: changes.sureness === undefined ? before.sureness : changes.sureness,
    limitations: text(changes.limitations, before.limitations),
    figures:
      figures === undefined
        ? before.figures
        : (figures ?? []).map(({ label, value, unit }) => ({ label, value, unit: unit ?? null })),
    funding: text(changes.funding, before.funding),
  };
}

/** A title and a question are there from the beginning. */
export function blankProblems({ title, question }: Pick<EvaluationText, 'title' | 'question'>): FieldProblem[] {
  return [
    ...(title ? [] : [{ path: 'input.title', message: 'Enter a title' }]),
    ...(question ? [] : [{ path: 'input.question', message: 'Say what you wanted to find out' }]),
  ];
}

/** What is wrong with the period, by the field that it is entered in. */
export function periodProblems({
  periodFrom,
  periodTo,
}: Pick<EvaluationText, 'periodFrom' | 'periodTo'>): FieldProblem[] {
  const malformed = Object.entries({ periodFrom, periodTo }).filter(([, month]) => month !== null && !isMonth(month));
  if (malformed.length > 0)
    return malformed.map(([field]) => ({
      path: `input.${field}`,
      message: 'Enter a year and a month, such as 2016-04',
    }));
  if (periodFrom !== null && periodTo !== null && periodFrom > periodTo)
    return [{ path: 'input.periodTo', message: 'The period ends before it begins. Check both months' }];
  return [];
}

function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

const longestName = 80;
/** Parts of addresses that are pages of their own. */
const pages = ['new'];

/** The name that a title asks for; still to be made unique. */
export function nameOfTitle(title: string): string {
  const slug = slugify(title, { decamelize: false }).slice(0, longestName).replace(/-+$/, '');
  return /^[a-z0-9]/.test(slug) ? slug : 'evaluation';
}

/** The wanted name, or the first of `name-2`, `name-3` and so on that is not taken. */
export function firstFree(wanted: string, taken: readonly string[]): string {
  const used = new Set([...pages, ...taken]);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? wanted : `${wanted}-${number}`;
    if (!used.has(candidate)) return candidate;
  }
}
