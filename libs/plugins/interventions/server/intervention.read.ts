/** How interventions are read. */
import {
  alphabetical,
  column,
  entityColumn,
  list,
  many,
  one,
  part,
  readModel,
  sql,
  viewerCan,
  type Frame,
} from '@hub/core/server';
import { interventionKind } from '@hub/plugins/interventions/contract';
import { interventionFilters } from './intervention.filters';
import { editIntervention, publishIntervention, readDraft } from './interventions.policy';
import { sectionsIn } from './description/section.read';

export const interventionRead = readModel({
  type: 'Intervention',
  source: 'interventions.intervention',
  kind: interventionKind,
  guard: 'ref',
  everyEntity: true,
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
    withdrawal: part('Withdrawal', { exists: ({ t }) => `${t}.withdrawn_at IS NOT NULL` }),
    problem: sql((frame) => `${describedIn(frame)}->>'problem'`),
    population: sql((frame) => `${describedIn(frame)}->>'population'`),
    outcomesMeasured: sql((frame) => `${describedIn(frame)}->'outcomesMeasured'`),
    lessons: column('lessons'),
    enablers: column('enablers'),
    contacts: list('Member', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.t}.contacts)`,
      orderBy: ({ t, parent }) => `array_position(${parent.t}.contacts, ${t}.ref)`,
    }),
    startedOn: column('started_on'),
    stoppedOn: column('stopped_on'),
    reviewOn: sql(({ t }) => `${t}.review_on::text`),
    reviewDue: sql(
      ({ t }) =>
        `coalesce(${t}.status = 'PUBLISHED' AND ${t}.review_on <= (now() AT TIME ZONE 'Europe/London')::date, false)`,
    ),
    illustrative: column('illustrative'),
  },
  filters: interventionFilters,
  orders: {
    RECENTLY_PUBLISHED: {
      descending: true,
      keys: [
        { sql: ({ t }) => `interventions.rank_of(${t}.status)`, type: 'int' },
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

/** Who withdrew it: part of its own row. */
export const withdrawalRead = readModel({
  type: 'Withdrawal',
  fields: {
    at: column('withdrawn_at'),
    by: one('Member', ({ t }) => `${t}.withdrawn_by`),
    reason: column('withdrawal_reason'),
  },
});

/** The description of its current version; of one never published, which only readers of its draft see, its own. */
function describedIn({ t, alias }: Frame): string {
  const v = alias();
  return `coalesce((SELECT ${v}.description FROM interventions.version ${v} WHERE ${v}.id = ${t}.current_version_id), ${t}.description)`;
}
