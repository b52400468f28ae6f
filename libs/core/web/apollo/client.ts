/** The page's Apollo client: HTTP for questions and changes, one socket for what is live, a cache keyed by id. */
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { possibleTypes } from '@hub/graphql';
import { LiveLink } from './live-link';

/** A new client with an empty cache. Its address is the page's own origin. */
export function createHubClient(): ApolloClient {
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin' });
  const link = ApolloLink.split(
    (operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION,
    new LiveLink(),
    http,
  );
  return new ApolloClient({
    link,
    cache: createHubCache(),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
  });
}

/** Things are known by their id; what has none lives inside the thing that holds it. */
export function createHubCache(): InMemoryCache {
  return new InMemoryCache({ possibleTypes });
}
