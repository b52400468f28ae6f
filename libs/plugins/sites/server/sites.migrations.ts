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

export const sitesMigrations = [CreateSites1700000000100];
