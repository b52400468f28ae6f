/** The live socket: made when the first live operation starts, and told again after it was lost. */
import { ApolloLink, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { print, type GraphQLFormattedError } from 'graphql';
import type { Client, SubscribePayload } from 'graphql-ws';
import { tellSessionMayBeOver } from '../auth/session-end';
import { livePayload } from './document-ids';
import { tellReconnected } from './reconnect';

/** Sends subscriptions over graphql-transport-ws. The library for it is fetched with the first one. */
export class LiveLink extends ApolloLink {
  private client: Promise<Client> | undefined;

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    return new Observable((observer) => {
      let stop: (() => void) | undefined;
      let isStopped = false;
      const { operationName, variables, extensions } = operation;
      Promise.all([this.connect(), livePayload(print(operation.query))]).then(
        ([client, payload]) => {
          if (isStopped) return;
          stop = client.subscribe({ operationName, variables, extensions, ...payload } as SubscribePayload, {
            next: (result) => observer.next(result as ApolloLink.Result),
            error: (error) => {
              // The socket was opened when the session had ended already: only now does the page hear of it.
              if (isUnauthenticated(error)) tellSessionMayBeOver(false);
              observer.error(readable(error));
            },
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
    this.client ??= import('./live-client').then(
      ({ createLiveClient }) => createLiveClient(tellReconnected, () => tellSessionMayBeOver(true)),
      (error: unknown) => {
        this.client = undefined;
        throw error;
      },
    );
    return this.client;
  }
}

function isUnauthenticated(error: unknown): boolean {
  return (
    Array.isArray(error) &&
    (error as GraphQLFormattedError[]).some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')
  );
}

function readable(error: unknown): unknown {
  if (Array.isArray(error)) return new CombinedGraphQLErrors({ errors: error });
  return error instanceof Error ? error : new Error('The live connection was lost');
}
