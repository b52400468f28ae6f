/** The questions to teams whose adaptations went quiet. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class AskTeams1900000001720 implements MigrationInterface {
  readonly name = 'AskTeams1900000001720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE adaptations.check_in (
        id uuid PRIMARY KEY,
        adaptation_ref text NOT NULL REFERENCES adaptations.adaptation (ref) ON DELETE CASCADE,
        quiet_since timestamptz(3) NOT NULL,
        asked_at timestamptz(3) NOT NULL,
        answer text CHECK (answer IN ('GOING', 'STOPPED', 'BUSY')),
        answered_at timestamptz(3),
        answered_by text REFERENCES core.entity (ref),
        UNIQUE (adaptation_ref, quiet_since),
        CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
      );
      COMMENT ON COLUMN adaptations.check_in.quiet_since IS 'The last word, or the answer to the question before: one silence is asked about once.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE adaptations.check_in');
  }
}

export const checkInMigrations = [AskTeams1900000001720];
