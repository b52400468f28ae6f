/** Direct answers against those that graphql-js makes of the same: equal, or left to it. */
import fc from 'fast-check';
import { buildSchema, execute, getOperationAST, parse, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { HubContext } from '../context';
import { dateTime } from '../date-time';
import { DirectAnswers } from './direct-answers';

const text = `
  scalar DateTime
  enum Kind { QUESTION LEARNING }
  interface Node { id: ID! }
  type Thread implements Node { id: ID! title: String kind: Kind! at: DateTime count: Int! share: Float open: Boolean tags: [String!]! author: Member posts: [Post] about: Node }
  type Post implements Node { id: ID! body: String! thread: Thread }
  type Member implements Node { id: ID! name: String! }
  union Hit = Thread | Member
  type Query { thread: Thread threads: [Thread!]! hit: Hit node: Node hits: [Hit!] count: Int! names: [[String]] }
`;

/** A schema whose root fields give these values, and count how often they are asked; below, fields are read by their keys in the answer. */
function schemaGiving(values: Record<string, unknown>): { schema: GraphQLSchema; asked: string[] } {
  const schema = buildSchema(text);
  Object.assign(schema.getType('DateTime') as object, { serialize: dateTime.serialize });
  const asked: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !('getFields' in type) || type.astNode?.kind !== 'ObjectTypeDefinition') continue;
    for (const field of Object.values((type as GraphQLObjectType<unknown, HubContext>).getFields()))
      field.resolve =
        type.name === 'Query'
          ? (_source, _args, context, info) => {
              const known = context.settled?.get(String(info.path.key));
              if (known) return known;
              asked.push(String(info.path.key));
              const value = values[field.name];
              return value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
            }
          : (source, _args, _context, info) => (source as Record<string, unknown>)[String(info.path.key)];
  }
  return { schema, asked };
}

async function bothAnswers(query: string, values: Record<string, unknown>, variables: Record<string, unknown> = {}) {
  const { schema, asked } = schemaGiving(values);
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation.');
  const context = () => ({ settled: new Map<string, Promise<unknown>>() }) as unknown as HubContext;
  const own = context();
  const direct = await new DirectAnswers().answer({ schema, document, operation, variables }, own);
  const after = await execute({ schema, document, variableValues: variables, contextValue: own });
  const asks = [...asked];
  const usual = await execute({ schema, document, variableValues: variables, contextValue: context() });
  return { direct, after, usual, asks };
}

const author = { id: 'member:a', name: 'Ann' };
const thread = {
  ...{
    id: 'thread:a',
    title: 'Short meetings',
    kind: 'QUESTION',
    at: '2016-03-05T17:30:00+00:00',
    count: 3,
    share: 0.5,
  },
  ...{ open: true, tags: ['a', 'b'], author, posts: [null, { id: 'post:1', body: 'x', thread: null }] },
  about: { __typename: 'Member', ...author },
};

const plain: [string, string, Record<string, unknown>, Record<string, unknown>?][] = [
  ['every kind of leaf', '{ thread { id title kind at count share open tags } }', { thread }],
  ['lists, nulls in them and objects below', '{ thread { author { name } posts { body thread { id } } } }', { thread }],
  [
    'the order and names that were asked for',
    '{ b: count thread { t: title __typename x: id } a: __typename }',
    { thread: { t: 'T', x: 'x' }, count: 1 },
  ],
  [
    'unions and interfaces',
    '{ hits { __typename ... on Thread { title } ... on Member { name } ... on Node { id } } }',
    {
      hits: [
        { __typename: 'Thread', ...thread },
        { __typename: 'Member', ...author },
      ],
    },
  ],
  [
    'fragments, merged',
    'fragment A on Thread { author { id } } { thread { ...A author { name } ... on Node { id } } }',
    { thread },
  ],
  [
    'what is left out',
    'query ($no: Boolean!) { thread { id title @include(if: $no) kind @skip(if: true) } count @skip(if: $no) }',
    { thread, count: 1 },
    { no: false },
  ],
  ['null where it may be', '{ thread { id } hits { __typename } node { id } }', {}],
  ['lists of lists', '{ names }', { names: [['a', null], null] }],
];

it.each(plain)('%s: made directly, and as graphql-js makes it', async (...[, query, values, variables]) => {
  const { direct, usual, asks } = await bothAnswers(query, values, variables);

  expect(usual.errors).toBeUndefined();
  expect(JSON.stringify(direct)).toBe(JSON.stringify(usual.data));
  expect(new Set(asks).size).toBe(asks.length);
});

it.each<[string, string, Record<string, unknown>]>([
  ['an error', '{ thread { id } count }', { thread: new Error('no'), count: 1 }],
  ['a null where none may be', '{ thread { id count } }', { thread: { id: 'a', count: null } }],
  ['a name that is none of an enum’s', '{ thread { kind } }', { thread: { kind: 'OTHER' } }],
  ['a text for a number', '{ count }', { count: '1' }],
  ['a number for a text', '{ thread { title } }', { thread: { title: 1 } }],
  ['a number that is too large', '{ count }', { count: 2 ** 31 }],
  ['a time that is none', '{ thread { at } }', { thread: { at: 'yesterday' } }],
  ['an object of no type', '{ node { id } }', { node: { id: 'x' } }],
  ['an object of a type that cannot be there', '{ hit { __typename } }', { hit: { __typename: 'Post' } }],
  ['a promise below', '{ thread { title } }', { thread: { title: Promise.resolve('later') } }],
  ['a list that is none', '{ threads { id } }', { threads: { id: 'a' } }],
  ['what the schema is asked of itself', '{ count __schema { __typename } }', { count: 1 }],
])('%s: left to graphql-js, and no root field is asked twice', async (_what, query, values) => {
  const { direct, after, usual, asks } = await bothAnswers(query, values);

  expect(direct).toBeNull();
  expect(JSON.stringify(after)).toBe(JSON.stringify(usual));
  expect(new Set(asks).size).toBe(asks.length);
});

it('mutations and variables that do not fit are left to graphql-js, before anything is asked', async () => {
  const { direct, usual } = await bothAnswers(
    'query ($no: Boolean!) { count @skip(if: $no) }',
    { count: 1 },
    { no: 'x' },
  );

  expect([direct, usual.data]).toEqual([null, undefined]);
});

it('whatever a root field gives, the answer is as graphql-js makes it, or left to it', async () => {
  const leaf = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('QUESTION', 'Thread', 'Member', '2016-03-05T17:30:00Z'),
  );
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, fc.array(tie('any'), { maxLength: 3 }), tie('object')),
    object: fc.dictionary(
      fc.constantFrom('__typename', 'id', 'title', 'kind', 'at', 'count', 'tags', 'author', 'posts', 'name', 'body'),
      tie('any'),
    ),
  }));
  const query =
    '{ thread { id title kind at count tags author { name } posts { body } } hits { __typename ... on Member { name } } names }';

  await fc.assert(
    fc.asyncProperty(any, any, any, async (given, hits, names) => {
      const { direct, after, usual } = await bothAnswers(query, { thread: given, hits, names });

      if (direct) expect(JSON.stringify({ data: direct })).toBe(JSON.stringify(usual));
      expect(JSON.stringify(after)).toBe(JSON.stringify(usual));
    }),
    { numRuns: 300 },
  );
});
