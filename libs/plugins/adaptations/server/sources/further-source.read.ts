/** How the further sources of an adaptation are read: each by whoever may see the intervention that is drawn on. */
import { column, list, one, readModel } from '@hub/core/server';

export const furtherSourceRead = readModel({
  type: 'FurtherSource',
  source: 'adaptations.further_source',
  guard: 'source_ref',
  fields: {
    intervention: one('Intervention', ({ t }) => `${t}.source_ref`),
    version: one('InterventionVersion', ({ t }) => `${t}.source_version_id`),
    what: column('what'),
    addedAt: column('added_at'),
    addedBy: one('Member', ({ t }) => `${t}.added_by`),
  },
});

/** The field of the adaptation that holds them. */
export const furtherSources = list('FurtherSource', {
  where: ({ t, parent }) => `${t}.adaptation_ref = ${parent.t}.ref`,
  orderBy: ({ t }) => `${t}.added_at, ${t}.source_ref`,
});
