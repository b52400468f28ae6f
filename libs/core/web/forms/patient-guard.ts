/** The patient-data guard at the keyboard: what is about to be sent is read first, and waits until each finding is cut out or explained. */
import { useRef, useState } from 'react';
import { patientDetailSentence, type PatientDetail } from '@hub/core/contract';
import type { Problem } from '../apollo/errors';
import type { FoundDetail } from './patient-rules';

export interface SuspectedDetails {
  readonly found: readonly FoundDetail[];
  /** Why each is no patient's, by key. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly explain: (key: string, because: string) => void;
}

/** An input that may be sent, with the reasons that were given; or the problem with what is not explained. */
export type Read = { readonly problem: Problem } | { readonly problem: null; readonly input: object };

/** The name of the box for the reason of a finding, by its place among them. */
export function reasonField(index: number): string {
  return `notPatientDetails.${index}.because`;
}

/** What one form knows of its findings, from the first press of its button until it is accepted. */
export function usePatientGuard(inputType: string) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const known = useRef<Known>({ reasons, shown: [], told: [] });
  known.current.reasons = reasons;
  const reasonOf = ({ key }: FoundDetail) => known.current.reasons[key]?.trim() ?? '';

  return {
    /** Reads an input. Where the rules cannot be fetched, the hub reads it alone. */
    read: async (input: object): Promise<Read> => {
      const rules = await import('./patient-rules').catch(() => null);
      const own = rules?.detailsInInput(inputType, input) ?? [];
      const found = [...own, ...known.current.told.filter((each) => !own.some((other) => isSameFinding(each, other)))];
      known.current.shown = found;
      const fields = found.flatMap((each, index) => [
        ...(reasonOf(each) === '' ? [fieldOf(each.path, each.kind)] : []),
        ...(rules?.kindsIn(reasonOf(each)) ?? []).map((kind) => fieldOf(reasonField(index), kind)),
      ]);
      if (fields.length > 0) return { problem: suspicion(saidOnce(fields)) };
      const words = found.map((each) => statementOf(each, reasonOf(each)));
      return { problem: null, input: words.length === 0 ? input : { ...input, notPatientDetails: words } };
    },
    /** Keeps what the hub saw and this page did not, so that it can be explained too. */
    remembering: (problem: Problem): Problem => {
      if (problem.code !== 'PII_SUSPECTED') return problem;
      const told = toldIn(problem.extensions['findings']);
      known.current = { ...known.current, told, shown: told };
      return problem;
    },
    withDetails: (problem: Problem | null): Problem | null => {
      if (problem?.code !== 'PII_SUSPECTED') return problem;
      const explain = (key: string, because: string) => setReasons((before) => ({ ...before, [key]: because }));
      return { ...problem, suspected: { found: known.current.shown, reasons, explain } };
    },
    forget: () => {
      known.current = { ...known.current, shown: [], told: [] };
      setReasons({});
    },
  };
}

interface Known {
  reasons: Readonly<Record<string, string>>;
  /** What the page shows. */
  shown: readonly FoundDetail[];
  /** What the hub said. */
  readonly told: readonly FoundDetail[];
}

function statementOf({ path, kind, nth }: FoundDetail, because: string): object {
  return { path: `input.${path}`, kind, nth, because };
}

function suspicion(fields: Problem['fields']): Problem {
  return { code: 'PII_SUSPECTED', message: fields[0]?.message ?? '', fields, retryAfter: null, extensions: {} };
}

/** Two numbers in one box are one sentence about it. */
function saidOnce(fields: Problem['fields']): Problem['fields'] {
  return fields.filter(
    ({ path, message }, at) => fields.findIndex((other) => other.path === path && other.message === message) === at,
  );
}

function fieldOf(path: string, kind: PatientDetail): { path: string; message: string } {
  return { path, message: patientDetailSentence(kind) };
}

function isSameFinding(one: FoundDetail, other: FoundDetail): boolean {
  return one.path === other.path && one.kind === other.kind && one.nth === other.nth;
}

function toldIn(findings: unknown): FoundDetail[] {
  if (!Array.isArray(findings)) return [];
  return (findings as { path: string; kind: PatientDetail; nth: number }[]).map(({ path, kind, nth }) => {
    const place = path.replace(/^input\./, '');
    return { key: `${place} ${kind} ${nth}`, path: place, kind, nth, words: [] };
  });
}
