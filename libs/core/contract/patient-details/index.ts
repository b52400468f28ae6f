/**
 * The patient-data guard: what in a text looks like a detail of a patient. Pure; the browser asks before it sends, the server before it
 * takes. It helps people notice; it cannot promise that a text without findings says nothing of a patient.
 */
import { birthDatesIn } from './birth-date';
import { hospitalNumbersIn } from './hospital-number';
import { nhsNumbersIn, type Span } from './nhs-number';
import { postcodesIn } from './postcode';
import { folded } from './text-folding';
import type { PatientDetail } from './words';

export * from './words';

/** One thing found in one text, wherever it stands there. */
export interface PatientFinding {
  readonly kind: PatientDetail;
  /** Which of its kind in this text, from 1: findings are told apart without being repeated. */
  readonly nth: number;
  /** Where it stands, each time. */
  readonly spans: readonly Span[];
}

const finders: readonly (readonly [PatientDetail, (text: string) => Span[]])[] = [
  ['NHS_NUMBER', nhsNumbersIn],
  ['DATE_OF_BIRTH', birthDatesIn],
  ['POSTCODE', postcodesIn],
  ['HOSPITAL_NUMBER', hospitalNumbersIn],
];

/** Everything in a text that looks like a detail of a patient, kind by kind in the order in which it stands. */
export function patientDetailsIn(text: string): readonly PatientFinding[] {
  const plain = folded(text);
  return finders.flatMap(([kind, find]) => {
    const bySigns = new Map<string, Span[]>();
    for (const found of find(plain)) {
      const span = wholeSigns(text, found);
      const signs = plain
        .slice(span.start, span.end)
        .replace(/[^a-z0-9]/gi, '')
        .toUpperCase();
      bySigns.set(signs, [...(bySigns.get(signs) ?? []), span]);
    }
    return [...bySigns.values()].map((spans, index) => ({ kind, nth: index + 1, spans }));
  });
}

/** A sign of two units is not cut in half. */
function wholeSigns(text: string, { start, end }: Span): Span {
  return { start, end: /^[\udc00-\udfff]/.test(text.slice(end, end + 1)) ? end + 1 : end };
}
