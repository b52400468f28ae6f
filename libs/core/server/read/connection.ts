/** Turns the rows of a compiled connection into what the operation selected: edges, page info and total. */
import type { FieldNode } from 'graphql';
import { decodeCursor, encodeCursor, type CursorType } from './cursor';
import { pageRequest, type PageRequest } from './page-args';
import type { ReadRun } from './run-context';
import type { FieldSite } from './statement';

export type Finish = (value: unknown, run: ReadRun) => unknown;

/** A field of an edge: the cursor, or a column of the compiled row. */
export interface EdgeField {
  readonly key: string;
  readonly column: string | null;
  readonly finish: Finish | null;
}

export interface ConnectionPlan {
  readonly site: FieldSite;
  readonly cursorList: string;
  readonly cursorTypes: readonly CursorType[];
  readonly edges: readonly { readonly key: string; readonly fields: readonly EdgeField[] }[];
  readonly pageInfos: readonly { readonly key: string; readonly nodes: readonly (readonly [string, FieldNode])[] }[];
  readonly totals: readonly { readonly key: string; readonly isWhetherMore: boolean }[];
  /** Where counting stops. */
  readonly most: number;
}

interface RawRow {
  readonly k: readonly string[];
  readonly [column: string]: unknown;
}

interface RawConnection {
  readonly rows: readonly RawRow[] | null;
  readonly total: number | null;
}

/** Builds the finishing step of one connection. */
export function finishConnection(plan: ConnectionPlan): Finish {
  return (value, run) => {
    const raw = value as RawConnection;
    const page = pageRequest(run.argumentsOf(plan.site));
    checkCursor(plan, page);
    const rows = (raw.rows ?? []).slice(0, page.size);
    const more = (raw.rows?.length ?? 0) > page.size;
    if (page.backward) rows.reverse();
    const cursorOf = ({ k }: RawRow) => encodeCursor(plan.cursorList, k);
    const [first, last] = [rows[0], rows.at(-1)];
    const info: Record<string, unknown> = {
      hasNextPage: page.backward ? page.cursor !== null : more,
      hasPreviousPage: page.backward ? more : page.cursor !== null,
      startCursor: first ? cursorOf(first) : null,
      endCursor: last ? cursorOf(last) : null,
    };
    const result: Record<string, unknown> = {};
    for (const { key, fields } of plan.edges) result[key] = rows.map((row) => edgeOf(row, cursorOf, fields, run));
    for (const { key, nodes } of plan.pageInfos) {
      result[key] = Object.fromEntries(nodes.map(([alias, node]) => [alias, info[node.name.value]]));
    }
    const total = raw.total ?? 0;
    for (const { key, isWhetherMore } of plan.totals)
      result[key] = isWhetherMore ? total > plan.most : Math.min(total, plan.most);
    return result;
  };
}

/** A cursor that is not this list's is refused even where only the total was asked for. */
function checkCursor({ cursorList, cursorTypes }: ConnectionPlan, { cursor }: PageRequest): void {
  if (cursor) decodeCursor(cursorList, cursor.value, cursorTypes, cursor.argument);
}

function edgeOf(row: RawRow, cursorOf: (row: RawRow) => string, fields: readonly EdgeField[], run: ReadRun) {
  const edge: Record<string, unknown> = {};
  for (const { key, column, finish } of fields) {
    const value = column === null ? cursorOf(row) : row[column];
    edge[key] = finish && value !== null ? finish(value, run) : value;
  }
  return edge;
}
