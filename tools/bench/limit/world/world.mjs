/**
 * Fills a hub's own tables with a network of a size, past the services and set by set. What is in the directory needs the keys that the
 * services would have written, so that the access scope hides from each viewer what it should.
 */
import { discussionStatements, topicStatements } from './discussions.mjs';
import { member, peopleStatements } from './people.mjs';
import { recordStatements } from './records.mjs';
import { upTo } from './chance.mjs';
import { wordStatements } from './words.mjs';

/** Of viewers who are signed in: nobody could guess a real one. */
export const tokenOf = (n) => `bench-session-${n}`;

/**
 * @param {(text: string, values?: unknown[]) => Promise<object[]>} sql always on the same connection
 * @param {ReturnType<typeof import('./sizes.mjs').shares>} world
 * @param {(text: string) => void} say
 */
export async function load(sql, world, say = () => undefined) {
  const parts = {
    words: wordStatements(world),
    people: peopleStatements(world),
    'interventions and adaptations': recordStatements(world),
    discussions: [...topicStatements, ...discussionStatements(world)],
    sessions: sessionStatements(world),
  };
  for (const [name, statements] of Object.entries(parts)) {
    const began = Date.now();
    for (const [text, values] of statements) await sql(text, values);
    say(`  ${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  await sql('DROP TABLE bench_word, bench_rare, bench_sentence, bench_node, bench_topic, bench_thread');
  for (const table of tables) await sql(`VACUUM (ANALYZE) ${table}`);
}

/** The first members are signed in. */
function sessionStatements({ viewers }) {
  return [
    [
      `INSERT INTO core.session (id, token_hash, member_ref, created_at, last_seen_at, way)
       SELECT gen_random_uuid(), sha256(convert_to('${tokenOf('')}' || n, 'UTF8')), ${member('n')}, now(), now(), 'code' FROM ${upTo(viewers)}`,
    ],
  ];
}

const tables = [
  'core.entity',
  'core.account',
  'core.link',
  'core.session',
  'sites.site',
  'sites.member',
  'sites.membership',
  'communities.community',
  'communities.membership',
  'interventions.intervention',
  'interventions.version',
  'adaptations.adaptation',
  'threads.thread',
  'threads.post',
  'threads.activity',
  'threads.feed',
  'threads.reaction',
  'threads.read_mark',
  'subscriptions.follow',
  'search.document',
  'search.word',
];
