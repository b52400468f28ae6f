/** How adaptations and what is recorded in them are read. */
import { column, entityColumn, list, newestFirst, one, readModel, sql, viewerCan } from '@hub/core/server';
import { versionsView } from '@hub/plugins/interventions/contract';
import { differences } from './differences.read';

/** Rows recorded under the adaptation that holds the list, as they were recorded. */
const recordedUnder = (time: string) =>
  ({
    where: ({ t, parent }) => `${t}.adaptation_ref = ${parent.t}.ref`,
    orderBy: ({ t }) => `${t}.${time}, ${t}.position`,
  }) satisfies Partial<Parameters<typeof list>[1]>;

export const newestAdaptations = newestFirst(
  ({ t }) => `${t}.started_at`,
  ({ t }) => `${t}.ref`,
);

export const adaptationRead = readModel({
  type: 'Adaptation',
  source: 'adaptations.adaptation',
  kind: 'adaptation',
  guard: 'ref',
  fields: {
    title: entityColumn('title'),
    why: column('why'),
    stage: column('stage'),
    revision: column('revision'),
    startedAt: column('started_at'),
    publishedAt: column('published_at'),
    source: one('InterventionVersion', ({ t }) => `${t}.source_version_id`),
    sourceIntervention: one('Intervention', ({ t }) => `${t}.source_ref`),
    site: one('Site', ({ t }) => `${t}.site_ref`),
    suitability: list('SuitabilityEntry', recordedUnder('recorded_at')),
    modifications: list('Modification', recordedUnder('recorded_at')),
    result: one('Intervention', ({ t }) => `${t}.result_ref`),
    differences,
    sourceIsNewer: sql(
      ({ t }) =>
        `EXISTS (SELECT 1 FROM ${versionsView} v WHERE v.intervention_ref = ${t}.source_ref AND v.number > ${t}.source_number)`,
    ),
    history: list('StageChange', recordedUnder('at')),
    viewerCanEdit: viewerCan('adaptations.edit'),
    viewerCanPublish: viewerCan('adaptations.publish'),
  },
});

export const suitabilityRead = readModel({
  type: 'SuitabilityEntry',
  source: 'adaptations.suitability',
  rowId: { prefix: 'suitability', column: 'id' },
  guard: 'adaptation_ref',
  fields: {
    kind: column('kind'),
    title: column('title'),
    finding: column('finding'),
    supports: column('supports'),
    figures: list('Figure', {
      from: ({ t, parent }) =>
        `ROWS FROM (jsonb_to_recordset(${parent.t}.figures) AS (label text, value float8, unit text)) WITH ORDINALITY ` +
        `AS ${t} (label, value, unit, place)`,
      orderBy: ({ t }) => `${t}.place`,
    }),
    happenedOn: column('happened_on'),
    recordedBy: one('Member', ({ t }) => `${t}.recorded_by`),
  },
});

export const figureRead = readModel({
  type: 'Figure',
  fields: { label: column('label'), value: column('value'), unit: column('unit') },
});

export const modificationRead = readModel({
  type: 'Modification',
  source: 'adaptations.modification',
  rowId: { prefix: 'modification', column: 'id' },
  guard: 'adaptation_ref',
  fields: {
    what: column('what'),
    why: column('why'),
    codes: column('codes'),
    planned: column('planned'),
    fidelityConsistent: column('fidelity_consistent'),
    sectionKeys: column('section_keys'),
    recordedAt: column('recorded_at'),
    recordedBy: one('Member', ({ t }) => `${t}.recorded_by`),
  },
});

export const stageChangeRead = readModel({
  type: 'StageChange',
  source: 'adaptations.stage_change',
  guard: 'adaptation_ref',
  fields: {
    stage: column('stage'),
    at: column('at'),
    by: one('Member', ({ t }) => `${t}.by_ref`),
    learned: column('learned'),
  },
});
