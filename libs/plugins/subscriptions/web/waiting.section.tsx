/** On the home page: what is new for me, but for what another section there shows. */
import { Link } from 'react-router';
import { useHomeCount, useMentionsIn, usePageQuery, useRegistry } from '@hub/core/web';
import { NotificationList } from './notification-list';
import { WaitingNotificationsDocument } from './subscriptions.generated';

/** As many as the query asks for. */
const shown = 3;

export default function WaitingNotifications() {
  const leaveOut = useRegistry().homeSections.flatMap(({ insteadOf = [] }) => insteadOf);
  const { data } = usePageQuery(useMentionsIn(WaitingNotificationsDocument, 'subject'), { leaveOut });
  const { notifications } = data;
  useHomeCount(notifications.totalCount);
  if (notifications.totalCount === 0) return null;
  return (
    <>
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
