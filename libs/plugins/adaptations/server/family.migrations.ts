/** What an adaptation draws on beside its source, and the database's own refusal of circles. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class FurtherSources1900000000400 implements MigrationInterface {
  readonly name = 'FurtherSources1900000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(furtherSources);
    await runner.query(noCircles);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER adaptation_descends ON adaptations.adaptation;
      DROP TRIGGER adaptation_descends_anew ON adaptations.adaptation;
      DROP TABLE adaptations.further_source CASCADE;
      DROP FUNCTION adaptations.refuse_circle();
    `);
  }
}

const furtherSources = `
  CREATE TABLE adaptations.further_source (
    adaptation_ref text NOT NULL REFERENCES adaptations.adaptation (ref) ON DELETE CASCADE,
    source_ref text NOT NULL REFERENCES core.entity (ref),
    source_version_id uuid NOT NULL,
    what text,
    added_at timestamptz(3) NOT NULL,
    added_by text NOT NULL REFERENCES core.entity (ref),
    PRIMARY KEY (adaptation_ref, source_ref)
  );
  CREATE INDEX further_source_source ON adaptations.further_source (source_ref);

  CREATE VIEW adaptations.descent AS
    SELECT source_ref, ref AS adaptation_ref, result_ref FROM adaptations.adaptation
    UNION ALL
    SELECT f.source_ref, f.adaptation_ref, a.result_ref
    FROM adaptations.further_source f JOIN adaptations.adaptation a ON a.ref = f.adaptation_ref;
  COMMENT ON VIEW adaptations.descent IS 'Each step from a source to what came of it. result_ref is null until there is one.';
`;

/**
 * Run after the row is there, under a lock that lasts until the transaction ends: of two writers who would close a circle from both
 * ends, the later one sees the first one's row and is refused.
 */
const noCircles = `
  CREATE FUNCTION adaptations.refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    changed text := CASE TG_TABLE_NAME WHEN 'adaptation' THEN to_jsonb(NEW)->>'ref' ELSE to_jsonb(NEW)->>'adaptation_ref' END;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('adaptations.descent', 0));
    IF EXISTS (
      WITH RECURSIVE below (ref) AS (
        SELECT result_ref FROM adaptations.adaptation WHERE ref = changed AND result_ref IS NOT NULL
        UNION
        SELECT d.result_ref FROM below JOIN adaptations.descent d ON d.source_ref = below.ref
        WHERE d.result_ref IS NOT NULL
      )
      SELECT 1 FROM below JOIN adaptations.descent d ON d.source_ref = below.ref AND d.adaptation_ref = changed
    ) THEN
      RAISE EXCEPTION 'An intervention cannot descend from itself.' USING ERRCODE = '23514', CONSTRAINT = 'no_circle';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER adaptation_descends AFTER INSERT ON adaptations.adaptation
    FOR EACH ROW WHEN (NEW.result_ref IS NOT NULL) EXECUTE FUNCTION adaptations.refuse_circle();
  CREATE TRIGGER adaptation_descends_anew AFTER UPDATE ON adaptations.adaptation FOR EACH ROW
    WHEN ((OLD.source_ref, OLD.result_ref) IS DISTINCT FROM (NEW.source_ref, NEW.result_ref))
    EXECUTE FUNCTION adaptations.refuse_circle();
  CREATE TRIGGER further_source_descends AFTER INSERT OR UPDATE ON adaptations.further_source
    FOR EACH ROW EXECUTE FUNCTION adaptations.refuse_circle();
`;

class VersionsFollowed1900000000420 implements MigrationInterface {
  readonly name = 'VersionsFollowed1900000000420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(versionsFollowed);
    await runner.query(benefit);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE adaptations.benefit, adaptations.followed_version');
  }
}

const versionsFollowed = `
  CREATE TABLE adaptations.followed_version (
    adaptation_ref text NOT NULL REFERENCES adaptations.adaptation (ref) ON DELETE CASCADE,
    number int NOT NULL,
    version_id uuid NOT NULL,
    at timestamptz(3) NOT NULL,
    by_ref text NOT NULL REFERENCES core.entity (ref),
    choices jsonb NOT NULL,
    PRIMARY KEY (adaptation_ref, number)
  );
  INSERT INTO adaptations.followed_version
    SELECT a.ref, a.source_number, a.source_version_id, a.started_at,
      (SELECT c.by_ref FROM adaptations.stage_change c WHERE c.adaptation_ref = a.ref ORDER BY c.at, c.position LIMIT 1), '[]'
    FROM adaptations.adaptation a;
`;

const benefit = `
  CREATE TABLE adaptations.benefit (
    adaptation_ref text PRIMARY KEY REFERENCES adaptations.adaptation (ref) ON DELETE CASCADE,
    benefit text NOT NULL CHECK (benefit IN ('SEEN', 'NOT_SEEN', 'TOO_EARLY')),
    words text,
    at timestamptz(3) NOT NULL,
    by_ref text NOT NULL REFERENCES core.entity (ref)
  );
`;

export const familyMigrations = [FurtherSources1900000000400, VersionsFollowed1900000000420];
