/** The tables of membership. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateMembership1800000000310 implements MigrationInterface {
  readonly name = 'CreateMembership1800000000310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA membership;

      CREATE TABLE membership.invitation (
        id uuid PRIMARY KEY,
        site_ref text NOT NULL REFERENCES core.entity (ref),
        email text NOT NULL CHECK (email = lower(email)),
        role text NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        landing text NOT NULL CHECK (landing ~ '^/($|[^/\\\\])'),
        invited_by text NOT NULL REFERENCES core.account (ref),
        invited_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        accepted_by text REFERENCES core.account (ref),
        accepted_at timestamptz(3),
        revoked_at timestamptz(3),
        CHECK ((accepted_by IS NULL) = (accepted_at IS NULL)),
        CHECK (accepted_at IS NULL OR revoked_at IS NULL)
      );
      CREATE INDEX invitation_site ON membership.invitation (site_ref, invited_at);
      CREATE UNIQUE INDEX invitation_unanswered ON membership.invitation (site_ref, email)
        WHERE accepted_at IS NULL AND revoked_at IS NULL;
      CREATE INDEX invitation_email ON membership.invitation (email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

      CREATE TABLE membership.join_request (
        id uuid PRIMARY KEY,
        site_ref text NOT NULL REFERENCES core.entity (ref),
        member_ref text NOT NULL REFERENCES core.account (ref),
        words text NOT NULL,
        asked_at timestamptz(3) NOT NULL,
        state text NOT NULL CHECK (state IN ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
        role text,
        answer text,
        answered_by text REFERENCES core.account (ref),
        answered_at timestamptz(3)
      );
      CREATE UNIQUE INDEX join_request_open ON membership.join_request (site_ref, member_ref) WHERE state = 'OPEN';
      CREATE INDEX join_request_member ON membership.join_request (member_ref, asked_at);

      CREATE TABLE membership.site_proposal (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        region text NOT NULL,
        care_models text[] NOT NULL,
        why text NOT NULL,
        proposed_by text NOT NULL REFERENCES core.account (ref),
        proposed_at timestamptz(3) NOT NULL,
        state text NOT NULL CHECK (state IN ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
        answer text,
        answered_by text REFERENCES core.account (ref),
        answered_at timestamptz(3),
        site_ref text REFERENCES core.entity (ref)
      );
      CREATE INDEX site_proposal_newest ON membership.site_proposal (proposed_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA membership CASCADE');
  }
}

export const membershipMigrations = [CreateMembership1800000000310];
