/** What a follow leaves out, whole families, and rules that hold by default. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CombineRules1900000001700 implements MigrationInterface {
  readonly name = 'CombineRules1900000001700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE subscriptions.follow
        DROP CONSTRAINT follow_level_check,
        ADD CONSTRAINT follow_level_check CHECK (level IN ('WATCHING', 'FIRST_POSTS', 'REPLIES', 'MUTED', 'NONE')),
        ADD COLUMN leave_out text[] NOT NULL DEFAULT '{}'
          CHECK (leave_out <@ ARRAY['ANNOUNCEMENT', 'QUESTION', 'LEARNING', 'DISCUSSION', 'PUBLICATION']),
        ADD COLUMN whole_family boolean NOT NULL DEFAULT false;
      CREATE INDEX follow_family ON subscriptions.follow (target_ref) WHERE whole_family;
      COMMENT ON COLUMN subscriptions.follow.level IS 'NONE: unfollowed on purpose, so that no default rule follows it again.';
      COMMENT ON COLUMN subscriptions.follow.leave_out IS 'Kinds of news of which only what is addressed to the member is heard.';
      COMMENT ON COLUMN subscriptions.follow.whole_family IS 'Also all that came of it, at any depth.';

      CREATE TABLE subscriptions.switched_off (
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        rule text NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (member_ref, rule)
      );
      COMMENT ON TABLE subscriptions.switched_off IS 'Default rules, by name, that somebody wants nothing of.';

      ALTER TABLE subscriptions.notification ADD COLUMN ruled_by text;
      COMMENT ON COLUMN subscriptions.notification.ruled_by IS 'FAMILY, or the name of a default rule; null when the member follows rule_ref itself.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE subscriptions.notification DROP COLUMN ruled_by;
      DROP TABLE subscriptions.switched_off;
      DELETE FROM subscriptions.follow WHERE level = 'NONE';
      ALTER TABLE subscriptions.follow
        DROP COLUMN leave_out, DROP COLUMN whole_family,
        DROP CONSTRAINT follow_level_check,
        ADD CONSTRAINT follow_level_check CHECK (level IN ('WATCHING', 'FIRST_POSTS', 'REPLIES', 'MUTED'));
    `);
  }
}

export const followingMigrations = [CombineRules1900000001700];
