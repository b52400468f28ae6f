/** The composed schema serves at least the contract that clients are written against: every name, type and nullability. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  parse,
  print,
  visit,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

const contract = buildSchema(
  withConnections(readFileSync(path.join(import.meta.dirname, 'api-contract.graphql'), 'utf8')),
);
const composed = buildSchema(readFileSync(path.join(import.meta.dirname, '../../libs/graphql/schema.graphql'), 'utf8'));

it('everything in the contract is served as it says', () => {
  expect(differences(contract, composed)).toEqual([]);
});

it.each([
  ['a missing type', /type Site implements Node/, 'type Place implements Node'],
  ['a missing field', /unreadCount: Int!/, 'unread: Int!'],
  ['a changed type', /replyCount: Int!/, 'replyCount: Float!'],
  ['a changed nullability', /author: Member\b/, 'author: Member!'],
  ['a missing argument', /unreadOnly: Boolean = false,\s/, ''],
  ['a changed default', /depth: Int = 6/, 'depth: Int = 5'],
  ['a missing enum value', /enum Maturity \{\s*IDEA\s*TESTING/, 'enum Maturity { IDEA'],
  ['a new required input', /input ReactInput \{/, 'input ReactInput { why: String!'],
])('would notice %s', (_what, from, to) => {
  const source = withConnections(readFileSync(path.join(import.meta.dirname, 'api-contract.graphql'), 'utf8'));
  expect(source).toMatch(from);
  const changed = source.replace(from, to);

  const served = buildSchema(
    changed.includes('type Place') ? changed.replaceAll(/\bSite([!\]\s])/g, 'Place$1') : changed,
    { assumeValid: true },
  );

  expect(differences(contract, served)).not.toEqual([]);
});

/** The contract names connections without writing each out: `{ edges: [{ cursor, node }], pageInfo, totalCount }`. */
function withConnections(text: string): string {
  const document = parse(text);
  const defined = new Set(
    document.definitions.flatMap((definition) =>
      'name' in definition && definition.name ? [definition.name.value] : [],
    ),
  );
  const named = new Set<string>();
  visit(document, { NamedType: (node) => void named.add(node.name.value) });
  const missing = [...named]
    .filter((name) => name.endsWith('Connection') && !defined.has(name))
    .map((name) => name.replace(/Connection$/, ''));
  const types = missing.map(
    (node) =>
      `type ${node}Connection { edges: [${node}Edge!]! pageInfo: PageInfo! totalCount: Int! } type ${node}Edge { cursor: String! node: ${node}! }`,
  );
  return [text, ...types].join('\n');
}

function differences(floor: GraphQLSchema, served: GraphQLSchema): string[] {
  return Object.values(floor.getTypeMap())
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => differencesOfType(type, served.getType(type.name)));
}

function differencesOfType(want: GraphQLNamedType, got: GraphQLNamedType | undefined): string[] {
  if (!got) return [`${want.name} is missing`];
  if (isScalarType(want)) return isScalarType(got) ? [] : [`${want.name} is no scalar`];
  if (isEnumType(want))
    return isEnumType(got)
      ? missing(want.name, names(want.getValues()), names(got.getValues()))
      : [`${want.name} is no enum`];
  if (isUnionType(want))
    return isUnionType(got)
      ? missing(want.name, names(want.getTypes()), names(got.getTypes()))
      : [`${want.name} is no union`];
  if (isInputObjectType(want))
    return isInputObjectType(got)
      ? inputs(want.name, Object.values(want.getFields()), Object.values(got.getFields()))
      : [`${want.name} is no input`];
  if (isInterfaceType(want) && !isInterfaceType(got)) return [`${want.name} is no interface`];
  if (!isObjectType(got) && !isInterfaceType(got)) return [`${want.name} has no fields`];
  return [
    ...missing(want.name, names(want.getInterfaces()), names(got.getInterfaces())),
    ...Object.values(want.getFields()).flatMap((field) =>
      differencesOfField(`${want.name}.${field.name}`, field, got.getFields()[field.name]),
    ),
  ];
}

function differencesOfField(
  name: string,
  want: GraphQLField<unknown, unknown>,
  got: GraphQLField<unknown, unknown> | undefined,
): string[] {
  if (!got) return [`${name} is missing`];
  return [
    ...(String(want.type) === String(got.type) ? [] : [`${name} is ${got.type}, not ${want.type}`]),
    ...inputs(name, want.args, got.args),
  ];
}

type Input = GraphQLArgument | GraphQLInputField;

function inputs(owner: string, want: readonly Input[], got: readonly Input[]): string[] {
  const problems = want.flatMap((input) => {
    const name = `${owner}(${input.name})`;
    const same = got.find((other) => other.name === input.name);
    if (!same) return [`${name} is missing`];
    const type = String(input.type) === String(same.type) ? [] : [`${name} is ${same.type}, not ${input.type}`];
    return defaultOf(input) === defaultOf(same)
      ? type
      : [...type, `${name} defaults to ${defaultOf(same)}, not ${defaultOf(input)}`];
  });
  const required = got.filter(
    (input) =>
      String(input.type).endsWith('!') &&
      input.defaultValue === undefined &&
      !want.some((other) => other.name === input.name),
  );
  return [
    ...problems,
    ...required.map((input) => `${owner}(${input.name}) is required, which the contract does not know`),
  ];
}

function defaultOf(input: Input): string {
  const node = input.astNode?.defaultValue;
  return node ? print(node) : 'nothing';
}

function missing(owner: string, want: readonly string[], got: readonly string[]): string[] {
  return want.filter((name) => !got.includes(name)).map((name) => `${owner} lacks ${name}`);
}

function names(things: readonly { readonly name: string }[]): string[] {
  return things.map((thing) => thing.name);
}
