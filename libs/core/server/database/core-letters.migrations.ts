/** Letters: those for holders of certain keys, as long as they hold them, those whose words are made when they are sent, and those on their way. */
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

class NoteHandovers1900000001852 implements MigrationInterface {
  readonly name = 'NoteHandovers1900000001852';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE core.mail_handover (
        mail_id uuid REFERENCES core.mail (id) ON DELETE CASCADE,
        number int CHECK (number BETWEEN 1 AND 2),
        PRIMARY KEY (mail_id, number)
      );
      COMMENT ON TABLE core.mail_handover IS 'That a whole letter went to the mail server; nobody knows what came of that where the letter was not sent.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE core.mail_handover');
  }
}

export const coreLettersMigrations = [
  LettersForHoldersOfKeys1900000000900,
  WriteLettersLate1900000001641,
  NoteHandovers1900000001852,
];
