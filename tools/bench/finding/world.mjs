/** A network that grows: discussions of ten posts each, half of them read, a few with words of their own. Goes past the services, for speed. */

/** How many discussions there are to begin with, and how many times as many later. */
export const sizes = { first: 10_000, times: 10 };

/**
 * Adds discussions up to a number, and what is kept beside them: counters, feeds, marks, documents.
 * @param {(text: string, values?: unknown[]) => Promise<object[]>} sql
 * @param {number} from how many there are
 * @param {number} to how many there shall be
 */
export async function grow(sql, from, to) {
  for (const statement of statements) await sql(statement, [from + 1, to]);
  for (const table of tables) await sql(`VACUUM (ANALYZE) ${table}`);
}

const tables = [
  'core.entity',
  'threads.thread',
  'threads.post',
  'threads.activity',
  'threads.feed',
  'threads.read_mark',
  'search.document',
];
const ref = `'thread:network/grown-' || n`;
const author = `'member:network/gwen-stillwater'`;
const reader = `'member:network/anjali-thornapple'`;
const at = `timestamptz '2016-01-01' + n * interval '1 minute'`;
const numbers = 'generate_series($1::int, $2::int) n';
const model = `'care-model:network/' || (ARRAY['mcp', 'pacs', 'ehch', 'uec', 'acc'])[n % 5 + 1]`;
const words = `'Rounds ' || md5(n::text) || ' of ward ' || n % 97`;

const statements = [
  `INSERT INTO core.entity (ref, kind, title, summary, care_models, visibility, within, needs, created_at, updated_at)
   SELECT ${ref}, 'thread', ${words}, '', ARRAY[${model}], 'network', '{}', '{network}', ${at}, ${at} FROM ${numbers}`,
  `INSERT INTO threads.thread (ref, kind, author_ref, anonymous, created_at) SELECT ${ref}, 'DISCUSSION', ${author}, false, ${at} FROM ${numbers}`,
  `INSERT INTO threads.post (id, thread_ref, position, author_ref, anonymous, body, created_at)
   SELECT gen_random_uuid(), ${ref}, place, ${author}, false, 'Words of post ' || place || ' about care', ${at} FROM ${numbers}, generate_series(1, 10) place`,
  `INSERT INTO threads.activity (thread_ref, last_position, reply_count) SELECT ${ref}, 10, 9 FROM ${numbers}`,
  `INSERT INTO threads.feed (thread_ref, feed, last_activity_at) SELECT ${ref}, feed, ${at} FROM ${numbers}, unnest(ARRAY['all', ${model}]) feed`,
  `INSERT INTO threads.read_mark (member_ref, thread_ref, last_position) SELECT ${reader}, ${ref}, 7 + (n % 2) * 3 FROM ${numbers}`,
  `INSERT INTO search.document (ref, kind, title, body, changed_at, care_models, needs)
   SELECT ${ref}, 'thread', ${words}, CASE WHEN n <= 10 THEN 'the glockenspiel of the ward' ELSE 'rounds, huddles and what came of them in week ' || n % 52 END,
     ${at}, ARRAY[${model}], '{network}' FROM ${numbers}`,
];
