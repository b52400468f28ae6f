/** What is planned with the words that are asked for, inside a statement whose own plan is kept. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const planned = `
  CREATE FUNCTION search.planned(statement text, query tsquery, keys text[], given jsonb) RETURNS SETOF record
  LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1000 ROWS 200 AS $$
  BEGIN
    RETURN QUERY EXECUTE statement USING query, keys, given;
  END
  $$;
  COMMENT ON FUNCTION search.planned IS 'The rows of a statement of the hub''s own, planned each time with the query ($1), the keys ($2) and the values ($3) that it is given.';
`;

export class PlanWithWords1900000001840 implements MigrationInterface {
  readonly name = 'PlanWithWords1900000001840';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(planned);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION search.planned(text, tsquery, text[], jsonb)');
  }
}
