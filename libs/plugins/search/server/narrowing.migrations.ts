/** What search is narrowed by, where on its page a line stands, and what was probably meant. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
  ALTER TABLE search.document
    ADD COLUMN stage text,
    ADD COLUMN lessons int[] NOT NULL DEFAULT '{}',
    ADD COLUMN enablers int[] NOT NULL DEFAULT '{}',
    ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
    ADD COLUMN happened_at timestamptz(3),
    ADD COLUMN place_lines int[] NOT NULL DEFAULT '{}',
    ADD COLUMN place_names text[] NOT NULL DEFAULT '{}';
  COMMENT ON COLUMN search.document.place_lines IS 'The lines of the body at which the parts of its page begin.';
`;

/** Taken apart by ts_headline's own marks, which no text that the hub takes can hold. */
export const matchOf = `
  CREATE FUNCTION search.match_of(body text, query tsquery, place_lines int[], place_names text[],
    OUT line text, OUT words text[], OUT place text)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
    SELECT cut.line,
      ARRAY(SELECT DISTINCT found[1] FROM regexp_matches(best.marked, E'\\u0002([^\\u0003]+)\\u0003', 'g') found
        WHERE strpos(cut.line, found[1]) > 0 ORDER BY 1),
      nullif(place_names[(SELECT count(*) FROM unnest(place_lines) start WHERE start <= best.number)::int], '')
    FROM (
      SELECT l.marked, l.number, strpos(l.marked, E'\\u0002') AS at,
        regexp_replace(l.marked, '^\\s*([#>]+|[-*+])\\s+|\\*\\*|\`|<[^<>]{1,200}>|[\\u0002\\u0003]', '', 'g') AS plain
      FROM regexp_split_to_table(
        ts_headline('english', left(body, 200000), query, E'HighlightAll=true, StartSel=\\u0002, StopSel=\\u0003'), '\\n'
      ) WITH ORDINALITY AS l (marked, number)
      WHERE strpos(l.marked, E'\\u0002') > 0
      ORDER BY length(l.marked) - length(replace(l.marked, E'\\u0002', '')) DESC, l.number
      LIMIT 1
    ) best, LATERAL (SELECT CASE WHEN length(best.plain) <= 240 THEN best.plain
      WHEN best.at <= 120 THEN regexp_replace(left(best.plain, 220), '\\S*$', '') || '…'
      ELSE '… ' || regexp_replace(substring(best.plain FROM best.at - 100 FOR 220), '^\\S*\\s|\\S*$', '', 'g') || '…' END AS line) cut
  $$;
  COMMENT ON FUNCTION search.match_of IS 'The line of a body that holds most of the words asked for, as plain text, those words, and where on its page it stands; nulls when none does.';
`;

/** Words are looked up as for `search.nearly_of`: only what the viewer can see somewhere is suggested. */
export const meantBy = `
  SELECT similarity('load', 'the extension before its setting is named');
  CREATE FUNCTION search.meant_by(asked text, keys text[]) RETURNS text LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
  SET pg_trgm.similarity_threshold = 0.19 SET enable_seqscan = off AS $$
  DECLARE
    meant text := asked;
    piece text;
    candidate text;
  BEGIN
    FOREACH piece IN ARRAY (regexp_split_to_array(lower(asked), '[^[:alnum:]]+'))[1:12] LOOP
      CONTINUE WHEN length(piece) NOT BETWEEN 4 AND 40 OR search.is_seen(piece, keys);
      SELECT w.word INTO candidate FROM search.word w
      WHERE w.word % piece AND abs(length(w.word) - length(piece)) <= 2
        AND levenshtein_less_equal(w.word, piece, 2) <= CASE WHEN length(piece) < 6 THEN 1 ELSE 2 END
        AND search.is_seen(w.word, keys)
      ORDER BY levenshtein_less_equal(w.word, piece, 2), similarity(w.word, piece) DESC, w.word LIMIT 1;
      IF candidate IS NOT NULL THEN
        meant := regexp_replace(meant, '\\m' || piece || '\\M', candidate, 'gi');
      END IF;
    END LOOP;
    RETURN nullif(meant, asked);
  END
  $$;
  COMMENT ON FUNCTION search.meant_by IS 'The words asked for, with those that a viewer with these keys can see nowhere replaced by the nearest that they can; null when there are none.';
`;

const isSeen = `
  CREATE FUNCTION search.is_seen(word text, keys text[]) RETURNS boolean LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
    SELECT EXISTS (SELECT 1 FROM search.document d JOIN core.entity e ON e.ref = d.ref AND e.needs <@ keys
      WHERE d.words @@ plainto_tsquery('english', word)
        AND lower(d.title || ' ' || left(d.body, 200000)) ~ ('\\m' || word || '\\M'))
  $$;
  COMMENT ON FUNCTION search.is_seen IS 'Whether a viewer with these keys can see a thing that the word stands in.';
`;

/** Whatever was indexed before is indexed anew, in its turn, by the worker. */
const indexAnew = `
  WITH event AS (
    INSERT INTO core.domain_event (id, name, subject_ref, at, facts)
    SELECT gen_random_uuid(), 'entity.changed', d.ref, now(), '{}' FROM search.document d
    RETURNING id
  )
  INSERT INTO core.delivery (event_id, handler, next_at) SELECT event.id, 'IndexEntity', now() FROM event;
`;

export class NarrowSearch1900000001300 implements MigrationInterface {
  readonly name = 'NarrowSearch1900000001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(`DROP FUNCTION search.matched_line(text, tsquery); ${matchOf}`);
    await runner.query(isSeen);
    await runner.query(meantBy);
    await runner.query(indexAnew);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION search.meant_by(text, text[]);
      DROP FUNCTION search.is_seen(text, text[]);
      DROP FUNCTION search.match_of(text, tsquery, int[], text[]);
      CREATE FUNCTION search.matched_line(body text, query tsquery) RETURNS text LANGUAGE sql AS 'SELECT NULL::text';
      ALTER TABLE search.document DROP COLUMN stage, DROP COLUMN lessons, DROP COLUMN enablers, DROP COLUMN tags,
        DROP COLUMN happened_at, DROP COLUMN place_lines, DROP COLUMN place_names;
    `);
  }
}
