/** The read models of all plugins with their extensions folded in, found by type, kind and id prefix. */
import { kindOfId } from '@hub/core/contract';
import { column, sql, type FieldRead, type ReadExtension, type ReadModel } from './model';

export class ReadModels {
  private readonly byType = new Map<string, ReadModel>();
  private readonly byPrefix = new Map<string, ReadModel>();

  constructor(models: readonly ReadModel[], extensions: readonly ReadExtension[]) {
    for (const model of models) this.add(fold(withId(model), extensions));
    for (const { type } of extensions) {
      if (!this.byType.has(type)) throw new Error(`A read extension names "${type}", which has no read model.`);
    }
  }

  /** The model of a GraphQL type, or undefined for types that are not read from the database. */
  find(type: string): ReadModel | undefined {
    return this.byType.get(type);
  }

  /** The model of a GraphQL type. Throws when there is none. */
  of(type: string): ReadModel {
    const model = this.byType.get(type);
    if (!model) throw new Error(`No read model for the type "${type}".`);
    return model;
  }

  /** The model of what an id names, by its prefix; undefined when no type has such ids. */
  ofId(id: string): ReadModel | undefined {
    const kind = kindOfId(id);
    return kind ? this.byPrefix.get(kind) : undefined;
  }

  private add(model: ReadModel): void {
    this.byType.set(model.type, model);
    const prefix = model.kind ?? model.rowId?.prefix;
    if (prefix) this.byPrefix.set(prefix, model);
  }
}

/** The column that `one` and ids compare with. */
export function keyColumn(model: ReadModel): string {
  return model.rowId?.column ?? 'ref';
}

function withId(model: ReadModel): ReadModel {
  if (model.fields.id) return model;
  const { rowId } = model;
  if (rowId)
    return { ...model, fields: { id: sql(({ t }) => `'${rowId.prefix}:' || ${t}.${rowId.column}`), ...model.fields } };
  return model.kind ? { ...model, fields: { id: column('ref'), ...model.fields } } : model;
}

function fold(model: ReadModel, extensions: readonly ReadExtension[]): ReadModel {
  const own = extensions.filter((extension) => extension.type === model.type);
  return {
    ...model,
    fields: merge<FieldRead>(model.type, [model.fields, ...own.map((extension) => extension.fields)]),
    filters: merge(model.type, [model.filters, ...own.map((extension) => extension.filters)]),
    orders: merge(model.type, [model.orders, ...own.map((extension) => extension.orders)]),
  };
}

function merge<T>(type: string, parts: readonly (Readonly<Record<string, T>> | undefined)[]): Record<string, T> {
  const merged: Record<string, T> = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(part ?? {})) {
      if (merged[name]) throw new Error(`"${type}.${name}" is read in two ways.`);
      merged[name] = value;
    }
  }
  return merged;
}
