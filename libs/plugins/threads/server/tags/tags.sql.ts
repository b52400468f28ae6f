/** Which words can be followed as tags: those on a discussion that everyone signed in sees. */

const open = `threads.thread t JOIN core.entity e ON e.ref = t.ref AND e.needs <@ ARRAY['network']`;

/** Makes those of a discussion ($1), if everyone sees it. A word that is not plain letters and digits is told apart by a hash. */
export const keepTags = `
  WITH fresh AS (
    SELECT DISTINCT b.word, trim(BOTH '-' FROM left(regexp_replace(b.word, '[^a-z0-9]+', '-', 'g'), 60)) AS plain
    FROM ${open} CROSS JOIN unnest(t.tags) AS b (word)
    WHERE t.ref = $1 AND NOT EXISTS (SELECT FROM threads.tag g WHERE g.word = b.word)
  ), named AS (
    SELECT word, 'tag:network/word-' || CASE WHEN plain = replace(word, ' ', '-') THEN plain
      ELSE concat_ws('-', nullif(plain, ''), left(md5(word), 12)) END AS ref
    FROM fresh
  ), made AS (
    INSERT INTO core.entity (ref, kind, title, visibility, needs, created_at, updated_at)
    SELECT ref, 'tag', word, 'network', '{network}', now(), now() FROM named ON CONFLICT (ref) DO NOTHING RETURNING ref
  )
  INSERT INTO threads.tag (word, ref) SELECT named.word, named.ref FROM named JOIN made ON made.ref = named.ref
  ON CONFLICT DO NOTHING`;

/** Takes away those that no such discussion bears any more: what is taken out of a discussion is not read elsewhere. */
export const dropTags = `
  DELETE FROM core.entity gone USING threads.tag g
  WHERE gone.ref = g.ref AND NOT EXISTS (SELECT FROM ${open} WHERE t.tags <> '{}' AND t.tags @> ARRAY[g.word])`;
