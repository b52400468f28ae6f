/** Parts of the statements that are written by hand: the same scope, people and unread posts as the hub's, as short as they can be. */

/** The access scope. `$1` is who asks, `$2` the keys that they hold. */
export const seen = (entity) =>
  `coalesce(${entity}.needs <@ $2::text[] OR ARRAY['glass:' || ${entity}.ref] <@ $2::text[], false)`;

const sitesOf = (ref) => `(SELECT coalesce(json_agg(row_to_json(s)), '[]') FROM (
  SELECT se.ref AS id, se.title AS name FROM sites.membership ms JOIN core.entity se ON se.ref = ms.site_ref AND ${seen('se')}
  WHERE ms.member_ref = ${ref} ORDER BY se.title, se.ref) s)`;

/** A named author with their sites, or null. */
export const authorOf = (row) => `(SELECT row_to_json(m) FROM (
  SELECT me.ref AS id, me.title AS "displayName", ${sitesOf('me.ref')} AS sites FROM core.entity me
  WHERE me.ref = ${row}.author_ref AND NOT ${row}.anonymous AND ${seen('me')}) m)`;

export const siteOf = (ref) => `(SELECT row_to_json(s) FROM (
  SELECT se.ref AS id, se.title AS name FROM core.entity se WHERE se.ref = ${ref} AND ${seen('se')}) s)`;

/** How many posts of a thread the viewer has not read. */
export const unreadIn = (thread) => `(SELECT count(*)::int FROM threads.post u
  WHERE u.thread_ref = ${thread} AND u.removed_at IS NULL AND u.hidden_at IS NULL AND u.author_ref <> $1::text
    AND u.position > coalesce((SELECT k.last_position FROM threads.read_mark k WHERE k.member_ref = $1::text AND k.thread_ref = ${thread}), 0)
    AND NOT EXISTS (SELECT FROM threads.read_post h WHERE h.member_ref = $1::text AND h.post_id = u.id))`;
