/** The kind of directory entity that a thread is, the ids of its posts, and what a thread can be for. */
import { entityRef, rowIdOf, type EntityRef } from '@hub/core/contract';

export const threadKind = 'thread';
/** Where its page is. */
export const threadPage = '/discussions/:name';
export const postPrefix = 'post';

/** What a thread is for. */
export const threadPurposes = ['DISCUSSION', 'QUESTION', 'LEARNING', 'ANNOUNCEMENT'] as const;
export type ThreadPurpose = (typeof threadPurposes)[number];

/** The reference of the thread with this name. Names are unique in the hub. */
export function threadRef(name: string): EntityRef {
  return entityRef(threadKind, 'network', name);
}

/** The Node id of a post. */
export function postId(uuid: string): string {
  return `${postPrefix}:${uuid}`;
}

/** The uuid of the post that an id names, or null when it names no post. */
export function uuidOfPost(id: string): string | null {
  return rowIdOf(postPrefix, id);
}
