/** What a viewer has not read, as SQL: posts beyond their read mark, neither their own nor removed nor hidden, nor read before they moved here. */
import type { Frame } from '@hub/core/server';

/** FROM and WHERE of the unread posts of the frame's thread. Answered by one index; none for a signed-out viewer. */
export function unreadPosts({ t, viewer }: Frame, post: string): string {
  return `threads.post ${post} WHERE ${post}.thread_ref = ${t}.ref AND ${post}.removed_at IS NULL AND ${post}.hidden_at IS NULL
    AND ${post}.author_ref <> ${viewer.ref} AND ${post}.position > ${readUpTo(`${t}.ref`, viewer.ref)} AND ${notReadElsewhere(post, viewer.ref)}`;
}

/** Whether the frame's post is unread. */
export function isUnread({ t, viewer }: Frame): string {
  return `coalesce(${t}.removed_at IS NULL AND ${t}.hidden_at IS NULL AND ${t}.author_ref <> ${viewer.ref} AND ${t}.position > ${readUpTo(`${t}.thread_ref`, viewer.ref)} AND ${notReadElsewhere(t, viewer.ref)}, false)`;
}

/** Whether the viewer wrote the frame's post or thread, anonymously or not. */
export function isAuthor({ t, viewer }: Pick<Frame, 't' | 'viewer'>): string {
  return `coalesce(${t}.author_ref = ${viewer.ref}, false)`;
}

function readUpTo(thread: string, member: string): string {
  return `coalesce((SELECT mark.last_position FROM threads.read_mark mark WHERE mark.member_ref = ${member} AND mark.thread_ref = ${thread}), 0)`;
}

/** Whether the member had not read the post where it was before it moved. */
function notReadElsewhere(post: string, member: string): string {
  return `NOT EXISTS (SELECT FROM threads.read_post had WHERE had.member_ref = ${member} AND had.post_id = ${post}.id)`;
}
