/** How adaptations and what is recorded in them are read. */
import {
  column,
  entityColumn,
  figuresIn,
  list,
  newestFirst,
  one,
  part,
  readModel,
  sql,
  viewerCan,
} from '@hub/core/server';
import { versionsView } from '@hub/plugins/interventions/contract';
import { differences } from './texts/differences.read';
import { presentEnding } from './stages/ending.read';
import { versionsFollowed } from './following/following.read';
import { furtherSources } from './sources/further-source.read';

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

const benefitColumn = (name: string) =>
  sql(({ t }) => `(SELECT b.${name} FROM adaptations.benefit b WHERE b.adaptation_ref = ${t}.ref)`);

export const adaptationRead = readModel({
  type: 'Adaptation',
  source: 'adaptations.adaptation',
  kind: 'adaptation',
  guard: 'ref',
  everyEntity: true,
  fields: {
    title: entityColumn('title'),
    why: column('why'),
    stage: column('stage'),
    decision: column('decision'),
    ending: part('AdaptationEnding', { from: (frame) => `${presentEnding(frame)} AS ${frame.lateral}` }),
    shared: sql(({ t }) => `(${t}.shared_at IS NOT NULL)`),
    revision: column('revision'),
    startedAt: column('started_at'),
    publishedAt: column('published_at'),
    source: one('InterventionVersion', ({ t }) => `${t}.source_version_id`),
    sourceIntervention: one('Intervention', ({ t }) => `${t}.source_ref`),
    furtherSources,
    versionsFollowed,
    benefit: benefitColumn('benefit'),
    benefitWords: benefitColumn('words'),
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
    tasks: list('AdaptationTask', {
      where: ({ t, parent }) => `${t}.adaptation_ref = ${parent.t}.ref AND ${parent.can('adaptations.edit')}`,
      orderBy: ({ t }) => `${t}.key`,
    }),
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
    figures: figuresIn('figures'),
    statements: column('statements'),
    compared: list('ContextDifference', {
      from: ({ t, parent }) =>
        `ROWS FROM (jsonb_to_recordset(${parent.t}.compared) AS (name text, there text, here text, matters boolean)) ` +
        `WITH ORDINALITY AS ${t} (name, there, here, matters, place)`,
      orderBy: ({ t }) => `${t}.place`,
    }),
    happenedOn: column('happened_on'),
    recordedBy: one('Member', ({ t }) => `${t}.recorded_by`),
  },
});

export const contextDifferenceRead = readModel({
  type: 'ContextDifference',
  fields: { name: column('name'), there: column('there'), here: column('here'), matters: column('matters') },
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
    componentKeys: column('component_keys'),
    leftOutKeys: column('left_out_keys'),
    coreReason: column('core_reason'),
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
    reason: column('reason'),
    decision: column('decision'),
    ending: part('AdaptationEnding', {
      from: ({ t, lateral }) =>
        `(SELECT x.* FROM adaptations.ending x WHERE x.stage_change_id = ${t}.id) AS ${lateral}`,
    }),
  },
});

export const taskRead = readModel({
  type: 'AdaptationTask',
  source: 'adaptations.task',
  guard: 'adaptation_ref',
  fields: { key: column('key'), owner: one('Member', ({ t }) => `${t}.owner_ref`), notSure: column('not_sure') },
});
