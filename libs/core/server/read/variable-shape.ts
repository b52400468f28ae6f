/** The shape of an operation's variables: what of them a compiled statement depends on, and nothing more. */
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLResolveInfo,
} from 'graphql';

/** A text that is equal exactly when the same compiled statements fit: presence of values, and which enums and booleans. */
export function shapeOfVariables(info: Pick<GraphQLResolveInfo, 'operation' | 'schema' | 'variableValues'>): string {
  const { schema, variableValues } = info;
  return (info.operation.variableDefinitions ?? [])
    .map(({ variable, type }) => {
      const inputType = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]) as GraphQLInputType | undefined;
      return inputType ? shapeOf(variableValues[variable.name.value], inputType) : '?';
    })
    .join(',');
}

function shapeOf(value: unknown, type: GraphQLInputType): string {
  if (value === null || value === undefined) return '-';
  if (isNonNullType(type)) return shapeOf(value, type.ofType);
  if (isListType(type)) return '+';
  if (isEnumType(type) || typeof value === 'boolean') return String(value);
  if (isInputObjectType(type)) return `{${shapeOfInput(value as Record<string, unknown>, type)}}`;
  return '+';
}

function shapeOfInput(value: Record<string, unknown>, type: GraphQLInputType): string {
  if (!isInputObjectType(type)) return '';
  return Object.values(type.getFields())
    .map((field) => shapeOf(value[field.name], field.type))
    .join('');
}
