/** How search is read: hits under the access scope, page by page; where no words fit, words spelt nearly so. */
import { any, many, part, readModel, sql, type Frame, type RootRead } from '@hub/core/server';
import { anyHit, mostCounted, pageOfHits, totalOfHits } from './hits.sql';
import { narrowings } from './search.narrowing';

const matchOf = ({ t }: Frame) => `search.match_of(${t}.body, ${t}.query, ${t}.place_lines, ${t}.place_names)`;

/** A hit is a row that its list finds: the entity, the query, and how well they fit. The arguments are the list's own matter. */
export const searchEdgeRead = readModel({
  type: 'SearchEdge',
  source: 'search.document',
  guard: 'ref',
  fields: {
    node: any(({ t }) => `${t}.ref`),
    matchedLine: sql((frame) => `(${matchOf(frame)}).line`),
    match: part('SearchMatch', {
      from: (frame) => `${matchOf(frame)} AS ${frame.lateral} WHERE ${frame.lateral}.line IS NOT NULL`,
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

/** Best first, but what comes last after all others; among equals the latest changed. Unnamed, because a generic plan of full text search is a bad one. */
export const searchRoot: RootRead = {
  ...many('SearchEdge', {
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
  }),
  unnamed: true,
};

/** What was probably meant, only where the viewer can see nothing that has the words as written. */
export const suggestionRoot: RootRead = {
  ...sql((frame) => {
    const text = frame.arg('text', 'text');
    return `CASE WHEN NOT EXISTS (${anyHit(frame, text)}) THEN search.meant_by(${text}, ${frame.viewer.keys}) END`;
  }),
  unnamed: true,
};
