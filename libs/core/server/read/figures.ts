/** How figures are read, whoever keeps them: rows of the array that holds them, in its order. */
import { column, list, readModel, type ListRead } from './model';

export const figureRead = readModel({
  type: 'Figure',
  fields: { label: column('label'), value: column('value'), unit: column('unit') },
});

/** The figures in a `jsonb` column of the holding row: an array of `{ label, value, unit }`. */
export function figuresIn(name: string): ListRead {
  return list('Figure', {
    from: ({ t, parent }) =>
      `ROWS FROM (jsonb_to_recordset(${parent.t}.${name}) AS (label text, value float8, unit text)) WITH ORDINALITY ` +
      `AS ${t} (label, value, unit, place)`,
    orderBy: ({ t }) => `${t}.place`,
  });
}
