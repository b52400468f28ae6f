/**
 * Goes from one place of a word to the next instead of from line to line, and takes the words that are asked for as they were taken apart
 * once for the whole search. These, and a statement for the words of each line, were two fifths of what marking lines took.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { matchOfBest } from './best-line.migrations';

const told = 'OUT line text, OUT words text[], OUT place text';

/** Among lines that hold as many of the words, the first that holds the longest. */
const matchOfSought = `
  CREATE FUNCTION search.match_of(body text, query tsquery, middles text[], place_lines int[], place_names text[], ${told})
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
  DECLARE
    written text := CASE WHEN octet_length(body) > 200000 THEN left(body, 200000) ELSE body || '' END;
    looked_through text := written;
    middle text;
    parts text[];
    lines text[];
    number int;
    last int;
    candidate text;
    looked_at text;
    likely int;
    held int;
    marked text;
    best text;
    best_held int := 0;
    best_number int;
    word text;
    at int;
  BEGIN
    -- As it is written, and only where no line has it so, whatever letters are capital ones.
    FOR round IN 1..2 LOOP
      -- The longest word first, which few lines have: a line without the words before can have so many of them at most.
      FOR at_most IN REVERSE cardinality(middles)..1 LOOP
        EXIT WHEN best_held >= at_most;
        middle := middles[cardinality(middles) + 1 - at_most];
        parts := CASE middle WHEN '' THEN string_to_array(E'\\n' || looked_through, E'\\n') ELSE string_to_array(looked_through, middle) END;
        -- To look for each of many lines from the beginning would take longer than to take them all apart.
        IF lines IS NULL AND cardinality(parts) > 5 THEN
          lines := string_to_array(written, E'\\n');
        END IF;
        number := 1;
        last := 0;
        FOR at_part IN 1..cardinality(parts) - 1 LOOP
          number := CASE middle WHEN '' THEN at_part ELSE number + octet_length(parts[at_part]) - octet_length(replace(parts[at_part], E'\\n', '')) END;
          CONTINUE WHEN number = last;
          last := number;
          candidate := CASE WHEN lines IS NULL THEN split_part(written, E'\\n', number) ELSE lines[number] END;
          looked_at := CASE round WHEN 1 THEN candidate ELSE lower(candidate) END;
          likely := 1;
          FOR other IN cardinality(middles) + 2 - at_most..cardinality(middles) LOOP
            likely := likely + (strpos(looked_at, middles[other]) > 0)::int;
          END LOOP;
          CONTINUE WHEN likely <= best_held;
          marked := ts_headline('english', candidate, query, E'HighlightAll=true, StartSel=\\u0002, StopSel=\\u0003');
          held := least(likely, octet_length(marked) - octet_length(replace(marked, E'\\u0002', '')));
          IF held > best_held THEN
            best := marked;
            best_held := held;
            best_number := number;
          END IF;
          EXIT WHEN best_held >= at_most;
        END LOOP;
      END LOOP;
      EXIT WHEN best IS NOT NULL;
      looked_through := lower(written);
    END LOOP;
    IF best IS NULL THEN
      RETURN;
    END IF;
    line := translate(best, E'\\u0002\\u0003\`', '');
    IF line ~ '^\\s*[-#>*+]|\\*\\*|<' THEN
      line := regexp_replace(line, '^\\s*([#>]+|[-*+])\\s+|\\*\\*|<[^<>]{1,200}>', '', 'g');
    END IF;
    IF length(line) > 240 THEN
      at := strpos(best, E'\\u0002');
      line := CASE WHEN at <= 120 THEN regexp_replace(left(line, 220), '\\S*$', '') || '…'
        ELSE '… ' || regexp_replace(substring(line FROM at - 100 FOR 220), '^\\S*\\s|\\S*$', '', 'g') || '…' END;
    END IF;
    words := '{}';
    parts := string_to_array(best, E'\\u0002');
    FOR at_part IN 2..cardinality(parts) LOOP
      word := split_part(parts[at_part], E'\\u0003', 1);
      CONTINUE WHEN word = '' OR word = ANY (words) OR strpos(line, word) = 0;
      words := words || word;
    END LOOP;
    IF cardinality(words) > 1 THEN
      words := ARRAY(SELECT unnest(words) ORDER BY 1);
    END IF;
    place := nullif(place_names[width_bucket(best_number, place_lines)], '');
  END
  $$;
  COMMENT ON FUNCTION search.match_of(text, tsquery, text[], int[], text[]) IS 'The line of a body that has most of the words, as it is shown, with these words and its place. \`middles\` are those of the query.';
`;

/** For code of the release before. */
const asBefore = `
  CREATE OR REPLACE FUNCTION search.match_of(body text, query tsquery, place_lines int[], place_names text[], ${told})
  LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
    SELECT * FROM search.match_of(body, query, search.middles_of(query), place_lines, place_names)
  $$;
`;

/** Called a function for each hit where it is STRICT, as PostgreSQL cannot then write it out where it stands. */
const scoreOf = (strict: string) => `
  CREATE OR REPLACE FUNCTION search.score_of(title_words tsvector, words tsvector, query tsquery) RETURNS int
  LANGUAGE sql IMMUTABLE ${strict}PARALLEL SAFE AS $$
    SELECT CASE WHEN title_words @@ query THEN 1000000 ELSE 0 END
      + (ts_rank('{0.1, 0.2, 0.4, 1.0}', words, query, 32) * 999999)::int
  $$;
`;

export class SeekWords1900000001853 implements MigrationInterface {
  readonly name = 'SeekWords1900000001853';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(matchOfSought);
    await runner.query(asBefore);
    await runner.query(scoreOf(''));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(scoreOf('STRICT '));
    await runner.query(matchOfBest);
    await runner.query('DROP FUNCTION search.match_of(text, tsquery, text[], int[], text[])');
  }
}
