/** The posts of a discussion, 20 at a time in order; the pages shown grow at the foot. */
import { useEffect, useRef, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useFragmentPartsIn, usePageQuery } from '@hub/core/web';
import { Button, counted, NewItems } from '@hub/ui';
import { PostArticle } from './post-article';
import type { ReplyTarget } from './reply-target';
import type { ThreadOnPage } from '../thread.page';
import { MarkThreadReadDocument, ThreadPostsDocument } from '../threads.generated';
import { newsOf, ThreadNews } from '../thread-news';
import type { ThreadLive } from '../use-thread-live';
import { useSwapIn } from './use-swap-in';

const pageSize = 20;
const largestPage = 100;

interface PostPagesProps {
  readonly thread: ThreadOnPage;
  readonly firstNew: number | null;
  /** The element id of a post to bring to the reader. */
  readonly focusOn: string | null;
  readonly live: ThreadLive;
  readonly onFocused: () => void;
  /** Asks for a post to be brought to the reader, by its element id. */
  readonly onFocus: (id: string) => void;
  readonly onReply: (target: ReplyTarget) => void;
}

export function PostPages(props: PostPagesProps) {
  const { firstNew, focusOn } = props;
  const reach = Math.max(firstNew ?? 1, Number(focusOn?.replace('post-', '') ?? 1));
  const [first] = useState(Math.min(largestPage, Math.ceil((firstNew ?? 1) / pageSize) * pageSize));
  const [pages, setPages] = useState(1);
  const needed = Math.max(pages, 1 + Math.ceil(Math.max(0, reach - first) / pageSize));
  const list = useRef<HTMLDivElement>(null);
  useFocusOn(list, focusOn, props.onFocused);
  return (
    <div ref={list}>
      <PostPage
        {...props}
        size={first}
        after={null}
        before={0}
        remaining={needed - 1}
        onMore={() => setPages(needed + 1)}
      />
    </div>
  );
}

interface PostPageProps extends PostPagesProps {
  readonly size: number;
  readonly after: string | null;
  /** How many posts are on the pages before. */
  readonly before: number;
  readonly remaining: number;
  readonly onMore: () => void;
}

/** One page of posts, and below it the next, as many as are wanted. */
function PostPage(props: PostPageProps) {
  const { thread, size, after, remaining, firstNew, live, onMore, onReply, onFocus } = props;
  const variables = { id: thread.id, first: size, after };
  const document = useFragmentPartsIn(ThreadPostsDocument);
  const { data } = usePageQuery(document, variables);
  useSwapIn(document, variables, live.round);
  const posts = data.thread?.posts;
  if (!posts) return null;
  const { hasNextPage, endCursor } = posts.pageInfo;
  const last = posts.edges.at(-1)?.node;
  const shown = props.before + posts.edges.length;
  const isEnd = !hasNextPage || remaining === 0;
  const showNew = () => {
    onFocus(`post-${(last?.position ?? 0) + 1}`);
    live.showNew();
  };
  return (
    <>
      {posts.edges.map(({ node }) => (
        <div key={node.id}>
          {firstNew === node.position && node.position > 1 && (
            <h2 className="hub-new-line nhsuk-heading-s">New since you last read this</h2>
          )}
          <PostArticle post={node} thread={thread} onReply={onReply} onFocus={onFocus} />
        </div>
      ))}
      {hasNextPage && remaining > 0 && (
        <PostPage {...props} size={pageSize} after={endCursor ?? null} before={shown} remaining={remaining - 1} />
      )}
      {hasNextPage && remaining === 0 && (
        <Button look="secondary" onClick={onMore}>
          {moreWords(thread.replyCount + 1 - (last?.position ?? 0))}
        </Button>
      )}
      {isEnd && live.now && <ThreadNews thread={thread} now={live.now} onShow={live.showNew} />}
      {isEnd && (
        <NewItems
          count={hasNextPage ? 0 : Math.max(0, live.total - shown)}
          noun="reply"
          news={live.now ? newsOf(live.now, thread) : ''}
          onShow={showNew}
        />
      )}
      {!hasNextPage && last && <ReadToHere threadId={thread.id} postId={last.id} />}
    </>
  );
}

function moreWords(left: number): string {
  return `Show the next ${counted(Math.min(pageSize, Math.max(1, left)), 'reply')}`;
}

/** Reading to the end marks the discussion read, once its end has been on the screen. */
function ReadToHere({ threadId, postId }: { readonly threadId: string; readonly postId: string }) {
  const client = useApolloClient();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = end;
    if (!current) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      const input = { thread: threadId, upToPost: postId };
      void client.mutate({ mutation: MarkThreadReadDocument, variables: { input } }).catch(() => undefined);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [client, threadId, postId]);
  return <div ref={end} className="hub-end-of-list" aria-hidden="true" />;
}

/** Moves the focus to a post as soon as it is on the page. */
function useFocusOn(list: React.RefObject<HTMLElement | null>, id: string | null, onFocused: () => void): void {
  useEffect(() => {
    const { current } = list;
    if (!id || !current) return;
    const tryNow = () => {
      const element = document.getElementById(id);
      if (!element) return false;
      element.focus();
      element.scrollIntoView({ block: 'start' });
      onFocused();
      return true;
    };
    if (tryNow()) return;
    const observer = new MutationObserver(() => tryNow() && observer.disconnect());
    observer.observe(current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [id, list]);
}
