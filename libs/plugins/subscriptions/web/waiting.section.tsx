/** On the home page: what is new for me, but for what another section there shows. */
import { Link } from 'react-router';
import { useHomeCount, useMentionsIn, usePageQuery, useRegistry } from '@hub/core/web';
import { NewItems } from '@hub/ui';
import { NotificationList } from './notification-list';
import { WaitingNotificationsDocument } from './subscriptions.generated';
import { useNewNotifications } from './use-new-notifications';

/** As many as the query asks for. */
const shown = 3;

export default function WaitingNotifications() {
  const leaveOut = useRegistry().homeSections.flatMap(({ insteadOf = [] }) => insteadOf);
  const { data, refetch } = usePageQuery(useMentionsIn(WaitingNotificationsDocument, 'subject'), { leaveOut });
  const { notifications } = data;
  useHomeCount(notifications.totalCount);
  const news = (
    <NewItems count={useNewNotifications(data.all.totalCount, { leaveOut })} noun="notification" onShow={refetch} />
  );
  if (notifications.totalCount === 0) return news;
  return (
    <>
      {news}
      <NotificationList notifications={notifications.edges.map(({ node }) => node)} />
      <p className="hub-no-print">
        <Link to="/notifications">
          {notifications.totalCount > shown
            ? `See all ${notifications.totalCount} notifications`
            : 'Go to your notifications'}
        </Link>
      </p>
    </>
  );
}
