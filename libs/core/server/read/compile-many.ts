/** Compiles a cursor connection: keyset pages, filters, orders, totals, all under the access scope. */
import type { FieldNode, GraphQLObjectType } from 'graphql';
import type { Compiler, Shape } from './compile';
import { finishConnection, type ConnectionPlan, type EdgeField } from './connection';
import { decodeCursor } from './cursor';
import type { Frame } from './frame';
import type { ManyRead, Order, PageSql, ReadModel, RowsOf } from './model';
import { largestPageSize, pageRequest } from './page-args';
import type { Arguments, ReadRun } from './run-context';
import { selectedFields, objectTypeOf, type SelectedField } from './selection';
import type { FieldSite } from './statement';

/** Arguments with a meaning of their own; any other argument is a filter of the type. */
const pageArguments = new Set(['first', 'after', 'last', 'before', 'orderBy', 'filter']);

/** The SQL of a connection and the step that builds edges and page info from its rows. */
export function compileMany(compiler: Compiler, field: SelectedField, read: ManyRead, frame: Frame): Shape {
  const model = compiler.models.of(read.type);
  const { site, args } = compiler.placeOf(field);
  const row = compiler.row(model, frame);
  const rowFrame = compiler.frame({ ...row, site, args });
  const { order, cursorList } = orderOf(model, read, rowFrame, site);
  const cursor = { site, cursorList, cursorTypes: order.keys.map((key) => key.type) };
  const parts = connectionParts(compiler, field, read, row);
  const { bounded } = read;
  const found = (rows: RowsOf) => compiler.rows(model, rows, rowFrame, filters(model, rowFrame, args));
  const whole = bounded ? null : found(read);

  const needsRows = parts.edges.length > 0 || parts.pageInfos.length > 0;
  const rows = () => {
    const page = placeOf(compiler, args, cursor);
    const rowsOfPage = (own: Frame) => bounded?.page(own, page) ?? '';
    const { from, where } = whole ?? found({ type: read.type, from: rowsOfPage });
    return pageSql({ compiler, args, order, page, frame: rowFrame, from, where, columns: parts.columns });
  };
  const total = () => bounded?.total(rowFrame) ?? `(SELECT count(*)::int FROM ${whole?.from}${whole?.where})`;
  // Asked for neither rows nor total, it counts all the same: a statement must use every parameter that it is given.
  const needsTotal = parts.totals.length > 0 || !needsRows;
  return {
    sql: `json_build_object('rows', ${needsRows ? rows() : 'NULL'}, 'total', ${needsTotal ? total() : 'NULL'})`,
    finish: finishConnection({ ...cursor, ...parts, most: bounded?.most ?? Infinity }),
  };
}

interface PageParts {
  readonly compiler: Compiler;
  readonly args: Arguments;
  readonly order: Order;
  readonly page: PageSql;
  readonly frame: Frame;
  readonly from: string;
  readonly where: string;
  readonly columns: readonly string[];
}

/** The parameters of where a page stands. */
function placeOf(
  { statement }: Compiler,
  args: Arguments,
  { site, cursorList, cursorTypes }: Pick<ConnectionPlan, 'site' | 'cursorList' | 'cursorTypes'>,
): PageSql {
  const { cursor } = pageRequest(args);
  const limit = statement.parameter((run) => pageRequest(run.argumentsOf(site)).size + 1, 'int');
  const keyOf = (at: number) => (run: ReadRun) => {
    const value = pageRequest(run.argumentsOf(site)).cursor?.value ?? '';
    return decodeCursor(cursorList, value, cursorTypes, cursor?.argument ?? 'after')[at];
  };
  return { limit, after: cursor && cursorTypes.map((type, at) => statement.parameter(keyOf(at), type)) };
}

/**
 * The rows of one page and one more, which tells whether there is a next. The largest page is a limit of its own, inside: of a limit that is
 * a parameter PostgreSQL expects a tenth of all rows, and would rather plan the statement anew at each call than trust a plan that is kept.
 */
function pageSql({ compiler, args, order, page, frame, from, where, columns }: PageParts): string {
  const keys = order.keys.map((key) => key.sql(frame));
  const descending = order.descending !== pageRequest(args).backward;
  const keyset = page.after && `(${keys.join(', ')}) ${descending ? '<' : '>'} (${page.after.join(', ')})`;
  const direction = descending ? 'DESC' : 'ASC';
  const [p, r] = [compiler.statement.alias('p'), compiler.statement.alias('r')];
  const k = `json_build_array(${keys.map((key) => `(${key})::text`).join(', ')}) AS k`;
  return (
    `(SELECT coalesce(json_agg(row_to_json(${r})), '[]'::json) FROM (SELECT * FROM (SELECT ${[k, ...columns].join(', ')} ` +
    `FROM ${from}${and(where, keyset)} ORDER BY ${keys.map((key) => `${key} ${direction}`).join(', ')} ` +
    `LIMIT ${largestPageSize + 1}) ${p} LIMIT ${page.limit}) ${r})`
  );
}

function orderOf(
  model: ReadModel,
  read: ManyRead,
  frame: Frame,
  site: FieldSite,
): { order: Order; cursorList: string } {
  if (typeof read.order !== 'string') return { order: read.order, cursorList: site.coordinate };
  const asked = frame.literal('orderBy');
  const name = typeof asked === 'string' ? asked : read.order;
  const order = model.orders?.[name];
  if (!order) throw new Error(`"${model.type}" has no order "${name}".`);
  return { order, cursorList: `${site.coordinate}|${name}` };
}

/** The conditions that the filters among the arguments add. */
export function filters(model: ReadModel, frame: Frame, args: Arguments): string[] {
  const inFilter = (args.filter ?? {}) as Record<string, unknown>;
  const asked: [string, string][] = [
    ...Object.keys(inFilter).map((name): [string, string] => [name, `filter.${name}`]),
    ...Object.keys(args)
      .filter((name) => !pageArguments.has(name))
      .map((name): [string, string] => [name, name]),
  ];
  return asked.flatMap(([name, path]) => {
    const literal = frame.literal(path);
    const filter = model.filters?.[name];
    if (literal === null || literal === undefined) return [];
    if (!filter) throw new Error(`"${model.type}" has no filter "${name}".`);
    const condition = filter.sql(frame, () => frame.arg(path, filter.cast, filter.map), literal);
    return condition ? [`(${condition})`] : [];
  });
}

function and(where: string, condition: string | null): string {
  if (!condition) return where;
  return where ? `${where} AND ${condition}` : ` WHERE ${condition}`;
}

function connectionParts(compiler: Compiler, field: SelectedField, read: ManyRead, row: ReturnType<Compiler['row']>) {
  const columns: string[] = [];
  const edges: { key: string; fields: EdgeField[] }[] = [];
  const pageInfos: { key: string; nodes: [string, FieldNode][] }[] = [];
  const totals: { key: string; isWhetherMore: boolean }[] = [];
  for (const part of selectedFields(compiler.operation, objectTypeOf(field.definition), field.nodes)) {
    const name = part.definition.name;
    if (name === 'totalCount' || name === 'moreThanTotal')
      totals.push({ key: part.key, isWhetherMore: name === 'moreThanTotal' });
    if (name === 'pageInfo') {
      const infos = selectedFields(compiler.operation, objectTypeOf(part.definition), part.nodes);
      pageInfos.push({ key: part.key, nodes: infos.map((info) => [info.key, info.node]) });
    }
    if (name === 'edges') edges.push({ key: part.key, fields: edgeFields(compiler, part, read, row, columns) });
  }
  return { columns, edges, pageInfos, totals };
}

function edgeFields(
  compiler: Compiler,
  edges: SelectedField,
  read: ManyRead,
  row: ReturnType<Compiler['row']>,
  columns: string[],
): EdgeField[] {
  const edgeType = objectTypeOf(edges.definition);
  const selected = selectedFields(compiler.operation, edgeType, edges.nodes);
  return selected.map((field): EdgeField => {
    if (field.definition.name === 'cursor') return { key: field.key, column: null, finish: null };
    const column = `c${columns.length}`;
    const shape = read.rowsAreEdges
      ? compiler.edgeField(edgeType, field, row)
      : nodeOf(compiler, field, row, objectTypeOf(field.definition));
    columns.push(`${shape.sql} AS ${column}`);
    return { key: field.key, column, finish: shape.finish };
  });
}

function nodeOf(
  compiler: Compiler,
  field: SelectedField,
  row: ReturnType<Compiler['row']>,
  type: GraphQLObjectType,
): Shape {
  const { columns, finish } = compiler.object(type, selectedFields(compiler.operation, type, field.nodes), row);
  const n = compiler.statement.alias('n');
  return { sql: `(SELECT row_to_json(${n}) FROM (SELECT ${columns.join(', ')}) ${n})`, finish };
}
