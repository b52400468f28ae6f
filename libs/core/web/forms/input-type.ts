/** What the schema says of a mutation's input: whether it carries a request id, and how long its texts may be. */
import { Kind, type DocumentNode, type TypeNode } from 'graphql';
import { inputsWithMutationId, textLimits } from '@hub/graphql';
import { sentenceFor, type Problem } from '../apollo/errors';

/** The name of the type of the `input` variable; empty where a document has none. */
export function inputTypeOf(document: DocumentNode): string {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const variable = definition.variableDefinitions?.find((each) => each.variable.name.value === 'input');
    if (variable) return nameOfType(variable.type);
  }
  return '';
}

/** Whether inputs of this type take a `clientMutationId`. */
export function takesMutationId(inputType: string): boolean {
  return inputsWithMutationId.includes(inputType);
}

/** The problem with texts that are longer than the schema allows, or null. */
export function textsTooLong(inputType: string, input: object): Problem | null {
  const fields = tooLong(input, inputType, '');
  if (fields.length === 0) return null;
  return { code: 'BAD_USER_INPUT', message: sentenceFor('BAD_USER_INPUT'), fields, retryAfter: null, extensions: {} };
}

function tooLong(value: unknown, limitName: string, path: string): { path: string; message: string }[] {
  if (typeof value === 'string') {
    const max = (textLimits as Readonly<Record<string, number>>)[limitName];
    const isLonger = max !== undefined && value.length > max;
    return isLonger ? [{ path, message: `Use ${max} characters or fewer. There are ${value.length}` }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => tooLong(item, limitName, `${path}.${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    tooLong(item, `${limitName}.${key}`, path ? `${path}.${key}` : key),
  );
}

function nameOfType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOfType(type.type);
}
