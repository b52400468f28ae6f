/** How search is read: scored documents under the access scope; where no words fit, words spelt nearly so. */
import { careModelRef } from '@hub/core/contract';
import {
  any,
  many,
  readExtension,
  readModel,
  sql,
  type Frame,
  type ReadExtension,
  type RootRead,
  type ServerPlugin,
} from '@hub/core/server';

/** A hit is a row of the scored documents: the entity, the query, and how well they fit. */
export const searchEdgeRead = readModel({
  type: 'SearchEdge',
  source: 'search.document',
  guard: 'ref',
  fields: {
    node: any(({ t }) => `${t}.ref`),
    matchedLine: sql(({ t }) => `search.matched_line(${t}.body, ${t}.query)`),
  },
  filters: {
    text: { cast: 'text', sql: () => '' },
    modelTypes: {
      cast: 'text[]',
      map: (codes: string[]) => codes.map(careModelRef),
      sql: (frame, value) => `${frame.e}.care_models && ${value()}`,
    },
  },
});

/** Best first, but what comes last after all others; among equals the latest changed. Unnamed, because a generic plan of full text search is a bad one. */
export const searchRoot: RootRead = {
  ...many('SearchEdge', {
    rowsAreEdges: true,
    from: scoredDocuments,
    order: {
      descending: true,
      keys: [
        { sql: ({ t }) => `${t}.score`, type: 'int' },
        { sql: ({ e }) => `${e}.updated_at`, type: 'timestamptz' },
        { sql: ({ t }) => `${t}.ref`, type: 'text' },
      ],
    },
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

/** The FROM item: documents with the words; when the viewer can see none, those with words spelt nearly so. */
function scoredDocuments(frame: Frame): string {
  const text = frame.arg('text', 'text');
  const [x, e] = [frame.alias(), frame.alias()];
  const exactly = `search.query_of(${text})`;
  const anyHit =
    `SELECT 1 FROM search.document ${x} JOIN core.entity ${e} ON ${e}.ref = ${x}.ref ` +
    `WHERE ${x}.words @@ ${exactly} AND ${frame.visible(e)}`;
  const nearly = `(SELECT search.nearly_of(${text}, ${frame.viewer.keys}) AS query OFFSET 0)`;
  return (
    `(${documentsWith(frame, `(SELECT ${exactly} AS query)`)} UNION ALL ` +
    `${documentsWith(frame, nearly)} AND NOT EXISTS (${anyHit})) AS ${frame.t}`
  );
}

/**
 * The query is a row of its own, worked out once: worked out again for each document that fits it, a word that stands only in what the
 * viewer may not see would take longer than one that stands nowhere.
 */
function documentsWith(frame: Frame, query: string): string {
  const [d, q] = [frame.alias(), frame.alias()];
  return (
    `SELECT ${d}.ref, ${d}.kind, ${d}.body, ${q}.query, search.score_of(${d}.title_words, ${d}.words, ${q}.query) - ${d}.comes_last::int * 10000000 AS score ` +
    `FROM ${query} ${q} JOIN search.document ${d} ON true WHERE ${d}.words @@ ${q}.query`
  );
}
