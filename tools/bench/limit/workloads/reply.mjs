/**
 * W5: a reply with everything that it causes up to the outbox: the post, the counters of its discussion, its place in every feed, the events
 * and what each handler has to do. Raw SQL does it in one statement, which is its transaction.
 */
import { anyOf, howMany, question } from './inputs.mjs';
import { seen } from './raw.mjs';

const query = `mutation Reply($input: ReplyInput!) {
  reply(input: $input) { post { id position body createdAt thread { id replyCount } } }
}`;

/** `$5` and `$6`: who handles that a post was added, and that words changed. */
const text = `
  WITH thread AS (
    SELECT t.ref, e.care_models FROM threads.thread t JOIN core.entity e ON e.ref = t.ref AND ${seen('e')}
    WHERE t.ref = $3::text AND NOT t.locked AND 'takes-part' = ANY($2::text[]) FOR SHARE OF t
  ), counted AS (
    UPDATE threads.activity a SET last_position = last_position + 1, reply_count = reply_count + 1 FROM thread WHERE a.thread_ref = thread.ref
    RETURNING last_position, reply_count
  ), moved AS (
    UPDATE threads.feed f SET last_activity_at = greatest(last_activity_at, now()) FROM thread WHERE f.thread_ref = thread.ref
  ), post AS (
    INSERT INTO threads.post (id, thread_ref, position, author_ref, anonymous, body, created_at)
    SELECT gen_random_uuid(), $3::text, counted.last_position, $1::text, false, $4::text, now() FROM counted RETURNING id, position, body, created_at
  ), event AS (
    INSERT INTO core.domain_event (id, name, subject_ref, actor_ref, at, facts, loaded)
    SELECT gen_random_uuid(), v.name, thread.ref, v.actor, now(), v.facts, false FROM thread, post, LATERAL (VALUES
      ('post.added', $1::text, jsonb_build_object('post', 'post:' || post.id, 'careModels', thread.care_models)), ('entity.changed', NULL, '{}')) v (name, actor, facts)
    RETURNING id, name
  ), delivery AS (
    INSERT INTO core.delivery (event_id, handler, next_at)
    SELECT event.id, h, now() FROM event, unnest(CASE event.name WHEN 'post.added' THEN $5::text[] ELSE $6::text[] END) h
  )
  SELECT row_to_json(d) AS data FROM (SELECT (SELECT row_to_json(r) FROM (SELECT (SELECT row_to_json(n) FROM (
    SELECT 'post:' || post.id AS id, post.position, post.body, post.created_at AS "createdAt",
      (SELECT row_to_json(t) FROM (SELECT $3::text AS id, counted.reply_count AS "replyCount") t) AS thread
    FROM post, counted) n) AS post) r) AS reply, pg_notify('hub_outbox', $3::text) IS NULL AS told) d`;

async function questions({ sql, viewers, ask }) {
  const threads = await sql(
    `SELECT e.ref FROM core.entity e JOIN threads.activity a ON a.thread_ref = e.ref WHERE e.kind = 'thread' AND e.needs = '{network}' AND e.community_ref IS NULL AND a.last_position < 50
     ORDER BY random() LIMIT 1000`,
  );
  await ask(viewers[0], query, { input: { thread: threads[0].ref, body: 'The first reply.' } });
  const handlers = await handlersOf(sql);
  return Array.from({ length: howMany }, (_, n) => {
    const [{ ref }, viewer] = [anyOf(threads), anyOf(viewers)];
    const body = `Reply ${n}: what we do at our place, and what came of it when we tried.`;
    const values = [ref, body, handlers['post.added'], handlers['entity.changed']];
    return question({ viewer, query, variables: { input: { thread: ref, body } }, name: 'w5', text, values });
  });
}

/** Who handles each event that a reply raises, as the hub just wrote it down. */
async function handlersOf(sql) {
  const rows = await sql(
    'SELECT e.name, array_agg(DISTINCT d.handler) AS handlers FROM core.domain_event e JOIN core.delivery d ON d.event_id = e.id GROUP BY e.name',
  );
  return Object.fromEntries(rows.map(({ name, handlers }) => [name, handlers]));
}

/** What is in the tables after so many replies, for each: raw SQL must leave behind what the hub does. */
export async function traces(sql, since) {
  const [row] = await sql(
    `SELECT count(*)::int AS replies,
       bool_and(a.last_position >= p.position AND f.last_activity_at >= p.created_at) AS "inStep",
       (SELECT json_object_agg(h.name, h.handlers) FROM (SELECT e.name, count(*)::float / (SELECT count(*) FROM threads.post WHERE created_at >= $1) AS handlers
         FROM core.domain_event e JOIN core.delivery d ON d.event_id = e.id WHERE e.at >= $1 GROUP BY e.name) h) AS duties,
       (SELECT array_agg(DISTINCT k ORDER BY k) FROM core.domain_event e, jsonb_object_keys(e.facts) k WHERE e.at >= $1) AS facts,
       (SELECT count(DISTINCT e.actor_ref) > 0 FROM core.domain_event e WHERE e.at >= $1) AS named
     FROM threads.post p JOIN threads.activity a ON a.thread_ref = p.thread_ref
     JOIN threads.feed f ON f.thread_ref = p.thread_ref AND f.feed = 'all' WHERE p.created_at >= $1`,
    [since],
  );
  return row;
}

/** Ids and times are new with every reply, and so is how many there are. */
const leftOut = ['id', 'createdAt', 'position', 'replyCount', 'told'];

export const reply = { id: 'W5', name: 'reply', questions, leftOut, traces };
