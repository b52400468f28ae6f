/** Every place of the composed schema that takes a value from outside: what the bad-input test puts its bad values into. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';

export const schema = buildSchema(
  readFileSync(path.join(import.meta.dirname, '../../../libs/graphql/schema.graphql'), 'utf8'),
);

/** One value that a client may send, such as `input.sections.0.body`. */
export interface Leaf {
  readonly path: string;
  /** The name of the scalar or enum. */
  readonly type: string;
  readonly required: boolean;
  readonly inList: boolean;
  /** From `@text(max:)`; null for what is not text that people write. */
  readonly longest: number | null;
}

/** The arguments of a root field, as `name: type` pairs for the head of an operation. */
export function argumentsOf(root: 'Query' | 'Mutation', name: string): readonly GraphQLArgument[] {
  return rootFields(root)[name]?.args ?? [];
}

/** The names of all queries or mutations. */
export function operationsOf(root: 'Query' | 'Mutation'): string[] {
  return Object.keys(rootFields(root));
}

/** The names of the operations that the contract promises. */
export function operationsOfTheContract(...roots: readonly ('Query' | 'Mutation' | 'Subscription')[]): string[] {
  const contract = readFileSync(path.join(import.meta.dirname, '../api-contract.graphql'), 'utf8');
  return parse(contract).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && roots.some((root) => root === definition.name.value)
      ? (definition.fields ?? []).map((field) => field.name.value)
      : [],
  );
}

/** The names of the object types that the contract promises. */
export function typesOfTheContract(): string[] {
  const contract = readFileSync(path.join(import.meta.dirname, '../api-contract.graphql'), 'utf8');
  return parse(contract).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition.name.value] : [],
  );
}

/** The operation that runs one root field with all its arguments as variables. */
export function documentOf(root: 'Query' | 'Mutation', name: string): string {
  const args = argumentsOf(root, name);
  const head = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const type = rootFields(root)[name]?.type;
  const selection = type && isLeafType(getNamedType(type)) ? '' : ' { __typename }';
  return `${root.toLowerCase()}${head ? ` (${head})` : ''} { ${name}${given ? `(${given})` : ''}${selection} }`;
}

function rootFields(root: 'Query' | 'Mutation') {
  const type = schema.getType(root);
  return isObjectType(type) ? type.getFields() : {};
}

/** Every leaf below some arguments. */
export function leavesOf(inputs: readonly (GraphQLArgument | GraphQLInputField)[], above = ''): Leaf[] {
  return inputs.flatMap((input) => {
    const place = above ? `${above}.${input.name}` : input.name;
    const list = isListType(nullable(input.type));
    const named = getNamedType(input.type);
    const below = list ? `${place}.0` : place;
    if (isInputObjectType(named)) return leavesOf(fieldsTried(named), below);
    return [
      { path: below, type: named.name, required: isNonNullType(input.type), inList: list, longest: longestOf(input) },
    ];
  });
}

/** Core adds the same list to every input whose texts it guards: it is tried in one of them. */
function fieldsTried(type: GraphQLInputObjectType): GraphQLInputField[] {
  return Object.values(type.getFields()).filter(
    (field) => getNamedType(field.type).name !== 'NotPatientDetailInput' || type.name === 'StartThreadInput',
  );
}

/** A place for a value in an argument of a field below the root. */
export interface NestedArgument {
  readonly owner: string;
  readonly field: string;
  readonly argument: GraphQLArgument;
  readonly leaf: Leaf;
  /** What the field cannot do without, this one perhaps among it. */
  readonly needed: readonly GraphQLArgument[];
}

/** Every argument of a field that is no root field, by the type it belongs to. */
export function nestedArguments(): NestedArgument[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || /^(__|Query$|Mutation$|Subscription$)/.test(type.name)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) => {
      const needed = args.filter((arg) => isNonNullType(arg.type));
      return args.flatMap((argument) =>
        leavesOf([argument]).map((leaf) => ({ owner: type.name, field: name, argument, leaf, needed })),
      );
    });
  });
}

function nullable(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) ? type.ofType : type;
}

function longestOf(input: GraphQLArgument | GraphQLInputField): number | null {
  const directive = input.astNode?.directives?.find(({ name }) => name.value === 'text');
  const max = directive?.arguments?.find(({ name }) => name.value === 'max')?.value;
  return max && 'value' in max ? Number(max.value) : null;
}
