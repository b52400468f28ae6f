/** Whose followers hear of a thread, and who wrote in it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class FollowThreads1900000001701 implements MigrationInterface {
  readonly name = 'FollowThreads1900000001701';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(circles);
    await runner.query(`
      CREATE INDEX post_author ON threads.post (author_ref, thread_ref) INCLUDE (anonymous, created_at) WHERE removed_at IS NULL;
      CREATE VIEW threads.written_in AS
        SELECT author_ref AS member_ref, thread_ref AS target_ref, bool_and(anonymous) AS in_hub_alone, min(created_at) AS since
        FROM threads.post WHERE removed_at IS NULL GROUP BY author_ref, thread_ref;
      COMMENT ON VIEW threads.written_in IS 'Each person reads of themselves alone: it names those who wrote without their name. Of them nothing is mailed, because administrators see to whom mail goes.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW threads.written_in, threads.circle; DROP INDEX threads.post_author');
  }
}

const circles = `
  CREATE VIEW threads.circle AS
    SELECT t.ref AS subject_ref, t.kind AS topic, near.ref, near.position, near.is_starter
    FROM threads.thread t
      JOIN core.entity e ON e.ref = t.ref
      LEFT JOIN core.entity about ON about.ref = t.about_ref
      CROSS JOIN LATERAL (
        SELECT t.ref, 1, false
        UNION ALL SELECT t.author_ref, 1, true WHERE NOT t.anonymous
        UNION ALL SELECT t.about_ref, 2, false
        UNION ALL SELECT e.community_ref, 2, false
        UNION ALL SELECT coalesce(about.owner_ref, CASE WHEN about.kind = 'site' THEN about.ref END), 3, false
        UNION ALL SELECT unnest(e.care_models), 3, false
      ) AS near (ref, position, is_starter)
    WHERE near.ref IS NOT NULL;
  COMMENT ON VIEW threads.circle IS 'Whose followers hear of a thread, 1 the most particular. Of one that was started without a name, not those of its author.';
`;

export const circlesMigrations = [FollowThreads1900000001701];
