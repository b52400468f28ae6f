/** Adaptations that went quiet: still being worked on, and no word of them for 60 days. */
import { many, readExtension, sql, type Frame } from '@hub/core/server';
import { isAtWork, isQuietSql, lastWordSql } from '../check-ins/silence.sql';

/** When the record, or anything within it that the viewer can see, such as a discussion about it, last changed. */
export const lastWord = readExtension({
  type: 'Adaptation',
  fields: { lastWordAt: sql(lastWordAt) },
  filters: { within: { cast: 'text', sql: (frame, value) => isOfCareModels(frame, value()) } },
});

export const stalledRoot = many('Adaptation', {
  where: (frame) => `${isAtWork(`${frame.t}.stage`)} AND ${isQuietSql(lastWordAt(frame), 'now()')}`,
  order: {
    descending: false,
    keys: [
      { sql: lastWordAt, type: 'timestamptz' },
      { sql: ({ t }) => `${t}.ref`, type: 'text' },
    ],
  },
});

function lastWordAt(frame: Frame): string {
  const w = frame.alias();
  return lastWordSql(frame.e, w, frame.visible(w));
}

/** In a care model, or in one of those that a community bears on. */
function isOfCareModels(frame: Frame, within: string): string {
  const c = frame.alias();
  return (
    `${frame.e}.care_models && (CASE WHEN ${within} LIKE 'care-model:%' THEN ARRAY[${within}] ELSE ` +
    `(SELECT ${c}.care_models FROM core.entity ${c} WHERE ${c}.ref = ${within} AND ${frame.visible(c)}) END)`
  );
}
