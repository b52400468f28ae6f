/** How sections are read: rows of the array that holds them, in the order of the page. */
import { column, list, readModel, type Frame } from '@hub/core/server';

export const sectionRead = readModel({
  type: 'Section',
  fields: { key: column('key'), heading: column('heading'), body: column('body') },
});

/** The sections in a `jsonb` column of the holding row; null where `exists` is false for it. */
export function sectionsIn(name: string, exists?: (frame: Frame) => string) {
  return list('Section', {
    from: ({ t, parent }) =>
      `ROWS FROM (jsonb_to_recordset(${parent.t}.${name}) AS (key text, heading text, body text)) ` +
      `WITH ORDINALITY AS ${t} (key, heading, body, place)`,
    orderBy: ({ t }) => `${t}.place`,
    ...(exists ? { exists } : {}),
  });
}
