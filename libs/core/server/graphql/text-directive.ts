/** What `@text` says of an input. */
import type { TextKind } from '@hub/core/contract';
import type { GraphQLArgument, GraphQLInputField } from 'graphql';

export type Input = GraphQLArgument | GraphQLInputField;

export interface TextRules {
  readonly max: number;
  readonly blank: boolean;
  readonly kind: TextKind;
  /** Whether the patient-data guard reads it; null where nothing is said. */
  readonly guarded: boolean | null;
}

const known = new WeakMap<Input, TextRules | null>();

/** Null where an input has no `@text`. */
export function textRulesOf(input: Input): TextRules | null {
  const found = known.get(input);
  if (found !== undefined) return found;
  const rules = read(input);
  known.set(input, rules);
  return rules;
}

function read(input: Input): TextRules | null {
  const node = input.astNode?.directives?.find((directive) => directive.name.value === 'text');
  if (!node) return null;
  const values = Object.fromEntries(
    (node.arguments ?? []).map((arg) => [arg.name.value, 'value' in arg.value ? arg.value.value : null]),
  );
  const guarded = typeof values.guarded === 'boolean' ? values.guarded : null;
  return { max: Number(values.max), blank: values.blank === true, kind: (values.kind ?? 'TEXT') as TextKind, guarded };
}
