/**
 * Which documents a search finds, as SQL under the access scope. Of the hits in titles, and of all others, the newest are ranked; the rest
 * follow, newest first. So a word that stands everywhere costs as much as one that stands in some hundred places (decision 40).
 */
import type { Frame, PageSql } from '@hub/core/server';
import {
  anyHit,
  askedFor,
  asWritten,
  chosen,
  having,
  meant,
  near,
  nearWhere,
  newestFirst,
  seen,
  valuesOf,
} from './asked.sql';
import { planned, type Known } from './planned.sql';
import { happenedAt } from './search.narrowing';

/** How many of either are ranked: more than the largest page, so that a first page needs no others. */
const ranked = 200;
/** So many are looked through for them first: enough for whoever sees four of five. */
const lookedThrough = 250;
/** What `search.score_of` begins with where all words are in the title, and what is taken off where a thing comes last. */
const scoreOfTitle = 1_000_000;
const takenOff = 10_000_000;

/** A CTE: the words that are looked for as they were taken apart, once for the lines of all hits. */
const middles = `taken AS MATERIALIZED (SELECT search.middles_of(${meant.query}) AS apart)`;

/** A FROM item: the hits of one page and more, best first, some of which the viewer may not see: its guard is asked in that order. */
export function pageOfHits(frame: Frame, page: PageSql): string {
  const tiers = [
    tierOf(frame, page, { name: 'titled', score: scoreOfTitle }),
    tierOf(frame, page, { name: 'other', score: 0 }),
  ];
  const nothing = [
    ...tiers.map(({ name }) => `NOT EXISTS (${seenOf(frame, name)})`),
    `NOT ${anyHit(frame, asWritten)}`,
  ];
  const nearly = meantOf(frame, page);
  const ctes = [
    askedFor(frame),
    ...tiers.flatMap(({ parts }) => parts),
    nearWhere(frame, nothing.join(' AND ')),
    nearly.part,
    middles,
  ];
  const rows = [...tiers.flatMap((tier) => tier.rows), ...nearly.rows];
  const keyset = page.after ? `WHERE (score, at, ref) < (${page.after.join(', ')}) ` : '';
  return (
    `(WITH ${ctes.join(', ')} SELECT *, ${meant.query} AS query, (SELECT apart FROM taken) AS middles ` +
    `FROM (${rows.join(' UNION ALL ')}) hit ${keyset}ORDER BY score DESC, at DESC, ref DESC) AS ${frame.t}`
  );
}

interface Tier {
  readonly name: string;
  readonly score: number;
}

/**
 * Hits in titles, or all others. First the newest of them, whoever may see them: where these are no more than are ranked, they are ranked, and
 * the guard is asked of the best alone. Else it is asked of the newest first, until as many are found: what is hidden takes no place of what is
 * not, and tells nothing of itself.
 */
function tierOf(frame: Frame, page: PageSql, tier: Tier) {
  const { name } = tier;
  const isAll = `${numberOf(name)} <= ${ranked}`;
  const given = valuesOf(frame);
  const missing = `${ranked} - ${numberOf(`${name}_shown`)}`;
  const newest = hits(frame, tier, given, (conditions, of) =>
    newestOf(fitOf(of), `search.document d WHERE ${conditions.join(' AND ')}`, lookedThrough),
  );
  const beyond = hits(
    frame,
    tier,
    `${given} || (${lastOf(name)}) || jsonb_build_object('most', ${missing})`,
    (conditions, of) =>
      newestOf(fitOf(of), seen(of, [...conditions, `${place} < ${placeGiven(of)}`]), of.value('most', 'int')),
  );
  const chosenOnes = [
    `(SELECT * FROM ${name} WHERE ${isAll})`,
    `(SELECT * FROM ${name}_shown)`,
    `(SELECT * FROM ${beyond} WHERE ${numberOf(name)} = ${lookedThrough} AND ${missing} > 0)`,
  ];
  const parts = [
    `${name} AS MATERIALIZED (SELECT * FROM ${newest}${unlessFull(frame, page, tier)})`,
    `${name}_shown AS MATERIALIZED (${shownOf(frame, name)} AND NOT ${isAll} ORDER BY first DESC, at DESC, ref DESC LIMIT ${ranked})`,
    `${name}_ranked AS MATERIALIZED (${chosenOnes.join(' UNION ALL ')})`,
  ];
  const rows = [`SELECT ${shown} FROM ${name}_ranked`];
  if (page.after) rows.push(`(SELECT ${shown} FROM ${restOf(frame, page, tier)})`);
  return { name, parts, rows };
}

/** What is known of a hit: how well it fits is told where its words are read, and nothing of its text is carried along. */
const columns = { ref: 'text', at: 'timestamptz', first: 'boolean', score: 'int' };
const shown = 'ref, at, score';
const placed = `d.ref, ${happenedAt('d')} AS at, NOT d.comes_last AS first`;
const weighed = 'd.title_words, d.words, d.comes_last';
const fitOf = ({ query }: Known) =>
  `search.score_of(d.title_words, d.words, ${query}) - d.comes_last::int * ${takenOff} AS score`;
/** What they are ranked by is asked of those alone that are taken. */
const newestOf = (score: string, from: string, most: number | string) =>
  `SELECT ref, at, first, ${score} FROM (SELECT ${placed}, ${weighed} FROM ${from} ORDER BY ${newestFirst} LIMIT ${most}) d`;

/** A FROM item: hits of a tier, planned with its words and filters. */
function hits(
  frame: Frame,
  tier: Tier,
  values: string,
  select: (conditions: readonly string[], of: Known) => string,
): string {
  return planned(frame, 'newest', {
    ...{ asked: asWritten, values, columns },
    select: (of) => select([...fitting(tier, of), ...chosen(frame, undefined, of.value)], of),
  });
}

/** That all words are in the title, and none in the rest that must not be; or that they are not all in the title. */
function fitting({ score }: Tier, of: Known): string[] {
  if (score === 0) return [having(of), `NOT d.title_words @@ (SELECT ${of.query})`];
  return [`d.title_words @@ ${of.query}`, `(${of.query}::text !~ '!' OR ${having(of)})`];
}

/** A first page that hits in titles fill needs no others. */
function unlessFull(frame: Frame, { limit, after }: PageSql, { score }: Tier): string {
  if (score > 0 || after) return '';
  const isFull =
    `(SELECT count(*) FROM titled WHERE first) >= ${limit} AND ` +
    `(SELECT count(*) FROM (${seenOf(frame, 'titled')} AND first LIMIT ${limit}) shown) >= ${limit}`;
  return ` WHERE NOT (${isFull})`;
}

/**
 * Hits of words spelt nearly so: those in titles before others, and the newest first; so many of them are ranked in all.
 */
function meantOf(frame: Frame, { limit, after }: PageSql) {
  const baseOf = ({ query }: Known) =>
    `(d.title_words @@ ${query})::int * ${scoreOfTitle} - d.comes_last::int * ${takenOff}`;
  const nearly = (
    values: string,
    conditions: (of: Known) => string[],
    rows: (of: Known) => [string, number | string],
  ) =>
    planned(frame, 'nearly', {
      ...{ asked: near, values, columns: { ...columns, base: 'int' } },
      select: (of) => {
        const from = seen(of, [having(of), ...chosen(frame, undefined, of.value), ...conditions(of)]);
        const [score, most] = rows(of);
        const first = `SELECT ${placed}, ${weighed}, ${baseOf(of)} AS base FROM ${from} ORDER BY base DESC, at DESC, d.ref DESC LIMIT ${most}`;
        return `SELECT ref, at, first, ${score}, base FROM (${first}) d`;
      },
    });
  const newest = nearly(
    valuesOf(frame),
    () => [],
    (of) => [fitOf(of), ranked],
  );
  const rows = [`SELECT ${shown} FROM meant`];
  if (after) {
    const last = `SELECT jsonb_build_object('last', base, 'at', at, 'ref', ref) FROM meant ORDER BY base, at, ref LIMIT 1`;
    const rest = nearly(
      `${valuesOf(frame)} || (${last}) || ${cursor(limit, after)}`,
      (of) => {
        const own = `(${baseOf(of)}, ${happenedAt('d')}, d.ref)`;
        return [`${own} < (${of.value('last', 'int')}, ${momentGiven(of)})`, `${own} < ${cursorGiven(of)}`];
      },
      (of) => ['base AS score', of.value('most', 'int')],
    );
    rows.push(`SELECT ${shown} FROM ${rest} WHERE ${numberOf('meant')} = ${ranked}`);
  }
  return { part: `meant AS MATERIALIZED (SELECT * FROM ${newest} WHERE ${near.query} IS NOT NULL)`, rows };
}

const numberOf = (name: string) => `(SELECT count(*) FROM ${name})`;

/** Those rows of a CTE that the viewer may see: whether there are any; and all of them, looked up in one go. */
function seenOf(frame: Frame, name: string): string {
  return `SELECT FROM ${name} JOIN core.entity e ON e.ref = ${name}.ref WHERE ${frame.visible('e')}`;
}
function shownOf(frame: Frame, name: string): string {
  const among = `e.ref = ANY (ARRAY(SELECT ref FROM ${name}))`;
  return `SELECT * FROM ${name} WHERE ref IN (SELECT e.ref FROM core.entity e WHERE ${among} AND ${frame.visible('e')})`;
}

/** A row's place in that order, as an index has it; the last place of some rows, as values; and the place that is given. */
const place = `(NOT d.comes_last, ${happenedAt('d')}, d.ref)`;
function lastOf(name: string, also = ''): string {
  const passed = `SELECT first, at, ref FROM ${name}${also}`;
  return `SELECT jsonb_build_object('first', first, 'at', at, 'ref', ref) FROM (${passed}) passed ORDER BY first, at, ref LIMIT 1`;
}
const momentGiven = (of: Known) => `${of.value('at', 'timestamptz')}, ${of.value('ref', 'text')}`;
const placeGiven = (of: Known) => `(${of.value('first', 'boolean')}, ${momentGiven(of)})`;

/** Where the page before ended and how many are missing, as values; and that end as it is given. */
function cursor(limit: string, [score, at, ref]: readonly string[]): string {
  return `jsonb_build_object('most', ${limit}, 'after_score', ${score}, 'after_at', ${at}, 'after_ref', ${ref})`;
}
const cursorGiven = (of: Known) =>
  `(${of.value('after_score', 'int')}, ${of.value('after_at', 'timestamptz')}, ${of.value('after_ref', 'text')})`;

/** What follows the ranked ones, as far as a page needs it: from the last of them on, or from where the page before ended. */
function restOf(frame: Frame, { limit, after }: PageSql, tier: Tier): string {
  const { name, score } = tier;
  const [afterScore, afterAt, afterRef] = after ?? [];
  const passed = ` UNION ALL SELECT ${afterScore} = ${score}, ${afterAt}, ${afterRef} WHERE ${afterScore} IN (${score}, ${score - takenOff})`;
  const own = `${score} - d.comes_last::int * ${takenOff}`;
  const values = `${valuesOf(frame)} || (${lastOf(`${name}_ranked`, passed)}) || ${cursor(limit, after ?? [])}`;
  const rest = hits(frame, tier, values, (conditions, of) => {
    const following = [`${place} < ${placeGiven(of)}`, `(${own}, ${happenedAt('d')}, d.ref) < ${cursorGiven(of)}`];
    return newestOf(`${own} AS score`, seen(of, [...conditions, ...following]), of.value('most', 'int'));
  });
  return `${rest} WHERE ${numberOf(`${name}_ranked`)} = ${ranked}`;
}
