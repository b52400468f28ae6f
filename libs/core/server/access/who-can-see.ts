/**
 * Who can see a thing, in plain words: made by PostgreSQL from the very keys that the access scope compares, so that what a page
 * says and what the scope does cannot drift apart.
 */
import { keyOfRole, keyOfSiteDrafts, keyOfSiteEditors, networkKey, takesPartKey } from '@hub/core/contract';
import { readExtension, sql, type ReadExtension } from '../read/model';
import type { EntityKind, ServerPlugin } from '../plugin/define';

export const anyone = 'Anyone, also without an account';

const drafts = keyOfSiteDrafts('');
const edits = keyOfSiteEditors('');
/** Keys of some of a site's members, not of all. */
const someOfASite = `(k.key ^@ '${drafts}' OR k.key ^@ '${edits}')`;
/** The site, community or member that a key is about. */
const holder = `CASE WHEN ${someOfASite} THEN substr(k.key, strpos(k.key, ':') + 1) ELSE k.key END`;

/** Who holds a key: small letters, to stand in a sentence. */
const words = `CASE
  WHEN k.key = '${networkKey}' THEN 'anyone signed in to the hub'
  WHEN k.key = '${takesPartKey}' THEN 'anyone signed in who is more than a guest'
  WHEN k.key = '${keyOfRole('administrator')}' THEN 'administrators of the hub'
  WHEN k.key = '${keyOfRole('moderator')}' THEN 'moderators'
  WHEN k.key = '${keyOfRole('facilitator')}' THEN 'facilitators'
  WHEN k.key ^@ '${drafts}' THEN 'those who write or evaluate for ' || h.title
  WHEN k.key ^@ '${edits}' THEN 'those who write for ' || h.title
  WHEN h.kind = 'member' THEN 'only ' || h.title
  ELSE 'members of ' || coalesce(h.title, 'a closed group')
END`;

/**
 * Keys that others in the list bring with them: whoever holds anything further is signed in, those who read a site's drafts are
 * its members, and those who write for it read its drafts.
 */
const implied = (needs: string) =>
  `(k.key = '${networkKey}' AND cardinality(${needs}) > 1) OR '${drafts}' || k.key = ANY(${needs}) ` +
  `OR '${edits}' || regexp_replace(k.key, '^${drafts}', '') = ANY(${needs})`;

/** A text expression over an array of needed keys, such as "Members of Northvale". Every key is needed, so they are joined. */
export function whoCanSeeSql(needs: string): string {
  return (
    `(SELECT coalesce(upper(left(w.words, 1)) || substr(w.words, 2), '${anyone}') FROM (` +
    `SELECT string_agg(p.words, ' who are also ' ORDER BY p.place, p.words) AS words FROM (` +
    `SELECT DISTINCT ${words} AS words, (NOT ${someOfASite})::int AS place ` +
    `FROM unnest(${needs}) AS k (key) LEFT JOIN core.entity h ON h.ref = ${holder} WHERE NOT (${implied(needs)})` +
    `) p) w)`
  );
}

/** `whoCanSee` on the type of every kind of entity, of every plugin. */
export function whoCanSeeSchema(plugins: readonly ServerPlugin[]): string {
  return kindsOf(plugins)
    .map(({ type }) => `extend type ${type} {\n  "Who can see it, in words."\n  whoCanSee: String!\n}`)
    .join('\n');
}

export function whoCanSeeReads(plugins: readonly ServerPlugin[]): ReadExtension[] {
  const whoCanSee = sql(({ e }) => whoCanSeeSql(`${e}.needs`));
  return kindsOf(plugins).map(({ type }) => readExtension({ type, fields: { whoCanSee } }));
}

function kindsOf(plugins: readonly ServerPlugin[]): EntityKind[] {
  return plugins.flatMap(({ kinds = [] }) => kinds);
}
