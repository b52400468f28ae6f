/** The view of those who write for a site that took an intervention up, and where a member of a family comes from. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class AdoptersFollow1900000001703 implements MigrationInterface {
  readonly name = 'AdoptersFollow1900000001703';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(adopters);
    await runner.query(origins);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION adaptations.origins(text); DROP VIEW adaptations.adopter');
  }
}

const adopters = `
  CREATE VIEW adaptations.adopter AS
    SELECT DISTINCT account.ref AS member_ref, d.source_ref AS target_ref, false AS in_hub_alone, NULL::timestamptz AS since
    FROM adaptations.descent d
      JOIN adaptations.adaptation a ON a.ref = d.adaptation_ref AND a.stage <> 'DECLINED'
      JOIN core.entity source ON source.ref = d.source_ref AND source.owner_ref <> a.site_ref
      JOIN core.account account ON account.keys @> ARRAY['edits:' || a.site_ref];
  COMMENT ON VIEW adaptations.adopter IS 'Each person reads of themselves alone: the record may be their site''s own yet.';
`;

const origins = `
  CREATE FUNCTION adaptations.origins(start text) RETURNS TABLE (ref text, via text[]) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE up (ref, via) AS (
      SELECT d.source_ref, ARRAY[d.adaptation_ref] FROM adaptations.descent d WHERE d.result_ref = start OR d.adaptation_ref = start
      UNION ALL
      SELECT d.source_ref, up.via || ARRAY[up.ref, d.adaptation_ref]
      FROM up JOIN adaptations.descent d ON d.result_ref = up.ref
      WHERE cardinality(up.via) < 100
    )
    SELECT ref, via FROM up
  $$;
  COMMENT ON FUNCTION adaptations.origins IS 'What an intervention or an adaptation comes from at any depth, and the records and interventions that lead there.';
`;

export const familyFollowingMigrations = [AdoptersFollow1900000001703];
