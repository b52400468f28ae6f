/** What moderation does to posts: they are hidden for a while, or removed so that they can be restored. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class ModeratePosts1900000001200 implements MigrationInterface {
  readonly name = 'ModeratePosts1900000001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE threads.post ADD COLUMN hidden_at timestamptz(3), ADD COLUMN removed_by_moderator boolean NOT NULL DEFAULT false;
      DROP INDEX threads.post_readable;
      CREATE INDEX post_readable ON threads.post (thread_ref, position, author_ref) WHERE removed_at IS NULL AND hidden_at IS NULL;
      CREATE OR REPLACE VIEW threads.readable_revision AS
        SELECT r.post_id, r.number, r.body, r.written_at, p.thread_ref, p.hidden_at, p.author_ref
        FROM threads.revision r JOIN threads.post p ON p.id = r.post_id WHERE p.removed_at IS NULL;
      CREATE VIEW threads.moderated_post AS
        SELECT id, thread_ref, position, author_ref, anonymous, revision, hidden_at, removed_at FROM threads.post;
      COMMENT ON COLUMN threads.post.hidden_at IS 'Since when it waits for a moderator, readable for its author and moderators alone.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW threads.moderated_post;
      DROP VIEW threads.readable_revision;
      CREATE VIEW threads.readable_revision AS
        SELECT r.post_id, r.number, r.body, r.written_at, p.thread_ref
        FROM threads.revision r JOIN threads.post p ON p.id = r.post_id WHERE p.removed_at IS NULL;
      DROP INDEX threads.post_readable;
      CREATE INDEX post_readable ON threads.post (thread_ref, position, author_ref) WHERE removed_at IS NULL;
      ALTER TABLE threads.post DROP COLUMN hidden_at, DROP COLUMN removed_by_moderator;
    `);
  }
}

export const moderatedPostsMigrations = [ModeratePosts1900000001200];
