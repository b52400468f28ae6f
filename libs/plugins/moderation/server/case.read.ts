/** How cases are read by moderators: by those who may see what a case is about, and did not write it. */
import { any, byExpression, column, list, many, newestFirst, one, readModel, sql, type Frame } from '@hub/core/server';
import { rowIdOf } from '@hub/core/contract';
import { casePrefix, keyOfName } from '@hub/plugins/moderation/contract';
import { moderatedPostsView, wordsOfPostSql } from '@hub/plugins/threads/contract';
import { appeal, appealWaits, nameOpenings } from './appeal.read';
import { isModerator } from './moderation.policy';
import { subjectId } from './report.read';

const mostEarlier = 10;
const mostAround = 2;

export const caseRead = readModel({
  type: 'ModerationCase',
  source: 'moderation.listed_case',
  rowId: { prefix: casePrefix, column: 'id' },
  guard: 'thread_ref',
  always: (frame) => `${isModerator(frame)} AND ${frame.t}.author_ref <> ${frame.viewer.ref}`,
  fields: {
    subject: any(subjectId),
    words: sql(({ t, visible }) => wordsOfPostSql(`${t}.subject_key`, visible)),
    subjectRevision: column('revision'),
    thread: one('Thread', ({ t }) => `${t}.thread_ref`),
    before: list('Post', { where: (frame) => isBeside(frame, '<'), orderBy: ({ t }) => `${t}.position` }),
    after: list('Post', { where: (frame) => isBeside(frame, '>'), orderBy: ({ t }) => `${t}.position` }),
    reason: sql(
      ({ t }) =>
        `SELECT r.reason FROM moderation.report r WHERE r.case_id = ${t}.id ORDER BY ${urgency('r.reason')}, r.reported_at, r.id LIMIT 1`,
    ),
    reports: list('Report', {
      where: ({ t, parent }) => `${t}.case_id = ${parent.t}.id`,
      orderBy: ({ t }) => `${t}.reported_at, ${t}.id`,
    }),
    reportedAt: column('reported_at'),
    hidden: sql(({ t }) => `${t}.hidden_at IS NOT NULL AND ${t}.removed_at IS NULL`),
    removed: sql(({ t }) => `${t}.removed_at IS NOT NULL`),
    openedBy: one('Member', ({ t }) => `${t}.opened_by`),
    openedAt: column('opened_at'),
    decision: column('decision'),
    decisionReason: column('decision_reason'),
    decidedBy: one('Member', ({ t }) => `${t}.decided_by`),
    decidedAt: column('decided_at'),
    earlier: list('ModerationCase', { where: isEarlier, orderBy: ({ t }) => `${t}.reported_at DESC, ${t}.id` }),
    viewerCanDecide: sql((frame) => `${frame.t}.decided_at IS NULL AND ${isNoReporter(frame)}`),
    appeal,
    viewerCanDecideAppeal: sql(
      (frame) => `${appealWaits(frame)} AND ${frame.t}.decided_by <> ${frame.viewer.ref} AND ${isNoReporter(frame)}`,
    ),
    anonymous: column('anonymous'),
    openedName: one('Member', (frame) => `(CASE WHEN ${seesName(frame)} THEN ${frame.t}.author_ref END)`),
    nameOpenings,
    viewerCanOpenName: sql((frame) => `${frame.t}.anonymous AND NOT ${seesName(frame)} AND ${isNoReporter(frame)}`),
  },
});

/** Of the frame's case: the viewer is none of those who reported. */
export function isNoReporter({ t, viewer }: Frame): string {
  return `NOT EXISTS (SELECT FROM moderation.report own WHERE own.case_id = ${t}.id AND own.member_ref = ${viewer.ref})`;
}

/** The viewer opened the name of the frame's case, a short while ago. */
function seesName({ t, viewer }: Frame): string {
  return `(${t}.anonymous AND ARRAY['${keyOfName('')}' || ${t}.id] <@ ${viewer.keys})`;
}

export const caseRoot = byExpression('ModerationCase', ({ arg }) =>
  arg('id', 'uuid', (id: string) => rowIdOf(casePrefix, id)),
);

export const casesWaitingRoot = many('ModerationCase', {
  where: ({ t }) => `${t}.decided_at IS NULL`,
  order: {
    descending: false,
    keys: [
      { sql: ({ t }) => `${t}.urgency`, type: 'int' },
      { sql: ({ t }) => `${t}.reported_at`, type: 'timestamptz' },
      { sql: ({ t }) => `${t}.id::text`, type: 'text' },
    ],
  },
});

export const appealsWaitingRoot = many('ModerationCase', {
  where: appealWaits,
  order: {
    descending: false,
    keys: [
      { sql: ({ t }) => `${t}.appealed_at`, type: 'timestamptz' },
      { sql: ({ t }) => `${t}.id::text`, type: 'text' },
    ],
  },
});

export const casesDecidedRoot = many('ModerationCase', {
  where: ({ t }) => `${t}.decided_at IS NOT NULL`,
  order: newestFirst(
    ({ t }) => `${t}.decided_at`,
    ({ t }) => `${t}.id::text`,
  ),
});

/** Two posts before the case's own, or after it. */
function isBeside({ t, parent }: Frame, side: '<' | '>'): string {
  return `${t}.id IN (SELECT near.id FROM ${moderatedPostsView} near
    WHERE near.thread_ref = ${parent.t}.thread_ref AND near.position ${side} ${parent.t}.position
    ORDER BY near.position ${side === '<' ? 'DESC' : 'ASC'} LIMIT ${mostAround})`;
}

/** About the same post, or about its author: never across an anonymous post, which would say whose it is. */
function isEarlier({ t, parent }: Frame): string {
  return `${t}.id IN (SELECT past.id FROM moderation.listed_case past
    WHERE past.reported_at < ${parent.t}.reported_at AND past.id <> ${parent.t}.id
      AND (past.subject_key = ${parent.t}.subject_key
        OR (past.author_ref = ${parent.t}.author_ref AND NOT past.anonymous AND NOT ${parent.t}.anonymous))
    ORDER BY past.reported_at DESC, past.id LIMIT ${mostEarlier})`;
}

function urgency(reason: string): string {
  return `CASE ${reason} WHEN 'PATIENT_DETAILS' THEN 1 WHEN 'HARM' THEN 2 ELSE 3 END`;
}
