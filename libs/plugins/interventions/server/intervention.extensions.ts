/** What interventions add to care models and to sites. */
import { many, readExtension, sql, viewerCan } from '@hub/core/server';
import { interventionKind } from '@hub/plugins/interventions/contract';
import { createIntervention } from './interventions.policy';

export const careModelInterventions = readExtension({
  type: 'ModelType',
  fields: {
    interventionCount: sql(({ t, alias, visible }) => {
      const e = alias();
      return `SELECT count(*)::int FROM core.entity ${e} WHERE ${e}.kind = '${interventionKind}' AND ${e}.care_models @> ARRAY[${t}.ref] AND ${visible(e)}`;
    }),
  },
});

export const siteInterventions = readExtension({
  type: 'Site',
  fields: {
    interventions: many('Intervention', {
      where: ({ t, parent }) => `${t}.site_ref = ${parent.t}.ref`,
      order: 'RECENTLY_PUBLISHED',
    }),
    viewerCanWriteInterventions: viewerCan(createIntervention),
  },
});
