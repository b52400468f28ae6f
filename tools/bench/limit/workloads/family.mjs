/**
 * W3: an intervention with its latest version, the family that it belongs to (six generations) and its counters.
 * The page asks this in several documents, one a card; here it is one.
 */
import { anyOf, howMany, question } from './inputs.mjs';
import { seen, siteOf } from './raw.mjs';

const query = `query InterventionWithFamily($slug: String!) {
  intervention(slug: $slug) {
    id title summary status maturity site { id name }
    currentVersion { id number publishedAt sections { key heading body } }
    adaptationCount
    threads(first: 0) { totalCount }
    lineage(depth: 6) {
      nodes { id title status site { id name } }
      edges { id title stage site { id name } sourceIntervention { id } result { id } }
    }
  }
}`;

const step = `JOIN core.entity se ON se.ref = d.adaptation_ref AND ${seen('se')}`;
const rowsOf = (from) => `(SELECT coalesce(json_agg(row_to_json(x)), '[]') FROM (${from}) x)`;
const idOf = (ref) =>
  `(SELECT row_to_json(x) FROM (SELECT ie.ref AS id FROM core.entity ie WHERE ie.ref = ${ref} AND ${seen('ie')}) x)`;

/**
 * Both ways from the intervention, then levels from the roots down; each step where the record and what it leads to can be seen. Laterals, or
 * PostgreSQL expects large families and reads whole tables.
 */
const text = `
  WITH RECURSIVE self AS MATERIALIZED (
    SELECT i.ref, i.status, i.maturity, i.site_ref, i.current_version_id, e.title, e.summary
    FROM interventions.intervention i JOIN core.entity e ON e.ref = i.ref AND ${seen('e')} WHERE i.name = $3::text AND $1::text IS NOT NULL
  ), family (ref) AS (
    SELECT ref FROM self
    UNION
    SELECT oe.ref FROM family f CROSS JOIN LATERAL (
      SELECT source_ref AS ref, adaptation_ref FROM adaptations.descent WHERE result_ref = f.ref
      UNION ALL SELECT result_ref, adaptation_ref FROM adaptations.descent WHERE source_ref = f.ref) d
    ${step} JOIN core.entity oe ON oe.ref = d.ref AND ${seen('oe')}
  ), links AS MATERIALIZED (
    SELECT f.ref AS source, d.edge, d.node FROM family f CROSS JOIN LATERAL (
      SELECT d.adaptation_ref AS edge, re.ref AS node FROM adaptations.descent d ${step}
      LEFT JOIN core.entity re ON re.ref = d.result_ref AND ${seen('re')} WHERE d.source_ref = f.ref OFFSET 0) d
  ), below (ref, level) AS (
    SELECT ref, 0 FROM family WHERE ref NOT IN (SELECT node FROM links WHERE node IS NOT NULL)
    UNION SELECT l.node, b.level + 1 FROM below b JOIN links l ON l.source = b.ref WHERE l.node IS NOT NULL AND b.level < 6
  ), placed AS MATERIALIZED (SELECT ref, min(level) AS level, max(level) AS place FROM below GROUP BY ref),
  edges AS MATERIALIZED (SELECT l.edge, min(p.level) AS level FROM links l JOIN placed p ON p.ref = l.source WHERE p.level < 6 GROUP BY l.edge)
  SELECT row_to_json(d) AS data FROM (SELECT (SELECT row_to_json(h) FROM (
    SELECT s.ref AS id, s.title, s.summary, s.status, s.maturity, ${siteOf('s.site_ref')} AS site,
      (SELECT row_to_json(x) FROM (SELECT 'version:' || v.id AS id, v.number, v.published_at AS "publishedAt", v.sections
        FROM interventions.version v WHERE v.id = s.current_version_id) x) AS "currentVersion",
      (SELECT count(*)::int FROM adaptations.adaptation d JOIN core.entity se ON se.ref = d.ref AND ${seen('se')} WHERE d.source_ref = s.ref) AS "adaptationCount",
      (SELECT row_to_json(x) FROM (SELECT count(*)::int AS "totalCount" FROM threads.thread t JOIN core.entity te ON te.ref = t.ref AND ${seen('te')}
        JOIN threads.feed f ON f.thread_ref = t.ref AND f.feed IN ('all', 'merged') WHERE t.about_ref = s.ref) x) AS threads,
      (SELECT row_to_json(x) FROM (SELECT
        ${rowsOf(`SELECT n.* FROM placed p CROSS JOIN LATERAL (
          SELECT i.ref AS id, e.title, i.status, ${siteOf('i.site_ref')} AS site FROM interventions.intervention i JOIN core.entity e ON e.ref = i.ref
          WHERE i.ref = p.ref OFFSET 0) n ORDER BY p.place, p.ref`)} AS nodes,
        ${rowsOf(`SELECT n.* FROM edges k CROSS JOIN LATERAL (
          SELECT a.ref AS id, e.title, a.stage, ${siteOf('a.site_ref')} AS site, ${idOf('a.source_ref')} AS "sourceIntervention", ${idOf('a.result_ref')} AS result
          FROM adaptations.adaptation a JOIN core.entity e ON e.ref = a.ref WHERE a.ref = k.edge OFFSET 0) n ORDER BY k.level, k.edge`)} AS edges) x) AS lineage
    FROM self s) h) AS intervention) d`;

async function questions({ sql, viewers }) {
  const published = await sql(
    `SELECT name FROM interventions.intervention WHERE status = 'PUBLISHED' AND name LIKE 'bench-%' ORDER BY random() LIMIT 1000`,
  );
  return Array.from({ length: howMany }, () => {
    const { name: slug } = anyOf(published);
    return question({ viewer: anyOf(viewers), query, variables: { slug }, name: 'w3', text, values: [slug] });
  });
}

export const family = { id: 'W3', name: 'intervention with its family', questions, leftOut: [] };
