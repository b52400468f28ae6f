/** The words of discussions on the page. */
import type { ThreadKind } from '@hub/graphql';
import { counted } from '@hub/ui';

export const kindWords = {
  DISCUSSION: 'Discussion',
  QUESTION: 'Question',
  LEARNING: 'Learning',
  ANNOUNCEMENT: 'Announcement',
} as const satisfies Record<ThreadKind, string>;

export const reactionWords = { USEFUL: 'Useful', SAME_HERE: 'Same here', THANK_YOU: 'Thank you' } as const;
export type ReactionKind = keyof typeof reactionWords;

interface Counts {
  readonly kind: ThreadKind;
  readonly replyCount: number;
  readonly unreadCount?: number;
  readonly answered?: boolean;
  readonly locked?: boolean;
  readonly pinned?: boolean;
}

/** "Question, answered. 8 replies, 3 new." What a row says beside its title. */
export function threadFacts({ kind, replyCount, unreadCount = 0, answered, locked, pinned }: Counts): string {
  const state = [
    kindWords[kind],
    pinned ? 'pinned' : null,
    answered ? 'answered' : null,
    locked ? 'closed to replies' : null,
  ]
    .filter(Boolean)
    .join(', ');
  const replies = replyCount === 0 ? 'No replies yet' : counted(replyCount, 'reply');
  return `${state}. ${replies}${newWords(unreadCount, replyCount)}.`;
}

/** ", 3 new"; ", new to you" for a discussion that was never opened; nothing when all is read. */
export function newWords(unreadCount: number, replyCount: number): string {
  if (unreadCount === 0) return '';
  return unreadCount > replyCount ? ', new to you' : `, ${unreadCount} new`;
}

/** The name shown for an author; posts without one were made without a name. */
export function authorName(author: { readonly displayName: string } | null | undefined): string {
  return author?.displayName ?? 'A member, without their name';
}

/** "Joel Price, reply 2 of 8": what a post is called by those who listen to the page. */
export function postName(
  post: { readonly position: number; readonly author?: { displayName: string } | null },
  replies: number,
): string {
  const place =
    post.position === 1 ? 'first post' : `reply ${post.position - 1} of ${Math.max(replies, post.position - 1)}`;
  return `${authorName(post.author)}, ${place}`;
}
