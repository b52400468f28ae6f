/** Every question that can be read from the schema: root fields with each filter and order, every id, every slug, every word, every path. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Canary } from './canaries';
import type { Thing } from './furnish';
import {
  endsFor,
  everyOther,
  nodeQuestion,
  oneOfEach,
  oneOfEachType,
  onePathOf,
  type Knowledge,
  type Question,
} from './knowledge';
import { pathQuestions } from './paths';
import {
  deepest,
  fieldText,
  isNode,
  leavesOf,
  levelsOf,
  pathOf,
  pathsFrom,
  selectionOf,
  targetsOf,
  type Field,
} from './selection';
import { elsewhere, home } from './viewers';

/** The address of one member, whom administrators can find by it. */
export const knownAddress = 'grace@harbourside.nhs.uk';

const atOnce = 10;
const asText = (value: unknown) => JSON.stringify(value);

/** All of them but mutations and live operations. */
export function questionsOf(schema: GraphQLSchema, knowledge: Knowledge): Question[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const { stride = 1, turn = 0 } = knowledge;
  return [
    ...roots.flatMap((field) => rootQuestions(schema, field, knowledge)),
    ...roots.flatMap((field, at) => everyOther(wordQuestions(field, knowledge), onePathOf.words * stride, turn + at)),
    ...(stride > 4 ? [] : roots.flatMap((field) => rootPathQuestions(schema, field, knowledge))),
    ...roots.flatMap((field) => cursorQuestions(field, knowledge)),
    ...nodeQuestions(schema, knowledge),
    ...pathQuestions(schema, knowledge),
  ];
}

/** A root field as it is, and with each value of each argument and of each field of its filter. */
function rootQuestions(schema: GraphQLSchema, field: Field, knowledge: Knowledge): Question[] {
  if (field.name === 'node') return [];
  const isList = levelsOf(field) > 1;
  const needed = field.args.filter(({ type }) => isNonNullType(type));
  const page = isList ? ['first: 50'] : [];
  const sets = setsOf(needed, named(schema, field, knowledge));
  const base = needed.length ? (sets[0] ?? []) : [];
  const variants = field.args
    .filter((arg) => !needed.includes(arg) && !['first', 'last', 'after', 'before'].includes(arg.name))
    .flatMap((arg) =>
      optionsOf(arg, { ...knowledge, things: oneOfEachType(knowledge.things) }).map((value) => [
        ...base,
        ...page,
        `${arg.name}: ${value}`,
      ]),
    );
  const pages = isList
    ? [
        [...base, 'first: 0'],
        [...base, 'first: 1'],
        ...(field.args.some(({ name }) => name === 'last') ? [[...base, 'last: 2']] : []),
      ]
    : [];
  const leaves = (args: string[]) => ask(field, args, (target) => `{ __typename ${leavesOf(target).join(' ')} }`);
  const { stride = 1, turn = 0 } = knowledge;
  const some = everyOther(variants, Math.max(2, stride / 2), turn);
  return [...sets.map((args) => leaves([...args, ...page])), ...some.map(leaves), ...pages.map(leaves)];
}

/**
 * A root field with one step along each edge, and a share of the edges from there. Of what can be asked for by its id too only every other, and
 * with a stride fewer.
 */
function rootPathQuestions(schema: GraphQLSchema, field: Field, knowledge: Knowledge): Question[] {
  if (field.name === 'node' || !isObjectType(getNamedType(field.type))) return [];
  const isList = levelsOf(field) > 1;
  const { stride = 1, turn = 0 } = knowledge;
  const [base = []] = setsOf(
    field.args.filter(({ type }) => isNonNullType(type)),
    named(schema, field, knowledge),
  );
  const args = [...base, ...(isList ? ['first: 6'] : [])];
  return targetsOf(schema, field).flatMap((target) => {
    const questions = pathsFrom(schema, target, 1, deepest - levelsOf(field)).map((path, at) =>
      ask(field, args, (to, levels) =>
        to === target ? pathOf(to, path, levels, endsFor(turn + at)) : '{ __typename }',
      ),
    );
    return isNode(target)
      ? everyOther(questions, stride > 1 ? onePathOf.withStride : onePathOf.fromRoots, turn)
      : questions;
  });
}

/** Each value of one needed argument with the first of the others. */
function setsOf(needed: readonly GraphQLArgument[], knowledge: Knowledge): string[][] {
  const choices = needed.map((arg) => valuesFor(arg, knowledge).map((value) => `${arg.name}: ${value}`));
  const first = choices.map(([value = '']) => value);
  if (needed.length === 0) return [[]];
  return choices.flatMap((values, at) =>
    values.map((value) => first.map((other, place) => (place === at ? value : other))),
  );
}

/** What a field can be asked for by name: things of the types that it leads to. */
function named(schema: GraphQLSchema, field: Field, knowledge: Knowledge): Knowledge {
  const types = targetsOf(schema, field).map(({ name }) => name);
  const own = knowledge.things.filter(({ type }) => types.includes(type));
  const byId = field.args.some(({ type }) => getNamedType(type).name === 'ID');
  const strange = knowledge.things.filter(({ type }) => !types.includes(type)).slice(0, byId ? 2 : 0);
  const places = field.args.some(({ name }) => name === 'within') ? knowledge.things.filter(isCommunity) : [];
  return { ...knowledge, things: own.length ? [...places, ...own, ...strange] : oneOfEachType(knowledge.things) };
}

function isCommunity({ type }: Thing): boolean {
  return type === 'Community';
}

function ask(
  field: Field,
  args: readonly string[],
  inside: (target: GraphQLObjectType, levels: number) => string,
): Question {
  const text = fieldText(field, (levels, target) => inside(target, levels), deepest, { args: args.join(', ') });
  return { path: `Query.${field.name}(${args.join(', ')})`, query: `{ ${text} }` };
}

function optionsOf(arg: GraphQLArgument, knowledge: Knowledge): string[] {
  const type = getNamedType(arg.type);
  if (!isInputObjectType(type)) return valuesFor(arg, knowledge);
  return Object.values(type.getFields()).flatMap((input) =>
    valuesFor(input, knowledge).map((value) => `{ ${input.name}: ${value} }`),
  );
}

/** Values worth trying at one place, by its type and name. */
export function valuesFor(
  { name, type }: GraphQLArgument | GraphQLInputField,
  { things, tokens = [] }: Knowledge,
): string[] {
  const named = getNamedType(type);
  const isList = /^\[/.test(String(type));
  const listed = (values: string[]) => (isList ? values.map((value) => `[${value}]`) : values);
  if (isEnumType(named)) return listed(named.getValues().map((value) => value.name));
  if (named.name === 'Boolean') return listed(['true', 'false']);
  if (named.name === 'Int') return listed(['1']);
  if (name === 'within')
    return ['care-model:network/mcp', ...things.filter(isCommunity).map(({ id }) => id)].map(asText);
  if (named.name === 'ID') return listed(oneOfEach(things).map(({ id }) => asText(id)));
  if (named.name === 'DateTime') return listed([asText('2100-01-01T00:00:00.000Z')]);
  if (isInputObjectType(named))
    return [
      `{ ${Object.values(named.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => `${field.name}: ${valuesFor(field, { things, tokens, canaries: [], cursors: [] }).at(-1)}`)
        .join(', ')} }`,
    ];
  if (named.name !== 'String') return [];
  if (name === 'token') return listed(tokens.map(asText));
  if (name === 'email') return listed([asText(knownAddress)]);
  if (/slug|name/i.test(name)) return listed([...new Set([home, ...things.flatMap(nameOf)])].map(asText));
  if (/code|modelTypes/.test(name)) return listed([asText('MCP')]);
  if (/^sites?$/.test(name)) return listed([asText(home), asText(elsewhere)]);
  return listed([asText('Clinic')]);
}

function nameOf({ id }: Thing): string[] {
  const name = id.split('/')[1];
  return name ? [name] : [];
}

/** Each canary, asked for where words can be asked for; several in one operation. */
function wordQuestions(field: Field, { canaries }: Knowledge): Question[] {
  const filter = field.args.find(({ name }) => name === 'filter');
  const filterType = filter && getNamedType(filter.type);
  const inFilter = isInputObjectType(filterType) && 'text' in filterType.getFields();
  const direct = field.args.some(({ name }) => name === 'text');
  if (!direct && !inFilter) return [];
  const args = (word: string) => (direct ? `text: ${asText(word)}` : `filter: { text: ${asText(word)} }`);
  const words = onePerPlace(canaries).flatMap(({ word }) => (direct ? [word, misspelt(word)] : [word]));
  const below = foundBelow(field);
  return inGroups(words).map((group, at) => ({
    path: `Query.${field.name} by words, group ${at}`,
    query: `{ ${group
      .map((word, n) => `w${n}: ${field.name}(${args(word)}${levelsOf(field) > 1 ? ', first: 3' : ''})${below}`)
      .join(' ')} }`,
  }));
}

/** What a search or a suggestion tells of what it finds. */
function foundBelow(field: Field): string {
  const line = /^(search|similar)$/.test(field.name) ? ' match { line words place }' : '';
  if (levelsOf(field) > 1)
    return ` { totalCount pageInfo { hasNextPage } edges { cursor${line} node { __typename ... on Node { id } } } }`;
  const target = getNamedType(field.type);
  if (isObjectType(target)) return ` { __typename ${leavesOf(target).join(' ')} }`;
  return isLeafType(target) ? '' : ' { __typename ... on Node { id } }';
}

/** One canary for each place and audience. */
function onePerPlace(canaries: readonly Canary[]): Canary[] {
  return [...new Map(canaries.map((canary) => [`${canary.place} ${canary.audience}`, canary])).values()];
}

/** A letter off, as people type. */
function misspelt(word: string): string {
  return `${word.slice(0, 4)}q${word.slice(5)}`;
}

function inGroups<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / atOnce) }, (_, at) =>
    items.slice(at * atOnce, (at + 1) * atOnce),
  );
}

function cursorQuestions(field: Field, { cursors }: Knowledge): Question[] {
  return cursors
    .filter((held) => held.field === field.name)
    .map(({ cursor }) =>
      ask(field, ['first: 20', `after: ${asText(cursor)}`], (target) => `{ __typename ${leavesOf(target).join(' ')} }`),
    );
}

/** Every id with everything next to it; asked for as what it is, and never as what it is not. */
function nodeQuestions(schema: GraphQLSchema, { things }: Knowledge): Question[] {
  return things.flatMap(({ id, type }) => {
    const object = schema.getType(type);
    if (!isObjectType(object)) return [];
    if (!isNode(object))
      return [
        {
          path: `node ${type} ${id}`,
          query: 'query ($id: ID!) { node(id: $id) { __typename id } }',
          variables: { id },
        },
      ];
    return [nodeQuestion(id, object, selectionOf(object, deepest - 1), `node ${type}`)];
  });
}
