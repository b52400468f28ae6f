/** What posts became in records. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PromotePosts1764362000001 implements MigrationInterface {
  readonly name = 'PromotePosts1764362000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE threads.promotion (
        id uuid PRIMARY KEY,
        post_id uuid NOT NULL REFERENCES threads.post (id),
        record_ref text NOT NULL REFERENCES core.entity (ref) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('CHANGE', 'SUITABILITY', 'LEARNING', 'QUESTION')),
        entry_id uuid,
        words text,
        component_key text,
        at timestamptz(3) NOT NULL,
        CHECK ((entry_id IS NULL) = (kind IN ('LEARNING', 'QUESTION'))),
        CHECK ((words IS NULL) = (entry_id IS NOT NULL)),
        CHECK ((component_key IS NULL) = (kind <> 'QUESTION'))
      );
      CREATE INDEX promotion_of ON threads.promotion (post_id);
      CREATE INDEX promotion_in ON threads.promotion (record_ref);
      COMMENT ON COLUMN threads.promotion.entry_id IS 'The change or finding of the adaptation, which has the words; null where they are here.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE threads.promotion');
  }
}
