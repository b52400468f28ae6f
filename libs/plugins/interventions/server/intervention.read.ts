/** How interventions are read. */
import { alphabetical, column, entityColumn, list, many, one, part, readModel, sql, viewerCan } from '@hub/core/server';
import { interventionKind } from '@hub/plugins/interventions/contract';
import { interventionFilters } from './intervention.filters';
import { editIntervention, publishIntervention, readDraft } from './interventions.policy';
import { sectionsIn } from './section.read';

export const interventionRead = readModel({
  type: 'Intervention',
  source: 'interventions.intervention',
  kind: interventionKind,
  guard: 'ref',
  fields: {
    slug: column('name'),
    title: entityColumn('title'),
    summary: entityColumn('summary'),
    status: column('status'),
    visibility: sql(({ e }) => `upper(${e}.visibility)`),
    intendedVisibility: sql(({ t }) => `upper(${t}.intended_visibility)`),
    maturity: column('maturity'),
    revision: sql(({ t, can }) => `CASE WHEN ${can(editIntervention)} THEN ${t}.revision ELSE 0 END`),
    site: one('Site', ({ t }) => `${t}.site_ref`),
    modelTypes: list('ModelType', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.e}.care_models)`,
      orderBy: ({ t }) => `${t}.position`,
    }),
    draft: sectionsIn('draft', ({ can }) => can(readDraft)),
    nextVersion: part('NextVersion', { exists: ({ can }) => can(readDraft) }),
    currentVersion: one('InterventionVersion', ({ t }) => `${t}.current_version_id`),
    versions: many('InterventionVersion', {
      where: ({ t, parent }) => `${t}.intervention_ref = ${parent.t}.ref`,
      order: 'NEWEST',
    }),
    version: one('InterventionVersion', ({ t, arg, alias }) => {
      const v = alias();
      return `(SELECT ${v}.id FROM interventions.version ${v} WHERE ${v}.intervention_ref = ${t}.ref AND ${v}.number = ${arg('number', 'int')})`;
    }),
    viewerCanEdit: viewerCan(editIntervention),
    viewerCanPublish: viewerCan(publishIntervention),
    problem: column('problem'),
    population: column('population'),
    outcomesMeasured: column('outcomes_measured'),
    lessons: column('lessons'),
    enablers: column('enablers'),
    contacts: list('Member', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.t}.contacts)`,
      orderBy: ({ t, parent }) => `array_position(${parent.t}.contacts, ${t}.ref)`,
    }),
    startedOn: column('started_on'),
    stoppedOn: column('stopped_on'),
    illustrative: column('illustrative'),
  },
  filters: interventionFilters,
  orders: {
    RECENTLY_PUBLISHED: {
      descending: true,
      keys: [
        { sql: ({ t }) => `(${t}.published_at IS NOT NULL)::int`, type: 'int' },
        { sql: ({ t }) => `${t}.listed_at`, type: 'timestamptz' },
        { sql: ({ t }) => `${t}.ref`, type: 'text' },
      ],
    },
    TITLE: alphabetical(
      ({ e }) => `lower(${e}.title)`,
      ({ t }) => `${t}.ref`,
    ),
  },
});
