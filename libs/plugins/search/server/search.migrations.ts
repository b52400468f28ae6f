/** The search index: one row of words for each entity that can be found, and the functions that ask it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MatchBestLine1900000001841 } from './best-line.migrations';
import { NearWords1900000001650 } from './near-words.migrations';
import { MatchLikelyLines1900000001792, QueryWithoutNotices1900000001793 } from './match.migrations';
import { newestMigrations } from './newest.migrations';
import { NarrowSearch1900000001300 } from './narrowing.migrations';
import { nearlyOf, seenWith } from './nearly-of.sql';
import { PlanWithWords1900000001840 } from './planned.migrations';
import { SavedDays1900000001530 } from './saved-days.migrations';
import { SaveSearches1900000001301 } from './saved.migrations';
import { SeekWords1900000001853 } from './seek-words.migrations';
import { SureWords1900000001851 } from './sure.migrations';
import { WordsUnpacked1900000001850 } from './unpacked.migrations';

class CreateSearch1700000000600 implements MigrationInterface {
  readonly name = 'CreateSearch1700000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA search;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

      CREATE TABLE search.document (
        ref text PRIMARY KEY REFERENCES core.entity (ref) ON DELETE CASCADE,
        kind text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        title_words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('english', title)) STORED,
        words tsvector NOT NULL GENERATED ALWAYS AS (
          setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', left(body, 200000)), 'B')
        ) STORED
      );
      CREATE INDEX document_words ON search.document USING gin (words);
      CREATE INDEX document_kind ON search.document (kind, ref);

      CREATE TABLE search.word (word text PRIMARY KEY);
      CREATE INDEX word_trigrams ON search.word USING gin (word gin_trgm_ops);
      COMMENT ON TABLE search.word IS 'Every word in use, to find what a misspelt one may have meant. Never shown to anyone.';
      COMMENT ON COLUMN search.document.body IS 'Only what everyone who can see the entity may read.';

      CREATE FUNCTION search.query_of(asked text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT websearch_to_tsquery('english', asked) || CASE
          WHEN asked !~ '"' AND asked ~ '(^|[^-[:alnum:]])[[:alnum:]]{2,60}\\s*$' THEN
            websearch_to_tsquery('english', regexp_replace(asked, '[[:alnum:]]+\\s*$', ''))
            && (quote_literal(lower(substring(asked FROM '([[:alnum:]]+)\\s*$'))) || ':*')::tsquery
          ELSE ''::tsquery END
      $$;
      COMMENT ON FUNCTION search.query_of IS 'The words asked for, the last of which may be unfinished.';

      CREATE FUNCTION search.score_of(title_words tsvector, words tsvector, query tsquery) RETURNS int
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT CASE WHEN title_words @@ query THEN 1000000 ELSE 0 END
          + (ts_rank('{0.1, 0.2, 0.4, 1.0}', words, query, 32) * 999999)::int
      $$;
      COMMENT ON FUNCTION search.score_of IS 'A million and more when all is in the title, less when only in the body.';

      CREATE FUNCTION search.matched_line(body text, query tsquery) RETURNS text
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
        SELECT CASE WHEN length(plain) <= 240 THEN plain
          WHEN at <= 120 THEN regexp_replace(left(plain, 220), '\\S*$', '') || '…'
          ELSE '… ' || regexp_replace(substring(plain FROM at - 100 FOR 220), '^\\S*\\s|\\S*$', '', 'g') || '…' END
        FROM ts_headline('english', left(body, 20000), query, E'HighlightAll=true, StartSel=\\u0002, StopSel=\\u0003') AS marked,
          regexp_split_to_table(marked, '\\n') WITH ORDINALITY AS l (line, number),
          regexp_replace(line, '^\\s*([#>]+|[-*+])\\s+|\\*\\*|\`|<[^<>]{1,200}>|[\\u0002\\u0003]', '', 'g') AS plain,
          strpos(line, E'\\u0002') AS at
        WHERE at > 0
        ORDER BY length(line) - length(replace(line, E'\\u0002', '')) DESC, number
        LIMIT 1
      $$;
      COMMENT ON FUNCTION search.matched_line IS 'The line of a body that holds most of the words asked for, as plain text; null when none does.';

      CREATE FUNCTION search.words_of(content text) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT DISTINCT w FROM regexp_split_to_table(lower(left(content, 200000)), '[^[:alnum:]]+') w WHERE length(w) BETWEEN 4 AND 40
      $$;

      SELECT similarity('load', 'the extension before its setting is named');
      CREATE FUNCTION search.nearly_of(asked text) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
      SET pg_trgm.similarity_threshold = 0.19 AS $$
      DECLARE
        answer tsquery := '';
        piece text;
        near tsquery;
        candidate text;
      BEGIN
        FOREACH piece IN ARRAY (regexp_split_to_array(lower(asked), '[^[:alnum:]]+'))[1:12] LOOP
          near := plainto_tsquery('english', piece);
          FOR candidate IN
            SELECT word FROM search.word
            WHERE length(piece) BETWEEN 4 AND 40 AND word % piece AND abs(length(word) - length(piece)) <= 2
              AND levenshtein_less_equal(word, piece, 2) <= CASE WHEN length(piece) < 6 THEN 1 ELSE 2 END
            ORDER BY levenshtein_less_equal(word, piece, 2), similarity(word, piece) DESC LIMIT 20
          LOOP
            near := near || plainto_tsquery('english', candidate);
          END LOOP;
          answer := answer && near;
        END LOOP;
        RETURN answer;
      END
      $$;
      COMMENT ON FUNCTION search.nearly_of IS 'The words asked for, or words in use that are a letter or two away.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA search CASCADE');
  }
}

/** The words that are near are those that stand in something the viewer can see: what they cannot see decides nothing. */
class NearWordsAsSeen1800000000600 implements MigrationInterface {
  readonly name = 'NearWordsAsSeen1800000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION search.nearly_of(text)');
    await runner.query(nearlyOf('asked text, keys text[]', `AND EXISTS (${seenWith('w.word', 'keys')})`));
    await runner.query(
      `COMMENT ON FUNCTION search.nearly_of IS 'The words asked for, or words a letter or two away that a viewer with these keys can see somewhere.'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION search.nearly_of(text, text[])');
    await runner.query(nearlyOf('asked text', ''));
  }
}

class ComesLast1900000000103 implements MigrationInterface {
  readonly name = 'ComesLast1900000000103';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE search.document ADD COLUMN comes_last boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE search.document DROP COLUMN comes_last');
  }
}

/**
 * Whether a near word stands in something the viewer can see is looked up, never read through: faster, and a word that stands only in what
 * they may not see takes no longer than one that stands nowhere.
 */
class NearWordsByIndex1900000000120 implements MigrationInterface {
  readonly name = 'NearWordsByIndex1900000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION search.nearly_of(text, text[]) SET enable_seqscan = off');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION search.nearly_of(text, text[]) RESET enable_seqscan');
  }
}

/** For what shares some of the words that are asked for, not all. */
class SharedWords1900000001002 implements MigrationInterface {
  readonly name = 'SharedWords1900000001002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION search.quoted(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT '''' || regexp_replace(word, '([''\\\\])', '\\\\\\1', 'g') || ''''
      $$;
      COMMENT ON FUNCTION search.quoted IS 'A word as it stands in the text of a query.';

      CREATE FUNCTION search.any_of(asked text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT coalesce(string_agg(search.quoted(word), ' | '), '')::tsquery FROM unnest(tsvector_to_array(to_tsvector('english', asked))) word
      $$;
      COMMENT ON FUNCTION search.any_of IS 'Any of the words asked for.';

      CREATE FUNCTION search.shared(asked text[], words tsvector) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT count(*)::int FROM unnest(asked) word WHERE words @@ search.quoted(word)::tsquery
      $$;
      COMMENT ON FUNCTION search.shared IS 'How many of the words asked for are there.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION search.shared(text[], tsvector); DROP FUNCTION search.any_of(text); DROP FUNCTION search.quoted(text)',
    );
  }
}

export const searchMigrations = [
  CreateSearch1700000000600,
  NearWordsAsSeen1800000000600,
  ComesLast1900000000103,
  NearWordsByIndex1900000000120,
  SharedWords1900000001002,
  NarrowSearch1900000001300,
  SaveSearches1900000001301,
  SavedDays1900000001530,
  NearWords1900000001650,
  ...newestMigrations,
  MatchLikelyLines1900000001792,
  QueryWithoutNotices1900000001793,
  PlanWithWords1900000001840,
  MatchBestLine1900000001841,
  WordsUnpacked1900000001850,
  SureWords1900000001851,
  SeekWords1900000001853,
];
