/** The tables of threads. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PromotePosts1764362000001 } from './promotion/promotion.migrations';
import { TakeBackMovedPosts1900000001610, UndoReadAll1900000001310 } from './unread/read-all.migrations';
import { ShareNamedPosts1900000001531 } from './finding/waiting.migrations';

class CreateThreads1700000000400 implements MigrationInterface {
  readonly name = 'CreateThreads1700000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA threads;

      CREATE TABLE threads.thread (
        ref text PRIMARY KEY REFERENCES core.entity (ref),
        kind text NOT NULL CHECK (kind IN ('DISCUSSION', 'QUESTION', 'LEARNING', 'ANNOUNCEMENT')),
        about_ref text REFERENCES core.entity (ref),
        author_ref text NOT NULL REFERENCES core.account (ref),
        anonymous boolean NOT NULL,
        created_at timestamptz(3) NOT NULL,
        accepted_post_id uuid,
        locked boolean NOT NULL DEFAULT false,
        locked_reason text
      );
      CREATE INDEX thread_about ON threads.thread (about_ref) WHERE about_ref IS NOT NULL;

      CREATE TABLE threads.post (
        id uuid PRIMARY KEY,
        thread_ref text NOT NULL REFERENCES threads.thread (ref) ON DELETE CASCADE,
        position int NOT NULL,
        author_ref text NOT NULL REFERENCES core.account (ref),
        anonymous boolean NOT NULL,
        body text NOT NULL,
        in_reply_to uuid REFERENCES threads.post (id),
        revision int NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL,
        edited_at timestamptz(3),
        removed_at timestamptz(3),
        removed_by_author boolean NOT NULL DEFAULT false,
        removed_reason text,
        UNIQUE (thread_ref, position)
      );
      CREATE INDEX post_readable ON threads.post (thread_ref, position, author_ref) WHERE removed_at IS NULL;
      ALTER TABLE threads.thread ADD FOREIGN KEY (accepted_post_id) REFERENCES threads.post (id);

      CREATE TABLE threads.activity (
        thread_ref text PRIMARY KEY REFERENCES threads.thread (ref) ON DELETE CASCADE,
        last_position int NOT NULL,
        reply_count int NOT NULL
      ) WITH (fillfactor = 80);

      CREATE TABLE threads.feed (
        thread_ref text NOT NULL REFERENCES threads.thread (ref) ON DELETE CASCADE,
        feed text NOT NULL,
        last_activity_at timestamptz(3) NOT NULL,
        PRIMARY KEY (thread_ref, feed)
      );
      CREATE INDEX feed_newest ON threads.feed (feed, last_activity_at DESC, thread_ref DESC);
      COMMENT ON COLUMN threads.feed.feed IS 'A care model, or "all".';

      CREATE TABLE threads.read_mark (
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        thread_ref text NOT NULL REFERENCES threads.thread (ref) ON DELETE CASCADE,
        last_position int NOT NULL,
        PRIMARY KEY (member_ref, thread_ref)
      );

      CREATE TABLE threads.reaction (
        post_id uuid NOT NULL REFERENCES threads.post (id) ON DELETE CASCADE,
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        kind text NOT NULL,
        PRIMARY KEY (post_id, kind, member_ref)
      );

      CREATE VIEW threads.in_feed AS
        SELECT f.feed, f.thread_ref AS ref, f.last_activity_at, t.kind, t.about_ref, t.author_ref, t.anonymous, t.created_at,
          t.accepted_post_id, t.locked, t.locked_reason, a.reply_count
        FROM threads.feed f
        JOIN threads.thread t ON t.ref = f.thread_ref
        JOIN threads.activity a ON a.thread_ref = f.thread_ref;
      CREATE VIEW threads.listed AS SELECT * FROM threads.in_feed WHERE feed = 'all';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA threads CASCADE');
  }
}

class KeepRevisions1795890400000 implements MigrationInterface {
  readonly name = 'KeepRevisions1795890400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE threads.revision (
        post_id uuid NOT NULL REFERENCES threads.post (id) ON DELETE CASCADE,
        number int NOT NULL,
        body text NOT NULL,
        written_at timestamptz(3) NOT NULL,
        PRIMARY KEY (post_id, number)
      );
      COMMENT ON TABLE threads.revision IS 'What a post said before each edit. What was said before the hub kept it is not here.';
      CREATE VIEW threads.readable_revision AS
        SELECT r.post_id, r.number, r.body, r.written_at, p.thread_ref
        FROM threads.revision r JOIN threads.post p ON p.id = r.post_id WHERE p.removed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW threads.readable_revision; DROP TABLE threads.revision');
  }
}

const described = ', t.lessons, t.enablers, t.tags, t.summary, t.summary_by, t.summary_at, t.pinned_at, t.revision';

class DescribeThreads1795890400001 implements MigrationInterface {
  readonly name = 'DescribeThreads1795890400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE threads.thread
        ADD COLUMN lessons int[] NOT NULL DEFAULT '{}',
        ADD COLUMN enablers int[] NOT NULL DEFAULT '{}',
        ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
        ADD COLUMN summary text,
        ADD COLUMN summary_by text REFERENCES core.account (ref),
        ADD COLUMN summary_at timestamptz(3),
        ADD COLUMN pinned_at timestamptz(3),
        ADD COLUMN revision int NOT NULL DEFAULT 1;
      CREATE INDEX thread_tagged ON threads.thread USING gin (tags) WHERE tags <> '{}';
      CREATE INDEX thread_pinned ON threads.thread (pinned_at) WHERE pinned_at IS NOT NULL;
    `);
    await runner.query(viewsWith(described));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW threads.listed; DROP VIEW threads.in_feed');
    await runner.query(viewsWith(''));
    await runner.query(`
      ALTER TABLE threads.thread DROP COLUMN lessons, DROP COLUMN enablers, DROP COLUMN tags, DROP COLUMN summary,
        DROP COLUMN summary_by, DROP COLUMN summary_at, DROP COLUMN pinned_at, DROP COLUMN revision;
    `);
  }
}

/** The views that lists read, with more columns of a thread at their end, and more feeds whose threads have a page. */
function viewsWith(more: string, alsoListed = ''): string {
  return `
    CREATE OR REPLACE VIEW threads.in_feed AS
      SELECT f.feed, f.thread_ref AS ref, f.last_activity_at, t.kind, t.about_ref, t.author_ref, t.anonymous, t.created_at,
        t.accepted_post_id, t.locked, t.locked_reason, a.reply_count${more}
      FROM threads.feed f
      JOIN threads.thread t ON t.ref = f.thread_ref
      JOIN threads.activity a ON a.thread_ref = f.thread_ref;
    CREATE OR REPLACE VIEW threads.listed AS SELECT * FROM threads.in_feed WHERE feed IN ('all'${alsoListed});
  `;
}

class KeepReferences1900000001000 implements MigrationInterface {
  readonly name = 'KeepReferences1900000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE threads.reference (
        post_id uuid NOT NULL REFERENCES threads.post (id) ON DELETE CASCADE,
        written text NOT NULL,
        ref text NOT NULL REFERENCES core.entity (ref) ON DELETE CASCADE,
        since_revision int NOT NULL,
        PRIMARY KEY (post_id, written)
      );
      CREATE INDEX reference_to ON threads.reference (ref, post_id);

      CREATE FUNCTION threads.without(content text, names text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
      DECLARE written text;
      BEGIN
        FOREACH written IN ARRAY names LOOP
          content := regexp_replace(content,
            '(?<![[:alnum:]_/-])' || regexp_replace(written, '([^[:alnum:]])', '\\\\\\1', 'g') || '(?![[:alnum:]_/-])', '', 'g');
        END LOOP;
        RETURN content;
      END
      $$;
      COMMENT ON FUNCTION threads.without IS 'A text with these names cut out of it, wherever they stand as a whole.';

      CREATE FUNCTION threads.written_as(ref text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT CASE split_part(ref, ':', 1) WHEN 'member' THEN '@' || split_part(ref, '/', 2)
          WHEN 'intervention' THEN '#' || split_part(ref, '/', 2) ELSE '#' || split_part(ref, ':', 2) END
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION threads.written_as(text); DROP FUNCTION threads.without(text, text[]); DROP TABLE threads.reference;
    `);
  }
}

class MovePosts1900000001001 implements MigrationInterface {
  readonly name = 'MovePosts1900000001001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE threads.former_place (
        thread_ref text NOT NULL REFERENCES threads.thread (ref) ON DELETE CASCADE,
        position int NOT NULL,
        post_id uuid NOT NULL REFERENCES threads.post (id) ON DELETE CASCADE,
        PRIMARY KEY (thread_ref, position)
      );
      COMMENT ON TABLE threads.former_place IS 'Where a post stood before it moved to another thread: old links lead on.';

      CREATE TABLE threads.read_post (
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        post_id uuid NOT NULL REFERENCES threads.post (id) ON DELETE CASCADE,
        PRIMARY KEY (member_ref, post_id)
      );
      COMMENT ON TABLE threads.read_post IS 'What a member had read where it stood before it moved, whatever their mark is where it is now.';

      ALTER TABLE threads.thread ADD COLUMN merged_into text REFERENCES threads.thread (ref);
      CREATE INDEX thread_merged ON threads.thread (merged_into) WHERE merged_into IS NOT NULL;
    `);
    await runner.query(viewsWith(`${described}, t.merged_into`, ", 'merged'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW threads.listed; DROP VIEW threads.in_feed');
    await runner.query(viewsWith(described));
    await runner.query(`
      ALTER TABLE threads.thread DROP COLUMN merged_into; DROP TABLE threads.read_post; DROP TABLE threads.former_place;
    `);
  }
}

class SharePosts1900000001401 implements MigrationInterface {
  readonly name = 'SharePosts1900000001401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW threads.shared_post AS SELECT id, thread_ref, position FROM threads.post;
      CREATE INDEX post_in_reply_to ON threads.post (in_reply_to) WHERE in_reply_to IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX threads.post_in_reply_to; DROP VIEW threads.shared_post');
  }
}

export const threadsMigrations = [
  CreateThreads1700000000400,
  KeepRevisions1795890400000,
  DescribeThreads1795890400001,
  KeepReferences1900000001000,
  MovePosts1900000001001,
  UndoReadAll1900000001310,
  SharePosts1900000001401,
  ShareNamedPosts1900000001531,
  PromotePosts1764362000001,
  TakeBackMovedPosts1900000001610,
];
