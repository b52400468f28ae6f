/** The tables of sites and their members. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateSites1700000000100 implements MigrationInterface {
  readonly name = 'CreateSites1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA sites;

      CREATE TABLE sites.site (
        ref text PRIMARY KEY REFERENCES core.entity (ref),
        region text,
        tagline text,
        population_value int CHECK (population_value >= 0),
        population_basis text,
        population_segments text[] NOT NULL,
        localities text[] NOT NULL,
        lead_organisation jsonb,
        partners jsonb NOT NULL,
        context_factors jsonb NOT NULL,
        prior_history jsonb NOT NULL,
        engine_room jsonb NOT NULL,
        joined_on text CHECK (joined_on ~ '^[0-9]{4}-[0-9]{2}$'),
        illustrative boolean NOT NULL,
        CHECK ((population_value IS NULL) = (population_basis IS NULL))
      );

      CREATE TABLE sites.member (
        ref text PRIMARY KEY REFERENCES core.entity (ref),
        role_title text,
        professional_group text,
        skills text[] NOT NULL,
        bio text,
        illustrative boolean NOT NULL
      );

      CREATE TABLE sites.membership (
        site_ref text NOT NULL REFERENCES sites.site (ref),
        member_ref text NOT NULL REFERENCES sites.member (ref),
        since timestamptz(3) NOT NULL,
        PRIMARY KEY (site_ref, member_ref)
      );
      CREATE INDEX membership_member ON sites.membership (member_ref);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA sites CASCADE');
  }
}

/** Roles at sites. Until then everyone at a site did everything there; the first to join leads it. */
class AddSiteRoles1800000000100 implements MigrationInterface {
  readonly name = 'AddSiteRoles1800000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sites.membership ADD COLUMN role text NOT NULL DEFAULT 'ENGINE_ROOM'
        CHECK (role IN ('LEAD', 'ENGINE_ROOM', 'MEMBER', 'EVALUATOR', 'PATIENT_REPRESENTATIVE', 'GUEST'));
      ALTER TABLE sites.membership ALTER COLUMN role DROP DEFAULT;
      WITH first AS (
        SELECT DISTINCT ON (site_ref) site_ref, member_ref FROM sites.membership ORDER BY site_ref, since, member_ref
      ), site_lead AS (
        UPDATE sites.membership m SET role = 'LEAD' FROM first
        WHERE m.site_ref = first.site_ref AND m.member_ref = first.member_ref RETURNING m.site_ref, m.member_ref
      )
      UPDATE core.account a SET keys = ARRAY(SELECT DISTINCT k FROM unnest(a.keys || ARRAY(
        SELECT 'leads:' || l.site_ref FROM site_lead l WHERE l.member_ref = a.ref)) AS k ORDER BY k)
      WHERE a.ref IN (SELECT member_ref FROM site_lead);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sites.membership DROP COLUMN role');
  }
}

/** What people say of themselves beyond their role, and their photo. */
class AddProfiles1800000000300 implements MigrationInterface {
  readonly name = 'AddProfiles1800000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sites.member ADD COLUMN interests text[] NOT NULL DEFAULT '{}', ADD COLUMN pronouns text;
      ALTER TABLE sites.member ALTER COLUMN interests DROP DEFAULT;
      CREATE TABLE sites.member_photo (
        member_ref text PRIMARY KEY REFERENCES sites.member (ref) ON DELETE CASCADE,
        image bytea NOT NULL CHECK (octet_length(image) <= 262144),
        mark text NOT NULL,
        added_at timestamptz(3) NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE sites.member_photo; ALTER TABLE sites.member DROP COLUMN interests, DROP COLUMN pronouns',
    );
  }
}

/** Evaluators write: those whose role says so get the key for it. */
class LetEvaluatorsWrite1900000000800 implements MigrationInterface {
  readonly name = 'LetEvaluatorsWrite1900000000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE core.account a SET keys = ARRAY(SELECT DISTINCT k FROM unnest(a.keys || w.keys) AS k ORDER BY k)
      FROM (
        SELECT member_ref, array_agg('evaluates:' || site_ref) AS keys FROM sites.membership
        WHERE role IN ('LEAD', 'ENGINE_ROOM', 'EVALUATOR') GROUP BY member_ref
      ) w WHERE w.member_ref = a.ref`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE core.account SET keys = ARRAY(SELECT k FROM unnest(keys) AS k WHERE NOT k ^@ 'evaluates:')`,
    );
  }
}

export const sitesMigrations = [
  CreateSites1700000000100,
  AddSiteRoles1800000000100,
  AddProfiles1800000000300,
  LetEvaluatorsWrite1900000000800,
];
