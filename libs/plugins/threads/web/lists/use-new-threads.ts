/** How many discussions have come to a list since it was read: of its own filter, and none is missed while the connection is lost. */
import { useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { careModelCodes } from '@hub/core/contract';
import { useInTurn, useLive, useViewer } from '@hub/core/web';
import type { ThreadFilter } from '@hub/graphql';
import { CareModelActivityDocument, ThreadTotalDocument } from '../threads.generated';
import { bringNews } from './thread-news';

/** `shown`: how many the list had when it was read. */
export function useNewThreads(filter: ThreadFilter, shown: number): number {
  const client = useApolloClient();
  const key = JSON.stringify(filter);
  const [known, setKnown] = useState({ key, total: shown });
  const askInTurn = useInTurn();
  const ask = () =>
    askInTurn(async () => {
      const { data } = await client.query({
        query: ThreadTotalDocument,
        variables: { filter },
        fetchPolicy: 'no-cache',
      });
      if (data) setKnown({ key, total: data.threads.totalCount });
    });
  const modelTypes = filter.modelTypes?.length ? filter.modelTypes : [...careModelCodes];
  const me = useViewer()?.id;
  useLive(
    CareModelActivityDocument,
    { modelTypes },
    {
      isKeptOut: true,
      onData: ({ modelTypeActivity }) => {
        if (modelTypeActivity.kind === 'THREAD_STARTED') ask();
        bringNews(client, modelTypeActivity, me);
      },
      onListening: ask,
    },
  );
  return known.key === key ? Math.max(0, known.total - shown) : 0;
}
