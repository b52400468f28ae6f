/** How published versions are read: by whoever may see their intervention. */
import { column, one, readModel } from '@hub/core/server';
import { versionIdPrefix } from '@hub/plugins/interventions/contract';
import { componentsIn } from '../description/component.read';
import { descriptionIn } from '../description/description.read';
import { sectionsIn } from '../description/section.read';

export const versionRead = readModel({
  type: 'InterventionVersion',
  source: 'interventions.version',
  rowId: { prefix: versionIdPrefix, column: 'id' },
  guard: 'intervention_ref',
  fields: {
    number: column('number'),
    publishedAt: column('published_at'),
    publishedBy: one('Member', ({ t }) => `${t}.published_by`),
    changeNote: column('change_note'),
    sections: sectionsIn('sections'),
    components: componentsIn,
    description: descriptionIn,
    intervention: one('Intervention', ({ t }) => `${t}.intervention_ref`),
    title: column('title'),
    summary: column('summary'),
  },
  orders: { NEWEST: { descending: true, keys: [{ sql: ({ t }) => `${t}.number`, type: 'int' }] } },
});
