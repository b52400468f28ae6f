/** Core's table of the edge: what callers spent lately, added up for every instance. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class AddSpentPoints1900000000700 implements MigrationInterface {
  readonly name = 'AddSpentPoints1900000000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE core.spent_points (
        caller text NOT NULL,
        span bigint NOT NULL,
        points int NOT NULL,
        PRIMARY KEY (caller, span)
      );
      COMMENT ON TABLE core.spent_points IS 'Points that callers spent on calls in a span of 10 seconds. Holds hashes, for seconds, and may be lost.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE core.spent_points');
  }
}

export const coreEdgesMigrations = [AddSpentPoints1900000000700];
