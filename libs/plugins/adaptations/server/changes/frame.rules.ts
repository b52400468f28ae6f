/** The rules of FRAME codes: which are known, how many an axis takes, and what they say. Pure. */
import type { FieldProblem } from '@hub/core/server';
import { frameCode } from '@hub/plugins/adaptations/contract';

export interface Coding {
  readonly codes: readonly string[];
  readonly planned: boolean | null;
  readonly fidelityConsistent: boolean | null;
}

export interface CodingInput {
  readonly codes: readonly string[];
  readonly planned?: boolean | null;
  readonly fidelityConsistent?: boolean | null;
}

/** What is wrong with a modification's codes and with what is stated beside them; empty when nothing is. */
export function codingProblems(input: CodingInput): FieldProblem[] {
  return [...codeProblems(input.codes), ...statementProblems(input)];
}

/**
 * The codes once each, with what they say of planning and fidelity. Where they do not say, what is stated now; where nothing is
 * stated, what was stated before (but not what earlier codes said).
 */
export function codingOf(input: CodingInput, before: Coding | null = null): Coding {
  const codes = [...new Set(input.codes)];
  const statedPlanned = before && saysPlanned(before.codes) === null ? before.planned : null;
  const statedFidelity = before && saysFidelity(before.codes) === null ? before.fidelityConsistent : null;
  const fidelity = saysFidelity(codes);
  return {
    codes,
    planned: saysPlanned(codes) ?? (input.planned === undefined ? statedPlanned : input.planned),
    fidelityConsistent:
      fidelity === 'unknown'
        ? null
        : (fidelity ?? (input.fidelityConsistent === undefined ? statedFidelity : input.fidelityConsistent)),
  };
}

/** Whether the codes say that the change was planned; null when they do not say. */
export function saysPlanned(codes: readonly string[]): boolean | null {
  const value = valuesOn('planning', codes)[0];
  if (!value) return null;
  return value !== 'unplanned_reactive';
}

/** Whether the codes say that the core parts are intact; null when they do not say, `unknown` when they say nobody knows. */
export function saysFidelity(codes: readonly string[]): boolean | 'unknown' | null {
  const value = valuesOn('fidelity', codes)[0];
  if (!value) return null;
  return value === 'unknown' ? 'unknown' : value === 'consistent';
}

function codeProblems(codes: readonly string[]): FieldProblem[] {
  const firstOnAxis = new Map<string, string>();
  const deciders = valuesOn('decided_by', codes);
  return codes.flatMap((code, at): FieldProblem[] => {
    const path = `input.codes.${at}`;
    const known = frameCode(code);
    if (!known) return [{ path, message: `"${code}" is not a code of FRAME. Choose one from the list` }];
    const first = firstOnAxis.get(known.axis.id) ?? code;
    firstOnAxis.set(known.axis.id, first);
    if (known.axis.choose === 'one' && first !== code) {
      return [{ path, message: `"${known.axis.question}" takes one answer. Remove ${first} or ${code}` }];
    }
    if (known.axis.id === 'final_decision_by' && deciders.length > 0 && !deciders.includes(known.value.id)) {
      return [{ path, message: 'Whoever had the final say must be among those who took part in the decision' }];
    }
    return [];
  });
}

function statementProblems({ codes, planned, fidelityConsistent }: CodingInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const byCodes = saysPlanned(codes);
  if (typeof planned === 'boolean' && byCodes !== null && byCodes !== planned) {
    const message = `The codes say that it was ${byCodes ? 'planned' : 'not planned'}. Change one of the two`;
    problems.push({ path: 'input.planned', message });
  }
  const fidelity = saysFidelity(codes);
  if (typeof fidelityConsistent === 'boolean' && fidelity !== null && fidelity !== fidelityConsistent) {
    const message = `The codes ${fidelityWords(fidelity)}. Change one of the two`;
    problems.push({ path: 'input.fidelityConsistent', message });
  }
  return problems;
}

function fidelityWords(fidelity: boolean | 'unknown'): string {
  if (fidelity === 'unknown') return 'say that nobody knows whether its core parts are intact';
  return fidelity ? 'say that its core parts are kept' : 'say that a core part was changed';
}

function valuesOn(axis: string, codes: readonly string[]): string[] {
  return codes.flatMap((code) => {
    const known = frameCode(code);
    return known?.axis.id === axis ? [known.value.id] : [];
  });
}
