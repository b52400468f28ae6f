/**
 * Read models: beside its records a plugin declares, for each GraphQL type it owns, where the rows are and how each
 * field is read. The compiler turns a selection into one SQL statement; these are its words.
 */
import type { CursorType } from './cursor';
import type { Frame } from './frame';

/** An SQL expression in terms of the frame it is compiled in. */
export type SqlOf = (frame: Frame) => string;

/** A leaf: a scalar, an enum, or a list of them. */
export interface LeafRead {
  readonly read: 'leaf';
  readonly sql: SqlOf;
}

/** One object of a type by its key (a reference, or the uuid of a row); null when there is none that the viewer may see. */
export interface OneRead {
  readonly read: 'one';
  readonly type: string;
  readonly id: SqlOf;
}

/** One object by its Node id whose type only the id tells: a Node or a union. */
export interface AnyRead {
  readonly read: 'any';
  readonly id: SqlOf;
}

/** An object made of the same row, such as a payload-like value type. */
export interface PartRead {
  readonly read: 'part';
  readonly type: string;
  /** When given and false for a row, the field is null. */
  readonly exists?: SqlOf;
  /** An extra FROM item (joined laterally) that the part's own fields may use through `frame.lateral`. */
  readonly from?: SqlOf;
}

export interface OrderKey {
  readonly sql: SqlOf;
  /** The SQL type that a cursor's text is cast back to. */
  readonly type: CursorType;
}

/** A total order: the keys must never be null and the last must be unique. */
export interface Order {
  readonly keys: readonly OrderKey[];
  readonly descending: boolean;
}

export interface RowsOf {
  /** The GraphQL type of the rows. */
  readonly type: string;
  /** Instead of the model's source: a FROM item aliased as the frame's `t`, such as a function over the parent's row. */
  readonly from?: SqlOf;
  /** Which rows; `frame.parent` is the row that holds the field. */
  readonly where?: SqlOf;
}

/** A list that cannot grow without bound. */
export interface ListRead extends RowsOf {
  readonly read: 'list';
  readonly orderBy?: SqlOf;
  /** When given and false for the holding row, the field is null instead of a list. */
  readonly exists?: SqlOf;
}

/** Where the page stands, as SQL. */
export interface PageSql {
  /** So many rows tell the page, and whether there is a next. */
  readonly limit: string;
  /** The values of the order's keys after which the page begins; null for the first page. */
  readonly after: readonly string[] | null;
}

/** For a list that would cost too much in whole: it finds its own pages, forwards only, and is counted so far and no further. */
export interface BoundedRows {
  /** A FROM item with the rows of one page and one more. The access scope is asked once more around it. */
  readonly page: (frame: Frame, page: PageSql) => string;
  /** A number: how many rows there are, or any above `most` where there are more. */
  readonly total: SqlOf;
  readonly most: number;
}

/** A cursor connection, keyset-paged. Arguments: first, after, last, before, filter, orderBy and the type's own filters. */
export interface ManyRead extends RowsOf {
  readonly read: 'many';
  /** The order, or the name of the type's order to use when no `orderBy` is asked for. */
  readonly order: Order | string;
  /** The rows are edges (with fields beside `node` and `cursor`), not nodes. */
  readonly rowsAreEdges?: boolean;
  /** Instead of `from`. Such a connection says by `moreThanTotal` whether its total is where counting stopped. */
  readonly bounded?: BoundedRows;
}

export type FieldRead = LeafRead | OneRead | AnyRead | PartRead | ListRead | ManyRead;

/** A condition that an argument (or a field of a `filter` input) adds to a list. Called only when a value was given. */
export interface FilterRead {
  /** The SQL type of the value's parameter, such as `text` or `text[]`. */
  readonly cast: string;
  /** Prepares the value, such as codes into references. */
  readonly map?: (value: never) => unknown;
  /** `value()` makes the SQL parameter; `literal` is the value itself, to be used only where it is an enum or a boolean. */
  readonly sql: (frame: Frame, value: () => string, literal: unknown) => string;
}

export interface ReadModel {
  readonly type: string;
  /** The table, as `schema.table`. Absent for value types whose rows come from their lists' `from`. */
  readonly source?: string;
  /** For rows outside the directory: ids are `<prefix>:<uuid>` and this is the uuid column. `one` takes the bare uuid. */
  readonly rowId?: { readonly prefix: string; readonly column: string };
  /** The kind of directory entity; its id is the reference in column `ref`, which `one` takes. */
  readonly kind?: string;
  /** Column that holds the reference of the directory entity that guards the row. Such rows are read through the access scope. */
  readonly guard?: string;
  /** Every directory entity of the kind has its row, guarded by its `ref`: who asks for no more than the directory knows is spared the table. */
  readonly everyEntity?: true;
  /** A condition on every row, wherever it is read: rows that are one person's own name the viewer here. */
  readonly always?: SqlOf;
  readonly fields: Readonly<Record<string, FieldRead>>;
  readonly filters?: Readonly<Record<string, FilterRead>>;
  readonly orders?: Readonly<Record<string, Order>>;
}

/** Fields, filters and orders that a plugin adds to a type of a plugin it needs. */
export interface ReadExtension {
  readonly type: string;
  readonly fields?: Readonly<Record<string, FieldRead>>;
  readonly filters?: Readonly<Record<string, FilterRead>>;
  readonly orders?: Readonly<Record<string, Order>>;
}

export const readModel = (model: ReadModel): ReadModel => Object.freeze(model);
export const readExtension = (extension: ReadExtension): ReadExtension => Object.freeze(extension);

/** A column of the row. */
export const column = (name: string): LeafRead => ({ read: 'leaf', sql: ({ t }) => `${t}.${name}` });
/** A column of the row's directory entity. */
export const entityColumn = (name: string): LeafRead => ({ read: 'leaf', sql: ({ e }) => `${e}.${name}` });
/** Any SQL expression that gives a scalar, or JSON for a list of scalars. */
export const sql = (expression: SqlOf): LeafRead => ({ read: 'leaf', sql: expression });
/** Whether the viewer holds a permission on the row's directory entity: the page never works it out again. */
export const viewerCan = (permission: string): LeafRead => ({ read: 'leaf', sql: (frame) => frame.can(permission) });
export const one = (type: string, id: SqlOf): OneRead => ({ read: 'one', type, id });
export const any = (id: SqlOf): AnyRead => ({ read: 'any', id });
export const part = (type: string, options: Omit<PartRead, 'read' | 'type'> = {}): PartRead => ({
  read: 'part',
  type,
  ...options,
});
export const list = (type: string, options: Omit<ListRead, 'read' | 'type'>): ListRead => ({
  read: 'list',
  type,
  ...options,
});
export const many = (type: string, options: Omit<ManyRead, 'read' | 'type'>): ManyRead => ({
  read: 'many',
  type,
  ...options,
});

/** Newest first by a `timestamptz(3)` column, then by a unique text column. */
export function newestFirst(time: SqlOf, unique: SqlOf): Order {
  return {
    descending: true,
    keys: [
      { sql: time, type: 'timestamptz' },
      { sql: unique, type: 'text' },
    ],
  };
}

/** In the order of a text expression, then of a unique text column. */
export function alphabetical(text: SqlOf, unique: SqlOf): Order {
  return {
    descending: false,
    keys: [
      { sql: text, type: 'text' },
      { sql: unique, type: 'text' },
    ],
  };
}
