/** Members whose keys are all different, as those of a large network are, with a session each. */
import { createHash } from 'node:crypto';

const tokenOf = (n) => `fan-out-${n}`;
const hashes = (count) =>
  Array.from({ length: count }, (_, n) =>
    createHash('sha256')
      .update(tokenOf(n + 1))
      .digest(),
  );

/** Every fourth also holds the keys given. Resolves with a cookie for each. */
export async function gather(sql, count, furtherKeys) {
  await sql(
    `INSERT INTO core.entity (ref, kind, title, summary, care_models, visibility, needs, created_at, updated_at)
     SELECT 'member:network/fan-' || n, 'member', 'Listener ' || n, '', '{}', 'network', '{network}', now(), now() FROM generate_series(1, $1) n`,
    [count],
  );
  await sql(
    `INSERT INTO sites.member (ref, role_title, skills, interests, illustrative)
     SELECT 'member:network/fan-' || n, 'Nurse', '{}', '{}', true FROM generate_series(1, $1) n`,
    [count],
  );
  await sql(
    `INSERT INTO core.account (ref, keys) SELECT 'member:network/fan-' || n,
       ARRAY['public', 'network', 'takes-part', 'member:network/fan-' || n, 'site:network/fan-' || n % 50, 'edits:site:network/fan-' || n % 50]
       || ARRAY(SELECT 'community:network/fan-' || (n * 7 + k * k * 31) % 3000 FROM generate_series(1, 6) k)
       || CASE WHEN n % 4 = 0 THEN $2::text[] ELSE '{}' END FROM generate_series(1, $1) n`,
    [count, furtherKeys],
  );
  await sql(
    `INSERT INTO core.session (id, token_hash, member_ref, created_at, last_seen_at, way, device)
     SELECT gen_random_uuid(), h, 'member:network/fan-' || n, now(), now(), 'demonstration', '' FROM unnest($1::bytea[]) WITH ORDINALITY AS hashes (h, n)`,
    [hashes(count)],
  );
  return Array.from({ length: count }, (_, n) => `hub-session=${tokenOf(n + 1)}`);
}
