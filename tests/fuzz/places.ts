/** Every place of every operation that takes a value, with an operation around it that is fine but for that value. */
import {
  argumentsOf,
  documentOf,
  leavesOf,
  nestedArguments,
  operationsOf,
  schema,
  type Leaf,
} from '../contract/support/inputs';
import { objectOf, plainArguments } from '../contract/support/plain-inputs';

export interface Place {
  readonly name: string;
  readonly leaf: Leaf;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Asked by an administrator, because others are turned away at the door. */
  readonly forAdministrators: boolean;
}

/** Inputs made by hand reach further than those made from the schema. */
export type Inputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** All of them; `inputs` say what mutations take, where it is known. */
export function placesOf(inputs: Inputs, holders: Readonly<Record<string, string>>): Place[] {
  return [...rootPlaces('Mutation', inputs), ...rootPlaces('Query', inputs), ...nestedPlaces(holders)];
}

function rootPlaces(root: 'Query' | 'Mutation', inputs: Inputs): Place[] {
  return operationsOf(root).flatMap((name) => {
    const args = argumentsOf(root, name);
    if (args.length === 0) return [];
    const query = documentOf(root, name);
    const known = root === 'Mutation' ? inputs[name] : undefined;
    const variables = known ? { input: known } : plainArguments(root, name);
    return leavesOf(args).map((leaf) => ({
      name,
      leaf,
      query,
      variables,
      forAdministrators: isForAdministrators(root, name),
    }));
  });
}

function nestedPlaces(holders: Readonly<Record<string, string>>): Place[] {
  return nestedArguments().flatMap(({ owner, field, leaf, needed }) => {
    const id = holders[owner];
    if (!id) return [];
    const type = `${leaf.type}${leaf.required ? '!' : ''}`;
    const variable = leaf.path.replaceAll('.', '_');
    const [argument, ...inside] = leaf.path.split('.');
    const value = inside.reduceRight(within, `$${variable}`);
    const others = needed.filter(({ name }) => name !== argument);
    const taken = ['$id: ID!', `$${variable}: ${type}`, ...others.map((other) => `$${other.name}: ${other.type}`)];
    const given = [`${argument}: ${value}`, ...others.map(({ name }) => `${name}: $${name}`)];
    const query = `query (${taken.join(', ')}) { node(id: $id) { ... on ${owner} { ${field}(${given.join(', ')}) { __typename } } } }`;
    const named = { ...leaf, path: variable };
    const variables = { ...objectOf(others), id };
    return [{ name: `${owner}.${field}`, leaf: named, query, variables, forAdministrators: false }];
  });
}

/** A value of an input's field, or of a list's place. */
function within(value: string, part: string): string {
  return /^\d+$/.test(part) ? `[${value}]` : `{ ${part}: ${value} }`;
}

function isForAdministrators(root: 'Query' | 'Mutation', name: string): boolean {
  const type = root === 'Query' ? schema.getQueryType() : schema.getMutationType();
  const rule = type?.getFields()[name]?.astNode?.directives?.find((directive) => directive.name.value === 'allow');
  return (
    rule?.arguments?.some(({ value }) => 'value' in value && String(value.value).startsWith('administration.')) ?? false
  );
}
