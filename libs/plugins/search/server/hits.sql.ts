/**
 * Which documents a search finds, as SQL under the access scope. Of the hits in titles, and of all others, the newest are ranked; the rest
 * follow, newest first. So a word that stands everywhere costs as much as one that stands in some hundred places (decision 40).
 */
import type { Frame, PageSql } from '@hub/core/server';
import { happenedAt, narrowings, type Narrowing } from './search.narrowing';

/** How many of either are ranked: more than the largest page, so that a first page needs no others. */
const ranked = 200;
/** So many are looked through for them first: enough for whoever sees half of what there is. */
const lookedThrough = 2 * ranked;
/** Where counting stops. */
export const mostCounted = 1000;
/** What `search.score_of` begins with where all words are in the title, and what is taken off where a thing comes last. */
const scoreOfTitle = 1_000_000;
const takenOff = 10_000_000;

/** How words are asked for: a query, and what has to be so for it to be asked at all. */
export interface Way {
  readonly query: string;
  readonly gate: readonly string[];
  /** The same query of a CTE, for wherever PostgreSQL need not see its words when it plans: each look at what it knows of words takes long. */
  readonly known: string;
}

/** PostgreSQL sees the words of this query when it plans, and chooses by how common they are. */
export const asWritten = (text: string): Way => ({
  query: `search.query_of(${text})`,
  gate: [],
  known: '(SELECT query FROM asked)',
});

/** Words spelt nearly so, of the CTE `near`. */
const near = '(SELECT query FROM near)';
const asMeant: Way = { query: near, gate: [`${near} IS NOT NULL`], known: near };

/** The CTE: it has a row only where there is nothing of what is asked for. */
function nearWhere(frame: Frame, text: string, nothing: readonly string[]): string {
  const isNothing = nothing.map((hit) => `NOT EXISTS (${hit})`).join(' AND ');
  return `near AS MATERIALIZED (SELECT search.nearly_of(${text}, ${frame.viewer.keys}) AS query WHERE ${isNothing})`;
}

/** Both ways, and their CTE. */
export function waysToAsk(frame: Frame, text: string) {
  return { near: nearWhere(frame, text, [anyHit(frame, text)]), ways: [asWritten(text), asMeant] as const };
}

/** Whatever the viewer can see that has the words as written. */
export const anyHit = (frame: Frame, text: string): string => `SELECT FROM ${seen(frame, having(asWritten(text)))}`;

/** FROM and WHERE of documents (`d`) with the words that the viewer may see. */
export function seen(frame: Frame, conditions: readonly string[]): string {
  return `search.document d JOIN core.entity e ON e.ref = d.ref WHERE ${[...conditions, frame.visible('e')].join(' AND ')}`;
}

/** The conditions on `d` that it has the words. */
export const having = ({ query, gate }: Way): string[] => [`d.words @@ ${query}`, ...gate];

/** The conditions on `d` of all filters that are chosen, but of one that may be left out. */
export function chosen(frame: Frame, but?: string): string[] {
  const asked = narrowings.filter(({ name }) => name !== but && (frame.literal(name) ?? null) !== null);
  return asked.map(({ name, cast, map, fits }: Narrowing) => fits('d', frame.arg(name, cast, map)));
}

/** The order of what is not ranked, which an index has: the newest first, and behind all others what comes last. */
export const newestFirst = `(NOT d.comes_last) DESC, ${happenedAt('d')} DESC, d.ref DESC`;

/** A FROM item: the hits of one page and more, best first, some of which the viewer may not see: its guard is asked in that order. */
export function pageOfHits(frame: Frame, page: PageSql): string {
  const text = frame.arg('text', 'text');
  const way = asWritten(text);
  const tiers = [
    tierOf(frame, page, { name: 'titled', score: scoreOfTitle, way }),
    tierOf(frame, page, { name: 'other', score: 0, way }),
  ];
  const found = [
    ...tiers.map(({ name }) => seenOf(frame, name)),
    `SELECT FROM ${seen(frame, having({ ...way, query: way.known }))}`,
  ];
  const meant = meantOf(frame, page);
  const ctes = [
    `asked AS MATERIALIZED (SELECT search.query_of(${text}) AS query)`,
    ...tiers.flatMap(({ parts }) => parts),
    nearWhere(frame, text, found),
    meant.part,
  ];
  const rows = [...tiers.flatMap((tier) => tier.rows), ...meant.rows];
  const keyset = page.after ? `WHERE (score, at, ref) < (${page.after.join(', ')}) ` : '';
  return (
    `(WITH ${ctes.join(', ')} SELECT *, coalesce(${near}, (SELECT query FROM asked)) AS query ` +
    `FROM (${rows.join(' UNION ALL ')}) hit ${keyset}ORDER BY score DESC, at DESC, ref DESC) AS ${frame.t}`
  );
}

/** An SQL number: how many hits there are, or one more than are counted. */
export function totalOfHits(frame: Frame): string {
  const { near, ways } = waysToAsk(frame, frame.arg('text', 'text'));
  const also = chosen(frame);
  const counted = ways.map((way) => `(SELECT FROM ${seen(frame, [...having(way), ...also])} LIMIT ${mostCounted + 1})`);
  return `(WITH ${near} SELECT count(*)::int FROM (${counted.join(' UNION ALL ')}) counted)`;
}

interface TierOf {
  readonly name: string;
  readonly score: number;
  readonly way: Way;
}

/**
 * Hits in titles, or all others. First the newest of them, whoever may see them: where these are no more than are ranked, they are ranked, and
 * the guard is asked of the best alone. Else it is asked of the newest first, until as many are found: what is hidden takes no place of what is
 * not, and tells nothing of itself.
 */
function tierOf(frame: Frame, page: PageSql, tier: TierOf) {
  const { name, way } = tier;
  const also = [...way.gate, ...chosen(frame)];
  const newest = [...fitting(tier, way.query), ...also, ...unlessFull(frame, page, tier)];
  const isAll = `${numberOf(name)} <= ${ranked}`;
  const beyond = [
    ...fitting(tier, way.known),
    ...also,
    `${numberOf(name)} = ${lookedThrough}`,
    `${place} < (${lastOf(name)})`,
  ];
  const missing = `${ranked} - ${numberOf(`${name}_shown`)}`;
  const chosenOnes = [
    `(SELECT * FROM ${name} WHERE ${isAll})`,
    `(SELECT * FROM ${name}_shown)`,
    `(SELECT * FROM (${newestOf(seen(frame, beyond), ranked)}) more LIMIT ${missing})`,
  ];
  const parts = [
    `${name} AS MATERIALIZED (${newestOf(`search.document d WHERE ${newest.join(' AND ')}`, lookedThrough)})`,
    `${name}_shown AS MATERIALIZED (${shownOf(frame, name)} AND NOT ${isAll} ORDER BY ${inOrder} LIMIT ${ranked})`,
    `${name}_ranked AS MATERIALIZED (${scored(chosenOnes.join(' UNION ALL '), way)})`,
  ];
  const rows = [`SELECT ${shown} FROM ${name}_ranked`];
  if (page.after)
    rows.push(`(SELECT ${shown} FROM (${restOf(frame, page, tier, [...fitting(tier, way.query), ...also])}) rest)`);
  return { name, parts, rows };
}

const shown = 'ref, kind, body, place_lines, place_names, at, score';

/**
 * Hits of words spelt nearly so, of which PostgreSQL knows nothing when it plans: those in titles before others, and the newest first; so many of
 * them are ranked in all.
 */
function meantOf(frame: Frame, { limit, after }: PageSql) {
  const base = `(d.title_words @@ ${near})::int * ${scoreOfTitle} - d.comes_last::int * ${takenOff}`;
  const conditions = [...having(asMeant), ...chosen(frame)];
  const hits = (also: readonly string[], most: string) =>
    `SELECT ${columns}, ${base} AS base, d.title_words, d.words FROM ${seen(frame, [...conditions, ...also])} ` +
    `ORDER BY base DESC, at DESC, d.ref DESC LIMIT ${most}`;
  const rows = [`SELECT ${shown} FROM (${scored('SELECT * FROM meant', asMeant)}) meant`];
  if (after) {
    const place = `(${base}, ${happenedAt('d')}, d.ref)`;
    const beyond = [
      `${numberOf('meant')} = ${ranked}`,
      `${place} < (SELECT base, at, ref FROM meant ORDER BY 1, 2, 3 LIMIT 1)`,
      `${place} < (${after.join(', ')})`,
    ];
    rows.push(`SELECT ${shown} FROM (SELECT *, base AS score FROM (${hits(beyond, limit)}) rest) rest`);
  }
  return { part: `meant AS MATERIALIZED (${hits([], `${ranked}`)})`, rows };
}

/** That all words are in the title, and none in the rest that must not be; or that they are not all in the title. */
function fitting({ score, way: { known } }: TierOf, query: string): string[] {
  if (score === 0) return [`d.words @@ ${query}`, `NOT d.title_words @@ ${known}`];
  return [`d.title_words @@ ${query}`, `((SELECT ${known}::text !~ '!') OR d.words @@ ${known})`];
}

/** A first page that hits in titles fill needs no others. */
function unlessFull(frame: Frame, { limit, after }: PageSql, { name, score }: TierOf): string[] {
  if (score > 0 || after) return [];
  const titled = name.replace('other', 'titled');
  const isFull =
    `(SELECT count(*) FROM ${titled} WHERE first) >= ${limit} AND ` +
    `(SELECT count(*) FROM (${seenOf(frame, titled)} AND first LIMIT ${limit}) shown) >= ${limit}`;
  return [`NOT (${isFull})`];
}

const numberOf = (name: string) => `(SELECT count(*) FROM ${name})`;

/** Those rows of a CTE that the viewer may see: whether there are any, and all of them in the order of the newest. */
function seenOf(frame: Frame, name: string): string {
  return `SELECT FROM ${name} JOIN core.entity e ON e.ref = ${name}.ref WHERE ${frame.visible('e')}`;
}
const inOrder = 'first DESC, at DESC, ref DESC';
function shownOf(frame: Frame, name: string): string {
  const rows = `(SELECT * FROM ${name} ORDER BY ${inOrder} OFFSET 0) newest`;
  return `SELECT newest.* FROM ${rows} JOIN core.entity e ON e.ref = newest.ref WHERE ${frame.visible('e')}`;
}

const columns = `d.ref, d.kind, d.body, d.place_lines, d.place_names, ${happenedAt('d')} AS at, NOT d.comes_last AS first`;
const newestOf = (from: string, most: number) =>
  `SELECT ${columns}, d.title_words, d.words FROM ${from} ORDER BY ${newestFirst} LIMIT ${most}`;

function scored(rows: string, { known }: Way): string {
  return `SELECT *, search.score_of(title_words, words, ${known}) - (NOT first)::int * ${takenOff} AS score FROM (${rows}) newest`;
}

/** A row's place in that order, as an index has it, and the last place of some rows. */
const place = `(NOT d.comes_last, ${happenedAt('d')}, d.ref)`;
function lastOf(name: string, also = ''): string {
  return `SELECT first, at, ref FROM (SELECT first, at, ref FROM ${name}${also}) passed ORDER BY 1, 2, 3 LIMIT 1`;
}

/** What follows the ranked ones, as far as a page needs it: from the last of them on, or from where the page before ended. */
function restOf(
  frame: Frame,
  { limit, after }: PageSql,
  { name, score }: TierOf,
  conditions: readonly string[],
): string {
  const [afterScore, afterAt, afterRef] = after ?? [];
  const passed = ` UNION ALL SELECT ${afterScore} = ${score}, ${afterAt}, ${afterRef} WHERE ${afterScore} IN (${score}, ${score - takenOff})`;
  const own = `${score} - d.comes_last::int * ${takenOff}`;
  const from = seen(frame, [
    ...conditions,
    `${numberOf(`${name}_ranked`)} = ${ranked}`,
    `${place} < (${lastOf(`${name}_ranked`, passed)})`,
    `(${own}, ${happenedAt('d')}, d.ref) < (${afterScore}, ${afterAt}, ${afterRef})`,
  ]);
  return `SELECT ${columns}, ${own} AS score FROM ${from} ORDER BY ${newestFirst} LIMIT ${limit}`;
}
