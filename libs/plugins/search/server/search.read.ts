/** How search is read: scored documents under the access scope; where no words fit, words spelt nearly so. */
import {
  any,
  many,
  part,
  readExtension,
  readModel,
  sql,
  type Frame,
  type ReadExtension,
  type RootRead,
  type ServerPlugin,
} from '@hub/core/server';
import { happenedAt, narrowings } from './search.narrowing';

const matchOf = ({ t }: Frame) => `search.match_of(${t}.body, ${t}.query, ${t}.place_lines, ${t}.place_names)`;

/** A hit is a row of the scored documents: the entity, the query, and how well they fit. */
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
  filters: {
    text: { cast: 'text', sql: () => '' },
    ...Object.fromEntries(
      narrowings.map(({ name, cast, map, fits }) => [
        name,
        { cast, map, sql: ({ t, e }: Frame, value: () => string) => fits(t, e, value()) },
      ]),
    ),
  },
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
    from: (frame) => `${scoredDocuments(frame)} AS ${frame.t}`,
    order: {
      descending: true,
      keys: [
        { sql: ({ t }) => `${t}.score`, type: 'int' },
        { sql: ({ t, e }) => happenedAt(t, e), type: 'timestamptz' },
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

/** The filter by kind, whose values are the searchable kinds of the whole list. */
export function kindFilter(plugins: readonly ServerPlugin[]): ReadExtension {
  const kinds = new Map(
    plugins.flatMap(({ kinds: own = [] }) => own.map(({ searchKind, kind }) => [searchKind, kind])),
  );
  return readExtension({
    type: 'SearchEdge',
    filters: {
      kinds: {
        cast: 'text[]',
        map: (names: string[]) => names.map((name) => kinds.get(name)),
        sql: ({ t }, value) => `${t}.kind = ANY(${value()})`,
      },
    },
  });
}

/** A FROM item: documents with the words; when the viewer can see none, those with words spelt nearly so. */
export function scoredDocuments(frame: Frame): string {
  const text = frame.arg('text', 'text');
  const nearly = `(SELECT search.nearly_of(${text}, ${frame.viewer.keys}) AS query OFFSET 0)`;
  return (
    `(${documentsWith(frame, `(SELECT search.query_of(${text}) AS query)`)} UNION ALL ` +
    `${documentsWith(frame, nearly)} AND NOT EXISTS (${anyHit(frame, text)}))`
  );
}

/** Whatever the viewer can see that has the words as written. */
function anyHit(frame: Frame, text: string): string {
  const [x, e] = [frame.alias(), frame.alias()];
  return (
    `SELECT 1 FROM search.document ${x} JOIN core.entity ${e} ON ${e}.ref = ${x}.ref ` +
    `WHERE ${x}.words @@ search.query_of(${text}) AND ${frame.visible(e)}`
  );
}

/**
 * The query is a row of its own, worked out once: worked out again for each document that fits it, a word that stands only in what the
 * viewer may not see would take longer than one that stands nowhere.
 */
function documentsWith(frame: Frame, query: string): string {
  const [d, q] = [frame.alias(), frame.alias()];
  const columns = [
    'ref',
    'kind',
    'body',
    'stage',
    'lessons',
    'enablers',
    'tags',
    'happened_at',
    'place_lines',
    'place_names',
  ];
  return (
    `SELECT ${columns.map((name) => `${d}.${name}`).join(', ')}, ${q}.query, ` +
    `search.score_of(${d}.title_words, ${d}.words, ${q}.query) - ${d}.comes_last::int * 10000000 AS score ` +
    `FROM ${query} ${q} JOIN search.document ${d} ON true WHERE ${d}.words @@ ${q}.query`
  );
}
