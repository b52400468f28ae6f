/** Discussions, of which one in fifty is long: their posts, counters, feeds, reactions, read marks; some in closed communities or about what only a site sees. */
import { chance, pick, upTo, uuid } from './chance.mjs';
import { careModel, community, member } from './people.mjs';
import { textOf, titleOf } from './words.mjs';

const longThread = 100;
const begun = `timestamptz '2015-06-01 09:00:00Z'`;

export const thread = (n) => `'thread:network/bench-' || (${n})`;
export const postOf = (n, position) => uuid('post', n, position);

/**
 * First a plan of this connection alone, `bench_thread`: how long each is, when it began, and what it is in or about. One in ten is in a
 * community, one in five about an intervention.
 */
export function discussionStatements(world) {
  const { threads, members, communities } = world;
  const createdAt = (position) => `d.begun + (${position}) * interval '7 minutes'`;
  const writer = (position) => member(`1 + ${pick(`d.n * 128 + (${position})`, 41, members)}`);
  const posts = `bench_thread d, generate_series(1, d.length) AS p`;
  return [
    [
      `CREATE TEMP TABLE bench_thread AS
       SELECT n, CASE WHEN n % 50 = 0 THEN ${longThread} ELSE 1 + ${pick('n', 42, 15)} END::int AS length,
         ${begun} + n * (interval '900 days' / ${threads}) AS begun,
         CASE WHEN n % 10 = 3 THEN 1 + ${pick('n', 43, communities)} END AS community,
         CASE WHEN n % 5 = 1 THEN (SELECT ref FROM bench_topic t WHERE t.n = ${pick('d.n', 44, '(SELECT count(*) FROM bench_topic)')}) END AS about
       FROM ${upTo(threads, 'd (n)')}`,
    ],
    ['CREATE UNIQUE INDEX ON bench_thread (n)'],
    ['ANALYZE bench_thread'],
    [
      `INSERT INTO core.entity (ref, kind, title, summary, care_models, community_ref, visibility, within, needs, created_at, updated_at)
       SELECT ${thread('d.n')}, 'thread', ${titleOf('d.n', 45, world)}, ${textOf('d.n * 128 + 1', 46, 3, world)}, ARRAY[${careModel('d.n')}], c.ref,
         CASE WHEN c.inside IS NULL THEN 'network' ELSE 'community' END, array_remove(ARRAY[d.about, c.ref], NULL),
         ARRAY(SELECT DISTINCT k FROM unnest(ARRAY[coalesce(c.inside, 'network')] || c.needs || about.needs) k WHERE k IS NOT NULL ORDER BY 1), d.begun, d.begun
       FROM bench_thread d
       LEFT JOIN LATERAL (SELECT e.ref, e.needs, CASE WHEN k.kind <> 'OPEN' THEN e.ref END AS inside FROM core.entity e
         JOIN communities.community k ON k.ref = e.ref WHERE e.ref = ${community('d.community')}) c ON true
       LEFT JOIN core.entity about ON about.ref = d.about`,
    ],
    [
      `INSERT INTO threads.thread (ref, kind, about_ref, author_ref, anonymous, created_at)
       SELECT ${thread('d.n')}, CASE WHEN d.n % 4 = 0 THEN 'QUESTION' ELSE 'DISCUSSION' END, d.about, ${writer(1)}, d.n % 25 = 7, d.begun FROM bench_thread d`,
    ],
    [
      `INSERT INTO core.link (from_ref, relation, to_ref) SELECT ${thread('d.n')}, 'discusses', d.about FROM bench_thread d WHERE d.about IS NOT NULL`,
    ],
    [
      `INSERT INTO threads.post (id, thread_ref, position, author_ref, anonymous, body, created_at)
       SELECT ${postOf('d.n', 'p')}, ${thread('d.n')}, p, ${writer('p')}, CASE WHEN p = 1 THEN d.n % 25 = 7 ELSE (d.n + p) % 25 = 8 END,
         ${textOf('d.n * 128 + p', 46, 3, world)}, ${createdAt('p - 1')} FROM ${posts}`,
    ],
    [
      `INSERT INTO threads.activity (thread_ref, last_position, reply_count) SELECT ${thread('d.n')}, d.length, d.length - 1 FROM bench_thread d`,
    ],
    [
      `INSERT INTO threads.feed (thread_ref, feed, last_activity_at)
       SELECT ${thread('d.n')}, feed, ${createdAt('d.length - 1')}
       FROM bench_thread d, unnest(array_remove(ARRAY['all', ${careModel('d.n')}, ${community('d.community')}], NULL)) feed`,
    ],
    [
      `INSERT INTO threads.reaction (post_id, member_ref, kind)
       SELECT ${postOf('d.n', 'p')}, ${member(`1 + ${pick('(d.n * 128 + p) * 4 + r', 47, members)}`)}, (ARRAY['USEFUL', 'SAME_HERE', 'THANK_YOU'])[r]
       FROM ${posts}, generate_series(1, ${pick('d.n * 128 + p', 48, 6)} - 2) r`,
    ],
    [
      `INSERT INTO threads.read_mark (member_ref, thread_ref, last_position)
       SELECT ${member('r.m')}, ${thread('d.n')}, 1 + ${pick('r.m * 64 + r.k', 49, 'd.length')}
       FROM (SELECT m, k, ${threads} - floor(${threads} * power(${chance('m * 64 + k', 50)}, 2))::int AS n FROM ${upTo(members, 'm')}, generate_series(1, 50) k) r
       JOIN bench_thread d ON d.n = r.n
       ON CONFLICT DO NOTHING`,
    ],
    [
      `INSERT INTO subscriptions.follow (member_ref, target_ref, level, since)
       SELECT ${member('m')}, target, CASE WHEN k % 10 = 0 THEN 'MUTED' ELSE 'WATCHING' END, now() FROM ${upTo(members, 'm')}, generate_series(1, 10) k,
         LATERAL (SELECT CASE WHEN k = 1 THEN ${careModel('m')} WHEN k < 5 THEN (SELECT ref FROM bench_topic t WHERE t.n = ${pick('m * 16 + k', 51, '(SELECT count(*) FROM bench_topic)')})
           ELSE ${thread(`1 + ${pick('m * 16 + k', 52, threads)}`)} END AS target) AS chosen ON CONFLICT DO NOTHING`,
    ],
    [
      `INSERT INTO search.document (ref, kind, title, body, happened_at, changed_at, care_models, needs, place_lines, place_names)
       SELECT e.ref, 'thread', e.title, said.body, ${createdAt('d.length - 1')}, e.updated_at, e.care_models, e.needs, said.lines, said.names
       FROM bench_thread d JOIN core.entity e ON e.ref = ${thread('d.n')}, LATERAL (
         SELECT string_agg(p.body, E'\\n\\n' ORDER BY p.position) AS body, array_agg(p.position * 2 - 1 ORDER BY p.position) AS lines,
           array_agg(CASE WHEN p.position > 1 THEN 'post-' || p.position ELSE '' END ORDER BY p.position) AS names
         FROM threads.post p WHERE p.thread_ref = e.ref) said`,
    ],
  ];
}

/** What discussions are about: published interventions, and one in twenty an adaptation, some of which only a site sees. */
export const topicStatements = [
  [
    `CREATE TEMP TABLE bench_topic AS SELECT row_number() OVER (ORDER BY ref) - 1 AS n, ref FROM (
       SELECT ref FROM core.entity WHERE kind = 'intervention' AND state = 'PUBLISHED' AND ref LIKE 'intervention:bench-%'
       UNION ALL SELECT ref FROM core.entity WHERE kind = 'adaptation' AND ref LIKE 'adaptation:bench-%5') topic`,
  ],
  ['CREATE UNIQUE INDEX ON bench_topic (n)'],
];
