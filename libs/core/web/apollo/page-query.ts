/** A page's or a card's question: the old page stays until the answer is here, failures go to the nearest boundary. */
import { startTransition } from 'react';
import { useSuspenseQuery } from '@apollo/client/react';
import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useRetryCount } from './retry';

interface PageAnswer<Data> {
  readonly data: Data;
  /** Asks again and swaps the answer in quietly: what is shown, and the focus in it, stay meanwhile. */
  readonly refetch: () => void;
}

/**
 * Runs a typed query. While it waits the component is suspended; an error is thrown, to be shown by the page's or the card's
 * boundary. The cache answers at once where it can, and is refreshed from the hub.
 */
export function usePageQuery<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  ...[variables]: Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables]
): PageAnswer<Data> {
  const answer = useSuspenseQuery<Data, OperationVariables>(document as TypedDocumentNode<Data, OperationVariables>, {
    variables: variables ?? {},
    fetchPolicy: 'cache-and-network',
    queryKey: [useRetryCount()],
  });
  return { data: answer.data as Data, refetch: () => startTransition(() => void answer.refetch()) };
}
