/** The view of posts that other plugins may read, to tell whose words nobody has replied to. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShareNamedPosts1900000001531 implements MigrationInterface {
  readonly name = 'ShareNamedPosts1900000001531';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX post_named_author ON threads.post (author_ref) WHERE NOT anonymous AND removed_at IS NULL AND hidden_at IS NULL;
      CREATE VIEW threads.shared_named_post AS
        SELECT p.thread_ref, p.author_ref, p.position, p.created_at,
          EXISTS (SELECT FROM threads.post r WHERE r.thread_ref = p.thread_ref AND r.position > p.position
            AND r.removed_at IS NULL AND r.hidden_at IS NULL AND (r.anonymous OR r.author_ref <> p.author_ref)) AS answered
        FROM threads.post p WHERE NOT p.anonymous AND p.removed_at IS NULL AND p.hidden_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW threads.shared_named_post; DROP INDEX threads.post_named_author');
  }
}
