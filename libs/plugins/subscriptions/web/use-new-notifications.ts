/** How many notifications have come since a list was read; none is missed while the connection is lost. */
import { useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useInTurn, useLive } from '@hub/core/web';
import { NotificationTotalDocument, type NotificationTotalQueryVariables } from './subscriptions.generated';
import { NotificationReceivedDocument } from './unread.generated';

/** `shown`: how many there were when the list was read, of those that it does not leave out, read or not. */
export function useNewNotifications(shown: number, variables: NotificationTotalQueryVariables = {}): number {
  const client = useApolloClient();
  const [total, setTotal] = useState(shown);
  const askInTurn = useInTurn();
  const ask = () =>
    askInTurn(async () => {
      const { data } = await client.query({ query: NotificationTotalDocument, variables, fetchPolicy: 'no-cache' });
      if (data) setTotal(data.notifications.totalCount);
    });
  useLive(NotificationReceivedDocument, {}, { onData: ask, onListening: ask });
  return Math.max(0, total - shown);
}
