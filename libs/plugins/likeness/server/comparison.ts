/** The measure of likeness, as SQL over the profiles of sites. */
import type { Frame } from '@hub/core/server';
import { profilesView } from '@hub/plugins/sites/contract';

/**
 * Every site that the viewer may see beside one of them, as rows of `ref`, `percent`, `known` (how many facts were compared) and
 * `facts` (jsonb array of fact, score, shared). `site` is the SQL of that one's reference; it is not in the rows itself.
 *
 *     likeness = 100 × (sum of the scores of the facts that both sites have told) / (how many those are)
 *
 * A score is 0 to 1: for the care model 1 where they have one in common; for the population the smaller figure divided by the larger,
 * where both count on the same basis; for the region 1 where it is the same; for lists (groups of people, kinds of organisations,
 * earlier initiatives) how many stand in both, of how many stand in either; for context factors, of those that both speak of, how
 * many they answer alike. What one of them has not told, or counts on another basis, gives no row here: it is neither in the sum nor in
 * what the sum is divided by. Where nothing can be compared the percent is null. It is the same from either side.
 */
export function comparisonSql(frame: Frame, site: string): string {
  return `
    SELECT other.ref, compared.percent, compared.known, compared.facts
    FROM ${profilesView} own
    JOIN core.entity own_entity ON own_entity.ref = own.ref AND ${frame.visible('own_entity')}
    JOIN ${profilesView} other ON other.ref <> own.ref
    JOIN core.entity other_entity ON other_entity.ref = other.ref AND ${frame.visible('other_entity')}
    CROSS JOIN LATERAL (
      SELECT round((100 * avg(f.score))::numeric)::int AS percent, count(*)::int AS known,
        coalesce(jsonb_agg(jsonb_build_object('fact', f.fact, 'score', f.score, 'shared', f.shared)), '[]') AS facts
      FROM (${facts.join(' UNION ALL ')}) f
    ) compared
    WHERE own.ref = ${site}`;
}

const nothingShared = `'{}'::text[]`;

const careModel = `
  SELECT 'CARE_MODEL' AS fact, (own.care_models && other.care_models)::int::float8 AS score,
    ARRAY(SELECT m.title FROM core.entity m WHERE m.ref = ANY(own.care_models) AND m.ref = ANY(other.care_models) ORDER BY m.title) AS shared
  WHERE own.care_models <> '{}' AND other.care_models <> '{}'`;

const population = `
  SELECT 'POPULATION', coalesce(least(own.population_value, other.population_value)::float8
    / nullif(greatest(own.population_value, other.population_value), 0), 1), ${nothingShared}
  WHERE own.population_basis = other.population_basis`;

const region = `
  SELECT 'REGION', (own.region = other.region)::int::float8, ${nothingShared}
  WHERE own.region IS NOT NULL AND other.region IS NOT NULL`;

const contextFactors = `
  SELECT 'CONTEXT_FACTORS', count(*) FILTER (WHERE a.present = b.present)::float8 / count(*),
    coalesce(array_agg(a.name ORDER BY a.name) FILTER (WHERE a.present = b.present), '{}')
  FROM jsonb_to_recordset(own.context_factors) AS a (key text, name text, present text)
  JOIN jsonb_to_recordset(other.context_factors) AS b (key text, present text) ON b.key = a.key
  HAVING count(*) > 0`;

const facts: readonly string[] = [
  careModel,
  population,
  region,
  listFact('POPULATION_SEGMENTS', 'population_segments'),
  contextFactors,
  listFact('ORGANISATION_KINDS', 'organisation_kinds'),
  listFact('PRIOR_INITIATIVES', 'initiatives'),
];

/** How many stand in both lists, of how many stand in either. */
function listFact(fact: string, column: string): string {
  const both = `SELECT unnest(own.${column}) INTERSECT SELECT unnest(other.${column})`;
  const either = `SELECT unnest(own.${column}) UNION SELECT unnest(other.${column})`;
  return `
  SELECT '${fact}', cardinality(ARRAY(${both}))::float8 / cardinality(ARRAY(${either})), ARRAY(${both} ORDER BY 1)
  WHERE own.${column} <> '{}' AND other.${column} <> '{}'`;
}
