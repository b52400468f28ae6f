/** The words of a post, with what they name as links. */
import { useLinkTo } from '@hub/core/web';
import { Markdown } from '@hub/ui';
import type { PostPartsFragment } from '../threads.generated';

export function PostBody({ post }: { readonly post: Pick<PostPartsFragment, 'body' | 'references'> }) {
  const linkTo = useLinkTo();
  const names = post.references.map(({ written, title, targetId }) => ({
    written,
    words: title,
    to: linkTo(targetId),
  }));
  return <Markdown text={post.body} names={names} />;
}
