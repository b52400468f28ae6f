/**
 * W1: a page of the newest discussions of a care model, with who began each, their site, its counts and what the viewer has not read.
 * The page's own document also asks how many discussions there are in all, which is no part of the goal: it counts as many rows as there are.
 */
import { anyOf, howMany, question } from './inputs.mjs';
import { authorOf, seen, unreadIn } from './raw.mjs';

const query = `query Feed($filter: ThreadFilter, $after: String) {
  threads(filter: $filter, first: 20, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id title kind replyCount unreadCount lastActivityAt answered locked author { id displayName sites { id name } } } }
  }
}`;

const statement = (keyset) => `
  WITH rows AS (
    SELECT f.thread_ref, f.last_activity_at, e.title FROM threads.feed f JOIN core.entity e ON e.ref = f.thread_ref AND ${seen('e')}
    WHERE f.feed = $3 ${keyset} ORDER BY f.last_activity_at DESC, f.thread_ref DESC LIMIT 21
  )
  SELECT row_to_json(d) AS data FROM (SELECT (SELECT row_to_json(c) FROM (SELECT
    (SELECT row_to_json(i) FROM (SELECT (SELECT count(*) > 20 FROM rows) AS "hasNextPage") i) AS "pageInfo",
    (SELECT coalesce(json_agg(row_to_json(x)), '[]') FROM (
      SELECT (SELECT row_to_json(n) FROM (SELECT t.ref AS id, r.title, t.kind, a.reply_count AS "replyCount", ${unreadIn('t.ref')} AS "unreadCount",
        r.last_activity_at AS "lastActivityAt", t.accepted_post_id IS NOT NULL AS answered, t.locked, ${authorOf('t')} AS author) n) AS node
      FROM (SELECT * FROM rows LIMIT 20) r JOIN threads.thread t ON t.ref = r.thread_ref JOIN threads.activity a ON a.thread_ref = r.thread_ref
      ORDER BY r.last_activity_at DESC, r.thread_ref DESC) x) AS edges) c) AS threads) d`;

const firstPage = statement('');
const laterPage = statement('AND (f.last_activity_at, f.thread_ref) < ($4::timestamptz, $5::text)');

/** Half of the questions are for the first page, half for one anywhere in the feed. */
async function questions({ sql, viewers, ask }) {
  const models = await sql('SELECT code, ref FROM core.care_model');
  const places = new Map();
  for (const { ref } of models) places.set(ref, await placesIn(sql, ref));
  const cursorLike = await cursorsOf(ask, viewers[0], models[0].code);
  return Array.from({ length: howMany }, (_, n) => {
    const model = anyOf(models);
    const place = n % 2 ? anyOf(places.get(model.ref)) : null;
    return question({
      ...{ viewer: anyOf(viewers), query },
      variables: { filter: { modelTypes: [model.code] }, ...(place ? { after: cursorLike(place) } : {}) },
      ...(place ? { name: 'w1-later', text: laterPage } : { name: 'w1-first', text: firstPage }),
      values: [model.ref, ...(place ?? [])],
    });
  });
}

async function placesIn(sql, feed) {
  const rows = await sql(
    'SELECT last_activity_at::text AS at, thread_ref AS ref FROM threads.feed WHERE feed = $1 ORDER BY random() LIMIT 500',
    [feed],
  );
  return rows.map(({ at, ref }) => [at, ref]);
}

/** Makes cursors of any place out of one that the hub gave: walking there page by page would take a day. */
async function cursorsOf(ask, viewer, code) {
  const { threads } = await ask(viewer, query, { filter: { modelTypes: [code] } });
  const [list] = JSON.parse(Buffer.from(threads.pageInfo.endCursor, 'base64url').toString());
  return (place) => Buffer.from(JSON.stringify([list, ...place])).toString('base64url');
}

/** Raw SQL gives no cursor, and its times as PostgreSQL writes them. */
const leftOut = ['endCursor'];

export const feed = { id: 'W1', name: 'feed of a care model', questions, leftOut };
