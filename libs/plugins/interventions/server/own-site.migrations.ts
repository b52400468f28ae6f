/** The view of those who write for the site that owns an intervention. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class OwnersFollow1900000001702 implements MigrationInterface {
  readonly name = 'OwnersFollow1900000001702';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW interventions.own_site AS
        SELECT a.ref AS member_ref, i.ref AS target_ref, false AS in_hub_alone, NULL::timestamptz AS since
        FROM interventions.intervention i JOIN core.account a ON a.keys @> ARRAY['edits:' || i.site_ref]
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW interventions.own_site');
  }
}

export const ownSiteMigrations = [OwnersFollow1900000001702];
