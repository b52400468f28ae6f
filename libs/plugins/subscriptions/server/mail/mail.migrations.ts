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

export const mailMigrations = [ChooseMail1900000001640];
