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

/** What the facts said of problem, population and outcomes becomes part of the draft, and of the versions under which it was shown. */
class DescribeAndWithdraw1900000000101 implements MigrationInterface {
  readonly name = 'DescribeAndWithdraw1900000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE interventions.intervention
        ADD COLUMN description jsonb,
        ADD COLUMN review_on date,
        ADD COLUMN reminded_of date,
        ADD COLUMN withdrawn_at timestamptz(3),
        ADD COLUMN withdrawn_by text REFERENCES core.entity (ref),
        ADD COLUMN withdrawal_reason text;
      ALTER TABLE interventions.version ADD COLUMN description jsonb;

      UPDATE interventions.intervention SET description = jsonb_build_object(
        'problem', problem, 'population', population, 'segments', '[]'::jsonb, 'needs', '[]'::jsonb, 'risks', '[]'::jsonb,
        'outcomesMeasured', to_jsonb(outcomes_measured));
      ALTER TABLE interventions.version DISABLE TRIGGER version_is_final;
      UPDATE interventions.version v SET description = i.description
        FROM interventions.intervention i WHERE i.ref = v.intervention_ref;
      ALTER TABLE interventions.version ENABLE TRIGGER version_is_final;

      ALTER TABLE interventions.version ALTER COLUMN description SET NOT NULL;
      ALTER TABLE interventions.intervention
        ALTER COLUMN description SET NOT NULL,
        DROP COLUMN problem, DROP COLUMN population, DROP COLUMN outcomes_measured,
        ADD CHECK ((status = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
        ADD CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL));
      CREATE INDEX intervention_review ON interventions.intervention (review_on) WHERE review_on IS NOT NULL;

      CREATE FUNCTION interventions.rank_of(status text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT CASE status WHEN 'PUBLISHED' THEN 2 WHEN 'WITHDRAWN' THEN 1 ELSE 0 END
      $$;
      COMMENT ON FUNCTION interventions.rank_of IS 'What is published comes before what was withdrawn, and that before drafts.';
      DROP INDEX interventions.intervention_listed;
      CREATE INDEX intervention_listed ON interventions.intervention (interventions.rank_of(status), listed_at, ref);

      CREATE FUNCTION interventions.told_of(intervention text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
        SELECT concat_ws(E'\\n', d->>'problem', d->>'population',
          (SELECT string_agg(s->>'name', E'\\n') FROM jsonb_array_elements(d->'segments') s),
          (SELECT string_agg(concat_ws(E'\\n', c->>'name', c->>'description'), E'\\n') FROM jsonb_array_elements(cs) c),
          (SELECT string_agg(n->>'text', E'\\n') FROM jsonb_array_elements(d->'needs') n),
          (SELECT string_agg(concat_ws(E'\\n', r->>'risk', r->>'response'), E'\\n') FROM jsonb_array_elements(d->'risks') r),
          (SELECT string_agg(o, E'\\n') FROM jsonb_array_elements_text(d->'outcomesMeasured') o))
        FROM (SELECT coalesce(v.description, i.description) AS d, coalesce(v.components, i.components) AS cs
          FROM interventions.intervention i LEFT JOIN interventions.version v ON v.id = i.current_version_id
          WHERE i.ref = intervention) told
      $$;
      COMMENT ON FUNCTION interventions.told_of IS 'The words of its current version, or of one never published its draft: what its readers may read.';

      CREATE OR REPLACE VIEW interventions.shared_version AS
        SELECT id, intervention_ref, number, published_at, sections, components, description FROM interventions.version;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW interventions.shared_version CASCADE;
      DROP FUNCTION interventions.told_of(text);
      DROP INDEX interventions.intervention_listed;
      DROP FUNCTION interventions.rank_of(text);
      ALTER TABLE interventions.intervention
        ADD COLUMN problem text, ADD COLUMN population text, ADD COLUMN outcomes_measured text[] NOT NULL DEFAULT '{}';
      UPDATE interventions.intervention SET problem = description->>'problem', population = description->>'population',
        outcomes_measured = ARRAY(SELECT jsonb_array_elements_text(description->'outcomesMeasured')),
        status = CASE status WHEN 'WITHDRAWN' THEN 'PUBLISHED' ELSE status END, withdrawn_at = NULL, withdrawal_reason = NULL;
      ALTER TABLE interventions.intervention
        DROP COLUMN description, DROP COLUMN review_on, DROP COLUMN reminded_of, DROP COLUMN withdrawn_at,
        DROP COLUMN withdrawn_by, DROP COLUMN withdrawal_reason;
      ALTER TABLE interventions.version DROP COLUMN description;
      CREATE INDEX intervention_listed ON interventions.intervention (((published_at IS NOT NULL)::int), listed_at, ref);
      CREATE VIEW interventions.shared_version AS
        SELECT id, intervention_ref, number, published_at, sections, components FROM interventions.version;
    `);
  }
}

export const interventionsMigrations = [
  CreateInterventions1700000000200,
  AddComponents1900000000100,
  DescribeAndWithdraw1900000000101,
];
