/** How other plugins begin discussions and answer in them: by the services that the API uses. */
import type { Acting, EntityRef } from '@hub/core/contract';
import type { ThreadPurpose } from './kinds';

export interface NewDiscussion {
  readonly title: string;
  readonly body: string;
  readonly kind: ThreadPurpose;
  /** Codes of care models, at least one. */
  readonly modelTypes: readonly string[];
  readonly community?: EntityRef | null;
}

export interface NewAnswer {
  readonly thread: EntityRef;
  readonly body: string;
  /** Without the name of whoever writes it. */
  readonly anonymous?: boolean;
}

export abstract class Threads {
  /** Starts one in the actor's name, and gives its reference. Throws as `startThread` does. */
  abstract start(acting: Acting, discussion: NewDiscussion): Promise<EntityRef>;

  /** Answers in the actor's name, and gives the id of the post. Throws as `reply` does. */
  abstract reply(acting: Acting, answer: NewAnswer): Promise<string>;

  /** Puts one that everyone signed in sees into an open community: who sees it stays as it is. Throws where that would change. */
  abstract putInOpenCommunity(acting: Acting, thread: EntityRef, community: EntityRef): Promise<void>;
}
