/** The family of an intervention: all that is connected to it by adapting. One statement, the scope on every step. */
import { badInput, list, one, part, readModel, sql, type FieldRead, type Frame } from '@hub/core/server';

/** A family that is larger is cut, and says so. */
const mostEdges = 500;
const mostMembers = 500;
/** Of one intervention, as many are looked at. */
const mostOfOne = mostEdges + 1;
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
 * `up` climbs from the intervention to all that it grew from. `family` goes on from there in both directions, nearest first; what
 * was reached is not left twice, and once there are enough members PostgreSQL stops. `links` are the steps among the members, with
 * those that lead to no result that the viewer can see. `placed` gives each member the fewest generations below a root, and a place after all that it grew from.
 */
function lineageSql(frame: Frame): string {
  const depth = frame.arg('depth', 'int', generations);
  return `
    WITH RECURSIVE up (ref, steps) AS (
      SELECT ${frame.t}.ref, 0
      UNION
      SELECT source.ref, up.steps + 1
      FROM up CROSS JOIN LATERAL (
        SELECT source.ref FROM adaptations.descent d ${visibleStep(frame, 'source', 'd.source_ref')} WHERE d.result_ref = up.ref OFFSET 0
      ) source
      WHERE up.steps < 100
    ),
    way AS MATERIALIZED (SELECT ref, max(steps) AS steps FROM (SELECT * FROM up LIMIT ${mostMembers * 10}) u GROUP BY ref),
    family (ref) AS (
      SELECT ref FROM way
      UNION
      SELECT other.ref
      FROM family f CROSS JOIN LATERAL (
        SELECT other.ref FROM (
          SELECT d.source_ref AS ref, d.adaptation_ref FROM adaptations.descent d WHERE d.result_ref = f.ref
          UNION ALL
          (SELECT d.result_ref, d.adaptation_ref FROM adaptations.descent d WHERE d.source_ref = f.ref LIMIT ${mostOfOne})
        ) d ${visibleStep(frame, 'other', 'd.ref')} OFFSET 0
      ) other
    ),
    members AS MATERIALIZED (SELECT ref FROM family LIMIT ${mostMembers}),
    links AS MATERIALIZED (
      SELECT m.ref AS source, d.edge, d.node
      FROM members m CROSS JOIN LATERAL (
        SELECT d.adaptation_ref AS edge, result.ref AS node
        FROM adaptations.descent d JOIN core.entity edge ON edge.ref = d.adaptation_ref AND ${frame.visible('edge')}
        LEFT JOIN core.entity result ON result.ref = d.result_ref AND ${frame.visible('result')}
        WHERE d.source_ref = m.ref ORDER BY d.adaptation_ref LIMIT ${mostOfOne}
      ) d
    ),
    below (ref, level) AS (
      SELECT ref, 0 FROM members WHERE ref NOT IN (SELECT node FROM links WHERE node IS NOT NULL)
      UNION
      SELECT l.node, b.level + 1 FROM below b JOIN links l ON l.source = b.ref
      WHERE l.node IN (SELECT ref FROM members) AND (b.level < coalesce(${depth}, 6) OR l.node IN (SELECT ref FROM way))
    ),
    placed AS MATERIALIZED (SELECT ref, min(level) AS level, max(level) AS place FROM below GROUP BY ref),
    kept AS MATERIALIZED (
      SELECT edge, level FROM (
        SELECT l.edge, min(p.level) AS level, bool_or(l.node IN (SELECT ref FROM way)) AS on_the_way
        FROM links l JOIN placed p ON p.ref = l.source
        WHERE p.level < coalesce(${depth}, 6) OR l.node IN (SELECT ref FROM way)
        GROUP BY l.edge
      ) e ORDER BY on_the_way DESC NULLS LAST, level, edge LIMIT ${mostEdges}
    ),
    shown AS MATERIALIZED (
      SELECT p.* FROM placed p
      WHERE p.level = 0 OR EXISTS (SELECT 1 FROM links l JOIN kept k ON k.edge = l.edge WHERE l.node = p.ref)
    )
    SELECT
      (SELECT w.ref FROM way w JOIN placed p ON p.ref = w.ref AND p.level = 0 ORDER BY w.steps DESC, w.ref LIMIT 1) AS root,
      (SELECT array_agg(ref ORDER BY ref) FROM shown WHERE level = 0) AS roots,
      (SELECT array_agg(ref ORDER BY place, ref) FROM shown) AS nodes,
      (SELECT coalesce(array_agg(edge ORDER BY level, edge), '{}') FROM kept) AS edges,
      (SELECT count(*) FROM members) >= ${mostMembers}
        OR EXISTS (SELECT 1 FROM links WHERE edge NOT IN (SELECT edge FROM kept)) AS truncated`;
}

/** One step of the walk is taken where the viewer may see both the record and the intervention that it leads to. */
function visibleStep(frame: Frame, to: string, ref: string): string {
  return `JOIN core.entity edge ON edge.ref = d.adaptation_ref AND ${frame.visible('edge')}
      JOIN core.entity ${to} ON ${to}.ref = ${ref} AND ${frame.visible(to)}`;
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
