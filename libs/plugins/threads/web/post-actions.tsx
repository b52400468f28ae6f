/** Reactions as words, and the few things that may be done with a post. */
import { useState } from 'react';
import { MutationProblems, useMutationForm } from '@hub/core/web';
import { Button, ButtonGroup, Hidden, LinkButton } from '@hub/ui';
import type { ReplyTarget } from './reply-target';
import type { ThreadOnPage } from './thread.page';
import {
  AcceptAnswerDocument,
  ReactToPostDocument,
  RemovePostDocument,
  type PostPartsFragment,
} from './threads.generated';
import { authorName, reactionWords, type ReactionKind } from './words';

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

export function PostActions({ post, thread, name, onReply, onEdit, backToPost }: PostActionsProps) {
  const accept = useMutationForm(AcceptAnswerDocument);
  const [isRemoving, setRemoving] = useState(false);
  const isAnswer = thread.acceptedPost?.id === post.id;
  const canAnswer = thread.viewerCanAcceptAnswer && post.position > 1;
  const about = <Hidden> ({name})</Hidden>;
  return (
    <div className="hub-post__actions hub-no-print">
      <Reactions post={post} name={name} />
      {thread.viewerCanReply && (
        <LinkButton onClick={() => onReply({ post: post.id, name: authorName(post.author) })}>
          Reply to this{about}
        </LinkButton>
      )}{' '}
      {post.viewerCanEdit && <LinkButton onClick={onEdit}>Edit{about}</LinkButton>}{' '}
      {post.viewerCanRemove && !isRemoving && <LinkButton onClick={() => setRemoving(true)}>Remove{about}</LinkButton>}{' '}
      {canAnswer && (
        <LinkButton onClick={() => void accept.submit({ thread: thread.id, ...(isAnswer ? {} : { post: post.id }) })}>
          {isAnswer ? 'This is not the answer' : 'This is the answer'}
          {about}
        </LinkButton>
      )}
      {isRemoving && (
        <RemovePost
          post={post}
          onDone={() => {
            setRemoving(false);
            backToPost();
          }}
        />
      )}
      <MutationProblems problem={accept.problem} />
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

function RemovePost({ post, onDone }: { readonly post: PostPartsFragment; readonly onDone: () => void }) {
  const form = useMutationForm(RemovePostDocument, { onDone });
  return (
    <div role="group" aria-label="Remove this post" tabIndex={-1} ref={(group) => group?.focus()}>
      <p>Remove this post for everyone? Its place stays, its words go.</p>
      <MutationProblems problem={form.problem} />
      <ButtonGroup>
        <Button look="warning" small onClick={() => void form.submit({ post: post.id })}>
          Remove post
        </Button>
        <Button look="secondary" small onClick={onDone}>
          Keep it
        </Button>
      </ButtonGroup>
    </div>
  );
}
