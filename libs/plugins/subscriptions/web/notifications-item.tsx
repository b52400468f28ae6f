/** "Notifications, 3 new" beside the person's name, kept true while the page is open. */
import { useQuery } from '@apollo/client/react';
import { useLive } from '@hub/core/web';
import { Link } from 'react-router';
import { NotificationReceivedDocument, UnreadNotificationCountDocument } from './unread.generated';

export function NotificationsItem({ className }: { readonly className: string }) {
  const { data, refetch } = useQuery(UnreadNotificationCountDocument);
  const ask = () => void refetch();
  useLive(NotificationReceivedDocument, {}, { onData: ask, onReconnect: ask });
  const count = data?.viewer?.unreadNotificationCount ?? 0;
  return (
    <Link className={className} to="/notifications">
      Notifications{count > 0 && `, ${count} new`}
    </Link>
  );
}
