/** Finds the line of a body that the words stand in without taking all of it apart: a long discussion took as long as everything else of a search. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { matchOf } from './narrowing.migrations';

/** The first letter may be a capital one, and endings differ: of a word of up to four letters nothing is sure, and every line is looked at. */
export const middlesOf = `
  CREATE OR REPLACE FUNCTION search.middles_of(query tsquery) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT CASE WHEN length(lexeme) > 4 THEN substr(lexeme, 2, length(lexeme) - 3) ELSE '' END), '{}')
    FROM regexp_matches(query::text, '''((?:[^'']|'''')+)''', 'g') m, replace(m[1], '''''', '''') lexeme
  $$;
  COMMENT ON FUNCTION search.middles_of IS 'What a line must hold of each word that is asked for, in any of its forms, to have it.';
`;

export const matchOfLikely = `
  CREATE OR REPLACE FUNCTION search.match_of(body text, query tsquery, place_lines int[], place_names text[],
    OUT line text, OUT words text[], OUT place text)
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
  DECLARE
    middles text[] := search.middles_of(query);
    lines text[] := string_to_array(CASE WHEN octet_length(body) > 200000 THEN left(body, 200000) ELSE body END, E'\\n');
    candidate text;
    looked_at text;
    middle text;
    marked text;
    marks int;
    number int;
    best text;
    best_marks int := 0;
    best_number int;
    plain text;
    at int;
  BEGIN
    -- As it is written, and only where no line has it so, whatever letters are capital ones.
    FOR round IN 1..2 LOOP
      number := 0;
      FOREACH candidate IN ARRAY lines LOOP
        number := number + 1;
        looked_at := CASE round WHEN 1 THEN candidate ELSE lower(candidate) END;
        FOREACH middle IN ARRAY middles LOOP
          CONTINUE WHEN strpos(looked_at, middle) = 0;
          marked := ts_headline('english', candidate, query, E'HighlightAll=true, StartSel=\\u0002, StopSel=\\u0003');
          marks := length(marked) - length(replace(marked, E'\\u0002', ''));
          IF marks > best_marks THEN
            best := marked;
            best_marks := marks;
            best_number := number;
          END IF;
          EXIT;
        END LOOP;
      END LOOP;
      EXIT WHEN best IS NOT NULL;
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
    place := nullif(place_names[(SELECT count(*) FROM unnest(place_lines) start WHERE start <= best_number)::int], '');
  END
  $$;
`;

export class MatchLikelyLines1900000001792 implements MigrationInterface {
  readonly name = 'MatchLikelyLines1900000001792';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(middlesOf);
    await runner.query(matchOfLikely);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION search.match_of(text, tsquery, int[], text[])');
    await runner.query('DROP FUNCTION search.middles_of(tsquery)');
    await runner.query(matchOf);
  }
}

const query = (otherwise: string) => `
  CREATE OR REPLACE FUNCTION search.query_of(asked text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ${otherwise}
  $$;
`;
export const isUnfinished = `asked !~ '"' AND asked ~ '(^|[^-[:alnum:]])[[:alnum:]]{2,60}\\s*$'`;
const unfinished = `
  websearch_to_tsquery('english', regexp_replace(asked, '[[:alnum:]]+\\s*$', ''))
  && (quote_literal(lower(substring(asked FROM '([[:alnum:]]+)\\s*$'))) || ':*')::tsquery`;
const written = `websearch_to_tsquery('english', asked)`;

/** The same query, without the empty one of which PostgreSQL told every caller each time that it is empty. */
export class QueryWithoutNotices1900000001793 implements MigrationInterface {
  readonly name = 'QueryWithoutNotices1900000001793';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(query(`CASE WHEN ${isUnfinished} THEN ${written} || (${unfinished}) ELSE ${written} END`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(query(`${written} || CASE WHEN ${isUnfinished} THEN ${unfinished} ELSE ''::tsquery END`));
  }
}
