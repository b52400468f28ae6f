/** How appeals and openings of names are read: as parts of the case, for moderators and for the one whose case it is. */
import { column, list, one, part, readModel, sql, type Frame } from '@hub/core/server';
import { isModerator } from './moderation.policy';

/** SQL of whether the appeal of the frame's case waits for an answer. */
export const appealWaits = ({ t }: Frame): string =>
  `(${t}.appealed_at IS NOT NULL AND ${t}.appeal_decided_at IS NULL)`;

/** Of a case, to each type that shows one. */
export const appeal = part('Appeal', { exists: ({ t }) => `${t}.appealed_at IS NOT NULL` });

export const nameOpenings = list('NameOpening', {
  where: ({ t, parent }) => `${t}.case_id = ${parent.t}.id`,
  orderBy: ({ t }) => `${t}.opened_at DESC, ${t}.id`,
});

export const appealRead = readModel({
  type: 'Appeal',
  fields: {
    words: column('appeal_words'),
    madeAt: column('appealed_at'),
    upheld: column('appeal_upheld'),
    answer: column('appeal_answer'),
    decidedAt: sql(({ t }) => `${t}.appeal_decided_at`),
    decidedBy: one(
      'Member',
      (frame) =>
        `(CASE WHEN ${isModerator(frame)} AND ${frame.t}.author_ref <> ${frame.viewer.ref} THEN ${frame.t}.appeal_decided_by END)`,
    ),
  },
});

export const nameOpeningRead = readModel({
  type: 'NameOpening',
  source: 'moderation.name_opening',
  fields: {
    by: one('Member', ({ t }) => `${t}.by_ref`),
    reason: column('reason'),
    openedAt: column('opened_at'),
  },
});
