/**
 * W4: the twenty best hits of a search among discussions and interventions, each with the line that matched. Three of four questions are
 * selective (two words that stand together in few places), one is broad (a word that stands in every other discussion).
 * The page's own document also counts all hits, in all and by each filter, which is no part of the goal.
 * Raw SQL ranks what the hub ranks, the newest two hundred hits in titles and the newest two hundred others, and leaves out the second try with
 * words spelt nearly so: every question here finds something.
 */
import { commonWord, middlingWord } from '../world/words.mjs';
import { anyOf, howMany, question } from './inputs.mjs';
import { seen, siteOf } from './raw.mjs';

const query = `query Find($text: String!) {
  search(text: $text, first: 20) {
    pageInfo { hasNextPage endCursor }
    edges {
      match { line words place }
      node {
        __typename
        ... on Thread { id title kind replyCount lastActivityAt }
        ... on Intervention { id title summary site { id name } }
      }
    }
  }
}`;

const isRanked = 200;
const lookedThrough = 250;
const at = 'coalesce(d.happened_at, d.changed_at)';
const score = 'search.score_of(d.title_words, d.words, $1) - d.comes_last::int * 10000000';
const columns = '(ref text, kind text, at timestamptz, first boolean, score int)';

/** Planned for each text, as a rare word and a common one ask for different plans; all around it is planned once. */
const newest = (words) => `search.planned('
  SELECT ref, kind, at, first, ${score} AS score FROM (
    SELECT d.ref, d.kind, ${at} AS at, NOT d.comes_last AS first, d.title_words, d.words, d.comes_last FROM search.document d
    WHERE ${words} ORDER BY (NOT d.comes_last) DESC, ${at} DESC, d.ref DESC LIMIT ${lookedThrough}) d',
  (SELECT query FROM asked), '{}', (SELECT given FROM asked)) AS n ${columns}`;
/** Rare words are looked up in the index, and the last one, which may be unfinished, in what has them. */
const sure = "($3 ->> ''sure'')::tsquery";
const having = `d.words @@ coalesce(${sure}, $1) AND (${sure} IS NULL OR (d.words @@ $1) IS TRUE)`;
const guarded = (ref) =>
  `CROSS JOIN LATERAL (SELECT FROM core.entity e WHERE e.ref = ${ref} AND ${seen('e')} OFFSET 0) e`;
/** Few enough are ranked as they are, and the scope is asked of the best alone; of more, the newest that the viewer may see. */
const ranked = (name, words, unless = '') => `
  ${name} AS MATERIALIZED (SELECT * FROM ${newest(words)}${unless}),
  ${name}_seen AS MATERIALIZED (
    SELECT * FROM ${name} WHERE (SELECT count(*) FROM ${name}) > ${isRanked}
      AND ref IN (SELECT e.ref FROM core.entity e WHERE e.ref = ANY (ARRAY(SELECT ref FROM ${name})) AND ${seen('e')})
    ORDER BY first DESC, at DESC, ref DESC LIMIT ${isRanked}),
  ${name}_ranked AS MATERIALIZED (
    SELECT * FROM ${name} WHERE (SELECT count(*) FROM ${name}) <= ${isRanked} UNION ALL SELECT * FROM ${name}_seen)`;

const text = `
  WITH asked AS MATERIALIZED (SELECT search.query_of($3::text) AS query, search.middles_of(search.query_of($3::text)) AS middles, jsonb_build_object('sure', search.sure_of($3::text)::text) AS given), ${ranked('titled', 'd.title_words @@ $1')},
  ${ranked(
    'other',
    `${having} AND NOT d.title_words @@ (SELECT $1)`,
    ` WHERE (SELECT count(*) FROM (SELECT FROM titled t ${guarded('t.ref')} WHERE t.first LIMIT 21) t) < 21`,
  )},
  hits AS MATERIALIZED (
    SELECT h.* FROM (SELECT * FROM titled_ranked UNION ALL SELECT * FROM other_ranked ORDER BY score DESC, at DESC, ref DESC OFFSET 0) h
    ${guarded('h.ref')} WHERE $1::text IS NOT NULL ORDER BY h.score DESC, h.at DESC, h.ref DESC LIMIT 21)
  SELECT row_to_json(d) AS data FROM (SELECT (SELECT row_to_json(c) FROM (SELECT
    (SELECT row_to_json(i) FROM (SELECT (SELECT count(*) > 20 FROM hits) AS "hasNextPage") i) AS "pageInfo",
    (SELECT coalesce(json_agg(row_to_json(x)), '[]') FROM (
      SELECT (SELECT row_to_json(m) FROM search.document d,
        search.match_of(d.body, (SELECT query FROM asked), (SELECT middles FROM asked), d.place_lines, d.place_names) m WHERE d.ref = h.ref AND m.line IS NOT NULL) AS match,
        CASE h.kind WHEN 'thread' THEN (SELECT row_to_json(n) FROM (
          SELECT 'Thread' AS "__typename", t.ref AS id, e.title, t.kind, a.reply_count AS "replyCount", f.last_activity_at AS "lastActivityAt"
          FROM threads.thread t JOIN core.entity e ON e.ref = t.ref JOIN threads.activity a ON a.thread_ref = t.ref
          JOIN threads.feed f ON f.thread_ref = t.ref AND f.feed IN ('all', 'merged') WHERE t.ref = h.ref) n)
        WHEN 'intervention' THEN (SELECT row_to_json(n) FROM (
          SELECT 'Intervention' AS "__typename", e.ref AS id, e.title, e.summary, ${siteOf('e.owner_ref')} AS site FROM core.entity e WHERE e.ref = h.ref) n) END AS node
      FROM (SELECT * FROM hits ORDER BY score DESC, at DESC, ref DESC LIMIT 20) h) x) AS edges) c) AS search) d`;

async function questions({ sql, viewers }) {
  const selective = await pairsIn(sql);
  return Array.from({ length: howMany }, (_, n) => {
    const words = n % 4 ? anyOf(selective) : commonWord(n);
    return question({
      viewer: anyOf(viewers),
      query,
      variables: { text: words },
      name: 'search',
      text,
      values: [words],
    });
  });
}

/** Of discussions that everyone sees: a word of few discussions with one of many, as they stand in one. */
async function pairsIn(sql) {
  const rows = await sql(
    `SELECT body FROM search.document WHERE kind = 'thread' AND needs = '{network}' ORDER BY random() LIMIT 500`,
  );
  const middling = new Set(Array.from({ length: 100 }, (_, n) => middlingWord(n)));
  return rows.flatMap(({ body }) => {
    const words = body.match(/[a-z]+/g);
    const [rare, other] = [words.find((word) => /^zu.*x$/.test(word)), words.find((word) => middling.has(word))];
    return rare && other ? [`${rare} ${other}`] : [];
  });
}

export const search = { id: 'W4', name: 'search', questions, leftOut: ['endCursor'] };
