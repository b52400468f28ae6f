/** Who follows what, and what they were told. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateSubscriptions1700000000500 implements MigrationInterface {
  readonly name = 'CreateSubscriptions1700000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA subscriptions;

      CREATE TABLE subscriptions.follow (
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        target_ref text NOT NULL REFERENCES core.entity (ref) ON DELETE CASCADE,
        level text NOT NULL CHECK (level IN ('WATCHING', 'FIRST_POSTS', 'REPLIES', 'MUTED')),
        since timestamptz(3) NOT NULL,
        PRIMARY KEY (member_ref, target_ref)
      );
      CREATE INDEX follow_target ON subscriptions.follow (target_ref) INCLUDE (member_ref, level);

      CREATE TABLE subscriptions.notification (
        id uuid PRIMARY KEY,
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        event_id uuid NOT NULL,
        event_name text NOT NULL,
        subject_ref text NOT NULL REFERENCES core.entity (ref) ON DELETE CASCADE,
        actor_ref text REFERENCES core.entity (ref) ON DELETE SET NULL,
        happened text NOT NULL,
        because text,
        rule_ref text REFERENCES core.entity (ref) ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL,
        read_at timestamptz(3),
        UNIQUE (event_id, member_ref)
      );
      CREATE INDEX notification_newest ON subscriptions.notification (member_ref, created_at DESC);
      CREATE INDEX notification_unread ON subscriptions.notification (member_ref) WHERE read_at IS NULL;
      CREATE INDEX notification_subject ON subscriptions.notification (subject_ref);
      COMMENT ON COLUMN subscriptions.notification.because IS 'Why it is addressed to the member; null when they heard by a rule.';
      COMMENT ON COLUMN subscriptions.notification.rule_ref IS 'What the member follows that made them hear; null when it is addressed to them.';

      CREATE FUNCTION subscriptions.loudness(level text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT array_position(ARRAY['WATCHING', 'FIRST_POSTS', 'REPLIES', 'MUTED'], level)
      $$;
      COMMENT ON FUNCTION subscriptions.loudness IS '1 hears most. Among equally particular rules the loudest decides.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA subscriptions CASCADE');
  }
}

/** What a notification opens in place of its subject. */
class OpenRows1764361000000 implements MigrationInterface {
  readonly name = 'OpenRows1764361000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE subscriptions.notification ADD COLUMN opens text;
      COMMENT ON COLUMN subscriptions.notification.opens IS 'The id of a row, read under the scope of whoever was told; null where it opens the subject.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE subscriptions.notification DROP COLUMN opens');
  }
}

/** What is told by no mail. */
class TellInHubAlone1764361000001 implements MigrationInterface {
  readonly name = 'TellInHubAlone1764361000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE subscriptions.notification ADD COLUMN in_hub_alone boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE subscriptions.notification DROP COLUMN in_hub_alone');
  }
}

/** The two groups of the inbox are lists of their own. */
class ListByGroup1900000001710 implements MigrationInterface {
  readonly name = 'ListByGroup1900000001710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX notification_for_you ON subscriptions.notification (member_ref, created_at DESC) WHERE because IS NOT NULL;
      CREATE INDEX notification_following ON subscriptions.notification (member_ref, created_at DESC) WHERE because IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX subscriptions.notification_for_you, subscriptions.notification_following');
  }
}

export const subscriptionsMigrations = [
  CreateSubscriptions1700000000500,
  OpenRows1764361000000,
  TellInHubAlone1764361000001,
  ListByGroup1900000001710,
];
