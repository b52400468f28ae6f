/** The tables of interventions and their versions, and the views that other plugins may read. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateInterventions1700000000200 implements MigrationInterface {
  readonly name = 'CreateInterventions1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(finalVersions);
    await runner.query(views);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA interventions CASCADE');
  }
}

const month = `~ '^[0-9]{4}-[0-9]{2}$'`;

const tables = `
  CREATE SCHEMA interventions;

  CREATE TABLE interventions.intervention (
    ref text PRIMARY KEY REFERENCES core.entity (ref),
    name text NOT NULL UNIQUE,
    site_ref text NOT NULL REFERENCES core.entity (ref),
    status text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    intended_visibility text NOT NULL CHECK (intended_visibility IN ('draft', 'site', 'network', 'public')),
    maturity text NOT NULL CHECK (maturity IN ('IDEA', 'TESTING', 'RUNNING', 'STOPPED')),
    revision int NOT NULL,
    draft jsonb NOT NULL,
    current_version_id uuid,
    published_at timestamptz(3),
    listed_at timestamptz(3) NOT NULL,
    problem text,
    population text,
    outcomes_measured text[] NOT NULL,
    lessons int[] NOT NULL,
    enablers int[] NOT NULL,
    contacts text[] NOT NULL,
    started_on text CHECK (started_on ${month}),
    stopped_on text CHECK (stopped_on ${month}),
    illustrative boolean NOT NULL,
    CHECK ((published_at IS NULL) = (current_version_id IS NULL)),
    CHECK ((status = 'DRAFT') = (published_at IS NULL))
  );
  CREATE INDEX intervention_site ON interventions.intervention (site_ref);
  CREATE INDEX intervention_listed ON interventions.intervention (((published_at IS NOT NULL)::int), listed_at, ref);

  CREATE TABLE interventions.version (
    id uuid PRIMARY KEY,
    intervention_ref text NOT NULL REFERENCES interventions.intervention (ref),
    number int NOT NULL CHECK (number > 0),
    published_at timestamptz(3) NOT NULL,
    published_by text NOT NULL REFERENCES core.entity (ref),
    change_note text,
    title text NOT NULL,
    summary text NOT NULL,
    sections jsonb NOT NULL,
    UNIQUE (intervention_ref, number)
  );
  ALTER TABLE interventions.intervention ADD FOREIGN KEY (current_version_id) REFERENCES interventions.version (id);
`;

const finalVersions = `
  CREATE FUNCTION interventions.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'A published version never changes.';
  END $$;
  CREATE TRIGGER version_is_final BEFORE UPDATE OR DELETE ON interventions.version
    FOR EACH ROW EXECUTE FUNCTION interventions.refuse_change();
`;

const views = `
  CREATE VIEW interventions.shared_version AS
    SELECT id, intervention_ref, number, published_at, sections FROM interventions.version;

  CREATE VIEW interventions.shared_text AS
    SELECT i.ref AS intervention_ref, i.site_ref, i.status, i.draft, i.current_version_id,
      v.number AS current_number, v.sections AS current_sections
    FROM interventions.intervention i LEFT JOIN interventions.version v ON v.id = i.current_version_id;
`;

class AddComponents1900000000100 implements MigrationInterface {
  readonly name = 'AddComponents1900000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE interventions.intervention ADD COLUMN components jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE interventions.version ADD COLUMN components jsonb NOT NULL DEFAULT '[]';

      CREATE OR REPLACE VIEW interventions.shared_version AS
        SELECT id, intervention_ref, number, published_at, sections, components FROM interventions.version;

      CREATE OR REPLACE VIEW interventions.shared_text AS
        SELECT i.ref AS intervention_ref, i.site_ref, i.status, i.draft, i.current_version_id,
          v.number AS current_number, v.sections AS current_sections,
          i.components AS draft_components, v.components AS current_components
        FROM interventions.intervention i LEFT JOIN interventions.version v ON v.id = i.current_version_id;

      CREATE VIEW interventions.shared_component AS
        SELECT v.id AS version_id, v.intervention_ref, v.number, c.place::int, c.key, c.name, c.description, c.core, c.reason
        FROM interventions.version v,
          ROWS FROM (jsonb_to_recordset(v.components) AS (key text, name text, description text, core boolean, reason text))
            WITH ORDINALITY AS c (key, name, description, core, reason, place);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW interventions.shared_component, interventions.shared_text, interventions.shared_version;
      ALTER TABLE interventions.version DROP COLUMN components;
      ALTER TABLE interventions.intervention DROP COLUMN components;
    `);
    await runner.query(views);
  }
}

export const interventionsMigrations = [CreateInterventions1700000000200, AddComponents1900000000100];
