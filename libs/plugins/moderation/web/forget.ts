/** After a change: what was read before it is read anew, on the page that one goes to and on those behind it. */
import { useApolloClient } from '@apollo/client/react';

/** Forgets the answers to these questions of the hub, and what only they named. */
export function useForget(): (...questions: readonly string[]) => void {
  const { cache } = useApolloClient();
  return (...questions) => {
    for (const fieldName of questions) cache.evict({ id: 'ROOT_QUERY', fieldName });
    cache.gc();
  };
}
