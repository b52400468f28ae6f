/** The rules of the patient-data guard with the list of texts that it reads: fetched when the first form is sent. */
import { patientDetailsIn, type PatientDetail } from '@hub/core/contract';
import { guardedTexts } from '@hub/graphql';

export interface FoundDetail {
  /** Stays the same while other things in the text change. */
  readonly key: string;
  /** Where it stands, without the leading `input.`. */
  readonly path: string;
  readonly kind: PatientDetail;
  readonly nth: number;
  /** The found words, as they are written each time; none where only the hub saw it. */
  readonly words: readonly string[];
}

/** What in an input looks like a detail of a patient. */
export function detailsInInput(inputType: string, input: object): FoundDetail[] {
  return textsIn(input, inputType, '').flatMap(({ path, text }) =>
    patientDetailsIn(text).map(({ kind, nth, spans }) => {
      const words = [...new Set(spans.map(({ start, end }) => text.slice(start, end)))];
      return { key: [path, kind, ...words].join(' '), path, kind, nth, words };
    }),
  );
}

/** The kinds of detail in one text. */
export function kindsIn(text: string): PatientDetail[] {
  return patientDetailsIn(text).map(({ kind }) => kind);
}

function textsIn(value: unknown, name: string, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return guardedTexts.includes(name) ? [{ path, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, name, `${path}.${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, `${name}.${key}`, path ? `${path}.${key}` : key));
}
