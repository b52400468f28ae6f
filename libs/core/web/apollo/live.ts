/** Listening to what happens: one live operation for as long as the component is there. */
import { useEffect, useEffectEvent } from 'react';
import { useApolloClient } from '@apollo/client/react';
import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useViewer } from '../auth/viewer';
import { useOnReconnect } from './reconnect';

interface LiveOptions<Data> {
  readonly onData: (data: Data) => void;
  /** After the connection was lost and is back: ask again for what may have been missed. */
  readonly onReconnect: () => void;
  readonly isOff?: boolean;
}

/** Runs a subscription once the page has been painted. Signed-out visitors hear nothing; errors end it quietly. */
export function useLive<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { onData, onReconnect, isOff = false }: LiveOptions<Data>,
): void {
  const client = useApolloClient();
  const isListening = useViewer() !== null && !isOff;
  const heard = useEffectEvent(onData);
  const key = JSON.stringify(variables);
  useOnReconnect(() => {
    if (isListening) onReconnect();
  });
  useEffect(() => {
    if (!isListening) return;
    const operation = client.subscribe<Data, OperationVariables>({
      query: document as TypedDocumentNode<Data, OperationVariables>,
      variables: JSON.parse(key) as OperationVariables,
    });
    const listening = operation.subscribe({
      next: ({ data }) => {
        if (data) heard(data);
      },
      error: () => undefined,
    });
    return () => listening.unsubscribe();
  }, [client, document, key, isListening]);
}
