/** Marks one line of a body instead of every line that might be the best: that took longer than everything else of a search together. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { matchOfLikely, middlesOf } from './match.migrations';

/** The longest first; of a word of four letters its two in the middle. A word of which another one is the beginning, as its stem is, is no word of its own: a line that has it has that. */
const longestFirst = `
  CREATE OR REPLACE FUNCTION search.middles_of(query tsquery) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH lexeme AS MATERIALIZED (
      SELECT DISTINCT replace(m[1], '''''', '''') AS word FROM regexp_matches(query::text, '''((?:[^'']|'''')+)''', 'g') m)
    SELECT coalesce(array_agg(middle ORDER BY length(middle) DESC, middle), '{}') FROM (
      SELECT DISTINCT CASE WHEN length(word) > 3 THEN substr(word, 2, greatest(2, length(word) - 3)) ELSE '' END AS middle FROM lexeme
      WHERE NOT EXISTS (SELECT FROM lexeme shorter WHERE lexeme.word <> shorter.word AND starts_with(lexeme.word, shorter.word))) m
  $$;
`;

/** Among lines that hold as many of the words, the first that holds the longest. */
export const matchOfBest = `
  CREATE OR REPLACE FUNCTION search.match_of(body text, query tsquery, place_lines int[], place_names text[],
    OUT line text, OUT words text[], OUT place text)
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
  DECLARE
    middles text[] := search.middles_of(query);
    lines text[] := string_to_array(CASE WHEN octet_length(body) > 200000 THEN left(body, 200000) ELSE body END, E'\\n');
    looked_at text[] := lines;
    likely int;
    held int;
    marked text;
    best text;
    best_held int := 0;
    best_number int;
    plain text;
    at int;
  BEGIN
    -- As it is written, and only where no line has it so, whatever letters are capital ones.
    FOR round IN 1..2 LOOP
      -- The longest word first, which few lines have: a line without the words before can have so many of them at most.
      FOR at_most IN REVERSE cardinality(middles)..1 LOOP
        FOR number IN 1..cardinality(lines) LOOP
          EXIT WHEN best_held >= at_most;
          CONTINUE WHEN strpos(looked_at[number], middles[cardinality(middles) + 1 - at_most]) = 0;
          likely := 1;
          FOR other IN cardinality(middles) + 2 - at_most..cardinality(middles) LOOP
            likely := likely + (strpos(looked_at[number], middles[other]) > 0)::int;
          END LOOP;
          CONTINUE WHEN likely <= best_held;
          marked := ts_headline('english', lines[number], query, E'HighlightAll=true, StartSel=\\u0002, StopSel=\\u0003');
          held := least(likely, length(marked) - length(replace(marked, E'\\u0002', '')));
          IF held > best_held THEN
            best := marked;
            best_held := held;
            best_number := number;
          END IF;
        END LOOP;
      END LOOP;
      EXIT WHEN best IS NOT NULL;
      looked_at := string_to_array(lower(array_to_string(lines, E'\\n')), E'\\n');
    END LOOP;
    IF best IS NULL THEN
      RETURN;
    END IF;
    at := strpos(best, E'\\u0002');
    plain := regexp_replace(best, '^\\s*([#>]+|[-*+])\\s+|\\*\\*|\`|<[^<>]{1,200}>|[\\u0002\\u0003]', '', 'g');
    line := CASE WHEN length(plain) <= 240 THEN plain
      WHEN at <= 120 THEN regexp_replace(left(plain, 220), '\\S*$', '') || '…'
      ELSE '… ' || regexp_replace(substring(plain FROM at - 100 FOR 220), '^\\S*\\s|\\S*$', '', 'g') || '…' END;
    words := ARRAY(SELECT DISTINCT m[1] FROM regexp_matches(best, E'\\u0002([^\\u0003]+)\\u0003', 'g') m WHERE strpos(line, m[1]) > 0 ORDER BY 1);
    place := nullif(place_names[width_bucket(best_number, place_lines)], '');
  END
  $$;
`;

export class MatchBestLine1900000001841 implements MigrationInterface {
  readonly name = 'MatchBestLine1900000001841';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(longestFirst);
    await runner.query(matchOfBest);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(matchOfLikely);
    await runner.query(middlesOf);
  }
}
