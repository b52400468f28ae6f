/** The text that selects rows of a type: from its table beside the directory, or from the directory alone. */
import type { Frame } from './frame';
import type { ReadModel, RowsOf } from './model';

interface Parts {
  readonly columns: readonly string[];
  readonly from: string;
  readonly where: string;
  readonly order: string;
}

/** The rows of a type; those of which nothing is asked that the directory does not know are read from the directory alone. */
export function selectRows(
  model: ReadModel,
  rows: RowsOf,
  frame: Frame,
  { columns, from, where, order }: Parts,
): string {
  const asked = columns.join(', ');
  const ofRow = `${asked}${where}${order}`.split(`${frame.t}.`).slice(1);
  if (!model.everyEntity || rows.from || !ofRow.every((rest) => /^ref\b/.test(rest)))
    return `SELECT ${asked} FROM ${from}${where}${order}`;
  // In coalesce, or PostgreSQL looks for the kind in an index, where the reference alone finds the row.
  const isOfKind = `coalesce(${frame.e}.kind = '${model.kind}', false)`;
  const alone = `SELECT ${asked} FROM core.entity AS ${frame.e}${where} AND ${isOfKind}${order}`;
  return alone.replaceAll(`${frame.t}.ref`, `${frame.e}.ref`);
}
