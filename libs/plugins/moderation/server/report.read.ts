/** How reports are read: by whoever made them, and by moderators who may see what they are about and did not write it. */
import { any, column, many, newestFirst, one, readModel, sql, type Frame } from '@hub/core/server';
import { reportPrefix } from '@hub/plugins/moderation/contract';
import { isModerator } from './moderation.policy';

/** SQL of the id of what the frame's row is about. */
export const subjectId = ({ t }: Frame): string => `(${t}.subject_kind || ':' || ${t}.subject_key)`;

export const reportRead = readModel({
  type: 'Report',
  source: 'moderation.listed_report',
  rowId: { prefix: reportPrefix, column: 'id' },
  guard: 'thread_ref',
  always: (frame) => {
    const { t, viewer } = frame;
    return `(${t}.member_ref = ${viewer.ref} OR (${isModerator(frame)} AND ${t}.author_ref <> ${viewer.ref}))`;
  },
  fields: {
    subject: any(subjectId),
    by: one('Member', ({ t }) => `${t}.member_ref`),
    reason: column('reason'),
    words: column('words'),
    reportedAt: column('reported_at'),
    decision: column('decision'),
    overturned: sql(
      ({ t }) => `EXISTS (SELECT FROM moderation.appeal made WHERE made.case_id = ${t}.case_id AND made.upheld)`,
    ),
    decidedAt: sql(({ t }) => `${t}.decided_at`),
  },
});

export const viewerReportsRoot = many('Report', {
  where: ({ t, viewer }) => `${t}.member_ref = ${viewer.ref}`,
  order: newestFirst(
    ({ t }) => `${t}.reported_at`,
    ({ t }) => `${t}.id::text`,
  ),
});
