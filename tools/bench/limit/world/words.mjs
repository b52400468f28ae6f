/** What people write: sentences of a made-up vocabulary in which few words are common and most are rare, as in any language. */
import { chance, pick } from './chance.mjs';

export const vocabularySize = 3000;
const wordsInSentence = 9;

/** Words that stand in about half of all discussions, and words that stand in about a third. */
export const commonWord = (n) => wordNumber(40 + (n % 20));
export const middlingWord = (n) => wordNumber(100 + (n % 100));
/** The word that one sentence alone has. */
export const rareWord = (sentence) => `zu${syllables(sentence)}x`;

const beginnings = ['ba', 'ce', 'do', 'fi', 'gu', 'ha', 'ke', 'lo', 'mi', 'nu', 'pa', 're', 'so', 'ti', 'vu'];
const ends = ['rak', 'lem', 'son', 'tid', 'mur', 'nap', 'gel', 'bor', 'dim', 'kuf', 'vat', 'pem', 'lok', 'fin', 'tur'];
const base = beginnings.length * ends.length;

function wordNumber(n) {
  return `${syllables(n)}${ends[n % ends.length]}`;
}

function syllables(n) {
  const [low, high] = [n % base, Math.floor(n / base)];
  const head = high > 0 ? syllables(high - 1) : '';
  return `${head}${beginnings[low % beginnings.length]}${ends[Math.floor(low / beginnings.length)]}`;
}

/** Tables of this connection alone: `bench_word (at, word)` and `bench_sentence (at, words)`, both from 0. */
export function wordStatements({ sentences }) {
  const vocabulary = Array.from({ length: vocabularySize }, (_, n) => wordNumber(n));
  const rare = Array.from({ length: sentences }, (_, n) => rareWord(n));
  const place = `floor(${vocabularySize} * power(${chance('r.at * 16 + w', 11)}, 4))::int`;
  return [
    [
      'CREATE TEMP TABLE bench_word AS SELECT word, at - 1 AS at FROM unnest($1::text[]) WITH ORDINALITY AS v (word, at)',
      [vocabulary],
    ],
    [
      'CREATE TEMP TABLE bench_rare AS SELECT word, at - 1 AS at FROM unnest($1::text[]) WITH ORDINALITY AS v (word, at)',
      [rare],
    ],
    ['CREATE UNIQUE INDEX ON bench_word (at)'],
    ['ANALYZE bench_word'],
    [
      `CREATE TEMP TABLE bench_sentence AS SELECT r.at, r.word || ' ' || (
         SELECT string_agg(v.word, ' ' ORDER BY w) FROM generate_series(1, ${wordsInSentence}) w
         JOIN bench_word v ON v.at = ${place}) || '.' AS words FROM bench_rare r`,
    ],
    ['CREATE UNIQUE INDEX ON bench_sentence (at)'],
    ['ANALYZE bench_sentence'],
    [`INSERT INTO search.word SELECT word FROM bench_word UNION SELECT word FROM bench_rare ON CONFLICT DO NOTHING`],
  ];
}

/** So many sentences for a row, as SQL. The names inside are such that no row around it has. */
export function textOf(row, salt, count, { sentences }) {
  return `(SELECT string_agg(sentence$.words, ' ' ORDER BY turn$) FROM generate_series(1, ${count}) turn$
    JOIN bench_sentence sentence$ ON sentence$.at = ${pick(`(${row})::bigint * 8 + turn$`, salt, sentences)})`;
}

/** A title for a row: some words of a sentence and its number, as SQL. */
export function titleOf(row, salt, { sentences }) {
  const words = [2, 3, 4].map((place) => `split_part(sentence$.words, ' ', ${place})`);
  return `(SELECT concat_ws(' ', initcap(${words[0]}), ${words[1]}, ${words[2]}, ${row}) FROM bench_sentence sentence$ WHERE sentence$.at = ${pick(row, salt, sentences)})`;
}
