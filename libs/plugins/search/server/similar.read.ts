/** What may be about the same as a title: documents that share enough of its words, those that share them in their title first. */
import { many, type Frame, type RootRead } from '@hub/core/server';
import { chosen } from './asked.sql';

/** At least half of the words, in any form. What comes last in searches is no answer. */
export const similarRoot: RootRead = many('SearchEdge', {
  rowsAreEdges: true,
  from: sharingDocuments,
  order: {
    descending: true,
    keys: [
      { sql: ({ t }) => `${t}.score`, type: 'int' },
      { sql: ({ e }) => `${e}.updated_at`, type: 'timestamptz' },
      { sql: ({ t }) => `${t}.ref`, type: 'text' },
    ],
  },
});

/** The words asked for are a row of their own, worked out once. */
function sharingDocuments(frame: Frame): string {
  const text = frame.arg('text', 'text');
  const conditions = [
    ...['d.words @@ q.query', 'NOT d.comes_last', ...chosen(frame)],
    'search.shared(q.asked, d.words) * 2 >= cardinality(q.asked)',
  ];
  return (
    `(SELECT d.ref, q.query, q.middles, ` +
    `search.shared(q.asked, d.title_words) * 1000000 + search.shared(q.asked, d.words) * 10000 AS score ` +
    `FROM (SELECT query, search.middles_of(query) AS middles, tsvector_to_array(to_tsvector('english', ${text})) AS asked ` +
    `FROM search.any_of(${text}) AS query OFFSET 0) q ` +
    `JOIN search.document d ON true WHERE ${conditions.join(' AND ')}) AS ${frame.t}`
  );
}
