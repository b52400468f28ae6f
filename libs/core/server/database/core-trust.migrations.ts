/** Core's tables of trust: what sessions know, API tokens, lent keys, tries counted, the audit log, and mail on its way. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class AddTrust1800000000000 implements MigrationInterface {
  readonly name = 'AddTrust1800000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE core.account ADD COLUMN suspended_at timestamptz(3);

      ALTER TABLE core.session
        ADD COLUMN way text NOT NULL DEFAULT 'demonstration' CHECK (way IN ('demonstration', 'code', 'oidc')),
        ADD COLUMN device text NOT NULL DEFAULT '',
        ADD COLUMN awaits_second_factor boolean NOT NULL DEFAULT false,
        ADD COLUMN second_factor_at timestamptz(3),
        ADD COLUMN provider_issuer text,
        ADD COLUMN provider_subject text,
        ADD COLUMN provider_session text;
      ALTER TABLE core.session ALTER COLUMN way DROP DEFAULT;
      CREATE INDEX session_provider ON core.session (provider_issuer, provider_subject) WHERE ended_at IS NULL;

      CREATE TABLE core.api_token (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        name text NOT NULL,
        scopes text[] NOT NULL CHECK (scopes <@ ARRAY['read', 'write'] AND scopes <> '{}'),
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        last_used_at timestamptz(3),
        revoked_at timestamptz(3)
      );
      CREATE INDEX api_token_member ON core.api_token (member_ref, created_at);

      CREATE TABLE core.lent_key (
        member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
        key text NOT NULL,
        until timestamptz(3) NOT NULL,
        PRIMARY KEY (member_ref, key)
      );
      COMMENT ON TABLE core.lent_key IS 'Keys held for a while: what an administrator opened by breaking the glass.';

      CREATE TABLE core.attempt (
        key varchar(255) PRIMARY KEY,
        points int NOT NULL DEFAULT 0,
        expire bigint
      );
      COMMENT ON TABLE core.attempt IS 'Tries counted for every instance together (rate-limiter-flexible). Holds hashes, no addresses.';

      CREATE TABLE core.audit_entry (
        number bigint PRIMARY KEY,
        at timestamptz(3) NOT NULL,
        action text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
        actor_ref text,
        subject_ref text,
        facts jsonb NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL
      );
      CREATE INDEX audit_entry_actor ON core.audit_entry (actor_ref, number);
      CREATE INDEX audit_entry_subject ON core.audit_entry (subject_ref, number);
      CREATE INDEX audit_entry_action ON core.audit_entry (action, number);

      CREATE FUNCTION core.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'The audit log only grows' USING ERRCODE = '42501'; END $$;
      CREATE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON core.audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_audit_change();

      CREATE TABLE core.mail (
        id uuid PRIMARY KEY,
        message_id text NOT NULL UNIQUE,
        member_ref text,
        recipient text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        html text NOT NULL,
        headers jsonb NOT NULL,
        secret boolean NOT NULL,
        created_at timestamptz(3) NOT NULL,
        next_at timestamptz(3) NOT NULL,
        attempts int NOT NULL DEFAULT 0,
        sent_at timestamptz(3),
        failed_at timestamptz(3),
        problem text
      );
      CREATE INDEX mail_waiting ON core.mail (next_at) WHERE sent_at IS NULL AND failed_at IS NULL;
      CREATE INDEX mail_newest ON core.mail (created_at, id);

      UPDATE core.entity SET needs = ARRAY(SELECT regexp_replace(need, '^edits:', 'drafts:') FROM unnest(needs) AS need)
        WHERE array_to_string(needs, ' ') LIKE '%edits:%';
      UPDATE core.account SET keys = ARRAY(
        SELECT DISTINCT key FROM (
          SELECT unnest(keys) UNION SELECT 'takes-part'
          UNION SELECT regexp_replace(held, '^edits:', given) FROM unnest(keys) AS held, unnest(ARRAY['drafts:', 'publishes:']) AS given
            WHERE held LIKE 'edits:%'
        ) AS every (key) ORDER BY key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE core.mail, core.audit_entry, core.attempt, core.lent_key, core.api_token;
      DROP FUNCTION core.refuse_audit_change();
      ALTER TABLE core.session DROP COLUMN way, DROP COLUMN device, DROP COLUMN awaits_second_factor, DROP COLUMN second_factor_at,
        DROP COLUMN provider_issuer, DROP COLUMN provider_subject, DROP COLUMN provider_session;
      ALTER TABLE core.account DROP COLUMN suspended_at;
      UPDATE core.entity SET needs = ARRAY(SELECT regexp_replace(need, '^drafts:', 'edits:') FROM unnest(needs) AS need)
        WHERE array_to_string(needs, ' ') LIKE '%drafts:%';
    `);
  }
}

export const coreTrustMigrations = [AddTrust1800000000000];
