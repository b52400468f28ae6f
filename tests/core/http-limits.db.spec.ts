/** What one operation may ask at most, over HTTP and over the socket alike. */
import { createTestHub, type TestHub } from '@hub/testing';
import { notesPlugin } from '../fixtures/notes.plugin';
import { ask, quickest, type Answer } from './support/requests';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
});
afterAll(() => hub.close());

const times = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');
const nested = (depth: number) =>
  `{ notes { ${'edges { node { desk { notes { '.repeat(depth)}totalCount${' } } } }'.repeat(depth)} } }`;

const bombs: Readonly<Record<string, string>> = {
  'a circle of types, 60 deep': nested(15),
  'a circle of types 60 deep, by fragments': `{ notes { ...f0 } } ${times(15, (n) => `fragment f${n} on NoteConnection { edges { node { desk { notes { ...f${n + 1} } } } } }`)} fragment f15 on NoteConnection { totalCount }`,
  '11 levels':
    '{ notes { edges { node { desk { notes { edges { node { desk { notes { edges { cursor } } } } } } } } } } }',
  '16 aliases': `{ ${times(16, (n) => `a${n}: __typename`)} }`,
  '100 aliases': `{ ${times(100, (n) => `a${n}: __typename`)} }`,
  'an alias that objects cannot have': '{ modelTypes { __proto__: code } }',
  '100 mutations by aliases': `mutation { ${times(100, (n) => `a${n}: renameNote(input: { note: "note:a/b", title: "x" }) { note { id } }`)} }`,
  '20,000 fields': `{ ${'__typename '.repeat(20_000)} }`,
  '3,000 equal fields': `{ ${'__typename '.repeat(3000)} }`,
  '5,000 directives': `{ __typename ${'@include(if: true) '.repeat(5000)} }`,
  '21 directives': `{ ${times(21, () => '__typename @include(if: true)')} }`,
  '2^25 fragments': `{ notes { edges { node { ...f0 } } } } ${times(25, (n) => `fragment f${n} on Note { ...f${n + 1} desk { id } ...f${n + 1} }`)} fragment f25 on Note { desk { name } }`,
  '600 fragments': `{ notes { ${times(600, (n) => `...f${n}`)} } } ${times(600, (n) => `fragment f${n} on NoteConnection { totalCount }`)}`,
  'a circle of fragments':
    '{ notes { ...a } } fragment a on NoteConnection { ...b } fragment b on NoteConnection { ...a }',
  '1,000 operations': times(1000, (n) => `query q${n} { __typename }`),
  '11 operations': times(11, (n) => `query q${n} { __typename }`),
  'pages of pages': '{ notes(first: 100) { edges { node { desk { notes(first: 100) { edges { node { id } } } } } } } }',
  '20,000 open braces': '{a'.repeat(20_000),
  '20,000 open lists': `{ notes(filter: ${'['.repeat(20_000)}`,
};

it.each(Object.entries(bombs))('refuses %s at once, with a code (Q2, Q3, Q4, S2)', async (_what, query) => {
  const answer = await quickest(1000, () => ask(hub, query));

  expect(answer.status).toBe(400);
  expect(answer.codes.length).toBeGreaterThan(0);
  expect(answer.codes.length).toBeLessThanOrEqual(10);
  for (const code of answer.codes) expect(code).toMatch(/^GRAPHQL_(PARSE|VALIDATION)_FAILED$/);
  expect(answer.text).not.toMatch(/stack|\.js\b|RangeError/i);
  expect(answer.milliseconds).toBeLessThan(1000);
});

it.each(Object.entries(bombs))('refuses %s over the socket too (W5)', async (_what, query) => {
  const stream = await hub.anonymous.live(query.replace(/^\{/, 'subscription {'));
  const errors = (await stream.ended) as Answer['errors'];

  expect(stream.received).toEqual([]);
  for (const { extensions } of errors) expect(extensions.code).toMatch(/^GRAPHQL_(PARSE|VALIDATION)_FAILED$/);
  expect(errors.length).toBeLessThanOrEqual(10);
});

it('somebody else is answered while bombs arrive (Q2)', async () => {
  const texts = Object.values(bombs);
  const bystander = await quickest(2000, async () => {
    const all = Promise.all(Array.from({ length: 60 }, (_, n) => ask(hub, texts[n % texts.length] ?? '')));
    const answer = await ask(hub, '{ __typename }');
    await all;
    return answer;
  });

  expect(bystander.status).toBe(200);
  expect(bystander.milliseconds).toBeLessThan(2000);
});

it('counts what a page size in a variable multiplies (Q2)', async () => {
  const query =
    'query ($n: Int) { notes(first: $n) { edges { node { desk { notes(first: $n) { edges { node { id } } } } } } } }';
  const [small, large] = await Promise.all(
    [10, 60].map((n) => hub.anonymous.post('/graphql', { query, variables: { n } })),
  );

  expect([small?.status, large?.status]).toEqual([200, 400]);
  expect(await large?.text()).toMatch(/costs \d+, and 3000 is the most/);
});

it('takes what stays within the limits (Q2)', async () => {
  const within = [
    `{ ${times(15, (n) => `a${n}: __typename`)} }`,
    '{ notes { edges { node { desk { notes(first: 5) { edges { node { modelTypes { id } } } } } } } } }',
    '{ notes(first: 100) { totalCount edges { node { id title desk { id } modelTypes { id } } } } }',
  ];

  expect((await Promise.all(within.map((query) => ask(hub, query)))).map(({ codes }) => codes)).toEqual([[], [], []]);
});

it('reads many fragments of the same fields in no time (Q4)', async () => {
  const spreads = times(150, (n) => `...f${n}`);
  const fragments = times(150, (n) => `fragment f${n} on NoteConnection { totalCount }`);
  const answer = await quickest(1000, () => ask(hub, `{ notes { ${spreads} } } ${fragments}`));

  expect(answer.status).toBe(200);
  expect(answer.milliseconds).toBeLessThan(1000);
});

it('names ten errors at most (Q2)', async () => {
  const wrong = await ask(hub, `{ ${times(50, (n) => `nothing${n}`)} }`);
  const head = times(15, (n) => `$v${n}: Int!`);
  const used = times(15, (n) => `a${n}: notes(first: $v${n}) { totalCount }`);
  const missing = await ask(hub, `query (${head}) { ${used} }`);
  const failing = await ask(hub, `{ ${times(15, (n) => `a${n}: note(id: "note:a/b${n}") { id }`)} }`);

  expect([wrong, missing, failing].map(({ codes }) => codes.length)).toEqual([10, 10, 10]);
});
