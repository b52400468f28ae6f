/** Letters that are for those who hold certain keys, as long as they hold them, and those whose words are made when they are sent. */
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

class WriteLettersLate1900000001641 implements MigrationInterface {
  readonly name = 'WriteLettersLate1900000001641';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE core.mail ADD COLUMN writer text;
      COMMENT ON COLUMN core.mail.writer IS 'Who writes its words when it is sent; null where they stand here.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE core.mail DROP COLUMN writer');
  }
}

export const coreLettersMigrations = [LettersForHoldersOfKeys1900000000900, WriteLettersLate1900000001641];
