/** What an evaluation must say before others read it. Pure, so that the page and the hub ask for the same. */
import type { EvaluationMethod, EvaluationVerdict, EvidenceStrength } from './vocabulary';

/** Months are written 2016-04. */
export interface EvaluationWords {
  readonly title: string;
  readonly question: string;
  readonly methods: readonly EvaluationMethod[];
  readonly methodNote: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly findings: string | null;
  readonly verdict: EvaluationVerdict | null;
  readonly sureness: EvidenceStrength | null;
  readonly limitations: string | null;
  readonly funding: string | null;
}

export interface MissingPart {
  /** The field of the form that it is answered in. */
  readonly field: keyof EvaluationWords;
  readonly message: string;
}

/** One sentence for each thing that readers need and that it does not say yet, in the order of the form. */
export function missingFrom(written: EvaluationWords): MissingPart[] {
  return needed.filter(({ field }) => isEmpty(written[field]));
}

const needed: readonly MissingPart[] = [
  { field: 'question', message: 'Say what you wanted to find out' },
  { field: 'methods', message: 'Choose how it was done' },
  { field: 'methodNote', message: 'Say in a few words what was done' },
  { field: 'periodFrom', message: 'Enter the month in which the period begins' },
  { field: 'periodTo', message: 'Enter the month in which the period ends' },
  { field: 'findings', message: 'Write what was found' },
  { field: 'verdict', message: 'Choose what it says: worked, mixed, did not work, or too early to say' },
  { field: 'sureness', message: 'Choose how sure that is' },
  { field: 'limitations', message: 'Write what it cannot show' },
  { field: 'funding', message: 'Say who did it and who paid for it' },
];

function isEmpty(value: string | readonly string[] | null): boolean {
  return value === null || (typeof value === 'string' ? value.trim() === '' : value.length === 0);
}
