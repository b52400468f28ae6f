/**
 * W2: the first 50 posts of a discussion of 100, with who wrote each, their site, and its reactions with the viewer's own.
 * Of the page's own document it leaves out what most posts do not have (references, promotions, what an edit left behind).
 */
import { anyOf, howMany, question } from './inputs.mjs';
import { authorOf, seen } from './raw.mjs';

const query = `query ThreadPage($id: ID!) {
  thread(id: $id) {
    id title kind
    posts(first: 50) {
      pageInfo { hasNextPage endCursor }
      edges { node { id position body createdAt anonymous removed author { id displayName sites { id name } } reactions { kind count viewerReacted } } }
    }
  }
}`;

const words = `CASE WHEN p.removed_at IS NULL AND (p.hidden_at IS NULL OR p.author_ref = $1::text OR 'role:moderator' = ANY($2::text[]))
  THEN threads.without(p.body, ARRAY(SELECT r.written FROM threads.reference r JOIN core.entity re ON re.ref = r.ref WHERE r.post_id = p.id AND NOT ${seen('re')}))
  ELSE '' END`;
const reactions = `(SELECT coalesce(json_agg(row_to_json(k)), '[]') FROM (
  SELECT r.kind, count(*)::int AS count, bool_or(r.member_ref = $1::text) AS "viewerReacted" FROM threads.reaction r
  WHERE r.post_id = p.id GROUP BY r.kind ORDER BY array_position(ARRAY['USEFUL', 'SAME_HERE', 'THANK_YOU'], r.kind)) k)`;

const text = `
  SELECT row_to_json(d) AS data FROM (SELECT (SELECT row_to_json(h) FROM (
    SELECT t.ref AS id, e.title, t.kind, (SELECT row_to_json(c) FROM (SELECT
      (SELECT row_to_json(i) FROM (SELECT EXISTS (SELECT FROM threads.post p WHERE p.thread_ref = t.ref ORDER BY p.position OFFSET 50) AS "hasNextPage") i) AS "pageInfo",
      (SELECT coalesce(json_agg(row_to_json(x)), '[]') FROM (
        SELECT (SELECT row_to_json(n) FROM (SELECT 'post:' || p.id AS id, p.position, ${words} AS body, p.created_at AS "createdAt", p.anonymous,
          p.removed_at IS NOT NULL AS removed, ${authorOf('p')} AS author, ${reactions} AS reactions) n) AS node
        FROM threads.post p WHERE p.thread_ref = t.ref ORDER BY p.position LIMIT 50) x) AS edges) c) AS posts
    FROM threads.thread t JOIN core.entity e ON e.ref = t.ref AND ${seen('e')} WHERE t.ref = $3::text) h) AS thread) d`;

async function questions({ sql, viewers }) {
  const long = await sql(
    'SELECT thread_ref AS ref FROM threads.activity WHERE last_position >= 100 ORDER BY random() LIMIT 1000',
  );
  return Array.from({ length: howMany }, () => {
    const { ref } = anyOf(long);
    return question({ viewer: anyOf(viewers), query, variables: { id: ref }, name: 'w2', text, values: [ref] });
  });
}

export const thread = { id: 'W2', name: 'page of a discussion', questions, leftOut: ['endCursor'] };
