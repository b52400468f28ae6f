/** What was read, or made unread, in another window is so here too: the marks of what is shown change, and nothing moves. */
import type { ApolloCache } from '@apollo/client';
import type { NotificationsReadSubscription, UnreadNotificationsQuery } from './unread.generated';

type Read = NotificationsReadSubscription['notificationsRead'];

/** Those that were marked; or all that there were by then. */
export function readInCache(cache: ApolloCache, { ids, readAt }: Read): void {
  for (const { id, createdAt } of shownIn(cache)) {
    if (ids ? ids.includes(id) : createdAt <= String(readAt)) mark(cache, id, (before) => before ?? readAt ?? null);
  }
}

/** By what is unread now: as far back as the answer goes. */
export function readAnewInCache(cache: ApolloCache, { notifications }: UnreadNotificationsQuery, now: string): void {
  const unread = notifications.edges.map(({ node }) => node);
  const since = notifications.pageInfo.hasNextPage ? (unread.at(-1)?.createdAt ?? '') : '';
  const ids = new Set(unread.map(({ id }) => id));
  for (const { id, createdAt } of shownIn(cache)) {
    if (createdAt >= since) mark(cache, id, (before) => (ids.has(id) ? null : (before ?? now)));
  }
}

type ReadAt = string | null;

function mark(cache: ApolloCache, id: string, change: (before: ReadAt) => ReadAt): void {
  const key = cache.identify({ __typename: 'Notification', id });
  if (key) cache.modify({ id: key, fields: { readAt: (before) => change(before as ReadAt) } });
}

interface Shown {
  readonly id: string;
  readonly createdAt: string;
}

function shownIn(cache: ApolloCache): Shown[] {
  const stored = Object.values(
    cache.extract() as Record<string, (Partial<Shown> & { __typename?: string }) | undefined>,
  );
  return stored.flatMap((each) =>
    each?.__typename === 'Notification' && each.id && each.createdAt
      ? [{ id: each.id, createdAt: each.createdAt }]
      : [],
  );
}
