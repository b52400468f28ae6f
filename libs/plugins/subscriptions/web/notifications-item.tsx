/** "Notifications, 3 new" beside the person's name, kept true while the page is open, whichever window they are read in. */
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useInTurn, useLive } from '@hub/core/web';
import { Link } from 'react-router';
import { readAnewInCache, readInCache } from './read-elsewhere';
import {
  NotificationReceivedDocument,
  NotificationsReadDocument,
  UnreadNotificationCountDocument,
  UnreadNotificationsDocument,
} from './unread.generated';

export function NotificationsItem({ className }: { readonly className: string }) {
  const client = useApolloClient();
  const { data, refetch } = useQuery(UnreadNotificationCountDocument);
  const [askCount, askUnread] = [useInTurn(), useInTurn()];
  const count = () => askCount(refetch);
  const unread = () =>
    askUnread(async () => {
      const answer = await client.query({ query: UnreadNotificationsDocument, fetchPolicy: 'no-cache' });
      if (answer.data) readAnewInCache(client.cache, answer.data, new Date().toISOString());
    });
  useLive(NotificationReceivedDocument, {}, { onData: count, onListening: count });
  useLive(
    NotificationsReadDocument,
    {},
    {
      onData: ({ notificationsRead }) => {
        count();
        if (notificationsRead.readAt) readInCache(client.cache, notificationsRead);
        else unread();
      },
      onListening: (again) => again && unread(),
    },
  );
  const number = data?.viewer?.unreadNotificationCount ?? 0;
  return (
    <Link className={className} to="/notifications">
      Notifications{number > 0 && `, ${number} new`}
    </Link>
  );
}
