/** The family of an intervention: up to the oldest visible ancestor, then down. One statement, the scope on every step. */
import { badInput, list, one, part, readModel, sql, type FieldRead, type Frame } from '@hub/core/server';

/** A family that is larger is cut, and says so. */
const mostEdges = 500;

export const lineageRead = readModel({
  type: 'Lineage',
  fields: {
    root: one('Intervention', ({ lateral }) => `${lateral}.root`),
    nodes: list('Intervention', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.lateral}.nodes)`,
      orderBy: ({ t, parent }) => `array_position(${parent.lateral}.nodes, ${t}.ref)`,
    }),
    edges: list('Adaptation', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.lateral}.edges)`,
      orderBy: ({ t, parent }) => `array_position(${parent.lateral}.edges, ${t}.ref)`,
    }),
    truncated: sql(({ lateral }) => `${lateral}.truncated`),
  },
});

/** The lineage of the intervention that holds the field. Throws BAD_USER_INPUT for a depth that is not 1 to 10. */
export const lineage: FieldRead = part('Lineage', { from: (frame) => `(${lineageSql(frame)}) AS ${frame.lateral}` });

/**
 * `up` climbs from the intervention, `way` is what it passed, `down` walks from the root again. An adaptation whose result the
 * viewer cannot see is an edge that leads no further.
 */
function lineageSql(frame: Frame): string {
  const depth = frame.arg('depth', 'int', generations);
  return `
    WITH RECURSIVE up (ref, steps) AS (
      SELECT ${frame.t}.ref, 0
      UNION ALL
      SELECT source.ref, up.steps + 1
      FROM up JOIN adaptations.adaptation a ON a.result_ref = up.ref
      JOIN core.entity edge ON edge.ref = a.ref AND ${frame.visible('edge')}
      JOIN core.entity source ON source.ref = a.source_ref AND ${frame.visible('source')}
      WHERE up.steps < 100
    ),
    way AS (SELECT array_agg(ref) AS refs, (array_agg(ref ORDER BY steps DESC))[1] AS root FROM up),
    down (edge, node, level) AS (
      SELECT NULL::text, way.root, 0 FROM way
      UNION ALL
      SELECT edge.ref, result.ref, down.level + 1
      FROM down CROSS JOIN way JOIN adaptations.adaptation a ON a.source_ref = down.node
      JOIN core.entity edge ON edge.ref = a.ref AND ${frame.visible('edge')}
      LEFT JOIN core.entity result ON result.ref = a.result_ref AND ${frame.visible('result')}
      WHERE down.level < coalesce(${depth}, 6) OR result.ref = ANY(way.refs)
    ),
    kept AS (
      SELECT down.* FROM down CROSS JOIN way
      ORDER BY coalesce(down.node = ANY(way.refs), false) DESC, down.level, down.edge LIMIT ${mostEdges + 1}
    )
    SELECT way.root,
      (SELECT array_agg(node ORDER BY level, edge) FROM kept WHERE node IS NOT NULL) AS nodes,
      (SELECT coalesce(array_agg(edge ORDER BY level, edge), '{}') FROM kept WHERE edge IS NOT NULL) AS edges,
      EXISTS (
        SELECT 1 FROM kept JOIN adaptations.adaptation a ON a.source_ref = kept.node
        JOIN core.entity edge ON edge.ref = a.ref AND ${frame.visible('edge')}
        WHERE a.ref NOT IN (SELECT k.edge FROM kept k WHERE k.edge IS NOT NULL)
      ) AS truncated
    FROM way`;
}

function generations(depth: number): number {
  if (depth < 1 || depth > 10) throw badInput('depth', 'Ask for 1 to 10 generations');
  return depth;
}
