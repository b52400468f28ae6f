/** The view of adaptations that other plugins may read: who adapted what, how far it is, and what came of it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class ShareAdaptations1900000000502 implements MigrationInterface {
  readonly name = 'ShareAdaptations1900000000502';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW adaptations.shared_adaptation AS
        SELECT ref, source_ref, site_ref, result_ref, stage FROM adaptations.adaptation
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW adaptations.shared_adaptation');
  }
}

export const sharedAdaptationMigrations = [ShareAdaptations1900000000502];
