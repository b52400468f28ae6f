/** When interventions were written on, and when their editors were reminded of a review. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class RemindAgain1900000001721 implements MigrationInterface {
  readonly name = 'RemindAgain1900000001721';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE interventions.intervention
        ADD COLUMN written_at timestamptz(3),
        ADD COLUMN reminded_on date,
        ADD COLUMN reminded_again_on date;
      UPDATE interventions.intervention SET reminded_on = reminded_of WHERE reminded_of IS NOT NULL;
      COMMENT ON COLUMN interventions.intervention.reminded_on IS 'When its editors heard that the review of reminded_of is due, and when they heard it again.';
      CREATE VIEW interventions.shared_writing AS SELECT ref, written_at FROM interventions.intervention;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW interventions.shared_writing;
      ALTER TABLE interventions.intervention
        DROP COLUMN reminded_again_on, DROP COLUMN reminded_on, DROP COLUMN written_at;
    `);
  }
}

export const reminderMigrations = [RemindAgain1900000001721];
