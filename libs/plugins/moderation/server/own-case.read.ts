/** How a case is read by the one who wrote what it is about: once it is hidden or decided, and never with who reported it. */
import { rowIdOf } from '@hub/core/contract';
import { any, byExpression, column, many, newestFirst, readModel, sql } from '@hub/core/server';
import { ownCasePrefix } from '@hub/plugins/moderation/contract';
import { appeal, nameOpenings } from './appeal.read';
import { subjectId } from './report.read';

export const ownCaseRead = readModel({
  type: 'OwnCase',
  source: 'moderation.listed_case',
  rowId: { prefix: ownCasePrefix, column: 'id' },
  guard: 'thread_ref',
  always: ({ t, viewer }) => `${t}.author_ref = ${viewer.ref} AND (${t}.hid_it OR ${t}.decided_at IS NOT NULL
    OR EXISTS (SELECT FROM moderation.name_opening known WHERE known.case_id = ${t}.id))`,
  fields: {
    subject: any(subjectId),
    reasons: sql(
      ({ t }) =>
        `SELECT json_agg(given.reason ORDER BY given.reason) FROM (SELECT DISTINCT r.reason FROM moderation.report r WHERE r.case_id = ${t}.id) given`,
    ),
    reportedAt: column('reported_at'),
    hidden: sql(({ t }) => `${t}.hidden_at IS NOT NULL AND ${t}.removed_at IS NULL`),
    decision: column('decision'),
    decisionReason: column('decision_reason'),
    decidedAt: column('decided_at'),
    appeal,
    viewerCanAppeal: sql(({ t }) => `coalesce(${t}.decision <> 'KEEP' AND ${t}.appealed_at IS NULL, false)`),
    nameOpenings,
  },
});

export const ownCaseRoot = byExpression('OwnCase', ({ arg }) =>
  arg('id', 'uuid', (id: string) => rowIdOf(ownCasePrefix, id)),
);

export const viewerCasesRoot = many('OwnCase', {
  order: newestFirst(
    ({ t }) => `${t}.reported_at`,
    ({ t }) => `${t}.id::text`,
  ),
});
