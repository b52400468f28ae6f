/** How people are told by mail. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class ChooseMail1900000001640 implements MigrationInterface {
  readonly name = 'ChooseMail1900000001640';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE subscriptions.follow
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
        ADD COLUMN mailed text CHECK (mailed IN ('AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER'));
      COMMENT ON COLUMN subscriptions.follow.mailed IS 'How it is told by mail; null: as the member has it for all.';
      CREATE INDEX follow_latest ON subscriptions.follow (member_ref, since DESC);

      CREATE TABLE subscriptions.mail_setting (
        member_ref text PRIMARY KEY REFERENCES core.account (ref) ON DELETE CASCADE,
        mailed text NOT NULL CHECK (mailed IN ('AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER')),
        for_you text CHECK (for_you IN ('AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER')),
        day text NOT NULL CHECK (day IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
        most_a_day int NOT NULL CHECK (most_a_day BETWEEN 1 AND 50)
      );
      COMMENT ON COLUMN subscriptions.mail_setting.for_you IS 'What is addressed to the member; null: as what they follow.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE subscriptions.mail_setting;
      ALTER TABLE subscriptions.follow DROP COLUMN id, DROP COLUMN mailed;
      DROP INDEX IF EXISTS subscriptions.follow_latest;
    `);
  }
}

class SendNews1900000001642 implements MigrationInterface {
  readonly name = 'SendNews1900000001642';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE subscriptions.letter (
        id uuid PRIMARY KEY REFERENCES core.mail (id) ON DELETE CASCADE,
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('AT_ONCE', 'DIGEST')),
        day date NOT NULL,
        last_of_day boolean NOT NULL,
        created_at timestamptz(3) NOT NULL
      );
      CREATE UNIQUE INDEX letter_one_digest ON subscriptions.letter (member_ref, day) WHERE kind = 'DIGEST';
      COMMENT ON TABLE subscriptions.letter IS 'A mail with news; its words are made when it is sent.';
      COMMENT ON COLUMN subscriptions.letter.day IS 'By the calendar in London.';

      CREATE TABLE subscriptions.mail_day (
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        day date NOT NULL,
        mails int NOT NULL,
        PRIMARY KEY (member_ref, day)
      );
      COMMENT ON TABLE subscriptions.mail_day IS 'How many mails with news a member gets on a day: never more than they chose.';

      ALTER TABLE subscriptions.notification
        ADD COLUMN letter_id uuid REFERENCES subscriptions.letter (id) ON DELETE SET NULL;
      CREATE INDEX notification_letter ON subscriptions.notification (letter_id) WHERE letter_id IS NOT NULL;
      CREATE INDEX notification_unmailed ON subscriptions.notification (created_at) WHERE letter_id IS NULL AND read_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE subscriptions.notification DROP COLUMN letter_id;
      DROP TABLE subscriptions.letter, subscriptions.mail_day;
    `);
  }
}

class ReceiveReplies1900000001643 implements MigrationInterface {
  readonly name = 'ReceiveReplies1900000001643';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE subscriptions.received_mail (
        key bytea PRIMARY KEY,
        member_ref text REFERENCES core.account (ref) ON DELETE CASCADE,
        outcome text NOT NULL,
        received_at timestamptz(3) NOT NULL
      );
      CREATE INDEX received_mail_member ON subscriptions.received_mail (member_ref) WHERE member_ref IS NOT NULL;
      COMMENT ON TABLE subscriptions.received_mail IS 'What came of a message, so that one that is brought twice is posted once. Nothing of what it said.';
      COMMENT ON COLUMN subscriptions.received_mail.key IS 'A hash of who sent it and of its Message-ID.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE subscriptions.received_mail');
  }
}

export const mailMigrations = [ChooseMail1900000001640, SendNews1900000001642, ReceiveReplies1900000001643];
