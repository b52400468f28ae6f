/** What a reply answers, and the way into the reply box. */
import { fieldId } from '@hub/ui';

/** What the ids of the reply form's fields begin with. */
export const replyScope = 'reply';

/** The post that a reply answers. */
export interface ReplyTarget {
  readonly post: string;
  readonly name: string;
  /** A quote of it, for the box. */
  readonly quote?: string;
}

/** Puts the reader into the reply box. */
export function focusOnReply(): void {
  document.getElementById(fieldId('body', replyScope))?.focus();
}
