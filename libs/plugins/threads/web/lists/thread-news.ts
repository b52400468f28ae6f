/**
 * What is heard of a discussion that is shown in a list. What is told to thousands says the same to all of them, so what is unread for one's
 * own is worked out here; where that cannot be known, the hub is asked.
 */
import type { ApolloClient } from '@apollo/client';
import {
  ThreadNewsFragmentDoc,
  ThreadNewsNowDocument,
  type CareModelActivitySubscription,
  type ThreadNewsFragment,
} from '../threads.generated';

type Activity = CareModelActivitySubscription['modelTypeActivity'];

/** Those who look at the same list do not all ask at the same moment. */
const askWithinMs = 2000;

/** Brings the list up to date; a discussion that is not shown is left alone. */
export function bringNews(client: ApolloClient, activity: Activity, me: string | undefined): void {
  const id = client.cache.identify({ __typename: 'Thread', id: activity.thread.id });
  if (!id) return;
  const fragment = ThreadNewsFragmentDoc;
  const shown = client.cache.readFragment<ThreadNewsFragment>({ id, fragment });
  if (!shown) return;
  const news = newsOf(shown, activity, me);
  if (news) {
    client.cache.writeFragment({ id, fragment, data: news });
    return;
  }
  const variables = { id: activity.thread.id };
  setTimeout(
    () =>
      void client
        .query({ query: ThreadNewsNowDocument, variables, fetchPolicy: 'network-only' })
        .catch(() => undefined),
    Math.random() * askWithinMs,
  );
}

/** How the discussion stands now; null where that cannot be told from what was heard. */
export function newsOf(
  shown: ThreadNewsFragment,
  { kind, thread, post }: Activity,
  me: string | undefined,
): ThreadNewsFragment | null {
  const came = thread.replyCount - shown.replyCount;
  const isAnothers = post?.author !== undefined && post.author !== null && post.author.id !== me;
  if (kind === 'POST_EDITED' && came === 0) return shown;
  if (kind !== 'POST_ADDED' || came > 1 || (came === 1 && !isAnothers)) return null;
  if (came < 1) return shown;
  return { ...shown, ...thread, unreadCount: shown.unreadCount + came };
}
