/** Who can read a post's words, as SQL: nobody once it is removed; while it waits for a moderator, its author and moderators. */
import { keyOfRole } from '@hub/core/contract';
import type { Frame } from '@hub/core/server';
import { isAuthor } from '../unread/unread.sql';

/** A post, or what it said before, and who asks. */
type Seen = Pick<Frame, 't' | 'viewer'>;

/** Of the frame's post. */
export function isLegible(frame: Seen): string {
  return `(${frame.t}.removed_at IS NULL AND ${isLegibleRevision(frame)})`;
}

/** Of what a post said before, which is there only while the post is not removed. */
export function isLegibleRevision(frame: Seen): string {
  return `(${frame.t}.hidden_at IS NULL OR ${isAuthor(frame)} OR '${keyOfRole('moderator')}' = ANY(${frame.viewer.keys}))`;
}
