/** What marking many threads read at once moved, so that it can be undone; also of posts that move on meanwhile. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UndoReadAll1900000001310 implements MigrationInterface {
  readonly name = 'UndoReadAll1900000001310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE threads.read_all (
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        thread_ref text NOT NULL REFERENCES threads.thread (ref) ON DELETE CASCADE,
        undo uuid NOT NULL,
        position_before int,
        position_after int NOT NULL,
        PRIMARY KEY (member_ref, thread_ref)
      );
      COMMENT ON TABLE threads.read_all IS 'Of each member the last time that they marked many threads read: the mark of each before (null for none) and after.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE threads.read_all');
  }
}

export class TakeBackMovedPosts1900000001610 implements MigrationInterface {
  readonly name = 'TakeBackMovedPosts1900000001610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE threads.read_post ADD COLUMN undo uuid;
      COMMENT ON COLUMN threads.read_post.undo IS 'Where it was read only by marking many threads at once: what takes that back.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE threads.read_post DROP COLUMN undo');
  }
}
