/** Where an SQL expression stands while a statement is compiled: its row's aliases, and the parameters it may ask for. */
import type { RelationSql } from '../access/permission';

export interface Frame {
  /** Alias of the row. */
  readonly t: string;
  /** Alias of the row's directory entity. Reading it in a model without a guard throws. */
  readonly e: string;
  /** Alias of the part's lateral FROM item, where there is one. */
  readonly lateral: string;
  /** The frame of the row that holds the field, for lists and connections. Throws at a root. */
  readonly parent: Frame;
  /** The viewer's parameters: reference (text, null when signed out), keys (text[]) and session (uuid, null without one). */
  readonly viewer: { readonly ref: string; readonly keys: string; readonly session: string };
  /** The parameter that carries an argument of the field (a dotted path into inputs), cast to an SQL type. */
  arg(path: string, cast: string, map?: (value: never) => unknown): string;
  /** The value of an enum or boolean argument, fixed in the compiled statement; undefined when absent. */
  literal(path: string): unknown;
  /** The parameter that carries the id a read outside Query starts from. */
  start(): string;
  /** A boolean: whether the viewer holds a permission on the row's directory entity. */
  can(permission: string): string;
  /** The access scope for another alias of `core.entity`. */
  visible(entityAlias: string): string;
  /**
   * The name of a relation that is read once for the whole statement: its SQL may ask of the viewer, and of no row. For what would be found
   * anew for each row, and what PostgreSQL would take to cost as much.
   */
  once(sql: string): string;
  /** A new alias, unique in the statement. */
  alias(): string;
}

/** What a permission's SQL may name. Parameters are made only when a relation asks for them: PostgreSQL refuses ones that the text never uses. */
export function relationSql(entity: string, viewer: Frame['viewer']): RelationSql {
  return {
    entity,
    get viewerRef() {
      return viewer.ref;
    },
    get viewerKeys() {
      return viewer.keys;
    },
  };
}
