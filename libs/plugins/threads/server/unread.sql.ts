/** What a viewer has not read, as SQL: posts beyond their read mark that are neither their own nor removed. */
import type { Frame } from '@hub/core/server';

/** FROM and WHERE of the unread posts of the frame's thread. Answered by one index; none for a signed-out viewer. */
export function unreadPosts({ t, viewer }: Frame, post: string): string {
  return `threads.post ${post} WHERE ${post}.thread_ref = ${t}.ref AND ${post}.removed_at IS NULL
    AND ${post}.author_ref <> ${viewer.ref} AND ${post}.position > ${readUpTo(`${t}.ref`, viewer.ref)}`;
}

/** Whether the frame's post is unread. */
export function isUnread({ t, viewer }: Frame): string {
  return `coalesce(${t}.removed_at IS NULL AND ${t}.author_ref <> ${viewer.ref} AND ${t}.position > ${readUpTo(`${t}.thread_ref`, viewer.ref)}, false)`;
}

/** Whether the viewer wrote the frame's post or thread, anonymously or not. */
export function isAuthor({ t, viewer }: Frame): string {
  return `coalesce(${t}.author_ref = ${viewer.ref}, false)`;
}

function readUpTo(thread: string, member: string): string {
  return `coalesce((SELECT mark.last_position FROM threads.read_mark mark WHERE mark.member_ref = ${member} AND mark.thread_ref = ${thread}), 0)`;
}
