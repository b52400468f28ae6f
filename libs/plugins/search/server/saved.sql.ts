/** Whether a document fits a saved search, as SQL: the same words and filters as of search itself. */
import { visibleSql } from '@hub/core/server';
import { kindName } from './search.narrowing';

/**
 * `s` is a row of `search.saved`, `d` one of `search.document`, `keys` an expression for the keys of the owner. An empty filter lets
 * everything through. As in search, words spelt nearly so count only while the owner can see nothing that has the words as written.
 */
export function fitsSaved(s: string, d: string, keys: string): string {
  const listed = (filter: string, fits: string) => `(${s}.${filter} = '{}' OR ${fits})`;
  const day = `coalesce(${d}.happened_at, ${d}.changed_at)`;
  return [
    `(${d}.words @@ search.query_of(${s}.text) OR (${d}.words @@ ${s}.nearly AND NOT EXISTS (${asWritten(`${s}.text`, keys)})))`,
    listed('kinds', `${kindName(d)} = ANY(${s}.kinds)`),
    listed('stages', `coalesce(${d}.stage = ANY(${s}.stages), false)`),
    ...['care_models', 'lessons', 'enablers', 'tags'].map((name) => listed(name, `${d}.${name} && ${s}.${name}`)),
    `coalesce(${day} >= ${s}.changed_from, true) AND coalesce(${day} < ${s}.changed_before, true)`,
  ].join(' AND ');
}

/** Whatever somebody with these keys can see that has the words of `text` as written. Both are SQL. */
export function asWritten(text: string, keys: string): string {
  return (
    `SELECT FROM search.document written JOIN core.entity shown ON shown.ref = written.ref ` +
    `WHERE written.words @@ search.query_of(${text}) AND ${visibleSql('shown', keys)}`
  );
}

/**
 * The saved searches that the document `$1` fits and whose owners could see it when it was indexed; where `$2` is given, of those that were
 * there by then.
 */
export const findingOne = `
  SELECT s.ref FROM search.document d
  JOIN search.saved s ON $2::timestamptz IS NULL OR s.created_at <= $2
  JOIN core.account a ON a.ref = s.member_ref
  WHERE d.ref = $1 AND ${visibleSql('d', 'a.keys')} AND ${fitsSaved('s', 'd', 'a.keys')}
  ORDER BY s.ref`;
