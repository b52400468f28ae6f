/** How posts are read. An anonymous author and the text of a removed post leave the database for nobody. */
import { column, list, one, readModel, sql } from '@hub/core/server';
import { postPrefix, reactionKinds } from '@hub/plugins/threads/contract';
import { isLegible, isLegibleRevision } from './legible.sql';
import { removeAnyPost, takePart } from '../threads.policy';
import { promotionsOfPost } from '../promotion/promotion.read';
import { textFor } from '../references/reference.read';
import { isAuthor, isUnread } from '../unread/unread.sql';

/** Whether a post shows what it says and the files that came with it. `post` is the alias of its row. */
const isShownSql = (post: string): string => `(${post}.removed_at IS NULL AND ${post}.hidden_at IS NULL)`;

export const postRead = readModel({
  type: 'Post',
  source: 'threads.post',
  rowId: { prefix: postPrefix, column: 'id' },
  guard: 'thread_ref',
  fields: {
    thread: one('Thread', ({ t }) => `${t}.thread_ref`),
    position: column('position'),
    author: one('Member', ({ t }) => `(CASE WHEN NOT ${t}.anonymous THEN ${t}.author_ref END)`),
    anonymous: column('anonymous'),
    body: sql(
      (frame) => `CASE WHEN ${isLegible(frame)} THEN ${textFor(frame, `${frame.t}.body`, `${frame.t}.id`)} ELSE '' END`,
    ),
    references: list('PostReference', {
      where: ({ t, parent }) => `${t}.post_id = ${parent.t}.id AND ${isLegible(parent)}`,
      orderBy: ({ t }) => `${t}.written`,
    }),
    promotions: promotionsOfPost,
    inReplyTo: one('Post', ({ t }) => `${t}.in_reply_to`),
    answeredBy: sql(({ t, alias }) => {
      const a = alias();
      return `SELECT coalesce(json_agg(${a}.position), '[]'::json) FROM (
          SELECT r.position FROM threads.post r
          WHERE r.in_reply_to = ${t}.id AND r.thread_ref = ${t}.thread_ref AND ${isShownSql('r')} ORDER BY r.position LIMIT 20) ${a}`;
    }),
    createdAt: column('created_at'),
    editedAt: column('edited_at'),
    revisions: list('PostRevision', {
      where: ({ t, parent }) => `${t}.post_id = ${parent.t}.id`,
      orderBy: ({ t }) => `${t}.number DESC`,
    }),
    removed: sql(({ t }) => `${t}.removed_at IS NOT NULL`),
    removedByAuthor: column('removed_by_author'),
    removedReason: column('removed_reason'),
    removedByModerator: column('removed_by_moderator'),
    hidden: sql(({ t }) => `${t}.hidden_at IS NOT NULL AND ${t}.removed_at IS NULL`),
    reactions: list('ReactionCount', {
      from: ({ t, parent, viewer }) =>
        `(SELECT r.kind, count(*)::int AS count, coalesce(bool_or(r.member_ref = ${viewer.ref}), false) AS mine
          FROM threads.reaction r WHERE r.post_id = ${parent.t}.id GROUP BY r.kind) AS ${t}`,
      orderBy: ({ t }) => `array_position(ARRAY['${reactionKinds.join("','")}'], ${t}.kind)`,
    }),
    revision: column('revision'),
    unread: sql(isUnread),
    viewerCanEdit: sql((frame) => `${frame.t}.removed_at IS NULL AND ${isAuthor(frame)} AND ${frame.can(takePart.id)}`),
    viewerCanRemove: sql(
      (frame) =>
        `${isLegible(frame)} AND ${frame.can(takePart.id)} AND (${isAuthor(frame)} OR ${frame.can(removeAnyPost.id)})`,
    ),
    viewerCanReact: sql((frame) => `${isLegible(frame)} AND ${frame.can(takePart.id)}`),
  },
});

export const reactionRead = readModel({
  type: 'ReactionCount',
  fields: { kind: column('kind'), count: column('count'), viewerReacted: column('mine') },
});

export const revisionRead = readModel({
  type: 'PostRevision',
  source: 'threads.readable_revision',
  guard: 'thread_ref',
  always: isLegibleRevision,
  fields: {
    number: column('number'),
    body: sql((frame) => textFor(frame, `${frame.t}.body`, `${frame.t}.post_id`)),
    writtenAt: column('written_at'),
  },
});
