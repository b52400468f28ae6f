/** Core's tables for pages that are found from outside: whose pages search engines may list, and entities by their address. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class AddIndexing1800000000010 implements MigrationInterface {
  readonly name = 'AddIndexing1800000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE core.indexable (
        owner_ref text PRIMARY KEY REFERENCES core.entity (ref) ON DELETE CASCADE
      );
      COMMENT ON TABLE core.indexable IS 'Owners whose public things search engines may list. Everybody else''s are never listed.';

      CREATE INDEX entity_page ON core.entity (kind, split_part(ref, '/', 2));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX core.entity_page; DROP TABLE core.indexable');
  }
}

export const coreIndexingMigrations = [AddIndexing1800000000010];
