/** How the versions that an adaptation followed are read: by whoever may see it. */
import { column, list, one, readModel } from '@hub/core/server';

export const followedVersionRead = readModel({
  type: 'FollowedVersion',
  source: 'adaptations.followed_version',
  guard: 'adaptation_ref',
  fields: {
    version: one('InterventionVersion', ({ t }) => `${t}.version_id`),
    at: column('at'),
    by: one('Member', ({ t }) => `${t}.by_ref`),
    choices: list('FollowedChoice', {
      from: ({ t, parent }) =>
        `ROWS FROM (jsonb_to_recordset(${parent.t}.choices) AS (part text, key text, heading text, choice text, reason text)) ` +
        `WITH ORDINALITY AS ${t} (part, key, heading, choice, reason, place)`,
      orderBy: ({ t }) => `${t}.place`,
    }),
  },
});

export const followedChoiceRead = readModel({
  type: 'FollowedChoice',
  fields: {
    part: column('part'),
    key: column('key'),
    heading: column('heading'),
    choice: column('choice'),
    reason: column('reason'),
  },
});

/** The field of the adaptation that holds them. */
export const versionsFollowed = list('FollowedVersion', {
  where: ({ t, parent }) => `${t}.adaptation_ref = ${parent.t}.ref`,
  orderBy: ({ t }) => `${t}.number`,
});
