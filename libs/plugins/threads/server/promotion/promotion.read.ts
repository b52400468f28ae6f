/** What posts became in records: an edge of which both ends are asked, the record by its guard and the discussion here. */
import { any, column, entityColumn, list, one, readExtension, readModel, sql, type Frame } from '@hub/core/server';
import { adaptationKind, adaptationsView, entriesView } from '@hub/plugins/adaptations/contract';
import { componentsView, interventionKind, textsView, versionsView } from '@hub/plugins/interventions/contract';
import { isLegible } from '../posts/legible.sql';
import { promote } from '../threads.policy';

export const promotionPrefix = 'promotion';

export const promotionRead = readModel({
  type: 'Promotion',
  source: 'threads.promotion',
  rowId: { prefix: promotionPrefix, column: 'id' },
  guard: 'record_ref',
  // Words of the record's own stay for its readers. That an entry came from a post is told to those who can read the post alone.
  always: (frame) => `${stands(frame)} AND (${frame.t}.words IS NOT NULL OR ${legiblePost(frame)} IS NOT NULL)`,
  fields: {
    kind: column('kind'),
    at: column('at'),
    words: sql(
      ({ t }) => `coalesce(${t}.words, (SELECT entry.words FROM ${entriesView} entry WHERE entry.id = ${t}.entry_id))`,
    ),
    component: sql(
      ({
        t,
      }) => `SELECT part.name FROM ${componentsView} part JOIN ${textsView} shown ON shown.current_version_id = part.version_id
        WHERE part.intervention_ref = ${t}.record_ref AND part.key = ${t}.component_key`,
    ),
    version: one('InterventionVersion', firstVersionSince),
    record: any(({ t }) => `${t}.record_ref`),
    recordTitle: entityColumn('title'),
    post: one('Post', legiblePost),
    viewerCanTakeOut: sql((frame) => frame.can(promote.id)),
  },
});

const oldestFirst = ({ t }: Frame) => `${t}.at, ${t}.id`;

export const promotionsOfPost = list('Promotion', {
  where: ({ t, parent }) => `${t}.post_id = ${parent.t}.id AND ${isLegible(parent)}`,
  orderBy: oldestFirst,
});

export const promotionsOfRecords = [
  readExtension({
    type: 'Adaptation',
    fields: {
      promotions: list('Promotion', {
        where: ({ t, parent }) => `${t}.record_ref = ${parent.t}.ref`,
        orderBy: oldestFirst,
      }),
    },
  }),
  readExtension({
    type: 'Intervention',
    fields: {
      promotions: list('Promotion', {
        where: (frame) => `(${frame.t}.record_ref = ${frame.parent.t}.ref OR ${cameIntoAVersionOf(frame)})`,
        orderBy: oldestFirst,
      }),
    },
  }),
];

/** The kind of record that each kind of promotion goes into. */
export const recordKinds = {
  CHANGE: adaptationKind,
  SUITABILITY: adaptationKind,
  LEARNING: adaptationKind,
  QUESTION: interventionKind,
} as const;

/** The id of the post, for those who see its discussion and can read it; else null. */
function legiblePost(frame: Frame): string {
  const [p, d] = [frame.alias(), frame.alias()];
  return `(SELECT ${p}.id FROM threads.post ${p} JOIN core.entity ${d} ON ${d}.ref = ${p}.thread_ref
    WHERE ${p}.id = ${frame.t}.post_id AND ${frame.visible(d)} AND ${isLegible({ t: p, viewer: frame.viewer })})`;
}

/** Whether what was written stands in the record still. */
function stands({ t }: Frame): string {
  return `(${t}.entry_id IS NULL OR EXISTS (SELECT FROM ${entriesView} entry WHERE entry.id = ${t}.entry_id))`;
}

/** Of a change: the id of the first version of the result that was published after it, for those who may see the result. */
function firstVersionSince(frame: Frame): string {
  const r = frame.alias();
  return `(SELECT published.id FROM ${adaptationsView} made
    JOIN core.entity ${r} ON ${r}.ref = made.result_ref
    JOIN ${versionsView} published ON published.intervention_ref = made.result_ref
    WHERE made.ref = ${frame.t}.record_ref AND ${frame.t}.kind = 'CHANGE' AND published.published_at >= ${frame.t}.at AND ${frame.visible(r)}
    ORDER BY published.number LIMIT 1)`;
}

/** Whether it changed an adaptation of which the parent is the result, and stands in a version that is published. */
function cameIntoAVersionOf(frame: Frame): string {
  return `(${frame.t}.record_ref IN (SELECT made.ref FROM ${adaptationsView} made WHERE made.result_ref = ${frame.parent.t}.ref)
    AND ${firstVersionSince(frame)} IS NOT NULL)`;
}
