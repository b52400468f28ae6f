/** What this plugin adds to interventions and sites: their adaptations, counted and walked as the viewer may see them. */
import { many, one, readExtension, sql, viewerCan, type Frame } from '@hub/core/server';
import { endedStages } from '@hub/plugins/adaptations/contract';
import { newestAdaptations } from './adaptation.read';
import { experience } from './learning/experience.read';
import { lineage } from './family/lineage.read';

const ended = endedStages.map((stage) => `'${stage}'`).join(', ');

export const interventionExtension = readExtension({
  type: 'Intervention',
  fields: {
    adaptedFrom: one(
      'Adaptation',
      ({ t }) => `(SELECT a.ref FROM adaptations.adaptation a WHERE a.result_ref = ${t}.ref)`,
    ),
    adaptations: many('Adaptation', {
      where: ({ t, parent }) => `${t}.source_ref = ${parent.t}.ref`,
      order: newestAdaptations,
    }),
    adaptationCount: sql(visibleAdaptations),
    viewerAdaptation: one(
      'Adaptation',
      ({ t, viewer }) =>
        `(SELECT a.ref FROM adaptations.adaptation a WHERE a.source_ref = ${t}.ref AND a.site_ref = ANY(${viewer.keys}) ` +
        `ORDER BY a.stage IN (${ended}), a.started_at DESC, a.ref LIMIT 1)`,
    ),
    lineage,
    experience,
  },
  filters: {
    adaptedFrom: {
      cast: 'text',
      sql: (frame, value) =>
        `EXISTS (SELECT 1 FROM adaptations.adaptation a JOIN core.entity ae ON ae.ref = a.ref AND ${frame.visible('ae')} ` +
        `WHERE a.result_ref = ${frame.t}.ref AND a.source_ref = ${value()})`,
    },
  },
  orders: {
    MOST_ADAPTED: {
      descending: true,
      keys: [
        { sql: visibleAdaptations, type: 'int' },
        { sql: ({ t }) => `${t}.ref`, type: 'text' },
      ],
    },
  },
});

export const siteExtension = readExtension({
  type: 'Site',
  fields: {
    adaptations: many('Adaptation', {
      where: ({ t, parent }) => `${t}.site_ref = ${parent.t}.ref`,
      order: newestAdaptations,
    }),
    viewerCanStartAdaptation: viewerCan('adaptations.start'),
  },
});

function visibleAdaptations(frame: Frame): string {
  return (
    `(SELECT count(*)::int FROM adaptations.adaptation a JOIN core.entity ae ON ae.ref = a.ref AND ${frame.visible('ae')} ` +
    `WHERE a.source_ref = ${frame.t}.ref)`
  );
}
