/** The domain events of threads. Their actor is null whenever the author is anonymous; no fact says who it was. */
import { domainEvent, type EntityRef } from '@hub/core/contract';

/** About one post: its id, and the care models of its thread at that time. */
export interface PostFacts {
  readonly post: string;
  readonly careModels: readonly EntityRef[];
}

/** The subject of each is the thread. */
export const threadStarted = domainEvent<PostFacts>()('thread.started');
export const postAdded = domainEvent<PostFacts>()('post.added');
export const postEdited = domainEvent<PostFacts>()('post.edited');
export const postRemoved = domainEvent<PostFacts>()('post.removed');
/** Its words are hidden while a moderator looks at it, or can be read again. Nobody is named. */
export const postHidden = domainEvent<PostFacts>()('post.hidden');
export const postRestored = domainEvent<PostFacts>()('post.restored');
/** How a thread stands is another now: its title, care models, tags, summary, answer or lock, or where its posts are. */
export const threadChanged = domainEvent<Record<string, never>>()('thread.changed');
/** A question found its answer: the facts name the post that was accepted. */
export const answerAccepted = domainEvent<PostFacts>()('answer.accepted');

/** A question has waited some days for an answer. Raised once for each; nobody did it. */
export const questionUnanswered = domainEvent<Readonly<Record<string, never>>>()('question.unanswered');

/** Which members a post names since an edit. */
export interface MentionFacts {
  readonly post: string;
  readonly members: readonly EntityRef[];
}
export const memberMentioned = domainEvent<MentionFacts>()('post.member-mentioned');

/** Every domain event that threads raises. */
export const threadEvents = [
  threadStarted,
  postAdded,
  postEdited,
  postRemoved,
  postHidden,
  postRestored,
  threadChanged,
  answerAccepted,
  memberMentioned,
  questionUnanswered,
] as const;
