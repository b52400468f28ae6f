/** One post: who, when, what; reactions in words; what the reader may do with it. */
import { lazy, Suspense, useRef, useState } from 'react';
import { Link } from 'react-router';
import { EntityLink, FragmentParts, useLinkTo, useViewer } from '@hub/core/web';
import { uuidOfPost } from '@hub/plugins/threads/contract';
import { Hidden, LinkButton, Meta, PlainTag, Time } from '@hub/ui';
import { PostActions } from './post-actions';
import { PostBody } from './post-body';
import type { ReplyTarget } from './reply-target';
import type { ThreadOnPage } from '../thread.page';
import type { PostPartsFragment } from '../threads.generated';
import { authorName, postName } from '../words';

/** Apart, because most who read edit nothing. */
const EditPost = lazy(() => import('./edit-post'));
/** Apart, because most posts are there to be read. */
const PostAway = lazy(() => import('./post-away'));
/** Apart, because few posts became something. */
const Became = lazy(() => import('../promotion/became'));

interface PostArticleProps {
  readonly post: PostPartsFragment;
  readonly thread: ThreadOnPage;
  readonly onReply: (target: ReplyTarget) => void;
  /** Asks for a post to be brought to the reader, by its element id. */
  readonly onFocus: (id: string) => void;
}

export function PostArticle({ post, thread, onReply, onFocus }: PostArticleProps) {
  const [isEditing, setEditing] = useState(false);
  const viewer = useViewer();
  const article = useRef<HTMLElement>(null);
  // What was pressed is gone afterwards: the reader stays at the post.
  const backToPost = () => article.current?.focus();
  const name = postName(post, thread.replyCount);
  const isAway = post.removed || (post.hidden && post.body === '');
  return (
    <article
      className={`hub-post${isAway ? ' hub-no-print' : ''}`}
      id={`post-${post.position}`}
      ref={article}
      tabIndex={-1}
      aria-label={name}
    >
      <h2 className="hub-post__author nhsuk-heading-xs">
        {authorName(post.author)}
        {describe(post)} {thread.acceptedPost?.id === post.id && <PlainTag words="Answer" colour="green" />}
      </h2>
      <Meta>
        <Time at={post.createdAt} as="date-time" />
        <EditedMark post={post} threadId={thread.id} name={name} />
        {post.anonymous && post.viewerCanEdit && '. Only you know that you wrote this'}
        {post.inReplyTo && (
          <>
            . In reply to <Answered post={post.inReplyTo} threadId={thread.id} />
          </>
        )}
        {!isAway && <AnsweredBy positions={post.answeredBy} name={name} onFocus={onFocus} />}
      </Meta>
      {(post.removed || post.hidden) && (
        <Suspense fallback={null}>
          <PostAway post={post} />
        </Suspense>
      )}
      {!isAway && isEditing && (
        <Suspense fallback={<PostBody post={post} />}>
          <EditPost
            post={post}
            onDone={() => {
              setEditing(false);
              backToPost();
            }}
          />
        </Suspense>
      )}
      {!isAway && !isEditing && <PostBody post={post} />}
      {!isAway && !isEditing && <FragmentParts of="PostParts" thing={post} />}
      {!isAway && post.promotions.length > 0 && (
        <Suspense fallback={null}>
          <Became promotions={post.promotions} />
        </Suspense>
      )}
      {!isAway && !isEditing && viewer && (
        <PostActions {...{ post, thread, onReply, name, backToPost }} onEdit={() => setEditing(true)} />
      )}
    </article>
  );
}

interface AnsweredProps {
  readonly post: NonNullable<PostPartsFragment['inReplyTo']>;
  readonly threadId: string;
}

/** The post that a reply answers, here or in the discussion that it moved to. */
function Answered({ post: { position, thread, author }, threadId }: AnsweredProps) {
  const linkTo = useLinkTo();
  const place = `#post-${position}`;
  if (thread.id === threadId) return <a href={place}>{authorName(author)}</a>;
  return <Link to={`${linkTo(thread.id)}${place}`}>{authorName(author)}</Link>;
}

interface AnsweredByProps {
  readonly positions: readonly number[];
  /** What the post is called, for those who listen. */
  readonly name: string;
  readonly onFocus: (id: string) => void;
}

/** The ways to the replies to this post, also to those that are not on the page yet. */
function AnsweredBy({ positions, name, onFocus }: AnsweredByProps) {
  if (positions.length === 0) return null;
  return (
    <span className="hub-no-print">
      . Answered in{' '}
      {positions.map((position, at) => (
        <span key={position}>
          {at > 0 && ', '}
          <LinkButton onClick={() => onFocus(`post-${position}`)}>
            reply {position - 1}
            <Hidden> to {name}</Hidden>
          </LinkButton>
        </span>
      ))}
    </span>
  );
}

/** "Edited", with the way to what was edited where the hub has it. */
function EditedMark({ post, threadId, name }: { post: PostPartsFragment; threadId: string; name: string }) {
  const linkTo = useLinkTo();
  if (!post.editedAt) return null;
  if (post.revisions.length === 0) return '. Edited';
  return (
    <>
      .{' '}
      <Link to={linkTo(threadId, `/edits/${uuidOfPost(post.id)}`)}>
        Edited<Hidden>: what was edited in {name}</Hidden>
      </Link>
    </>
  );
}

function describe({ author }: PostPartsFragment) {
  if (!author) return null;
  const [site] = author.sites;
  return (
    <>
      {author.roleTitle && `, ${author.roleTitle}`}
      {site && (
        <>
          , <EntityLink reference={site.id}>{site.name}</EntityLink>
        </>
      )}
    </>
  );
}
