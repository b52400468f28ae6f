/** What a word of an adaptation is, and when it went quiet, in SQL: the one definition, for lists of people and for the question to its team. */
import { keyOfSiteDrafts, keyOfSiteEditors, networkKey, publicKey } from '@hub/core/contract';
import { endedStages, quietDays } from '@hub/plugins/adaptations/contract';
import { writingsView } from '@hub/plugins/interventions/contract';

const settled = [...endedStages, 'RUNNING'].map((stage) => `'${stage}'`).join(', ');

/** True while it is being worked on: what runs, or has ended, owes nobody a word. */
export const isAtWork = (stage: string): string => `${stage} NOT IN (${settled})`;

/**
 * When something was last recorded in it (a stage, a finding, a change, a benefit, a task), or said in what lies within it, such as a
 * discussion about it. `e` is its directory row; of the rows `w` within it count those for which `seen` holds.
 */
export function lastWordSql(e: string, w: string, seen: string): string {
  return (
    `greatest(${e}.updated_at, (SELECT max(${w}.updated_at) FROM core.entity ${w} ` +
    `WHERE ${w}.within @> ARRAY[${e}.ref] AND ${seen}))`
  );
}

/** The same to those who edit for its site, for whom writing on their own text counts too. `a` is its record, `e` its directory row. */
export function lastWordOfTeamSql(a: string, e: string): string {
  const site = `${a}.site_ref`;
  const keys =
    `ARRAY['${publicKey}', '${networkKey}', ${site}, ` +
    `'${keyOfSiteDrafts('')}' || ${site}, '${keyOfSiteEditors('')}' || ${site}]`;
  const written = `(SELECT written.written_at FROM ${writingsView} written WHERE written.ref = ${a}.result_ref)`;
  return `greatest(${lastWordSql(e, 'said', `said.needs <@ ${keys}`)}, ${written})`;
}

/** Whether so many days have passed in London between two moments. */
export function isQuietSql(since: string, now: string): string {
  return `(${inLondon(since)} <= ${inLondon(now)} - ${quietDays})`;
}

const inLondon = (moment: string) => `((${moment}) AT TIME ZONE 'Europe/London')::date`;
