/** When an unanswered question was passed on. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class PassOnQuestions1900000001722 implements MigrationInterface {
  readonly name = 'PassOnQuestions1900000001722';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE threads.thread ADD COLUMN passed_on_at timestamptz(3);
      COMMENT ON COLUMN threads.thread.passed_on_at IS 'When those who look after the place heard that the question has no answer: once.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE threads.thread DROP COLUMN passed_on_at');
  }
}

export const unansweredMigrations = [PassOnQuestions1900000001722];
