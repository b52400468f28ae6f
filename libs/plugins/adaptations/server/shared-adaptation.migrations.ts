/** The views of adaptations that other plugins may read: who adapted what, how far it is, and what came of it. */
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

class ShareEntries1764362000000 implements MigrationInterface {
  readonly name = 'ShareEntries1764362000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW adaptations.shared_entry AS
        SELECT id, adaptation_ref, what AS words FROM adaptations.modification
        UNION ALL SELECT id, adaptation_ref, title FROM adaptations.suitability
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW adaptations.shared_entry');
  }
}

export const sharedAdaptationMigrations = [ShareAdaptations1900000000502, ShareEntries1764362000000];
