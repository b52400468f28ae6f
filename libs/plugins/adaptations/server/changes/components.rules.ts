/** Which components of the source version a change is about, and what leaving out something core asks for. Pure. */
import type { FieldProblem } from '@hub/core/server';
import type { Component } from '@hub/plugins/interventions/contract';

interface TiedChange {
  readonly componentKeys: readonly string[];
  readonly leftOutKeys: readonly string[];
  readonly coreReason: string | null;
}

/** Whether something is left out without which the originator calls it another intervention. */
export function leavesOutCore(leftOutKeys: readonly string[], components: readonly Component[]): boolean {
  return components.some(({ key, core }) => core && leftOutKeys.includes(key));
}

/** One problem for each key that is no component of the source version, and one for something core without a reason. */
export function componentProblems(change: TiedChange, components: readonly Component[]): FieldProblem[] {
  const known = new Set(components.map(({ key }) => key));
  const unknown = (['componentKeys', 'leftOutKeys'] as const).flatMap((field) =>
    change[field].flatMap((key, at) =>
      known.has(key)
        ? []
        : [{ path: `input.${field}.${at}`, message: 'Choose a part of the version that you started from' }],
    ),
  );
  const needsReason = leavesOutCore(change.leftOutKeys, components) && change.coreReason === null;
  return needsReason
    ? [
        ...unknown,
        { path: 'input.coreReason', message: 'Say why you left out something core. The originator will read it' },
      ]
    : unknown;
}
