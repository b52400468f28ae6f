import { buildSchema, getOperationAST, parse } from 'graphql';
import { costOf } from './cost';

const schema = buildSchema(`
  type Query { thing: Thing things(first: Int, last: Int): ThingConnection! plain: Int }
  type Thing { id: ID! name: String tags: [Tag!]! inner(first: Int): ThingConnection! }
  type Tag { name: String }
  type ThingConnection { edges: [ThingEdge!]! totalCount: Int! pageInfo: PageInfo! }
  type ThingEdge { node: Thing! }
  type PageInfo { hasNextPage: Boolean! }
`);

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation');
  return costOf({ schema, document, operation, variables });
}

it.each([
  ['a root field', '{ plain }', 10],
  ['an object', '{ thing { id name } }', 11],
  ['a list without pages', '{ thing { tags { name } } }', 16],
  ['a page of the default size', '{ things { edges { node { id } } } }', 30],
  [
    'a page of the size asked for',
    '{ things(first: 3) { totalCount pageInfo { hasNextPage } edges { node { id } } } }',
    13,
  ],
  [
    'pages within pages',
    '{ things(first: 10) { edges { node { inner(first: 10) { edges { node { id } } } } } } }',
    120,
  ],
  [
    'fragments where they are spread',
    '{ thing { ...T } things(last: 2) { edges { node { ...T } } } } fragment T on Thing { tags { name } }',
    38,
  ],
  ['a page of no possible size, which is refused later', '{ things(first: 1000000) { edges { node { id } } } }', 30],
  ['root fields in fragments', '{ ...R } fragment R on Query { plain a: plain }', 20],
])('counts %s (Q2)', (_what, text, points) => {
  expect(cost(text)).toBe(points);
});

it('reads page sizes from variables and their defaults (Q2)', () => {
  const text = 'query ($n: Int = 7) { things(first: $n) { edges { node { id } } } }';

  expect([cost(text), cost(text, { n: 3 }), cost(text, { n: null })]).toEqual([17, 13, 30]);
});

it('counts a doubling chain of fragments without walking it, and a circle without end (Q2)', () => {
  const doubling = Array.from(
    { length: 25 },
    (_, n) => `fragment f${n} on Thing { ...f${n + 1} tags { name } ...f${n + 1} }`,
  );
  const started = performance.now();

  expect(cost(`{ thing { ...f0 } } ${doubling.join(' ')} fragment f25 on Thing { tags { name } }`)).toBeGreaterThan(
    2 ** 25,
  );
  expect(cost('{ thing { ...c } } fragment c on Thing { tags { name } ...c }')).toBe(16);
  expect(performance.now() - started).toBeLessThan(200);
});
