/** How a Subscription field is fed: which topics it listens to. What is sent is read anew through the viewer's scope. */
import type { Viewer } from '@hub/core/contract';

export interface LiveField {
  /** The topics heard, from the field's arguments and the viewer. */
  topics(args: Readonly<Record<string, unknown>>, viewer: Viewer): readonly string[];
  /** The argument that names the thing listened to; unseen, the operation is NOT_FOUND. */
  readonly on?: string;
  /** The kind that this id must be of; another one is NOT_FOUND. */
  readonly kind?: string;
}

/** Declares how a Subscription field is fed. */
export function liveField(field: LiveField): LiveField {
  return Object.freeze(field);
}
