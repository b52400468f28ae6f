/** The tables of moderation, and the views that show cases and reports beside what they are about. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateModeration1900000001210 implements MigrationInterface {
  readonly name = 'CreateModeration1900000001210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA moderation;

      CREATE TABLE moderation.case_record (
        id uuid PRIMARY KEY,
        subject_kind text NOT NULL,
        subject_key uuid NOT NULL,
        urgency int NOT NULL,
        reported_at timestamptz(3) NOT NULL,
        hid_it boolean NOT NULL DEFAULT false,
        opened_by text REFERENCES core.account (ref),
        opened_at timestamptz(3),
        decision text CHECK (decision IN ('KEEP', 'EDIT_OUT', 'REMOVE', 'LOCK_THREAD')),
        decision_reason text,
        decided_by text REFERENCES core.account (ref),
        decided_at timestamptz(3),
        decided_revision int
      );
      CREATE UNIQUE INDEX case_open ON moderation.case_record (subject_key) WHERE decided_at IS NULL;
      CREATE INDEX case_waiting ON moderation.case_record (urgency, reported_at, id) WHERE decided_at IS NULL;
      CREATE INDEX case_decided ON moderation.case_record (decided_at, id) WHERE decided_at IS NOT NULL;
      CREATE INDEX case_subject ON moderation.case_record (subject_key, reported_at);
      COMMENT ON TABLE moderation.case_record IS 'Holds no word of what was reported, and not who wrote it: a post may be anonymous.';

      CREATE TABLE moderation.report (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES moderation.case_record (id),
        subject_key uuid NOT NULL,
        member_ref text NOT NULL REFERENCES core.account (ref),
        reason text NOT NULL,
        words text,
        reported_at timestamptz(3) NOT NULL,
        UNIQUE (subject_key, member_ref)
      );
      CREATE INDEX report_case ON moderation.report (case_id);
      CREATE INDEX report_member ON moderation.report (member_ref, reported_at, id);

      CREATE TABLE moderation.appeal (
        case_id uuid PRIMARY KEY REFERENCES moderation.case_record (id),
        words text NOT NULL,
        made_at timestamptz(3) NOT NULL,
        upheld boolean,
        answer text,
        decided_by text REFERENCES core.account (ref),
        decided_at timestamptz(3)
      );
      CREATE INDEX appeal_waiting ON moderation.appeal (made_at, case_id) WHERE decided_at IS NULL;

      CREATE TABLE moderation.name_opening (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES moderation.case_record (id),
        by_ref text NOT NULL REFERENCES core.account (ref),
        reason text NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        until timestamptz(3) NOT NULL
      );
      CREATE INDEX name_opening_case ON moderation.name_opening (case_id, opened_at);
      COMMENT ON TABLE moderation.name_opening IS 'When a moderator saw who wrote a post without a name. Kept; it does not say who that is.';

      CREATE VIEW moderation.listed_case AS
        SELECT c.id, c.subject_kind, c.subject_key, c.urgency, c.reported_at, c.hid_it, c.opened_by, c.opened_at,
          c.decision, c.decision_reason, c.decided_by, c.decided_at,
          p.thread_ref, p.position, p.author_ref, p.anonymous, p.revision, p.hidden_at, p.removed_at,
          a.words AS appeal_words, a.made_at AS appealed_at, a.upheld AS appeal_upheld, a.answer AS appeal_answer,
          a.decided_by AS appeal_decided_by, a.decided_at AS appeal_decided_at
        FROM moderation.case_record c JOIN threads.moderated_post p ON p.id = c.subject_key
        LEFT JOIN moderation.appeal a ON a.case_id = c.id;

      CREATE VIEW moderation.listed_report AS
        SELECT r.id, r.case_id, r.subject_key, r.member_ref, r.reason, r.words, r.reported_at,
          c.subject_kind, c.decision, c.decided_at, c.thread_ref, c.author_ref
        FROM moderation.report r JOIN moderation.listed_case c ON c.id = r.case_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA moderation CASCADE');
  }
}

export const moderationMigrations = [CreateModeration1900000001210];
