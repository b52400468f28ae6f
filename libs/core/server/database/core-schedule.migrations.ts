/** When scheduled work is due next. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class AddSchedules1900000000102 implements MigrationInterface {
  readonly name = 'AddSchedules1900000000102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE core.schedule (
        name text PRIMARY KEY,
        calendar text NOT NULL,
        due_at timestamptz(3) NOT NULL,
        next_try_at timestamptz(3) NOT NULL,
        done_at timestamptz(3),
        attempts int NOT NULL DEFAULT 0,
        problem text
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE core.schedule');
  }
}

export const coreScheduleMigrations = [AddSchedules1900000000102];
