/** The live socket: made when the first live operation starts, and told again after it was lost. */
import { ApolloLink, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';
import { tellReconnected } from './reconnect';

/** Sends subscriptions over graphql-transport-ws. The library for it is fetched with the first one. */
export class LiveLink extends ApolloLink {
  private client: Promise<Client> | undefined;

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    return new Observable((observer) => {
      let stop: (() => void) | undefined;
      let isStopped = false;
      const payload = {
        operationName: operation.operationName,
        query: print(operation.query),
        variables: operation.variables,
      };
      this.connect().then(
        (client) => {
          if (isStopped) return;
          stop = client.subscribe(payload, {
            next: (result) => observer.next(result as ApolloLink.Result),
            error: (error) => observer.error(readable(error)),
            complete: () => observer.complete(),
          });
        },
        (error: unknown) => observer.error(error),
      );
      return () => {
        isStopped = true;
        stop?.();
      };
    });
  }

  private connect(): Promise<Client> {
    this.client ??= import('./live-client').then(({ createLiveClient }) => createLiveClient(tellReconnected));
    return this.client;
  }
}

function readable(error: unknown): unknown {
  if (Array.isArray(error)) return new CombinedGraphQLErrors({ errors: error });
  return error instanceof Error ? error : new Error('The live connection was lost');
}
