/** The SQL that a selection compiles to: the access scope wherever a guarded type is read, and nothing that was not asked for. */
import { getOperationAST, parse, type FieldNode } from 'graphql';
import { composeSchema } from '../graphql/compose-schema';
import { corePlugin } from '../plugin/core-plugin';
import { definePlugin } from '../plugin/define';
import { Compiler } from './compile';
import { alphabetical, any, column, entityColumn, list, many, newestFirst, one, readModel } from './model';
import { ReadModels } from './models';

const order = newestFirst(
  ({ t }) => `${t}.written_at`,
  ({ t }) => `${t}.ref`,
);
const notes = definePlugin({
  id: 'notes',
  schema: `
    extend type Query { notes(filter: NoteFilter, orderBy: NoteOrder = NEWEST, first: Int, after: String, last: Int, before: String): NoteConnection! @public }
    type Note implements Node { id: ID! title: String! desk: Desk! modelTypes: [ModelType!]! }
    type Desk implements Node { id: ID! name: String! notes(first: Int): NoteConnection! }
    type NoteConnection { edges: [NoteEdge!]! totalCount: Int! }
    type NoteEdge { cursor: String! node: Note! }
    enum NoteOrder { NEWEST TITLE }
    input NoteFilter { text: String modelTypes: [String!] short: Boolean kept: Boolean }`,
  reads: [
    readModel({
      type: 'Note',
      source: 'notes.note',
      kind: 'note',
      guard: 'ref',
      fields: {
        title: entityColumn('title'),
        desk: one('Desk', ({ e }) => `${e}.owner_ref`),
        modelTypes: list('ModelType', { where: ({ t, parent }) => `${t}.ref = ANY(${parent.e}.care_models)` }),
      },
      filters: {
        text: { cast: 'text', sql: ({ e }, value) => `${e}.title ILIKE ${value()}` },
        kept: {
          cast: 'boolean',
          sql: ({ t, viewer, once }) =>
            `${t}.ref IN (SELECT ref FROM ${once(`SELECT ref FROM notes.keep WHERE member_ref = ${viewer.ref}`)})`,
        },
        short: { cast: 'boolean', sql: ({ t }, _value, short) => (short ? `length(${t}.body) < 10` : '') },
      },
      orders: {
        NEWEST: order,
        TITLE: alphabetical(
          ({ e }) => `${e}.title`,
          ({ t }) => `${t}.ref`,
        ),
      },
    }),
    readModel({
      type: 'Desk',
      source: 'notes.desk',
      kind: 'desk',
      guard: 'ref',
      everyEntity: true,
      fields: {
        name: column('name'),
        notes: many('Note', { where: ({ e, parent }) => `${e}.owner_ref = ${parent.t}.ref`, order }),
      },
    }),
  ],
});

const plugins = [corePlugin, notes];
const { schema } = composeSchema(plugins);
const models = new ReadModels(
  plugins.flatMap((plugin) => plugin.reads ?? []),
  [],
);
const reads = { notes: many('Note', { order: 'NEWEST' }), node: any((frame) => frame.arg('id', 'text')) };

function sqlOf(query: string, variables: Record<string, unknown> = {}): string {
  const node = getOperationAST(parse(query))?.selectionSet.selections[0] as FieldNode;
  const name = node.name.value as keyof typeof reads;
  const parentType = schema.getQueryType();
  const definition = parentType?.getFields()[name];
  if (!parentType || !definition) throw new Error(`No field ${name}`);
  const compiler = new Compiler({ schema, fragments: {}, variables }, models, new Map());
  return compiler.compile({ key: name, nodes: [node], node, definition, parentType }, reads[name]).text;
}

const scopes = (sql: string) => sql.match(/needs <@/g)?.length ?? 0;

it('guards every guarded type at every depth, counts included', () => {
  expect(scopes(sqlOf('{ notes { edges { node { id } } } }'))).toBe(1);
  expect(scopes(sqlOf('{ notes { totalCount edges { node { desk { name } modelTypes { code } } } } }'))).toBe(4);
  expect(scopes(sqlOf('{ notes { edges { node { desk { notes { totalCount edges { node { title } } } } } } } }'))).toBe(
    4,
  );
});

it('reads from the directory alone, under the same scope, what the directory knows, and nothing else', () => {
  const known = sqlOf('{ notes { edges { node { desk { id } } } } }');
  const unknown = sqlOf('{ notes { edges { node { desk { id name } } } } }');

  expect(known).not.toMatch(/notes\.desk/);
  expect(known).toMatch(/coalesce\(e\$\d+\.kind = 'desk', false\)/);
  expect(unknown).toMatch(/FROM notes\.desk AS t\$\d+ JOIN core\.entity/);
  expect([scopes(known), scopes(unknown)]).toEqual([2, 2]);
});

it('guards each type that an id may turn out to be', () => {
  expect(scopes(sqlOf('query ($id: ID!) { node(id: $id) { id ... on Note { title } } }', { id: 'note:notes/a' }))).toBe(
    3,
  );
});

it('asks for no rows where only the total is wanted, and for no total where only rows are', () => {
  expect(sqlOf('{ notes { totalCount } }')).not.toMatch(/json_agg/);
  expect(sqlOf('{ notes { edges { cursor } } }')).not.toMatch(/count\(\*\)/);
});

it('has a condition for each filter that was given, and none for others', () => {
  const query = 'query ($filter: NoteFilter) { notes(filter: $filter) { totalCount } }';

  expect(sqlOf(query)).not.toMatch(/ILIKE|care_models/);
  expect(sqlOf(query, { filter: { text: 'x' } })).toMatch(/ILIKE/);
  expect(sqlOf(query, { filter: { text: null, short: false } })).not.toMatch(/ILIKE|length/);
});

it('reads once for the whole statement what does not depend on a row, however often it is asked for', () => {
  const sql = sqlOf('{ notes(filter: { kept: true }, first: 2) { totalCount edges { node { id } } } }');

  expect(sql).toMatch(
    /^WITH (o\$\d+) AS MATERIALIZED \(SELECT ref FROM notes\.keep WHERE member_ref = \$\d+::text\) SELECT /,
  );
  expect(sql.match(/notes\.keep/g)).toHaveLength(1);
  expect(sql.match(/IN \(SELECT ref FROM o\$\d+\)/g)).toHaveLength(2);
});

it('pages by the order’s keys, the other way round for the last ones', () => {
  const query =
    'query ($after: String, $before: String, $last: Int) { notes(after: $after, before: $before, last: $last) { edges { cursor } } }';

  expect(sqlOf(query)).toMatch(/ORDER BY t\$\d+\.written_at DESC, t\$\d+\.ref DESC LIMIT/);
  expect(sqlOf(query, { after: 'c' })).toMatch(/written_at, t\$\d+\.ref\) < \(/);
  expect(sqlOf(query, { last: 2, before: 'c' })).toMatch(/\) > \(.* ASC, .* ASC LIMIT/);
});

it('never holds a value that somebody sent', () => {
  const sql = sqlOf('query ($filter: NoteFilter) { notes(filter: $filter, orderBy: TITLE) { totalCount } }', {
    filter: { text: "'; DROP TABLE" },
  });

  expect(sql).not.toMatch(/DROP/);
});
