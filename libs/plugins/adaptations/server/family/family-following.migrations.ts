/** The view of those who write for a site that took an intervention up, where a member of a family comes from, and what came of it. */
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

class FollowFamiliesDown1900000001780 implements MigrationInterface {
  readonly name = 'FollowFamiliesDown1900000001780';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(offspring);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION adaptations.offspring(text)');
  }
}

/** Of each step the record and what it made, as `origins` tells of both. */
const offspring = `
  CREATE FUNCTION adaptations.offspring(start text) RETURNS TABLE (ref text, via text[]) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE down (adaptation_ref, result_ref, via) AS (
      SELECT d.adaptation_ref, d.result_ref, ARRAY[d.adaptation_ref] FROM adaptations.descent d WHERE d.source_ref = start
      UNION ALL
      SELECT d.adaptation_ref, d.result_ref, down.via || ARRAY[down.result_ref, d.adaptation_ref]
      FROM down JOIN adaptations.descent d ON d.source_ref = down.result_ref
      WHERE cardinality(down.via) < 100
    )
    SELECT adaptation_ref, via FROM down
    UNION ALL
    SELECT result_ref, via FROM down WHERE result_ref IS NOT NULL
  $$;
  COMMENT ON FUNCTION adaptations.offspring IS 'What came of an intervention at any depth, records and interventions, and what leads to each.';
`;

export const familyFollowingMigrations = [AdoptersFollow1900000001703, FollowFamiliesDown1900000001780];
