/** Listening to what happens: one live operation for as long as the component is there, without a gap after the connection was lost. */
import { useEffect, useEffectEvent } from 'react';
import { useApolloClient } from '@apollo/client/react';
import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useViewer } from '../auth/viewer';

interface LiveOptions<Data> {
  readonly onData: (data: Data) => void;
  /**
   * From here on the hub tells everything. Ask now for what happened since the page was read, and nothing is missed: at first, and `again`
   * each time after the connection was lost, or once what is listened to may no longer be seen.
   */
  readonly onListening: (again: boolean) => void;
  readonly isOff?: boolean;
  /** What is heard changes nothing that pages know by itself: `onData` compares it with that. */
  readonly isKeptOut?: boolean;
}

/** Runs a subscription once the page has been painted. Signed-out visitors hear nothing. */
export function useLive<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { onData, onListening, isOff = false, isKeptOut = false }: LiveOptions<Data>,
): void {
  const client = useApolloClient();
  const isListening = useViewer() !== null && !isOff;
  const heard = useEffectEvent(onData);
  const listens = useEffectEvent(onListening);
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (!isListening) return;
    let isAgain = false;
    const operation = client.subscribe<Data, OperationVariables>({
      query: document as TypedDocumentNode<Data, OperationVariables>,
      variables: JSON.parse(key) as OperationVariables,
      extensions: { confirm: true },
      fetchPolicy: isKeptOut ? 'no-cache' : 'cache-first',
      context: { queryDeduplication: false },
    });
    const listening = operation.subscribe({
      next: ({ data, error, extensions }) => {
        if (data) heard(data);
        if (error) listens(true);
        if (!extensions?.listening) return;
        listens(isAgain);
        isAgain = true;
      },
    });
    return () => listening.unsubscribe();
  }, [client, document, key, isListening, isKeptOut]);
}
