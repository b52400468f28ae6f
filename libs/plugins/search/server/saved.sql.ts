/** Whether a document fits a saved search, as SQL: the same words and filters as of search itself. */
import { visibleSql } from '@hub/core/server';
import { kindName } from './search.narrowing';

/** `s` is a row of `search.saved`, `d` one of `search.document`. An empty filter lets everything through. */
export function fitsSaved(s: string, d: string): string {
  const listed = (filter: string, fits: string) => `(${s}.${filter} = '{}' OR ${fits})`;
  return [
    `${d}.words @@ search.query_of(${s}.text)`,
    listed('kinds', `${kindName(d)} = ANY(${s}.kinds)`),
    listed('stages', `coalesce(${d}.stage = ANY(${s}.stages), false)`),
    ...['care_models', 'lessons', 'enablers', 'tags'].map((name) => listed(name, `${d}.${name} && ${s}.${name}`)),
  ].join(' AND ');
}

/** The saved searches that the document `$1` fits and whose owners could see it when it was indexed. */
export const findingOne = `
  SELECT s.ref FROM search.document d
  JOIN search.saved s ON ${fitsSaved('s', 'd')}
  JOIN core.account a ON a.ref = s.member_ref
  WHERE d.ref = $1 AND ${visibleSql('d', 'a.keys')}
  ORDER BY s.ref`;
