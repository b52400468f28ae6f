/** The table of evaluations. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateEvaluations1900000000801 implements MigrationInterface {
  readonly name = 'CreateEvaluations1900000000801';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA evaluation;
      CREATE TABLE evaluation.evaluation (
        ref text PRIMARY KEY REFERENCES core.entity (ref),
        about_ref text NOT NULL REFERENCES core.entity (ref),
        site_ref text NOT NULL REFERENCES core.entity (ref),
        status text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
        revision int NOT NULL,
        methods text[] NOT NULL,
        method_note text,
        period_from text CHECK (period_from ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        period_to text CHECK (period_to ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        findings text,
        verdict text CHECK (verdict IN ('WORKED', 'MIXED', 'DID_NOT_WORK', 'TOO_EARLY')),
        sureness text CHECK (sureness IN ('LIMITED', 'MIXED', 'WELL_SUPPORTED')),
        limitations text,
        figures jsonb NOT NULL,
        funding text,
        author_ref text NOT NULL REFERENCES core.entity (ref),
        created_at timestamptz(3) NOT NULL,
        published_at timestamptz(3),
        listed_at timestamptz(3) NOT NULL,
        corrections jsonb NOT NULL,
        withdrawn_at timestamptz(3),
        withdrawn_by text REFERENCES core.entity (ref),
        withdrawn_reason text,
        illustrative boolean NOT NULL,
        CHECK (period_from <= period_to),
        CHECK ((status = 'DRAFT') = (published_at IS NULL)),
        CHECK ((status = 'WITHDRAWN') = (withdrawn_reason IS NOT NULL)),
        CHECK ((withdrawn_reason IS NULL) = (withdrawn_at IS NULL)),
        CHECK ((withdrawn_reason IS NULL) = (withdrawn_by IS NULL))
      );
      CREATE INDEX evaluation_listed ON evaluation.evaluation (listed_at, ref);
      CREATE INDEX evaluation_about ON evaluation.evaluation (about_ref, listed_at, ref);
      CREATE INDEX evaluation_site ON evaluation.evaluation (site_ref, listed_at, ref);
      CREATE INDEX evaluation_author ON evaluation.evaluation (author_ref);
      COMMENT ON COLUMN evaluation.evaluation.listed_at IS 'Its place in lists: its first publication, or until then its beginning.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA evaluation CASCADE');
  }
}

export const evaluationMigrations = [CreateEvaluations1900000000801];
