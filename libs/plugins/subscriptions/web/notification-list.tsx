/** Notifications as sentences with actor, reason and subject; each is a link that opens it and marks it read. */
import { useApolloClient } from '@apollo/client/react';
import { useMention, useNotice, useNoticeAnswers, useNoticePage } from '@hub/core/web';
import { Hidden, Meta, PlainTag, Time } from '@hub/ui';
import { Link } from 'react-router';
import { MarkNotificationsReadDocument, type NotificationRowFragment } from './subscriptions.generated';
import { UnreadNotificationCountDocument } from './unread.generated';

export function NotificationList({ notifications }: { readonly notifications: readonly NotificationRowFragment[] }) {
  return (
    <ul className="nhsuk-list hub-rows">
      {notifications.map((notification) => (
        <li key={notification.id} className="hub-rows__row">
          <NotificationItem notification={notification} />
        </li>
      ))}
    </ul>
  );
}

function NotificationItem({ notification }: { readonly notification: NotificationRowFragment }) {
  const client = useApolloClient();
  const subject = useMention()(notification.subject);
  const page = useNoticePage()(notification.eventName, notification.opens);
  const answers = useNoticeAnswers()(notification.eventName, notification.opens);
  const more = useNotice()(notification.eventName, notification.subject);
  const markRead = () => {
    if (notification.readAt) return;
    const input = { ids: [notification.id] };
    const readAt = new Date().toISOString();
    client.cache.modify({
      id: client.cache.identify({ __typename: 'Notification', id: notification.id }),
      fields: { readAt: () => readAt },
    });
    void client
      .mutate({
        mutation: MarkNotificationsReadDocument,
        variables: { input },
        refetchQueries: [UnreadNotificationCountDocument],
      })
      .catch(() => undefined);
  };
  return (
    <>
      <div className="hub-rows__title">
        {subject ? (
          <Link to={page ?? subject.to} onClick={markRead}>
            {sentenceOf(notification, subject.words)}
          </Link>
        ) : (
          'This is no longer available'
        )}{' '}
        {!notification.readAt && <PlainTag words="New" colour="blue" />}
      </div>
      {more && <p className="hub-plain-text nhsuk-u-margin-bottom-1">{more}</p>}
      {subject && answers.length > 0 && (
        <ul className="nhsuk-list hub-links nhsuk-u-margin-bottom-1">
          {answers.map(({ label, to }) => (
            <li key={to}>
              <Link to={to} onClick={markRead}>
                {label}
                <Hidden>: {subject.words}</Hidden>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Meta>
        {!notification.personal && `${notification.reason}. `}
        <Time at={notification.createdAt} as="ago" />
      </Meta>
    </>
  );
}

/**
 * "Joel Price replied to your question: Weekend cover" for what is addressed to the reader, "Joel Price replied: Weekend
 * cover" for what they follow, "Newly found: Weekend cover" for what the hub found. Nobody is named where the author chose so.
 */
export function sentenceOf(
  { actor, happened, personal, reason }: Pick<NotificationRowFragment, 'actor' | 'happened' | 'personal' | 'reason'>,
  subject: string,
): string {
  if (personal) return `${reason}: ${subject}`;
  if (/^[A-Z]/.test(happened)) return `${happened}: ${subject}`;
  return `${actor?.displayName ?? 'A member'} ${happened}: ${subject}`;
}
