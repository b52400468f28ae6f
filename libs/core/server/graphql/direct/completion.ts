/**
 * Turns what a root field gave into its part of the answer, for a selection known beforehand: the same that graphql-js makes of it, or
 * nothing. Whatever is not plainly right (a null where none may be, a value of another type, an object that graphql-js would ask
 * further) is left to graphql-js, which knows what to say of it.
 */
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLEnumType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { Operation } from '../../read/selection';

/** Gives the completed value, or throws `NotPlain`. */
export type Completion = (value: unknown) => unknown;

/** Says that graphql-js must make this answer. */
export class NotPlain extends Error {}

/** How values of a field's type are completed. Throws `NotPlain` for types that graphql-js resolves in ways of their own. */
export function completionOf(operation: Operation, type: GraphQLOutputType, nodes: readonly FieldNode[]): Completion {
  if (isNonNullType(type)) return required(ofNullable(operation, type.ofType, nodes));
  const complete = ofNullable(operation, type, nodes);
  return (value) => (value === null || value === undefined ? null : complete(value));
}

type NullableType = Exclude<GraphQLOutputType, { kind: 'never' }>;

function ofNullable(operation: Operation, type: NullableType, nodes: readonly FieldNode[]): Completion {
  if (isListType(type)) return ofList(completionOf(operation, type.ofType, nodes));
  if (isObjectType(type)) return ofObject(operation, type, nodes);
  if (isAbstractType(type)) return ofAbstract(operation, type, nodes);
  return ofLeaf(type as GraphQLLeafType);
}

function required(complete: Completion): Completion {
  return (value) => {
    if (value === null || value === undefined) throw new NotPlain();
    return complete(value);
  };
}

function ofList(complete: Completion): Completion {
  return (value) => {
    if (!Array.isArray(value)) throw new NotPlain();
    return value.map(complete);
  };
}

function ofObject(operation: Operation, type: GraphQLObjectType, nodes: readonly FieldNode[]): Completion {
  if (type.isTypeOf) throw new NotPlain();
  const { schema, fragments, variables } = operation;
  const fields: [string, Completion][] = [];
  for (const [key, group] of collectSubfields(schema, fragments, variables, type, [...nodes])) {
    const name = group[0]?.name.value ?? '';
    const field = type.getFields()[name];
    if (name === '__typename') fields.push([key, () => type.name]);
    else if (field) fields.push([key, completionOf(operation, field.type, group)]);
  }
  return (value) => {
    const source = plainObject(value);
    const answer: Record<string, unknown> = {};
    for (const [key, complete] of fields) answer[key] = complete(source[key]);
    return answer;
  };
}

/** As graphql-js tells types apart where a schema says nothing of it: by `__typename`. */
function ofAbstract(operation: Operation, type: GraphQLAbstractType, nodes: readonly FieldNode[]): Completion {
  if (type.resolveType) throw new NotPlain();
  const known = new Map<unknown, Completion>();
  const completionFor = (name: unknown): Completion => {
    const named = typeof name === 'string' ? operation.schema.getType(name) : null;
    if (!isObjectType(named) || !operation.schema.isSubType(type, named)) throw new NotPlain();
    const made = ofObject(operation, named, nodes);
    known.set(name, made);
    return made;
  };
  return (value) => {
    const { __typename: name } = plainObject(value);
    return (known.get(name) ?? completionFor(name))(value);
  };
}

/** Not a promise, an error or anything else with a will of its own. */
function plainObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    throw new NotPlain();
  return value as Record<string, unknown>;
}

function ofLeaf(type: GraphQLLeafType): Completion {
  const isPlain = plainLeaves.get(type) ?? (isEnumType(type) ? isNameIn(type) : null);
  if (isPlain)
    return (value) => {
      if (!isPlain(value)) throw new NotPlain();
      return value;
    };
  return (value) => type.serialize(value) ?? null;
}

const isString = (value: unknown) => typeof value === 'string';

/** Values that serialise as what they are. */
const plainLeaves = new Map<GraphQLLeafType, (value: unknown) => boolean>([
  [GraphQLString, isString],
  [GraphQLID, isString],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value],
  [GraphQLFloat, (value) => typeof value === 'number' && Number.isFinite(value)],
]);

function isNameIn(type: GraphQLEnumType): (value: unknown) => boolean {
  const names = new Set(type.getValues().flatMap(({ name, value }) => (name === value ? [name] : [])));
  return (value) => names.has(value as string);
}
