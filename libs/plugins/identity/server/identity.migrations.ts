/** The tables of identity: addresses, logins, codes on their way, second steps. Nothing in them opens anything by itself. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const firstDomains = ['nhs.uk', '*.nhs.uk', 'nhs.net', '*.nhs.net', 'gov.uk', '*.gov.uk', 'ac.uk', '*.ac.uk'];

class CreateIdentity1800000000200 implements MigrationInterface {
  readonly name = 'CreateIdentity1800000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(
      'INSERT INTO identity.allowed_domain (pattern, added_at) SELECT p, now() FROM unnest($1::text[]) AS p',
      [firstDomains],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA identity CASCADE');
  }
}

const tables = `
  CREATE SCHEMA identity;

  CREATE TABLE identity.address (
    member_ref text PRIMARY KEY REFERENCES core.account (ref) ON DELETE CASCADE,
    email text NOT NULL UNIQUE CHECK (email = lower(email)),
    since timestamptz(3) NOT NULL
  );

  CREATE TABLE identity.allowed_domain (
    pattern text PRIMARY KEY,
    added_at timestamptz(3) NOT NULL,
    added_by text REFERENCES core.account (ref)
  );

  CREATE TABLE identity.code_request (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    at timestamptz(3) NOT NULL
  );
  COMMENT ON TABLE identity.code_request IS 'Asked for, and not answered yet: the answer is written behind, so that nobody can tell from it who is known.';

  CREATE TABLE identity.sign_in_code (
    address_hash bytea PRIMARY KEY,
    salt bytea NOT NULL,
    code_hash bytea NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    wrong int NOT NULL DEFAULT 0
  );
  COMMENT ON TABLE identity.sign_in_code IS 'One code an address. Addresses that may not sign in have one too, which nobody was told.';

  CREATE TABLE identity.login (
    issuer text NOT NULL,
    subject text NOT NULL,
    member_ref text NOT NULL REFERENCES core.account (ref) ON DELETE CASCADE,
    since timestamptz(3) NOT NULL,
    PRIMARY KEY (issuer, subject)
  );
  CREATE INDEX login_member ON identity.login (member_ref);

  CREATE TABLE identity.oidc_start (
    cookie_hash bytea PRIMARY KEY,
    state text NOT NULL,
    nonce text NOT NULL,
    verifier text NOT NULL,
    return_path text NOT NULL,
    expires_at timestamptz(3) NOT NULL
  );

  CREATE TABLE identity.logout_token (
    issuer text NOT NULL,
    jti text NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    PRIMARY KEY (issuer, jti)
  );
  COMMENT ON TABLE identity.logout_token IS 'Logout tokens already taken, so that none is taken twice.';

  CREATE TABLE identity.second_factor (
    member_ref text PRIMARY KEY REFERENCES core.account (ref) ON DELETE CASCADE,
    secret text NOT NULL,
    started_at timestamptz(3) NOT NULL,
    confirmed_at timestamptz(3),
    last_step bigint NOT NULL DEFAULT 0
  );

  CREATE TABLE identity.recovery_code (
    member_ref text NOT NULL REFERENCES identity.second_factor (member_ref) ON DELETE CASCADE,
    code_hash bytea NOT NULL,
    used_at timestamptz(3),
    PRIMARY KEY (member_ref, code_hash)
  );

  CREATE TABLE identity.email_change (
    member_ref text PRIMARY KEY REFERENCES core.account (ref) ON DELETE CASCADE,
    new_email text NOT NULL,
    old_token_hash bytea UNIQUE,
    new_token_hash bytea UNIQUE,
    old_confirmed_at timestamptz(3),
    new_confirmed_at timestamptz(3),
    expires_at timestamptz(3) NOT NULL
  );
`;

export const identityMigrations = [CreateIdentity1800000000200];
