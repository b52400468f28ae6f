/** Tags as things that can be followed: lessons and enablers, and the words on discussions that everyone signed in sees. */
import enablers from '@hub/core/contract/reference/enablers.json' with { type: 'json' };
import lessons from '@hub/core/contract/reference/lessons.json' with { type: 'json' };
import { enablerTag, lessonTag } from '@hub/core/contract';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepTags } from './tags.sql';

class FollowTags1900000001704 implements MigrationInterface {
  readonly name = 'FollowTags1900000001704';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tags);
    const named = [
      ...lessons.lessons.map(({ number, title }) => ({ ref: lessonTag(number), title })),
      ...enablers.enablers.map(({ number, name }) => ({ ref: enablerTag(number), title: name })),
    ];
    await runner.query(
      `INSERT INTO core.entity (ref, kind, title, visibility, needs, created_at, updated_at)
       SELECT ref, 'tag', title, 'network', '{network}', now(), now() FROM unnest($1::text[], $2::text[]) AS named (ref, title)`,
      [named.map(({ ref }) => ref), named.map(({ title }) => title)],
    );
    const inUse = (await runner.query(`SELECT ref FROM threads.thread WHERE tags <> '{}'`)) as { ref: string }[];
    for (const { ref } of inUse) await runner.query(keepTags, [ref]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(circle(''));
    await runner.query(`DROP VIEW threads.tagged; DROP TABLE threads.tag; DELETE FROM core.entity WHERE kind = 'tag'`);
  }
}

const circle = (tagged: string) => `
  CREATE OR REPLACE VIEW threads.circle AS
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
        UNION ALL SELECT unnest(e.care_models), 3, false${tagged}
      ) AS near (ref, position, is_starter)
    WHERE near.ref IS NOT NULL;
`;

const tags = `
  CREATE TABLE threads.tag (
    word text PRIMARY KEY,
    ref text NOT NULL UNIQUE REFERENCES core.entity (ref) ON DELETE CASCADE
  );
  COMMENT ON TABLE threads.tag IS 'Words that a discussion bears which everyone signed in sees: others must not be known to anybody.';
  CREATE VIEW threads.tagged AS
    SELECT e.ref, g.word, substring(e.ref FROM '/lesson-([0-9]+)$')::int AS lesson, substring(e.ref FROM '/enabler-([0-9]+)$')::int AS enabler
    FROM core.entity e LEFT JOIN threads.tag g ON g.ref = e.ref WHERE e.kind = 'tag';
${circle(`
        UNION ALL SELECT 'tag:network/lesson-' || unnest(t.lessons), 3, false
        UNION ALL SELECT 'tag:network/enabler-' || unnest(t.enablers), 3, false
        UNION ALL SELECT g.ref, 3, false FROM threads.tag g WHERE g.word = ANY(t.tags)`)}
`;

export const tagsMigrations = [FollowTags1900000001704];
