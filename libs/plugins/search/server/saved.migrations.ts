/** Searches that people keep, and what came to fit them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SaveSearches1900000001301 implements MigrationInterface {
  readonly name = 'SaveSearches1900000001301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE search.document
        ADD COLUMN care_models text[] NOT NULL DEFAULT '{}',
        ADD COLUMN needs text[] NOT NULL DEFAULT '{}';
      UPDATE search.document d SET care_models = e.care_models, needs = e.needs FROM core.entity e WHERE e.ref = d.ref;
      COMMENT ON COLUMN search.document.needs IS 'As they were when it was indexed, to tell what came to be seen since. Who may see it now is asked of core.entity.';

      CREATE TABLE search.saved (
        ref text PRIMARY KEY REFERENCES core.entity (ref) ON DELETE CASCADE,
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        text text NOT NULL,
        kinds text[] NOT NULL,
        care_models text[] NOT NULL,
        stages text[] NOT NULL,
        lessons int[] NOT NULL,
        enablers int[] NOT NULL,
        tags text[] NOT NULL,
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX saved_member ON search.saved (member_ref);

      CREATE TABLE search.saved_match (
        saved_ref text NOT NULL REFERENCES search.saved (ref) ON DELETE CASCADE,
        ref text NOT NULL REFERENCES core.entity (ref) ON DELETE CASCADE,
        PRIMARY KEY (saved_ref, ref)
      );
      CREATE INDEX saved_match_ref ON search.saved_match (ref);
      COMMENT ON TABLE search.saved_match IS 'What came to fit a saved search since its owner last looked.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE search.saved_match; DROP TABLE search.saved;
      DELETE FROM core.entity WHERE kind = 'saved-search';
      ALTER TABLE search.document DROP COLUMN care_models, DROP COLUMN needs;
    `);
  }
}
