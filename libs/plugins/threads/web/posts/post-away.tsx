/** In the place of a post that was removed, or that waits for a moderator; for its author, what others see of it. */
import { EntityCards } from '@hub/core/web';
import type { PostPartsFragment } from '../threads.generated';

export default function PostAway({ post }: { readonly post: PostPartsFragment }) {
  return (
    <>
      <p>{post.removed ? removedWords(post) : hiddenWords(post)}</p>
      {!post.removedByAuthor && <EntityCards reference={post.id} place="moderated" />}
    </>
  );
}

function removedWords({ removedByAuthor, removedByModerator, removedReason }: PostPartsFragment): string {
  if (removedByModerator) return 'Removed by a moderator.';
  const who = removedByAuthor ? 'Removed by the one who wrote it.' : 'Removed by a facilitator.';
  return removedReason ? `${who} ${removedReason}` : who;
}

/** Its author and moderators still have its words. */
function hiddenWords({ body }: PostPartsFragment): string {
  const sentence = 'Hidden while a moderator looks at it.';
  return body === '' ? sentence : `${sentence} Only its author and moderators can read it.`;
}
