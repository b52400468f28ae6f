/** What moderation adds to posts and to members. */
import { one, readExtension, sql, type Frame } from '@hub/core/server';
import { moderatedPostsView } from '@hub/plugins/threads/contract';
import { isModerator } from './moderation.policy';
import { isForNobody, waits } from './unseen.sql';

export const postModeration = readExtension({
  type: 'Post',
  fields: {
    viewerCanReport: sql(
      ({ t, viewer }) => `coalesce(${viewer.ref} IS NOT NULL
        AND EXISTS (SELECT FROM ${moderatedPostsView} it WHERE it.id = ${t}.id
          AND it.author_ref <> ${viewer.ref} AND it.removed_at IS NULL AND it.hidden_at IS NULL)
        AND NOT EXISTS (SELECT FROM moderation.report own WHERE own.subject_key = ${t}.id AND own.member_ref = ${viewer.ref}), false)`,
    ),
    viewerReport: one(
      'Report',
      ({ t, viewer }) =>
        `(SELECT own.id FROM moderation.report own WHERE own.subject_key = ${t}.id AND own.member_ref = ${viewer.ref})`,
    ),
    viewerCase: one(
      'OwnCase',
      ({ t }) =>
        `(SELECT c.id FROM moderation.case_record c WHERE c.subject_key = ${t}.id AND (c.hid_it OR c.decided_at IS NOT NULL
          OR EXISTS (SELECT FROM moderation.name_opening known WHERE known.case_id = c.id)) ORDER BY c.reported_at DESC LIMIT 1)`,
    ),
  },
});

/** Of whoever asks; of anybody else there is nothing to say. */
export const memberModeration = readExtension({
  type: 'Member',
  fields: {
    viewerCanModerate: sql((frame) => `${frame.t}.ref = ${frame.viewer.ref} AND ${isModerator(frame)}`),
    viewerCasesWaiting: sql((frame) =>
      countOfWaiting(frame, (c, isVisible) => `${c}.author_ref <> ${frame.viewer.ref} AND ${isVisible}`),
    ),
    viewerCasesUnseen: sql((frame) =>
      countOfWaiting(frame, (c, isVisible) => `NOT ${isVisible} AND ${isForNobody(c)}`),
    ),
  },
});

/** How many wait of which this is true; of anybody but a moderator who asks there is nothing to say. */
function countOfWaiting(frame: Frame, which: (c: string, isVisible: string) => string): string {
  const [c, e] = [frame.alias(), frame.alias()];
  const waiting = `SELECT count(*)::int FROM moderation.listed_case ${c} JOIN core.entity ${e} ON ${e}.ref = ${c}.thread_ref
    WHERE ${waits(c)} AND ${which(c, frame.visible(e))}`;
  return `CASE WHEN ${frame.t}.ref = ${frame.viewer.ref} AND ${isModerator(frame)} THEN (${waiting}) END`;
}
