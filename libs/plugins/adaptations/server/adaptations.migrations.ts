/** The tables of adaptations. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateAdaptations1700000000300 implements MigrationInterface {
  readonly name = 'CreateAdaptations1700000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA adaptations;

      CREATE TABLE adaptations.adaptation (
        ref text PRIMARY KEY REFERENCES core.entity (ref),
        source_ref text NOT NULL REFERENCES core.entity (ref),
        source_version_id uuid NOT NULL,
        source_number int NOT NULL,
        site_ref text NOT NULL REFERENCES core.entity (ref),
        result_ref text UNIQUE REFERENCES core.entity (ref),
        why text,
        stage text NOT NULL CHECK (
          stage IN ('CONSIDERING', 'ASSESSING', 'ADAPTING', 'TESTING', 'RUNNING', 'STOPPED', 'DECLINED')
        ),
        revision int NOT NULL,
        started_at timestamptz(3) NOT NULL,
        shared_at timestamptz(3),
        published_at timestamptz(3)
      );
      CREATE UNIQUE INDEX adaptation_at_work ON adaptations.adaptation (source_ref, site_ref)
        WHERE stage NOT IN ('STOPPED', 'DECLINED');
      CREATE INDEX adaptation_source ON adaptations.adaptation (source_ref, started_at, ref);
      CREATE INDEX adaptation_site ON adaptations.adaptation (site_ref, started_at, ref);
      COMMENT ON COLUMN adaptations.adaptation.shared_at IS 'When a stage first opened it to the network. It stays open.';

      CREATE TABLE adaptations.suitability (
        id uuid PRIMARY KEY,
        adaptation_ref text NOT NULL REFERENCES adaptations.adaptation (ref) ON DELETE CASCADE,
        position bigint GENERATED ALWAYS AS IDENTITY,
        kind text NOT NULL,
        title text NOT NULL,
        finding text NOT NULL,
        supports boolean,
        figures jsonb NOT NULL,
        happened_on timestamptz(3),
        recorded_at timestamptz(3) NOT NULL,
        recorded_by text NOT NULL REFERENCES core.entity (ref)
      );
      CREATE INDEX suitability_adaptation ON adaptations.suitability (adaptation_ref, recorded_at, position);

      CREATE TABLE adaptations.modification (
        id uuid PRIMARY KEY,
        adaptation_ref text NOT NULL REFERENCES adaptations.adaptation (ref) ON DELETE CASCADE,
        position bigint GENERATED ALWAYS AS IDENTITY,
        what text NOT NULL,
        why text NOT NULL,
        codes text[] NOT NULL,
        planned boolean,
        fidelity_consistent boolean,
        section_keys text[] NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        recorded_by text NOT NULL REFERENCES core.entity (ref)
      );
      CREATE INDEX modification_adaptation ON adaptations.modification (adaptation_ref, recorded_at, position);

      CREATE TABLE adaptations.stage_change (
        id uuid PRIMARY KEY,
        adaptation_ref text NOT NULL REFERENCES adaptations.adaptation (ref) ON DELETE CASCADE,
        position bigint GENERATED ALWAYS AS IDENTITY,
        stage text NOT NULL,
        at timestamptz(3) NOT NULL,
        by_ref text NOT NULL REFERENCES core.entity (ref),
        learned text
      );
      CREATE INDEX stage_change_adaptation ON adaptations.stage_change (adaptation_ref, at, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA adaptations CASCADE');
  }
}

/** Reasons for going back, decisions, endings, voices, compared places, and who does which task. */
class RecordTheCourse1900000000300 implements MigrationInterface {
  readonly name = 'RecordTheCourse1900000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE adaptations.adaptation ADD COLUMN decision text CHECK (decision IN ('ADOPTED', 'ADAPTED', 'DECLINED'));
      ALTER TABLE adaptations.stage_change ADD COLUMN reason text;
      ALTER TABLE adaptations.stage_change ADD COLUMN decision text;
      ALTER TABLE adaptations.suitability ADD COLUMN statements text[] NOT NULL DEFAULT '{}';
      ALTER TABLE adaptations.suitability ADD COLUMN compared jsonb NOT NULL DEFAULT '[]';

      UPDATE adaptations.adaptation a SET decision = CASE
        WHEN stage = 'DECLINED' THEN 'DECLINED'
        WHEN result_ref IS NOT NULL OR EXISTS (SELECT 1 FROM adaptations.modification m WHERE m.adaptation_ref = a.ref) THEN 'ADAPTED'
        ELSE 'ADOPTED'
      END WHERE stage NOT IN ('CONSIDERING', 'ASSESSING')
        AND (stage <> 'STOPPED' OR EXISTS (SELECT 1 FROM adaptations.stage_change c
             WHERE c.adaptation_ref = a.ref AND c.stage IN ('ADAPTING', 'TESTING', 'RUNNING')));

      CREATE TABLE adaptations.ending (
        stage_change_id uuid PRIMARY KEY REFERENCES adaptations.stage_change (id) ON DELETE CASCADE,
        adaptation_ref text NOT NULL REFERENCES adaptations.adaptation (ref) ON DELETE CASCADE,
        reason text NOT NULL CHECK (
          reason IN ('LEADERSHIP_SUPPORT', 'STAFF', 'MONEY', 'INFRASTRUCTURE', 'APPROVALS', 'CULTURE', 'DEMAND', 'OTHER')
        ),
        words text,
        tried text,
        came_of_it text,
        grew text[] NOT NULL
      );
      CREATE INDEX ending_adaptation ON adaptations.ending (adaptation_ref);

      CREATE TABLE adaptations.task (
        adaptation_ref text NOT NULL REFERENCES adaptations.adaptation (ref) ON DELETE CASCADE,
        key text NOT NULL,
        owner_ref text REFERENCES core.entity (ref),
        not_sure boolean NOT NULL,
        PRIMARY KEY (adaptation_ref, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE adaptations.task;
      DROP TABLE adaptations.ending;
      ALTER TABLE adaptations.suitability DROP COLUMN compared, DROP COLUMN statements;
      ALTER TABLE adaptations.stage_change DROP COLUMN decision, DROP COLUMN reason;
      ALTER TABLE adaptations.adaptation DROP COLUMN decision;
    `);
  }
}

/** Changes tied to components of the source version, and whether the originator has been told of something core. */
class TieChangesToComponents1900000000301 implements MigrationInterface {
  readonly name = 'TieChangesToComponents1900000000301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE adaptations.modification
        ADD COLUMN component_keys text[] NOT NULL DEFAULT '{}',
        ADD COLUMN left_out_keys text[] NOT NULL DEFAULT '{}',
        ADD COLUMN core_reason text,
        ADD COLUMN core_told_at timestamptz(3);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE adaptations.modification
        DROP COLUMN core_told_at, DROP COLUMN core_reason, DROP COLUMN left_out_keys, DROP COLUMN component_keys;
    `);
  }
}

export const adaptationMigrations = [
  CreateAdaptations1700000000300,
  RecordTheCourse1900000000300,
  TieChangesToComponents1900000000301,
];
