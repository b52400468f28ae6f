/** Rows made of a JSON array in the holding row, in the order in which they are stored. */
import { list, type Frame } from '@hub/core/server';

/** A list of a value type whose rows stand in a `jsonb` column. `columns` names and types them: `name text, year int`. */
export function jsonRows(type: string, column: string, columns: string) {
  const names = columns.split(',').map((part) => part.trim().split(' ')[0]);
  return list(type, {
    from: ({ t, parent }: Frame) =>
      `ROWS FROM (jsonb_to_recordset(${parent.t}.${column}) AS (${columns})) WITH ORDINALITY AS ${t} (${names.join(', ')}, place)`,
    orderBy: ({ t }) => `${t}.place`,
  });
}
