/** The rules of components: how what people send becomes a list, and what a version needs to know of each. */
import { randomUUID } from 'node:crypto';
import type { FieldProblem } from '@hub/core/server';
import type { Component } from '@hub/plugins/interventions/contract';
import type { ComponentInput } from '../writing/intervention.input';

/** The list as it is kept: texts trimmed, blank ones nothing, a key for each that has none. */
export function componentsOf(inputs: readonly ComponentInput[]): Component[] {
  return inputs.map(({ key, name, description, core, reason }) => ({
    key: key ?? randomUUID(),
    name: name.trim(),
    description: textOrNull(description),
    core,
    reason: textOrNull(reason),
  }));
}

/** A key that stands twice or is no key, each with the path of its field. */
export function problemsOfComponents(inputs: readonly ComponentInput[]): FieldProblem[] {
  return inputs.flatMap(({ key, name }, at) => {
    const path = `input.components.${at}.key`;
    if (typeof key !== 'string') return [];
    if (!plainKey.test(key)) return [{ path, message: `The key of “${name}” may hold letters, digits, - and _ alone` }];
    const first = inputs.findIndex((input) => input.key === key);
    return first < at ? [{ path, message: `“${name}” has the key of another component. Send each once` }] : [];
  });
}

/** One problem for each component that does not say why it is core, or why it may be adapted. */
export function missingReasons(components: readonly Component[]): FieldProblem[] {
  return components.flatMap(({ key, name, core, reason }) =>
    reason
      ? []
      : [
          {
            path: `components.${key}`,
            message: `Say why “${name}” ${core ? 'is core' : 'may be adapted'} before you publish`,
          },
        ],
  );
}

const plainKey = /^[\w-]{1,40}$/;

function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
