/**
 * Compiles a field's selection into one SQL statement whose JSON has the shape of the answer.
 * Pure: selection in, SQL out. The access scope is added to every guarded type at every depth, counts included.
 */
import { getArgumentValues, getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { Permission } from '../access/permission';
import type { WayToProve } from '../auth/proof';
import { compileMany } from './compile-many';
import type { Finish } from './connection';
import { finishByTypename, finishEach, finishObject } from './finish';
import { relationSql, type Frame } from './frame';
import type { AnyRead, FieldRead, ListRead, OneRead, PartRead, ReadModel, RowsOf } from './model';
import { keyColumn, type ReadModels } from './models';
import { valueAt, type Arguments } from './run-context';
import { selectRows } from './select-rows';
import { objectTypesOf, selectedFields, type Operation, type SelectedField } from './selection';
import { Statement, type FieldSite, type ParameterReader } from './statement';
import { ViewerSql } from './viewer-sql';

/** An SQL expression and the step that turns its JSON into the answer. */
export interface Shape {
  readonly sql: string;
  readonly finish: Finish | null;
}

export interface CompiledRead {
  readonly text: string;
  readonly readers: readonly ParameterReader[];
  readonly finish: Finish | null;
}

interface Place {
  readonly model: ReadModel | null;
  readonly t: string;
  readonly e: string;
  readonly lateral: string;
  readonly site: FieldSite;
  readonly args: Arguments;
  readonly parent: Frame | null;
}

export class Compiler {
  readonly statement = new Statement();
  private readonly viewer: ViewerSql;

  /** A traced statement also gives, as `asked`, what its answer asked of the viewer. */
  constructor(
    readonly operation: Operation,
    readonly models: ReadModels,
    private readonly permissions: ReadonlyMap<string, Permission>,
    isTraced = false,
  ) {
    this.viewer = new ViewerSql(this.statement, isTraced);
  }

  /** The whole statement for one root field, or for one object of a payload, with the proof of who the viewer is as `holds`. */
  compile(field: SelectedField, read: FieldRead, prove: WayToProve | null = null): CompiledRead {
    const root = this.frame({ ...this.placeOf(field), model: null, t: '', e: '', lateral: '', parent: null });
    const shape = this.field(field, read, root);
    const holds = prove ? `, coalesce((${this.proof(prove)}), false) AS holds` : '';
    const text = this.viewer.traced(`${this.statement.head}SELECT ${shape.sql} AS data${holds}`);
    return { text, readers: this.statement.readers, finish: shape.finish };
  }

  private proof(prove: WayToProve): string {
    return prove.sql(this.viewer, (at, cast) => this.statement.parameter((run) => run.proof[at], cast));
  }

  /** The columns of an object's selected fields in the frame of its row. */
  object(
    type: GraphQLObjectType,
    fields: readonly SelectedField[],
    row: Omit<Place, 'site' | 'args'>,
    typename = false,
  ) {
    const model = this.models.of(type.name);
    const columns = typename ? [`'${type.name}' AS "__typename"`] : [];
    const finishes: [string, Finish][] = [];
    for (const field of fields) {
      const read = model.fields[field.node.name.value];
      if (!read) throw new Error(`"${type.name}.${field.node.name.value}" has no read.`);
      const frame = this.frame({ ...row, ...this.placeOf(field) });
      const shape = this.field(field, read, frame);
      columns.push(`${shape.sql} AS "${field.key}"`);
      if (shape.finish) finishes.push([field.key, shape.finish]);
    }
    return { columns: columns.length ? columns : ['NULL AS "_"'], finish: finishObject(finishes) };
  }

  /** FROM and WHERE of a type's rows, the access scope included. */
  rows(model: ReadModel, rows: RowsOf, frame: Frame, also: readonly string[] = []): { from: string; where: string } {
    const source = rows.from ? rows.from(frame) : `${model.source} AS ${frame.t}`;
    const guard = model.guard ? ` JOIN core.entity AS ${frame.e} ON ${frame.e}.ref = ${frame.t}.${model.guard}` : '';
    const conditions = [
      ...(model.guard ? [frame.visible(frame.e)] : []),
      ...(model.always ? [model.always(frame)] : []),
      ...(rows.where ? [rows.where(frame)] : []),
      ...also,
    ];
    return { from: source + guard, where: conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '' };
  }

  private select(model: ReadModel, rows: RowsOf, frame: Frame, columns: readonly string[], order = ''): string {
    return selectRows(model, rows, frame, { columns, order, ...this.rows(model, rows, frame) });
  }

  /** The place of a new row of a model. */
  row(model: ReadModel, parent: Frame): Omit<Place, 'site' | 'args'> {
    return { model, t: this.statement.alias('t'), e: this.statement.alias('e'), lateral: '', parent };
  }

  frame(place: Place): Frame {
    const { statement, permissions, viewer } = this;
    const { model, site, args, parent } = place;
    return {
      t: place.t,
      lateral: place.lateral,
      get e() {
        if (!model?.guard)
          throw new Error(`"${site.coordinate}" reads the directory entity of a type without a guard.`);
        return place.e;
      },
      get parent() {
        if (!parent) throw new Error(`"${site.coordinate}" has no parent row.`);
        return parent;
      },
      viewer,
      arg: (path, cast, map) =>
        statement.parameter((run) => {
          const value = valueAt(run.argumentsOf(site), path);
          return map && value !== undefined && value !== null ? map(value as never) : (value ?? null);
        }, cast),
      start: () => statement.parameter((run) => run.start, 'text'),
      literal: (path) => valueAt(args, path),
      can: (id) => {
        const permission = permissions.get(id);
        if (!permission) throw new Error(`No permission is called "${id}".`);
        return `coalesce(${permission.who(relationSql(place.e, viewer))}, false)`;
      },
      visible: (alias) => viewer.visible(alias),
      once: (sql) => statement.once(sql),
      alias: () => statement.alias(),
    };
  }

  placeOf(field: SelectedField): { site: FieldSite; args: Arguments } {
    const coordinate = `${field.parentType.name}.${field.definition.name}`;
    const site = { definition: field.definition, node: field.node, coordinate };
    return { site, args: getArgumentValues(field.definition, field.node, this.operation.variables) };
  }

  private field(field: SelectedField, read: FieldRead, frame: Frame): Shape {
    switch (read.read) {
      case 'leaf':
        return { sql: `(${read.sql(frame)})`, finish: null };
      case 'one':
        return this.one(field, read, frame);
      case 'any':
        return this.any(field, read, frame);
      case 'part':
        return this.part(field, read, frame);
      case 'list':
        return this.list(field, read, frame);
      case 'many':
        return compileMany(this, field, read, frame);
    }
  }

  private one(field: SelectedField, read: OneRead, frame: Frame): Shape {
    const type = this.objectType(read.type);
    return this.byKey(type, field, frame, read.id(frame), false);
  }

  private byKey(type: GraphQLObjectType, field: SelectedField, frame: Frame, key: string, typename: boolean): Shape {
    const model = this.models.of(type.name);
    const row = this.row(model, frame);
    const { columns, finish } = this.object(type, selectedFields(this.operation, type, field.nodes), row, typename);
    const rowFrame = this.frame({ ...row, ...this.placeOf(field) });
    const wanted = { type: type.name, where: () => `${row.t}.${keyColumn(model)} = ${key}` };
    const r = this.statement.alias('r');
    return { sql: `(SELECT row_to_json(${r}) FROM (${this.select(model, wanted, rowFrame, columns)}) ${r})`, finish };
  }

  private any(field: SelectedField, read: AnyRead, frame: Frame): Shape {
    const i = this.statement.alias('i');
    const finishes = new Map<string, Finish>();
    const types = objectTypesOf(this.operation.schema, getNamedType(field.definition.type).name);
    const branches = types.flatMap((type) => {
      const model = this.models.find(type.name);
      const prefix = model?.kind ?? model?.rowId?.prefix;
      if (!model || !prefix) return [];
      const key = model.kind
        ? `${i}.id`
        : `(CASE WHEN ${i}.id LIKE '${prefix}:%' THEN substring(${i}.id FROM ${prefix.length + 2})::uuid END)`;
      const shape = this.byKey(type, field, frame, key, true);
      if (shape.finish) finishes.set(type.name, shape.finish);
      return [`WHEN '${prefix}' THEN ${shape.sql}`];
    });
    const chosen = branches.length ? `CASE split_part(${i}.id, ':', 1) ${branches.join(' ')} END` : 'NULL::json';
    return { sql: `(SELECT ${chosen} FROM (SELECT ${read.id(frame)} AS id) ${i})`, finish: finishByTypename(finishes) };
  }

  private part(field: SelectedField, read: PartRead, frame: Frame): Shape {
    const type = this.objectType(read.type);
    const lateral = read.from ? this.statement.alias('l') : '';
    const inside: Place = { model: null, t: frame.t, e: '', lateral, parent: frame, ...this.placeOf(field) };
    const from = read.from ? ` FROM ${read.from(this.frame(inside))}` : '';
    const { columns, finish } = this.object(type, selectedFields(this.operation, type, field.nodes), inside);
    const r = this.statement.alias('r');
    const sql = `(SELECT row_to_json(${r}) FROM (SELECT ${columns.join(', ')}${from}) ${r})`;
    return { sql: read.exists ? `(CASE WHEN ${read.exists(frame)} THEN ${sql} END)` : sql, finish };
  }

  private list(field: SelectedField, read: ListRead, frame: Frame): Shape {
    const type = this.objectType(read.type);
    const model = this.models.of(type.name);
    const row = this.row(model, frame);
    const { columns, finish } = this.object(type, selectedFields(this.operation, type, field.nodes), row);
    const rowFrame = this.frame({ ...row, ...this.placeOf(field) });
    const order = read.orderBy ? ` ORDER BY ${read.orderBy(rowFrame)}` : '';
    const r = this.statement.alias('r');
    const rows = this.select(model, read, rowFrame, columns, order);
    const sql = `(SELECT coalesce(json_agg(row_to_json(${r})), '[]'::json) FROM (${rows}) ${r})`;
    return { sql: read.exists ? `(CASE WHEN ${read.exists(frame)} THEN ${sql} END)` : sql, finish: finishEach(finish) };
  }

  /** One field of an edge whose rows are edges themselves. */
  edgeField(type: GraphQLObjectType, field: SelectedField, row: Omit<Place, 'site' | 'args'>): Shape {
    const read = this.models.of(type.name).fields[field.definition.name];
    if (!read) throw new Error(`"${type.name}.${field.definition.name}" has no read.`);
    return this.field(field, read, this.frame({ ...row, ...this.placeOf(field) }));
  }

  objectType(name: string): GraphQLObjectType {
    const type = this.operation.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`"${name}" is not an object type.`);
    return type;
  }
}
