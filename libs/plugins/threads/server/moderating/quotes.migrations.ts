/** Quotes of what is hidden, or was removed by a moderator. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class WithholdQuotes1900000001501 implements MigrationInterface {
  readonly name = 'WithholdQuotes1900000001501';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE threads.withheld_quote (
        post_id uuid NOT NULL REFERENCES threads.post (id) ON DELETE CASCADE,
        number int NOT NULL,
        body text NOT NULL,
        revision int NOT NULL,
        "of" uuid[] NOT NULL,
        PRIMARY KEY (post_id, number)
      );
      CREATE INDEX withheld_quote_of ON threads.withheld_quote USING gin ("of");
      CREATE INDEX post_withheld ON threads.post (thread_ref) WHERE hidden_at IS NOT NULL OR removed_by_moderator;
      COMMENT ON TABLE threads.withheld_quote IS 'What posts said while they quoted what is hidden now. Read to give it back, and by nobody.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX threads.post_withheld; DROP TABLE threads.withheld_quote');
  }
}

export const quotesMigrations = [WithholdQuotes1900000001501];
