/** One group of the inbox: a list of its own with its own pages, by day. */
import type { ReactNode } from 'react';
import { counted, formatDate, Pager } from '@hub/ui';
import { NotificationList } from './notification-list';
import type { NotificationRowsFragment } from './subscriptions.generated';

interface NotificationGroupProps {
  readonly title: string;
  readonly list: NotificationRowsFragment;
  /** Of its cursors in the address. */
  readonly param: string;
  /** Where there is nothing. */
  readonly children: ReactNode;
}

export function NotificationGroup({ title, list, param, children }: NotificationGroupProps) {
  const notifications = list.edges.map(({ node }) => node);
  const days = Map.groupBy(notifications, ({ createdAt }) => formatDate(createdAt));
  return (
    <section>
      <h2>{title}</h2>
      <p>{list.totalCount === 0 ? children : counted(list.totalCount, 'notification')}</p>
      {[...days].map(([day, ofDay]) => (
        <div key={day}>
          <h3 className="nhsuk-heading-s">{day}</h3>
          <NotificationList notifications={ofDay} />
        </div>
      ))}
      <Pager pageInfo={list.pageInfo} what={`notifications, ${title.toLowerCase()}`} param={param} canGoBack />
    </section>
  );
}
