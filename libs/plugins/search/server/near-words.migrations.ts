/** Which words are near enough to one that nothing has: one place for what is found and what is suggested, and swapped letters count once. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { meantBy } from './narrowing.migrations';
import { nearlyOf, seenWith } from './nearly-of.sql';

/** Levenshtein counts a swap, the commonest slip of all, as two letters; in a short word that was too many. */
const lettersApart = `
  CREATE FUNCTION search.letters_apart(a text, b text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN apart = 2 AND length(a) = length(b) AND EXISTS (
      SELECT FROM generate_series(1, length(a) - 1) at WHERE overlay(a PLACING reverse(substr(a, at, 2)) FROM at) = b
    ) THEN 1 ELSE apart END FROM levenshtein_less_equal(a, b, 2) apart
  $$;
  COMMENT ON FUNCTION search.letters_apart IS 'How many letters two words differ by, two neighbours that changed places counted as one; more than two is not counted further.';
`;

const wordsNear = `
  SELECT similarity('load', 'the extension before its setting is named');
  CREATE FUNCTION search.words_near(piece text, keys text[]) RETURNS SETOF text LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 20
  SET pg_trgm.similarity_threshold = 0.19 SET enable_seqscan = off AS $$
    SELECT w.word FROM search.word w
    WHERE length(piece) BETWEEN 4 AND 40 AND w.word % piece AND abs(length(w.word) - length(piece)) <= 2
      AND search.letters_apart(w.word, piece) <= CASE WHEN length(piece) < 6 THEN 1 ELSE 2 END
      AND search.is_seen(w.word, keys)
    ORDER BY search.letters_apart(w.word, piece), similarity(w.word, piece) DESC, w.word LIMIT 20
  $$;
  COMMENT ON FUNCTION search.words_near IS 'Words in use a letter or two away, in something that a viewer with these keys can see; the nearest first, 20 at most.';
`;

const nearlyOfThem = `
  CREATE FUNCTION search.nearly_of(asked text, keys text[]) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
  DECLARE
    answer tsquery := '';
    piece text;
    near tsquery;
    candidate text;
  BEGIN
    FOREACH piece IN ARRAY (regexp_split_to_array(lower(asked), '[^[:alnum:]]+'))[1:12] LOOP
      near := plainto_tsquery('english', piece);
      FOR candidate IN SELECT search.words_near(piece, keys) LOOP
        near := near || plainto_tsquery('english', candidate);
      END LOOP;
      answer := answer && near;
    END LOOP;
    RETURN answer;
  END
  $$;
  COMMENT ON FUNCTION search.nearly_of IS 'The words asked for, or words near them that a viewer with these keys can see.';
`;

const meantByThem = `
  CREATE FUNCTION search.meant_by(asked text, keys text[]) RETURNS text LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
  DECLARE
    meant text := asked;
    piece text;
    candidate text;
  BEGIN
    FOREACH piece IN ARRAY (regexp_split_to_array(lower(asked), '[^[:alnum:]]+'))[1:12] LOOP
      CONTINUE WHEN search.is_seen(piece, keys);
      SELECT search.words_near(piece, keys) INTO candidate LIMIT 1;
      IF candidate IS NOT NULL THEN
        meant := regexp_replace(meant, '\\m' || piece || '\\M', candidate, 'gi');
      END IF;
    END LOOP;
    RETURN nullif(meant, asked);
  END
  $$;
  COMMENT ON FUNCTION search.meant_by IS 'The words asked for, with those that a viewer with these keys can see nowhere replaced by the nearest that they can; null when there are none.';
`;

const dropBoth = 'DROP FUNCTION search.nearly_of(text, text[]); DROP FUNCTION search.meant_by(text, text[]);';

export class NearWords1900000001650 implements MigrationInterface {
  readonly name = 'NearWords1900000001650';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(dropBoth);
    for (const made of [lettersApart, wordsNear, nearlyOfThem, meantByThem]) await runner.query(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropBoth);
    await runner.query('DROP FUNCTION search.words_near(text, text[]); DROP FUNCTION search.letters_apart(text, text)');
    await runner.query(nearlyOf('asked text, keys text[]', `AND EXISTS (${seenWith('w.word', 'keys')})`));
    await runner.query('ALTER FUNCTION search.nearly_of(text, text[]) SET enable_seqscan = off');
    await runner.query(meantBy);
  }
}
