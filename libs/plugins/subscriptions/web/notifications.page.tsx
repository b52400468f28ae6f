/** Notifications: what is addressed to me, then what I follow, by day. */
import { Link } from 'react-router';
import { Page, useMentionsIn, usePageOf, usePageQuery } from '@hub/core/web';
import { counted, EmptyState, NewItems } from '@hub/ui';
import { MarkAllRead } from './mark-all-read';
import { NotificationGroup } from './notification-group';
import { NotificationsPageDocument } from './subscriptions.generated';
import { useNewNotifications } from './use-new-notifications';

/** Of each group: what is new in the second is not to be far below what is old in the first. */
const pageSize = 10;

export default function NotificationsPage() {
  const [forYou, followed] = [usePageOf('for-you', pageSize), usePageOf('following', pageSize)];
  const { data, refetch } = usePageQuery(useMentionsIn(NotificationsPageDocument, 'subject'), {
    ...forYou,
    ...{ firstFollowed: followed.first, afterFollowed: followed.after },
    ...{ lastFollowed: followed.last, beforeFollowed: followed.before },
  });
  const shown = data.forYou.totalCount + data.following.totalCount;
  const unread = data.viewer?.unreadNotificationCount ?? 0;
  return (
    <Page title="Notifications" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <p>
        {unread === 0 ? 'You are up to date' : counted(unread, 'new notification')}.{' '}
        <Link to="/notifications/settings">Notification settings</Link>
      </p>
      <MarkAllRead unread={unread} />
      <NewItems count={useNewNotifications(shown)} noun="notification" onShow={refetch} />
      {shown === 0 ? (
        <EmptyState>
          <p>Follow a care model, a site or a discussion, and what happens there will be here.</p>
        </EmptyState>
      ) : (
        <>
          <NotificationGroup title="For you" list={data.forYou} param="for-you-">
            Nobody has replied to you, named you or asked you anything yet.
          </NotificationGroup>
          <NotificationGroup title="Following" list={data.following} param="following-">
            Nothing new in what you follow yet. <Link to="/notifications/settings">See what you follow</Link>
          </NotificationGroup>
        </>
      )}
    </Page>
  );
}
