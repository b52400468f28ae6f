/** The view of how far interventions are that other plugins may read. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class ShareStanding1900000000501 implements MigrationInterface {
  readonly name = 'ShareStanding1900000000501';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE VIEW interventions.shared_standing AS SELECT ref, site_ref, status, maturity FROM interventions.intervention',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW interventions.shared_standing');
  }
}

export const sharedStandingMigrations = [ShareStanding1900000000501];
