/** How search is read: hits under the access scope, page by page; where no words fit, words spelt nearly so. */
import { any, many, part, readModel, sql, type Frame, type RootRead } from '@hub/core/server';
import { anyHit, mostCounted, queryOf, sureOf, totalOfHits } from './asked.sql';
import { pageOfHits } from './hits.sql';
import { narrowings } from './search.narrowing';

/** A FROM item: the line of a hit's document, which alone is read for what a page shows. */
const matchOf = ({ t }: Frame, alias: string) =>
  `search.document d, search.match_of(d.body, ${t}.query, ${t}.middles, d.place_lines, d.place_names) AS ${alias} WHERE d.ref = ${t}.ref`;

/** A hit is a row that its list finds: the entity, the query with its words taken apart, and how well they fit. The arguments are the list's own matter. */
export const searchEdgeRead = readModel({
  type: 'SearchEdge',
  source: 'search.document',
  guard: 'ref',
  fields: {
    node: any(({ t }) => `${t}.ref`),
    matchedLine: sql((frame) => `SELECT found.line FROM ${matchOf(frame, 'found')}`),
    match: part('SearchMatch', {
      from: (frame) => `${matchOf(frame, frame.lateral)} AND ${frame.lateral}.line IS NOT NULL`,
    }),
  },
  filters: Object.fromEntries(
    ['text', ...narrowings.map(({ name }) => name)].map((name) => [name, { cast: 'text', sql: () => '' }]),
  ),
});

export const searchMatchRead = readModel({
  type: 'SearchMatch',
  fields: {
    line: sql(({ lateral }) => `${lateral}.line`),
    words: sql(({ lateral }) => `${lateral}.words`),
    place: sql(({ lateral }) => `${lateral}.place`),
  },
});

/** Best first, but what comes last after all others; among equals the latest changed. */
export const searchRoot: RootRead = many('SearchEdge', {
  rowsAreEdges: true,
  bounded: { page: pageOfHits, total: totalOfHits, most: mostCounted },
  order: {
    descending: true,
    keys: [
      { sql: ({ t }) => `${t}.score`, type: 'int' },
      { sql: ({ t }) => `${t}.at`, type: 'timestamptz' },
      { sql: ({ t }) => `${t}.ref`, type: 'text' },
    ],
  },
});

/** What was probably meant, only where the viewer can see nothing that has the words as written. */
export const suggestionRoot: RootRead = sql((frame) => {
  const text = frame.arg('text', 'text');
  const written = { query: queryOf(frame), sure: sureOf(frame) };
  return `CASE WHEN NOT ${anyHit(frame, written)} THEN search.meant_by(${text}, ${frame.viewer.keys}) END`;
});
