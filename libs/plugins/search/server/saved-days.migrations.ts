/** Saved searches keep days, and words that were meant where nothing has those that were written. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SavedDays1900000001530 implements MigrationInterface {
  readonly name = 'SavedDays1900000001530';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE search.document ADD COLUMN changed_at timestamptz(3);
      UPDATE search.document d SET changed_at = e.updated_at FROM core.entity e WHERE e.ref = d.ref;
      COMMENT ON COLUMN search.document.changed_at IS 'When its entry had changed last when it was indexed, to tell what came into the days of a saved search since.';

      ALTER TABLE search.saved
        ADD COLUMN changed_from timestamptz(3),
        ADD COLUMN changed_before timestamptz(3),
        ADD COLUMN nearly tsquery;
      COMMENT ON COLUMN search.saved.nearly IS 'The words in use that were near when it was saved, where its owner could see nothing that has the words as written.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE search.saved DROP COLUMN changed_from, DROP COLUMN changed_before, DROP COLUMN nearly;
      ALTER TABLE search.document DROP COLUMN changed_at;
    `);
  }
}
