/** Who took an intervention up, and what was tried elsewhere, beside how like a site those others are. */
import type { Frame } from '@hub/core/server';
import { adaptationsView, endedStages } from '@hub/plugins/adaptations/contract';
import { standingView } from '@hub/plugins/interventions/contract';
import { comparisonSql } from './comparison';

const ended = endedStages.map((stage) => `'${stage}'`).join(', ');

/** The adaptations of the intervention that holds the field, by other sites than `site`: as `subject_ref`, with their likeness. */
export function adoptersSql(frame: Frame, site: string): string {
  const wanted = frame.literal('ended');
  const stage = typeof wanted === 'boolean' ? ` AND a.stage ${wanted ? 'IN' : 'NOT IN'} (${ended})` : '';
  return `
    WITH alike AS MATERIALIZED (${comparisonSql(frame, site)})
    SELECT a.ref AS subject_ref, alike.percent, alike.known, alike.facts
    FROM ${adaptationsView} a JOIN alike ON alike.ref = a.site_ref
    WHERE a.source_ref = ${frame.parent.t}.ref${stage}`;
}

/**
 * What runs at other sites, or ended there, each intervention once, where it is most like `site`. What came out of an adaptation that the
 * viewer sees is shown as that adaptation. Only what the viewer sees counts, also where it keeps another from being shown.
 */
export function triedSql(frame: Frame, site: string): string {
  const isEnded = frame.literal('ended') === true;
  const stages = isEnded ? ended : `'RUNNING'`;
  const maturity = isEnded ? 'STOPPED' : 'RUNNING';
  const standing = isEnded ? '' : ` AND thing.status <> 'WITHDRAWN'`;
  return `
    WITH alike AS MATERIALIZED (${comparisonSql(frame, site)}),
    seen AS MATERIALIZED (
      SELECT a.* FROM ${adaptationsView} a JOIN core.entity e ON e.ref = a.ref AND ${frame.visible('e')}
    ),
    tried AS (
      SELECT source_ref AS intervention_ref, site_ref, ref AS subject_ref, ref AS adaptation_ref FROM seen WHERE stage IN (${stages})
      UNION ALL
      SELECT i.ref, i.site_ref, i.ref, NULL FROM ${standingView} i
      JOIN core.entity e ON e.ref = i.ref AND ${frame.visible('e')}
      WHERE i.status <> 'DRAFT' AND i.maturity = '${maturity}' AND i.ref NOT IN (SELECT result_ref FROM seen WHERE result_ref IS NOT NULL)
    )
    SELECT DISTINCT ON (tried.intervention_ref) tried.*, alike.percent, alike.known, alike.facts
    FROM tried JOIN alike ON alike.ref = tried.site_ref
    JOIN ${standingView} thing ON thing.ref = tried.intervention_ref AND thing.site_ref <> ${site}${standing}
    WHERE NOT EXISTS (SELECT 1 FROM seen WHERE seen.source_ref = tried.intervention_ref AND seen.site_ref = ${site})
    ORDER BY tried.intervention_ref, coalesce(alike.percent, -1) DESC, alike.known DESC, tried.subject_ref DESC`;
}
