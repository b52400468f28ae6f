/** After the connection was lost: what became of the posts that are shown, and not yet what came beside them. */
import { useEffect } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useInTurn } from '@hub/core/web';
import type { ThreadPostsDocument, ThreadPostsQueryVariables } from '../threads.generated';

/** Reads this page of posts anew each time that `round` grows. */
export function useSwapIn(
  query: typeof ThreadPostsDocument,
  variables: ThreadPostsQueryVariables,
  round: number,
): void {
  const client = useApolloClient();
  const askInTurn = useInTurn();
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (round === 0) return;
    const page = { query, variables: JSON.parse(key) as ThreadPostsQueryVariables };
    const swapIn = async () => {
      const { data } = await client.query({ ...page, fetchPolicy: 'no-cache' });
      const now = data?.thread;
      if (!now) return;
      client.cache.updateQuery(page, (before) => {
        const shown = before?.thread?.posts;
        if (!shown) return before;
        const ids = new Set(shown.edges.map(({ node }) => node.id));
        const edges = now.posts.edges.filter(({ node }) => ids.has(node.id));
        return { thread: { ...now, posts: { ...now.posts, pageInfo: shown.pageInfo, edges } } };
      });
    };
    askInTurn(swapIn);
  }, [client, query, key, round, askInTurn]);
}
