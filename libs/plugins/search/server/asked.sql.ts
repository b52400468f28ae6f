/** What is asked for, as SQL: the words, or words spelt nearly so where the viewer can see nothing that has them, and the filters. */
import type { Frame } from '@hub/core/server';
import { planned, type Asked, type Known } from './planned.sql';
import { happenedAt, narrowings, type Narrowing } from './search.narrowing';

/** Where counting stops. */
export const mostCounted = 1000;

/** The order of what is not ranked, which an index has: the newest first, and behind all others what comes last. */
export const newestFirst = `(NOT d.comes_last) DESC, ${happenedAt('d')} DESC, d.ref DESC`;

/** The words as they are written; and those of them that the index is asked for, where the last one may be unfinished. */
export const queryOf = (frame: Frame): string => `search.query_of(${frame.arg('text', 'text')})`;
export const sureOf = (frame: Frame): string => `search.sure_of(${frame.arg('text', 'text')})`;

/** FROM and WHERE of documents (`d`) that the viewer may see. */
export function seen(of: Known, conditions: readonly string[]): string {
  return `search.document d JOIN core.entity e ON e.ref = d.ref WHERE ${[...conditions, of.visible('e')].join(' AND ')}`;
}

/** The condition on `d` that it has the words. Where some of them are rare, only these are looked up in the index, and the others in what has them. */
export function having({ query, value }: Known): string {
  const sure = value('sure', 'tsquery');
  return `d.words @@ coalesce(${sure}, ${query}) AND (${sure} IS NULL OR (d.words @@ ${query}) IS TRUE)`;
}

/** The filters that are chosen, but for one that may be left out. */
function asked(frame: Frame, but?: string): readonly Narrowing[] {
  return narrowings.filter(({ name }) => name !== but && (frame.literal(name) ?? null) !== null);
}

/** The conditions on `d` of all filters that are chosen, as the statement has their values or as a part of it is given them. */
export function chosen(frame: Frame, but?: string, valueOf?: Known['value']): string[] {
  return asked(frame, but).map(({ name, cast, map, fits }) =>
    fits('d', valueOf?.(name, cast) ?? frame.arg(name, cast, map)),
  );
}

/** Their values, for a part of a statement that is planned with them. */
export function valuesOf(frame: Frame): string {
  const pairs = asked(frame).map(({ name, cast, map }) => `'${name}', ${frame.arg(name, cast, map)}::text`);
  return `jsonb_build_object(${pairs.join(', ')})`;
}

/** A boolean: whether the viewer can see anything that has the words as written, whatever is narrowed to. */
export function anyHit(frame: Frame, asked: Asked): string {
  const any = planned(frame, 'any_hit', {
    ...{ asked, values: `'{}'::jsonb`, columns: { ref: 'text' } },
    select: (of) => `SELECT d.ref FROM ${seen(of, [having(of)])} LIMIT 1`,
  });
  return `EXISTS (SELECT FROM ${any})`;
}

/** The CTEs `asked` and `near`: the latter has a row only where there is nothing (SQL) of what is asked for. */
export const askedFor = (frame: Frame): string =>
  `asked AS MATERIALIZED (SELECT ${queryOf(frame)} AS query, ${sureOf(frame)} AS sure)`;

export function nearWhere(frame: Frame, isNothing: string): string {
  const nearly = `search.nearly_of(${frame.arg('text', 'text')}, ${frame.viewer.keys})`;
  return `near AS MATERIALIZED (SELECT ${nearly} AS query WHERE ${isNothing})`;
}
export const asWritten: Asked = { query: '(SELECT query FROM asked)', sure: '(SELECT sure FROM asked)' };
export const near: Asked = { query: '(SELECT query FROM near)', sure: 'NULL' };
/** Whichever of them is looked for. */
export const meant: Asked = {
  query: `coalesce(${near.query}, ${asWritten.query})`,
  sure: `(SELECT sure FROM asked WHERE ${near.query} IS NULL)`,
};

/** Both CTEs, for what is not in the order of the hits. */
export function waysToAsk(frame: Frame): string {
  return `${askedFor(frame)}, ${nearWhere(frame, `NOT ${anyHit(frame, asWritten)}`)}`;
}

/** An SQL number: how many hits there are, or one more than are counted. */
export function totalOfHits(frame: Frame): string {
  const counted = planned(frame, 'counted', {
    ...{ asked: meant, values: valuesOf(frame), columns: { hits: 'int' } },
    select: (of) => {
      const hits = `SELECT FROM ${seen(of, [having(of), ...chosen(frame, undefined, of.value)])} LIMIT ${mostCounted + 1}`;
      return `SELECT count(*)::int FROM (${hits}) hit`;
    },
  });
  return `(WITH ${waysToAsk(frame)} SELECT hits FROM ${counted})`;
}
