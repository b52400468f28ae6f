/** Input for every operation, made from the schema: what each place takes by its type, and ids of nothing. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { argumentsOf } from './inputs';

/** Texts that a place takes, where any text would not do. */
const fitting: Readonly<Record<string, unknown>> = {
  ...{
    modelTypes: ['MCP'],
    codes: [],
    sectionKeys: ['how'],
    key: 'why',
    kind: 'USEFUL',
    code: 'MCP',
    site: 'site:network/never-was',
  },
  ...{ email: 'nobody@nowhere.nhs.uk', reason: 'To try whether it holds' },
};

/** The arguments that an operation must have, and with `all` those that it may have too. */
export function plainArguments(root: 'Query' | 'Mutation', name: string, all = false): Record<string, unknown> {
  return objectOf(argumentsOf(root, name), all);
}

/** A fitting value for each of these, by name; with `all` for those that may be left out too. */
export function objectOf(
  inputs: readonly (GraphQLArgument | GraphQLInputField)[],
  all = false,
): Record<string, unknown> {
  return Object.fromEntries(
    inputs
      .filter(
        (input) =>
          isNonNullType(input.type) || (all && !['clientMutationId', 'after', 'before', 'last'].includes(input.name)),
      )
      .map((input) => [input.name, valueOf(input.name, input.type, all)]),
  );
}

function valueOf(name: string, type: GraphQLInputType, all: boolean): unknown {
  if (isNonNullType(type)) return valueOf(name, type.ofType, all);
  const named = getNamedType(type);
  if (name in fitting && !isEnumType(named) && !isInputObjectType(named)) return fitting[name];
  if (isListType(type)) return [valueOf(name, type.ofType, all)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return objectOf(Object.values(type.getFields()), all);
  if (type.name === 'ID') return `${idKind(name)}never-was`;
  if (type.name === 'Int' || type.name === 'Float') return 1;
  if (type.name === 'Boolean') return true;
  return type.name === 'DateTime' ? '2016-03-05T10:00:00.000Z' : 'Words';
}

/** The beginning of an id that the place might take. */
function idKind(name: string): string {
  return name === 'member' ? 'member:network/' : 'site:network/';
}
