/** Quotes the words that are selected in a post, or all of it, in a reply to it. */
import { useRef } from 'react';
import { useLinkTo } from '@hub/core/web';
import { Hidden, LinkButton } from '@hub/ui';
import { quoteOf, selectedIn } from './quote';
import type { ReplyTarget } from './reply-target';
import type { ThreadOnPage } from '../thread.page';
import type { PostPartsFragment } from '../threads.generated';
import { authorName } from '../words';

interface QuotePostProps {
  readonly post: PostPartsFragment;
  readonly thread: ThreadOnPage;
  /** What the post is called, for those who listen. */
  readonly name: string;
  readonly onReply: (target: ReplyTarget) => void;
}

export default function QuotePost({ post, thread, name, onReply }: QuotePostProps) {
  const linkTo = useLinkTo();
  const place = `post-${post.position}`;
  const selected = useRef('');
  // A press takes the selection away: it is read before.
  const remember = () => void (selected.current = selectedIn(document.getElementById(place)));
  const quote = () => {
    const author = authorName(post.author);
    const words = selected.current || selectedIn(document.getElementById(place)) || post.body;
    selected.current = '';
    onReply({
      post: post.id,
      name: author,
      quote: quoteOf({ words, author, address: `${linkTo(thread.id)}#${place}` }),
    });
  };
  return (
    <span onPointerDown={remember}>
      <LinkButton onClick={quote}>
        Quote<Hidden> ({name})</Hidden>
      </LinkButton>
    </span>
  );
}
