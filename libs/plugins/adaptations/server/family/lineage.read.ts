/** The family of an intervention: all that is connected to it by adapting. One statement, the scope on every step. */
import { badInput, list, one, part, readModel, sql, type FieldRead, type Frame } from '@hub/core/server';

/** A family that is larger is cut, and says so. */
const mostEdges = 500;
/** So many steps from one to another are taken to find it, and so many generations up. */
const mostSteps = 1000;
const mostGenerations = 100;
const mostClimbed = mostSteps * 5;
const deepest = 12;

export const lineageRead = readModel({
  type: 'Lineage',
  fields: {
    root: one('Intervention', ({ lateral }) => `${lateral}.root`),
    roots: interventionsIn('roots'),
    nodes: interventionsIn('nodes'),
    edges: list('Adaptation', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.lateral}.edges)`,
      orderBy: ({ t, parent }) => `array_position(${parent.lateral}.edges, ${t}.ref)`,
    }),
    truncated: sql(({ lateral }) => `${lateral}.truncated`),
  },
});

/** The lineage of the intervention that holds the field. Throws BAD_USER_INPUT for a depth that is not 1 to 12. */
export const lineage: FieldRead = part('Lineage', { from: (frame) => `(${lineageSql(frame)}) AS ${frame.lateral}` });

/**
 * `up` climbs from the intervention to all that it grew from. `walk` goes on from there in both directions, nearest first, and keeps each step that
 * it takes, with those that lead to no result that the viewer can see; once there are enough PostgreSQL stops. The way up is never among what is cut. `placed` gives each member the
 * fewest generations below a root, and a place after all that it grew from.
 *
 * Written for what PostgreSQL expects, too: of a step it expects few rows where it begins with few, and the tables that it makes ready to tell
 * what was reached before are as large as what it expects. So `walk` begins with an array, and `below` with one root above all roots.
 */
function lineageSql(frame: Frame): string {
  const depth = `coalesce(${frame.arg('depth', 'int', generations)}, 6)`;
  return `
    WITH RECURSIVE up (ref, edge, node, steps) AS (
      SELECT ${frame.t}.ref, NULL::text, NULL::text, 0
      UNION
      SELECT source.ref, source.edge, up.ref, up.steps + 1 FROM up CROSS JOIN LATERAL (${sourcesOf(frame, 'up.ref')}) source
      WHERE up.steps < ${mostGenerations}
    ),
    climbed AS MATERIALIZED (SELECT * FROM up LIMIT ${mostClimbed}),
    way AS MATERIALIZED (SELECT ref, max(steps) AS steps FROM climbed GROUP BY ref),
    walk (ref, source, edge, has_other_sources) AS (
      SELECT unnest(ARRAY(SELECT ref FROM way)), NULL::text, NULL::text, false
      UNION
      SELECT step.* FROM walk w CROSS JOIN LATERAL (
        SELECT result.ref, d.source_ref, d.adaptation_ref,
          EXISTS (SELECT FROM adaptations.further_source f WHERE f.adaptation_ref = d.adaptation_ref)
        FROM adaptations.descent d JOIN core.entity edge ON edge.ref = d.adaptation_ref AND ${frame.visible('edge')}
        LEFT JOIN core.entity result ON result.ref = d.result_ref AND ${frame.visible('result')}
        WHERE d.source_ref = w.ref
        UNION ALL
        SELECT source.ref, NULL, NULL, true FROM (${sourcesOf(frame, 'w.ref')}) source WHERE w.has_other_sources AND source.ref IS DISTINCT FROM w.source
        OFFSET 0
      ) step
    ),
    walked AS MATERIALIZED (SELECT * FROM walk LIMIT ${mostSteps}),
    links AS MATERIALIZED (
      SELECT source, edge, ref AS node FROM walked WHERE edge IS NOT NULL
      UNION
      SELECT ref, edge, node FROM climbed WHERE edge IS NOT NULL
    ),
    steps AS MATERIALIZED (
      SELECT source, node, node IN (SELECT ref FROM way) AS on_the_way FROM links WHERE node IS NOT NULL
      UNION ALL
      SELECT '', ref, false FROM walked WHERE ref IS NOT NULL AND ref NOT IN (SELECT node FROM links WHERE node IS NOT NULL)
    ),
    below (ref, level) AS (
      SELECT '', -1
      UNION
      SELECT s.node, b.level + 1 FROM below b JOIN steps s ON s.source = b.ref WHERE b.level < ${depth} OR s.on_the_way
    ),
    placed AS MATERIALIZED (SELECT ref, min(level) AS level, max(level) AS place FROM below WHERE level >= 0 GROUP BY ref),
    kept AS MATERIALIZED (
      SELECT l.edge, min(p.level) AS level FROM links l JOIN placed p ON p.ref = l.source
      WHERE p.level < ${depth} OR l.node IN (SELECT ref FROM way)
      GROUP BY l.edge ORDER BY bool_or(l.node IN (SELECT ref FROM way)) DESC NULLS LAST, level, edge LIMIT ${mostEdges}
    ),
    shown AS MATERIALIZED (
      SELECT p.* FROM placed p WHERE p.level = 0 OR p.ref IN (SELECT l.node FROM links l JOIN kept k ON k.edge = l.edge)
    )
    SELECT
      (SELECT w.ref FROM way w JOIN placed p ON p.ref = w.ref AND p.level = 0 ORDER BY w.steps DESC, w.ref LIMIT 1) AS root,
      (SELECT array_agg(ref ORDER BY ref) FROM shown WHERE level = 0) AS roots,
      (SELECT array_agg(ref ORDER BY place, ref) FROM shown) AS nodes,
      (SELECT coalesce(array_agg(edge ORDER BY level, edge), '{}') FROM kept) AS edges,
      (SELECT count(*) FROM walked) >= ${mostSteps}
        OR (SELECT count(*) >= ${mostClimbed} OR max(steps) >= ${mostGenerations} FROM climbed)
        OR EXISTS (SELECT 1 FROM links WHERE edge NOT IN (SELECT edge FROM kept)) AS truncated`;
}

/** What an intervention grew from, where the viewer may see both the record and the source. A record has at most one result. */
function sourcesOf(frame: Frame, result: string): string {
  return `SELECT source.ref, a.ref AS edge FROM adaptations.adaptation a JOIN core.entity edge ON edge.ref = a.ref AND ${frame.visible('edge')}
        CROSS JOIN LATERAL (
          SELECT a.source_ref AS ref UNION ALL SELECT f.source_ref FROM adaptations.further_source f WHERE f.adaptation_ref = a.ref
        ) d JOIN core.entity source ON source.ref = d.ref AND ${frame.visible('source')} WHERE a.result_ref = ${result} OFFSET 0`;
}

function interventionsIn(refs: string): FieldRead {
  return list('Intervention', {
    where: ({ t, parent }) => `${t}.ref = ANY(${parent.lateral}.${refs})`,
    orderBy: ({ t, parent }) => `array_position(${parent.lateral}.${refs}, ${t}.ref)`,
  });
}

function generations(depth: number): number {
  if (depth < 1 || depth > deepest) throw badInput('depth', `Ask for 1 to ${deepest} generations`);
  return depth;
}
