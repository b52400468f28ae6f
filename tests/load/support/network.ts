/** A network with enough in it for PostgreSQL to choose by cost: the same rows each time, written past the services. */
import type { TestHub } from '@hub/testing';

/** Threads of four posts, and each fiftieth of a hundred. */
const threads = 2000;
const members = 1500;

const words = `'We tried this in the spring with two practices and a community nurse, and it took six weeks before people trusted it. Post '`;

/** Members at the sites, discussions in the five care models, reactions, and what Anjali has read. */
export async function makeNetwork({ sql }: Pick<TestHub, 'sql'>): Promise<void> {
  for (const text of statements) await sql(text);
  await sql('VACUUM (ANALYZE)');
}

const made = (kind: string, n: string) => `'${kind}:network/made-' || ${n}`;
const at = (n: string) => `timestamptz '2017-01-01' + ${n} * interval '10 minutes'`;
const model = (n: string) => `'care-model:network/' || (ARRAY['mcp','pacs','ehch','uec','acc'])[1 + ${n} % 5]`;
const length = (n: string) => `CASE WHEN ${n} % 50 = 0 THEN 100 ELSE 4 END`;
const each = (most: number) => `generate_series(1, ${most}) AS n`;
const author = (n: string) => made('member', `(1 + (${n}) % ${members})`);

const statements = [
  `INSERT INTO core.entity (ref, kind, title, summary, visibility, needs, created_at, updated_at)
   SELECT ${made('member', 'n')}, 'member', 'Made Member ' || n, '', 'network', '{network}', ${at('n')}, ${at('n')} FROM ${each(members)}`,
  `INSERT INTO core.account (ref, keys) SELECT ${made('member', 'n')}, ARRAY[${made('member', 'n')}, 'network', 'public', 'takes-part'] FROM ${each(members)}`,
  `INSERT INTO sites.member (ref, role_title, professional_group, skills, bio, interests, illustrative)
   SELECT ${made('member', 'n')}, 'GP', m.professional_group, m.skills, m.bio, m.interests, true
   FROM ${each(members)}, (SELECT * FROM sites.member ORDER BY ref LIMIT 1) m`,
  `INSERT INTO sites.membership (site_ref, member_ref, since, role)
   SELECT s.ref, ${made('member', 'n')}, '2017-01-01', 'MEMBER'
   FROM ${each(members)} JOIN (SELECT ref, row_number() OVER (ORDER BY ref) AS place, count(*) OVER () AS of FROM sites.site) s ON s.place = 1 + n % s.of`,
  `INSERT INTO core.entity (ref, kind, title, summary, care_models, visibility, needs, created_at, updated_at)
   SELECT ${made('thread', 'n')}, 'thread', 'How do you keep the team meeting short, number ' || n, 'Ours runs on.', ARRAY[${model('n')}],
     'network', '{network}', ${at('n')}, ${at('n')} FROM ${each(threads)}`,
  `INSERT INTO threads.thread (ref, kind, author_ref, anonymous, created_at)
   SELECT ${made('thread', 'n')}, 'DISCUSSION', ${author('n * 7')}, false, ${at('n')} FROM ${each(threads)}`,
  `INSERT INTO threads.activity SELECT ${made('thread', 'n')}, ${length('n')}, ${length('n')} - 1 FROM ${each(threads)}`,
  `INSERT INTO threads.feed SELECT ${made('thread', 'n')}, f, ${at('n')} FROM ${each(threads)}, unnest(ARRAY['all', ${model('n')}]) AS f`,
  `INSERT INTO threads.post (id, thread_ref, position, author_ref, anonymous, body, created_at)
   SELECT md5(n || ' ' || p)::uuid, ${made('thread', 'n')}, p, ${author('n * 13 + p * 17')}, p % 20 = 0, ${words} || p, ${at('n')}
   FROM ${each(threads)}, generate_series(1, ${length('n')}) AS p`,
  `INSERT INTO threads.reaction SELECT md5(n || ' ' || p)::uuid, ${author('p * 31')}, 'HELPFUL'
   FROM ${each(threads)}, generate_series(2, ${length('n')}, 2) AS p`,
  `INSERT INTO threads.read_mark SELECT 'member:network/anjali-thornapple', ${made('thread', 'n')}, 2 FROM ${each(threads)} WHERE n % 3 = 0`,
  `INSERT INTO search.document (ref, kind, title, body, care_models, needs, changed_at)
   SELECT e.ref, e.kind, e.title, ${words} || e.ref, e.care_models, e.needs, e.updated_at FROM core.entity e WHERE e.ref LIKE 'thread:network/made-%'`,
];
