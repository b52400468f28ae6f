/** The tables of core. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { coreEdgesMigrations } from './core-edges.migrations';
import { coreIndexingMigrations } from './core-indexing.migrations';
import { coreLettersMigrations } from './core-letters.migrations';
import { coreOpeningMigrations } from './core-opening.migrations';
import { coreOperatingMigrations } from './core-operating.migrations';
import { coreScheduleMigrations } from './core-schedule.migrations';
import { coreLiveMigrations } from './core-live.migrations';
import { coreTrustMigrations } from './core-trust.migrations';

class CreateCore1700000000000 implements MigrationInterface {
  readonly name = 'CreateCore1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA core;

      CREATE TABLE core.entity (
        ref text PRIMARY KEY,
        kind text NOT NULL,
        title text NOT NULL,
        summary text NOT NULL DEFAULT '',
        care_models text[] NOT NULL DEFAULT '{}',
        owner_ref text REFERENCES core.entity (ref),
        community_ref text REFERENCES core.entity (ref),
        visibility text NOT NULL CHECK (visibility IN ('draft', 'site', 'community', 'network', 'public')),
        within text[] NOT NULL DEFAULT '{}',
        needs text[] NOT NULL,
        state text,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        CHECK (ref LIKE kind || ':%'),
        CHECK (visibility NOT IN ('draft', 'site') OR owner_ref IS NOT NULL),
        CHECK (visibility <> 'community' OR community_ref IS NOT NULL)
      );
      CREATE INDEX entity_kind ON core.entity (kind, ref);
      CREATE INDEX entity_owner ON core.entity (owner_ref, kind);
      CREATE INDEX entity_within ON core.entity USING gin (within);
      CREATE INDEX entity_care_models ON core.entity USING gin (care_models);
      COMMENT ON COLUMN core.entity.needs IS 'Every key that a viewer must hold: its own, and those of everything it is within.';

      CREATE TABLE core.link (
        from_ref text NOT NULL REFERENCES core.entity (ref) ON DELETE CASCADE,
        relation text NOT NULL,
        to_ref text NOT NULL REFERENCES core.entity (ref) ON DELETE CASCADE,
        PRIMARY KEY (from_ref, relation, to_ref)
      );
      CREATE INDEX link_back ON core.link (to_ref, relation, from_ref);

      CREATE TABLE core.account (
        ref text PRIMARY KEY REFERENCES core.entity (ref) ON DELETE CASCADE,
        keys text[] NOT NULL
      );

      CREATE TABLE core.session (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        created_at timestamptz(3) NOT NULL,
        last_seen_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3)
      );
      CREATE INDEX session_member ON core.session (member_ref);

      CREATE TABLE core.domain_event (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        subject_ref text NOT NULL,
        actor_ref text,
        at timestamptz(3) NOT NULL,
        facts jsonb NOT NULL,
        loaded boolean NOT NULL DEFAULT coalesce(current_setting('hub.loading', true), '') = 'on'
      );
      COMMENT ON COLUMN core.domain_event.loaded IS 'Raised while demonstration content was loaded (a setting of that transaction).';
      CREATE INDEX domain_event_subject ON core.domain_event (subject_ref, at);

      CREATE TABLE core.delivery (
        event_id uuid NOT NULL REFERENCES core.domain_event (id) ON DELETE CASCADE,
        handler text NOT NULL,
        attempts int NOT NULL DEFAULT 0,
        next_at timestamptz(3) NOT NULL,
        done_at timestamptz(3),
        parked_at timestamptz(3),
        problem text,
        PRIMARY KEY (event_id, handler)
      );
      CREATE INDEX delivery_waiting ON core.delivery (next_at) WHERE done_at IS NULL AND parked_at IS NULL;

      CREATE TABLE core.remembered_request (
        key text PRIMARY KEY,
        input_hash text NOT NULL,
        answer jsonb,
        at timestamptz(3) NOT NULL
      );
      COMMENT ON COLUMN core.remembered_request.key IS 'Hash of member, operation and request id: what was posted anonymously leads back to nobody.';

      CREATE TABLE core.care_model (
        ref text PRIMARY KEY REFERENCES core.entity (ref),
        code text NOT NULL UNIQUE,
        position int NOT NULL UNIQUE,
        description text NOT NULL
      );

      CREATE TABLE core.demonstration (
        loaded_at timestamptz(3) PRIMARY KEY
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA core CASCADE');
  }
}

export const coreMigrations = [
  CreateCore1700000000000,
  ...coreTrustMigrations,
  ...coreIndexingMigrations,
  ...coreScheduleMigrations,
  ...coreLiveMigrations,
  ...coreEdgesMigrations,
  ...coreLettersMigrations,
  ...coreOperatingMigrations,
  ...coreOpeningMigrations,
];
