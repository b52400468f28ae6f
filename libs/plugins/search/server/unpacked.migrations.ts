/** Keeps the words of a document as they are instead of packed: unpacking them for every hit took longer than ranking by them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A row is left as it is while it fits into a page. Of a longer one the body is packed first, and words that alone are longer lie elsewhere.
 * Rows that are there are written so when they are written next.
 */
export class WordsUnpacked1900000001850 implements MigrationInterface {
  readonly name = 'WordsUnpacked1900000001850';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE search.document SET (toast_tuple_target = 8160), ALTER COLUMN words SET STORAGE EXTERNAL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE search.document RESET (toast_tuple_target), ALTER COLUMN words SET STORAGE MAIN');
  }
}
