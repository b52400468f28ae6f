/** Credits of drafts and of versions. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class Credits1900000000410 implements MigrationInterface {
  readonly name = 'Credits1900000000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE interventions.intervention ADD COLUMN draft_credits jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE interventions.version ADD COLUMN credits jsonb NOT NULL DEFAULT '[]';
      CREATE VIEW interventions.shared_credit AS
        SELECT v.id AS version_id, v.intervention_ref, v.number AS version_number,
          c.site AS site_ref, c."from" AS from_ref, c.part, c.key, c.heading, c.number
        FROM interventions.version v,
          jsonb_to_recordset(v.credits) AS c (site text, "from" text, part text, key text, heading text, number int);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW interventions.shared_credit;
      ALTER TABLE interventions.version DROP COLUMN credits;
      ALTER TABLE interventions.intervention DROP COLUMN draft_credits;
    `);
  }
}

export const creditsMigrations = [Credits1900000000410];
