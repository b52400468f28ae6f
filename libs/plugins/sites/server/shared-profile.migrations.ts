/** The view of sites that other plugins may read: what can be compared of them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class ShareProfiles1900000000500 implements MigrationInterface {
  readonly name = 'ShareProfiles1900000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW sites.shared_profile AS
        SELECT s.ref, e.care_models,
          nullif(lower(btrim(s.region)), '') AS region,
          s.population_value,
          lower(btrim(split_part(s.population_basis, ',', 1))) AS population_basis,
          s.population_segments,
          ARRAY(
            SELECT DISTINCT o.kind FROM jsonb_to_recordset(s.partners || coalesce(s.lead_organisation, '[]')) AS o (kind text)
            WHERE o.kind IS NOT NULL ORDER BY o.kind
          ) AS organisation_kinds,
          s.context_factors,
          ARRAY(
            SELECT DISTINCT p.initiative FROM jsonb_to_recordset(s.prior_history) AS p (initiative text)
            WHERE p.initiative IS NOT NULL ORDER BY p.initiative
          ) AS initiatives
        FROM sites.site s JOIN core.entity e ON e.ref = s.ref
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW sites.shared_profile');
  }
}

export const sharedProfileMigrations = [ShareProfiles1900000000500];
