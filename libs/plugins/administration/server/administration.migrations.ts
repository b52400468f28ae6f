/** The tables of administration: what was opened by breaking the glass, and what is held from appraisal. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateAdministration1800000000400 implements MigrationInterface {
  readonly name = 'CreateAdministration1800000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA administration;

      CREATE TABLE administration.broken_glass (
        id uuid PRIMARY KEY,
        member_ref text NOT NULL,
        entity_ref text NOT NULL,
        keys text[] NOT NULL,
        reason text NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        until timestamptz(3) NOT NULL
      );
      CREATE INDEX broken_glass_newest ON administration.broken_glass (opened_at, id);
      COMMENT ON TABLE administration.broken_glass IS 'What administrators opened that they may not see by themselves. Kept: rows are closed, not deleted.';

      CREATE TABLE administration.legal_hold (
        id uuid PRIMARY KEY,
        record_ref text NOT NULL REFERENCES core.entity (ref),
        reason text NOT NULL,
        by_ref text NOT NULL,
        since timestamptz(3) NOT NULL,
        lifted_at timestamptz(3)
      );
      CREATE UNIQUE INDEX legal_hold_standing ON administration.legal_hold (record_ref) WHERE lifted_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA administration CASCADE');
  }
}

export const administrationMigrations = [CreateAdministration1800000000400];
