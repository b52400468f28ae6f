/** What posts refer to, and what may be written to refer to it. Both are read through the scope of what is referred to. */
import { column, entityColumn, list, readModel, type Frame } from '@hub/core/server';
import { wordPatterns } from '../thread.read';

/** Guarded by its target: who may not see that has no such reference. */
export const referenceRead = readModel({
  type: 'PostReference',
  source: 'threads.reference',
  guard: 'ref',
  fields: { written: column('written'), targetId: column('ref'), title: entityColumn('title') },
});

/** SQL of a text of a post as the viewer may read it: without the names of what they may not see. */
export function textFor(frame: Frame, content: string, post: string): string {
  const [r, e] = [frame.alias(), frame.alias()];
  return `threads.without(${content}, ARRAY(SELECT ${r}.written FROM threads.reference ${r} JOIN core.entity ${e} ON ${e}.ref = ${r}.ref
    WHERE ${r}.post_id = ${post} AND NOT ${frame.visible(e)}))`;
}

const most = 8;
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  MEMBER: ['member'],
  THING: ['intervention', 'adaptation'],
};

/** Those that begin with what is typed come first. */
export const suggestionsRoot = list('ReferenceSuggestion', {
  from: (frame) => {
    const e = frame.alias();
    const kinds = kindsOf[String(frame.literal('kind'))] ?? Object.values(kindsOf).flat();
    const typed = frame.arg('text', 'text');
    return `(SELECT ${e}.ref FROM core.entity ${e}
      WHERE ${e}.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}) AND ${frame.visible(e)}
        AND (${e}.title || ' ' || ${e}.ref) ILIKE ALL (${frame.arg('text', 'text[]', wordPatterns)})
      ORDER BY NOT starts_with(lower(${e}.title), lower(${typed})), ${e}.title, ${e}.ref LIMIT ${most}) AS ${frame.t}`;
  },
  orderBy: (frame) =>
    `NOT starts_with(lower(${frame.e}.title), lower(${frame.arg('text', 'text')})), ${frame.e}.title, ${frame.e}.ref`,
});

export const suggestionRead = readModel({
  type: 'ReferenceSuggestion',
  guard: 'ref',
  fields: {
    written: { read: 'leaf', sql: ({ t }) => `threads.written_as(${t}.ref)` },
    title: entityColumn('title'),
    owner: {
      read: 'leaf',
      sql: (frame) => {
        const o = frame.alias();
        return `SELECT ${o}.title FROM core.entity ${o} WHERE ${o}.ref = ${frame.e}.owner_ref AND ${frame.visible(o)}`;
      },
    },
  },
});
