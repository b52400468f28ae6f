/** What sites did with each part of an intervention, worked out by PostgreSQL from their records and published texts. */
import { column, list, one, readModel, type FieldRead, type Frame } from '@hub/core/server';
import { componentsView, sectionItems, textsView, versionsView } from '@hub/plugins/interventions/contract';

/** Of one intervention, as many sites are looked at. */
const mostAdopters = 500;
const sections = sectionItems.map(({ key, heading }) => `('${key}', '${heading.replaceAll("'", "''")}')`).join(', ');

export const partExperienceRead = readModel({
  type: 'PartExperience',
  fields: {
    part: column('part'),
    key: column('key'),
    heading: column('heading'),
    core: column('core'),
    adopters: column('adopters'),
    changed: column('changed'),
    stopped: column('stopped'),
    running: column('running'),
    dropped: column('dropped'),
    droppedWithBenefit: column('dropped_with_benefit'),
    changes: list('PartChange', {
      from: ({ t, parent }) =>
        `ROWS FROM (jsonb_to_recordset(${parent.t}.changes) AS (adaptation_ref text, dropped boolean, text text)) ` +
        `WITH ORDINALITY AS ${t} (adaptation_ref, dropped, text, place)`,
      orderBy: ({ t }) => `${t}.place`,
    }),
  },
});

export const partChangeRead = readModel({
  type: 'PartChange',
  guard: 'adaptation_ref',
  fields: {
    adaptation: one('Adaptation', ({ t }) => `${t}.adaptation_ref`),
    dropped: column('dropped'),
    text: column('text'),
  },
});

/** The experience with the intervention that holds the field. Most changed first, components before sections. */
export const experience: FieldRead = list('PartExperience', {
  from: (frame) => `(${experienceSql(frame.parent)}) AS ${frame.t}`,
  orderBy: ({ t }) => `${t}.part, ${t}.changed DESC, ${t}.key`,
});

/**
 * `adopters` has one record a site: the one at work, else the latest. A part was changed where a recorded change names it or where the
 * published text differs from the version that the site follows; it was dropped where a change says that it was left out, or that text does
 * not have it any more. Benefit is what the site itself said (`recordBenefit`): nothing else in a record says it.
 */
function experienceSql(intervention: Frame): string {
  return `
    WITH adopters AS MATERIALIZED (
      SELECT DISTINCT ON (a.site_ref) a.ref, a.stage, a.source_version_id, texts.current_sections AS sections,
        texts.current_components AS components, benefit.benefit
      FROM adaptations.adaptation a
      JOIN core.entity ae ON ae.ref = a.ref AND ${intervention.visible('ae')}
      LEFT JOIN core.entity result ON result.ref = a.result_ref AND ${intervention.visible('result')}
      LEFT JOIN ${textsView} texts ON texts.intervention_ref = result.ref
      LEFT JOIN adaptations.benefit benefit ON benefit.adaptation_ref = a.ref
      WHERE a.source_ref = ${intervention.t}.ref AND a.stage IN ('ADAPTING', 'TESTING', 'RUNNING', 'STOPPED')
      ORDER BY a.site_ref, a.stage = 'STOPPED', a.started_at DESC, a.ref LIMIT ${mostAdopters}
    ),
    section_change AS (
      SELECT 'SECTION' AS part, k.key, k.heading, NULL::boolean AS core, a.ref, a.stage, a.benefit,
        a.sections IS NOT NULL AND local.body = '' AND base.body <> '' AS dropped, CASE WHEN local.body <> base.body THEN nullif(local.body, '') END AS text
      FROM adopters a CROSS JOIN (VALUES ${sections}) AS k (key, heading)
      JOIN ${versionsView} v ON v.id = a.source_version_id
      CROSS JOIN LATERAL (${bodySql('v.sections')}) base
      CROSS JOIN LATERAL (${bodySql('a.sections')}) local
      WHERE (a.sections IS NOT NULL AND local.body <> base.body)
        OR EXISTS (SELECT 1 FROM adaptations.modification m WHERE m.adaptation_ref = a.ref AND m.section_keys @> ARRAY[k.key])
    ),
    component_change AS (
      SELECT 'COMPONENT' AS part, c.key, c.name AS heading, c.core, a.ref, a.stage, a.benefit,
        (a.components IS NOT NULL AND local.name IS NULL) OR said.left_out AS dropped,
        CASE WHEN (c.name, c.description) IS DISTINCT FROM (local.name, local.description)
          THEN concat_ws(E'\\n\\n', local.name, local.description) END AS text
      FROM adopters a JOIN ${componentsView} c ON c.version_id = a.source_version_id
      LEFT JOIN LATERAL jsonb_to_recordset(a.components) AS local (key text, name text, description text) ON local.key = c.key
      CROSS JOIN LATERAL (
        SELECT coalesce(bool_or(m.left_out_keys @> ARRAY[c.key]), false) AS left_out,
          coalesce(bool_or(m.component_keys @> ARRAY[c.key]), false) AS changed
        FROM adaptations.modification m WHERE m.adaptation_ref = a.ref
      ) said
      WHERE (a.components IS NOT NULL AND (c.name, c.description) IS DISTINCT FROM (local.name, local.description))
        OR said.left_out OR said.changed
    )
    SELECT part, key, max(heading) AS heading, bool_or(core) AS core,
      (SELECT count(*)::int FROM adopters) AS adopters,
      count(*)::int AS changed,
      count(*) FILTER (WHERE stage = 'STOPPED')::int AS stopped,
      count(*) FILTER (WHERE stage = 'RUNNING')::int AS running,
      count(*) FILTER (WHERE dropped)::int AS dropped,
      count(*) FILTER (WHERE dropped AND benefit = 'SEEN')::int AS dropped_with_benefit,
      jsonb_agg(jsonb_build_object('adaptation_ref', ref, 'dropped', dropped, 'text', nullif(text, '')) ORDER BY ref) AS changes
    FROM (SELECT * FROM component_change UNION ALL SELECT * FROM section_change) change GROUP BY part, key`;
}

/** Always one row; an empty text where there is none under the key. */
function bodySql(sectionsOf: string): string {
  return `SELECT coalesce(max(btrim(j.body)), '') AS body
    FROM jsonb_to_recordset(coalesce(${sectionsOf}, '[]')) AS j (key text, body text) WHERE j.key = k.key`;
}
