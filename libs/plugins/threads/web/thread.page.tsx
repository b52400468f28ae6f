/** One discussion: the first post in full, then the replies in order, a line where the new ones start, the reply box at the end. */
import { lazy, Suspense, useState } from 'react';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import { entityRef } from '@hub/core/contract';
import { EntityActions, NotFound, Page, useMention, useLinkTo, useMentionsIn, usePageQuery } from '@hub/core/web';
import { counted, LinkButton, PlainTag, WhoSees } from '@hub/ui';
import { newPlace, positionIn } from './old-place';
import { PostPages } from './posts/post-pages';
import { focusOnReply, type ReplyTarget } from './posts/reply-target';
import { ThreadSummary } from './curating/thread-summary';
import { PostAtDocument, ThreadPageDocument, type PostAtQuery, type ThreadPageQuery } from './threads.generated';
import { useThreadLive } from './use-thread-live';
import { kindWords, newWords } from './words';

/** Apart, because the names of all lessons and kinds of support come with the one, and only facilitators need the other. */
const BearsOn = lazy(() => import('./curating/bears-on'));
/** Apart, because people read first. */
const ReplyForm = lazy(() => import('./posts/reply-form'));
const CurateThread = lazy(() => import('./curating/curate-thread'));

export type ThreadOnPage = NonNullable<ThreadPageQuery['thread']>;

export default function ThreadPage() {
  const { name = '' } = useParams();
  const id = entityRef('thread', 'network', name);
  const { data } = usePageQuery(useMentionsIn(ThreadPageDocument, 'about', 'community'), { id });
  const position = positionIn(useLocation().hash);
  if (!data.thread) return <NotFound />;
  if (position === null) return <ThreadPlace thread={data.thread} post={null} />;
  return <PlaceOfPost thread={data.thread} position={position} />;
}

/** Asks where the post is that the address names. */
function PlaceOfPost({ thread, position }: { readonly thread: ThreadOnPage; readonly position: number }) {
  const { data } = usePageQuery(PostAtDocument, { id: thread.id, position });
  return <ThreadPlace thread={thread} post={data.thread?.postAt ?? null} />;
}

type PostThere = NonNullable<NonNullable<PostAtQuery['thread']>['postAt']>;

/** Goes on to where the address leads since discussions were merged or split; else shows it. */
function ThreadPlace(places: { readonly thread: ThreadOnPage; readonly post: PostThere | null }) {
  const linkTo = useLinkTo();
  const { thread } = places;
  const place = newPlace({ thread, post: places.post });
  if (place) return <Navigate to={`${linkTo(place.thread)}${place.hash}`} replace />;
  return <ThreadBody key={thread.id} thread={thread} />;
}

function ThreadBody({ thread }: { readonly thread: ThreadOnPage }) {
  // The line where the new posts start stays where it was when the page was opened.
  const [firstNew] = useState(thread.firstUnreadPost?.position ?? null);
  const [newCount] = useState(thread.unreadCount);
  const [focusOn, setFocusOn] = useState(postInAddress(useLocation().hash));
  const [replyTo, setReplyTo] = useState<ReplyTarget | null>(null);
  const live = useThreadLive(thread);
  const linkTo = useLinkTo();
  const mention = useMention();
  const [about, community] = [mention(thread.about), mention(thread.community)];
  const [model] = thread.modelTypes;
  return (
    <Page
      title={thread.title}
      caption={kindWords[thread.kind]}
      back={community ? { to: community.to, label: community.words } : backTo(model)}
      facts={<ThreadTags thread={thread} />}
    >
      {about && (
        <p>
          About: <Link to={about.to}>{about.words}</Link>
        </p>
      )}
      <p>
        {thread.replyCount === 0 ? 'No replies yet' : counted(thread.replyCount, 'reply')}
        {newWords(newCount, thread.replyCount)}.{' '}
        {firstNew !== null && firstNew > 1 && (
          <LinkButton onClick={() => setFocusOn(`post-${firstNew}`)}>Go to the first new reply</LinkButton>
        )}{' '}
        {thread.acceptedPost && (
          <LinkButton onClick={() => setFocusOn(`post-${thread.acceptedPost?.position}`)}>Go to the answer</LinkButton>
        )}
      </p>
      <ThreadSummary thread={thread} />
      <Suspense fallback={<p className="hub-meta">Loading what it bears on</p>}>
        <BearsOn thread={thread} />
      </Suspense>
      {thread.viewerCanEdit && (
        <p className="hub-no-print">
          <Link to={linkTo(thread.id, '/edit')}>
            {thread.viewerCanCurate ? 'Change title, summary and tags' : 'Change title and tags'}
          </Link>
        </p>
      )}
      <EntityActions reference={thread.id} />
      <PostPages
        {...{ thread, firstNew, focusOn, live }}
        onFocused={() => setFocusOn(null)}
        onFocus={setFocusOn}
        onReply={(target) => {
          setReplyTo(target);
          focusOnReply();
        }}
      />
      {thread.movedTo.length > 0 && (
        <p>
          Some replies moved to{' '}
          {thread.movedTo.map(({ id, title }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <Link to={linkTo(id)}>{title}</Link>
            </span>
          ))}
        </p>
      )}
      {thread.locked && <p>This discussion is closed to replies. {thread.lockedReason}</p>}
      {!thread.locked && !thread.viewerCanReply && (
        <p className="hub-no-print">
          As a guest you read discussions. To take part, ask a lead of your site for another role.
        </p>
      )}
      {thread.viewerCanReply && (
        <Suspense fallback={<p className="hub-meta">Loading the reply box</p>}>
          <ReplyForm
            threadId={thread.id}
            whoCanSee={thread.whoCanSee}
            replyTo={replyTo}
            onCancelReplyTo={() => setReplyTo(null)}
            onPosted={(position) => {
              setReplyTo(null);
              live.showNew();
              setFocusOn(`post-${position}`);
            }}
          />
        </Suspense>
      )}
      {thread.viewerCanCurate && (
        <Suspense fallback={<p className="hub-meta">Loading what facilitators can do</p>}>
          <CurateThread thread={thread} />
        </Suspense>
      )}
    </Page>
  );
}

function backTo(model: ThreadOnPage['modelTypes'][number] | undefined) {
  if (!model) return { to: '/discussions', label: 'Discussions' };
  return { to: `/care-models/${model.code.toLowerCase()}`, label: model.name };
}

/** The element id of the post that an address leads to. */
function postInAddress(hash: string): string | null {
  const position = positionIn(hash);
  return position === null ? null : `post-${position}`;
}

function ThreadTags({ thread }: { readonly thread: ThreadOnPage }) {
  return (
    <>
      {thread.modelTypes.map((model) => model.code).join(', ')}{' '}
      {thread.answered && <PlainTag words="Answered" colour="green" />}{' '}
      {thread.locked && <PlainTag words="Closed to replies" />}
      <WhoSees who={thread.whoCanSee} />
    </>
  );
}
