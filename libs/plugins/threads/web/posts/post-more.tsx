/** What only some may do with a post: its author, the one who asked, facilitators. */
import { useState } from 'react';
import { Link } from 'react-router';
import { MutationProblems, useLinkTo, useMutationForm, useViewer } from '@hub/core/web';
import { uuidOfPost } from '@hub/plugins/threads/contract';
import { Button, ButtonGroup, Hidden, LinkButton } from '@hub/ui';
import type { ThreadOnPage } from '../thread.page';
import type { PostPartsFragment } from '../threads.generated';
import { AcceptAnswerDocument, RemovePostDocument } from '../writing.generated';

interface PostMoreProps {
  readonly post: PostPartsFragment;
  readonly thread: ThreadOnPage;
  /** What the post is called, for those who listen. */
  readonly name: string;
  readonly onEdit: () => void;
  /** Puts the focus on the post, when what was pressed goes away. */
  readonly backToPost: () => void;
}

export default function PostMore({ post, thread, name, onEdit, backToPost }: PostMoreProps) {
  const accept = useMutationForm(AcceptAnswerDocument);
  const [isRemoving, setRemoving] = useState(false);
  const isAnswer = thread.acceptedPost?.id === post.id;
  const canAnswer = thread.viewerCanAcceptAnswer && post.position > 1;
  const about = <Hidden> ({name})</Hidden>;
  const linkTo = useLinkTo();
  const isOfASite = (useViewer()?.sites.length ?? 0) > 0;
  return (
    <>
      {post.viewerCanEdit && <LinkButton onClick={onEdit}>Edit{about}</LinkButton>}{' '}
      {post.viewerCanRemove && !isRemoving && <LinkButton onClick={() => setRemoving(true)}>Remove{about}</LinkButton>}{' '}
      {canAnswer && (
        <LinkButton onClick={() => void accept.submit({ thread: thread.id, ...(isAnswer ? {} : { post: post.id }) })}>
          {isAnswer ? 'This is not the answer' : 'This is the answer'}
          {about}
        </LinkButton>
      )}
      {isOfASite && (
        <Link to={linkTo(thread.id, `/promote/${uuidOfPost(post.id)}`)}>Use this in our record{about}</Link>
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
    </>
  );
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
