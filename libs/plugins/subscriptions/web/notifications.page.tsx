/** Notifications: what is addressed to me, then what I follow, by day. */
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { MutationProblems, Page, useLive, useMentionsIn, useMutationForm, usePageQuery } from '@hub/core/web';
import { Button, counted, EmptyState, formatDate, NewItems, Pager } from '@hub/ui';
import { NotificationList } from './notification-list';
import {
  MarkNotificationsReadDocument,
  NotificationsPageDocument,
  type NotificationRowFragment,
} from './subscriptions.generated';
import { NotificationReceivedDocument } from './unread.generated';

export default function NotificationsPage() {
  const [address] = useSearchParams();
  const { data, refetch } = usePageQuery(useMentionsIn(NotificationsPageDocument, 'subject'), {
    first: 20,
    after: address.get('after'),
  });
  const [waiting, setWaiting] = useState(0);
  useLive(NotificationReceivedDocument, {}, { onData: () => setWaiting((count) => count + 1), onReconnect: refetch });
  const markAll = useMutationForm(MarkNotificationsReadDocument, {
    onDone: () => {
      document.querySelector('h1')?.focus();
      void refetch();
    },
  });
  const show = () => {
    setWaiting(0);
    refetch();
  };
  const all = data.notifications.edges.map(({ node }) => node);
  const unread = data.viewer?.unreadNotificationCount ?? 0;
  return (
    <Page title="Notifications" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <p>
        {unread === 0 ? 'You are up to date' : counted(unread, 'new notification')}.{' '}
        <Link to="/notifications/settings">Notification settings</Link>
      </p>
      {unread > 0 && (
        <Button look="secondary" small onClick={() => void markAll.submit({ all: true })}>
          Mark all as read
        </Button>
      )}
      <MutationProblems problem={markAll.problem} />
      <NewItems count={waiting} noun="notification" onShow={show} />
      {all.length === 0 && (
        <EmptyState>
          <p>Follow a care model, a site or a discussion, and what happens there will be here.</p>
        </EmptyState>
      )}
      <Group title="For you" notifications={all.filter(({ personal }) => personal)} />
      <Group title="Following" notifications={all.filter(({ personal }) => !personal)} />
      <Pager pageInfo={data.notifications.pageInfo} what="notifications" />
    </Page>
  );
}

function Group({
  title,
  notifications,
}: {
  readonly title: string;
  readonly notifications: readonly NotificationRowFragment[];
}) {
  if (notifications.length === 0) return null;
  const days = Map.groupBy(notifications, ({ createdAt }) => formatDate(createdAt));
  return (
    <section>
      <h2>{title}</h2>
      {[...days].map(([day, ofDay]) => (
        <div key={day}>
          <h3 className="nhsuk-heading-s">{day}</h3>
          <NotificationList notifications={ofDay} />
        </div>
      ))}
    </section>
  );
}
