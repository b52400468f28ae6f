/** Reactions as words, and what may be done with a post. */
import { lazy, Suspense } from 'react';
import { EntityActions, MutationProblems, useMutationForm, useViewer } from '@hub/core/web';
import { Hidden, LinkButton } from '@hub/ui';
import type { ReplyTarget } from './reply-target';
import type { ThreadOnPage } from '../thread.page';
import { ReactToPostDocument, type PostPartsFragment } from '../threads.generated';
import { authorName, reactionWords, type ReactionKind } from '../words';

/** Apart, because people read first, and most who read may do nothing else. */
const QuotePost = lazy(() => import('./quote-post'));
const PostMore = lazy(() => import('./post-more'));

interface PostActionsProps {
  readonly post: PostPartsFragment;
  readonly thread: ThreadOnPage;
  /** What the post is called, for those who listen. */
  readonly name: string;
  readonly onReply: (target: ReplyTarget) => void;
  readonly onEdit: () => void;
  /** Puts the focus on the post, when what was pressed goes away. */
  readonly backToPost: () => void;
}

export function PostActions({ onReply, ...more }: PostActionsProps) {
  const { post, thread, name } = more;
  const isOfASite = (useViewer()?.sites.length ?? 0) > 0;
  const hasMore =
    isOfASite || post.viewerCanEdit || post.viewerCanRemove || (thread.viewerCanAcceptAnswer && post.position > 1);
  return (
    <div className="hub-post__actions hub-no-print">
      <Reactions post={post} name={name} />
      {thread.viewerCanReply && (
        <>
          <LinkButton onClick={() => onReply({ post: post.id, name: authorName(post.author) })}>
            Reply to this<Hidden> ({name})</Hidden>
          </LinkButton>{' '}
          <Suspense>
            <QuotePost {...{ post, thread, name, onReply }} />
          </Suspense>
        </>
      )}{' '}
      {hasMore && (
        <Suspense>
          <PostMore {...more} />
        </Suspense>
      )}
      {!post.viewerCanEdit && !post.hidden && <EntityActions reference={post.id} />}
    </div>
  );
}

function Reactions({ post, name }: { readonly post: PostPartsFragment; readonly name: string }) {
  const form = useMutationForm(ReactToPostDocument);
  if (!post.viewerCanReact) return <ReactionCounts post={post} />;
  return (
    <>
      {(Object.keys(reactionWords) as ReactionKind[]).map((kind) => {
        const given = post.reactions.find((reaction) => reaction.kind === kind);
        const on = given?.viewerReacted ?? false;
        return (
          <button
            key={kind}
            type="button"
            className="hub-reaction"
            aria-pressed={on}
            onClick={() => void form.submit({ post: post.id, kind, on: !on })}
          >
            {reactionWords[kind]}
            {given && given.count > 0 && ` (${given.count})`}
            <Hidden>, {name}</Hidden>
          </button>
        );
      })}
      <MutationProblems problem={form.problem} />
    </>
  );
}

/** For those who read: what others thought of it. */
function ReactionCounts({ post }: { readonly post: PostPartsFragment }) {
  const given = post.reactions.filter(({ count }) => count > 0);
  return given.map(({ kind, count }) => (
    <span className="hub-meta" key={kind}>
      {reactionWords[kind as ReactionKind]} ({count}){' '}
    </span>
  ));
}
