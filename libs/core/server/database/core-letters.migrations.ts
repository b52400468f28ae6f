/** Letters that are for those who hold certain keys, as long as they hold them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class LettersForHoldersOfKeys1900000000900 implements MigrationInterface {
  readonly name = 'LettersForHoldersOfKeys1900000000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE core.mail ADD COLUMN needs text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE core.mail DROP COLUMN needs');
  }
}

export const coreLettersMigrations = [LettersForHoldersOfKeys1900000000900];
