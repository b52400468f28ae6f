/** Which of the words that are asked for the index is asked for, where the last of them may be unfinished. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isUnfinished } from './match.migrations';

/** Of an unfinished word the index puts together all places of all words that begin so: of a common one that took longer than all else. */
const sureOf = `
  CREATE FUNCTION search.sure_of(asked text) RETURNS tsquery LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
    SELECT sure FROM regexp_replace(asked, '[[:alnum:]]+\\s*$', '') before, websearch_to_tsquery('english', before) sure
    WHERE ${isUnfinished} AND sure::text !~ '[!|]' AND EXISTS (
      SELECT FROM pg_stats c, unnest(to_tsvector('english', before)) w
      WHERE c.schemaname = 'search' AND c.tablename = 'document' AND c.attname = 'words'
        AND w.lexeme <> ALL (c.most_common_elems::text::text[]))
  $$;
  COMMENT ON FUNCTION search.sure_of IS 'The words before the last one, where it may be unfinished and one of them is rare: few enough documents have these to ask each for the last one. Null otherwise.';
`;

export class SureWords1900000001851 implements MigrationInterface {
  readonly name = 'SureWords1900000001851';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sureOf);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION search.sure_of(text)');
  }
}
