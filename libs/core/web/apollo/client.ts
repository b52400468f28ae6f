/** The page's Apollo client: HTTP for questions and changes, one socket for what is live, a cache keyed by id. */
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { possibleTypes } from '@hub/graphql';
import { isUnattended } from '../auth/signs-of-life';
import { fetchById } from './document-ids';
import { LiveLink } from './live-link';

/** A new client with an empty cache. Its address is the page's own origin. Built pages ask by id. */
export function createHubClient({ byId = false }: { readonly byId?: boolean } = {}): ApolloClient {
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin', ...(byId ? { fetch: fetchById } : {}) });
  const link = ApolloLink.split(
    (operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION,
    new LiveLink(),
    sayUnattended.concat(http),
  );
  return new ApolloClient({
    link,
    cache: createHubCache(),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
  });
}

/** What a page asks while nobody is at it (after news that arrived live, say) does not keep the session alive. */
const sayUnattended = new ApolloLink((operation, forward) => {
  if (isUnattended()) operation.setContext({ headers: { 'hub-unattended': '1' } });
  return forward(operation);
});

/** Things are known by their id; what has none lives inside the thing that holds it. */
export function createHubCache(): InMemoryCache {
  return new InMemoryCache({ possibleTypes });
}
