/** The fields that an operation selects on a type, merged as the GraphQL specification says. */
import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { badInput } from '../graphql/errors';
import type { Arguments } from './run-context';

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variables: Arguments;
}

export interface SelectedField {
  /** The response key: the alias, or the name. */
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly parentType: GraphQLObjectType;
}

/** PostgreSQL cuts longer names, so a longer alias could not be told from another. */
const longestKey = 60;

/** What is selected below some field nodes on an object type, without `__typename`. */
export function selectedFields(
  operation: Operation,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): SelectedField[] {
  const collected = collectSubfields(operation.schema, operation.fragments, operation.variables, type, [...nodes]);
  const selected: SelectedField[] = [];
  for (const [key, group] of collected) {
    const [node] = group;
    const definition = node && type.getFields()[node.name.value];
    if (!node || !definition) continue;
    if (key.length > longestKey) throw badInput(key, `Use an alias of ${longestKey} characters or fewer`);
    selected.push({ key, nodes: group, node, definition, parentType: type });
  }
  return selected;
}

/** The object types that a value of this type can have. */
export function objectTypesOf(schema: GraphQLSchema, typeName: string): readonly GraphQLObjectType[] {
  const type = schema.getType(typeName);
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

/** The object type behind a field, through lists and non-null. Throws for leaves and abstract types. */
export function objectTypeOf(field: GraphQLField<unknown, unknown>): GraphQLObjectType {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`"${field.name}" is not of an object type.`);
  return type;
}
