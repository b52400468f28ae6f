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
    described.concat(http),
  );
  return new ApolloClient({
    link,
    cache: createHubCache(),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
  });
}

/**
 * Says of each request what the hub and the proxy before it cannot know. What a page asks while nobody is at it (after news that arrived
 * live, say) does not keep the session alive. What may be done twice is sent to another instance when the first ends in the middle of it.
 */
const described = new ApolloLink((operation, forward) => {
  const headers = {
    ...(isUnattended() ? { 'hub-unattended': '1' } : {}),
    ...(isRepeatable(operation) ? { 'hub-repeatable': '1' } : {}),
  };
  operation.setContext({ headers });
  return forward(operation);
});

/** A question, or a change that carries an id, by which the hub does it once. */
function isRepeatable({ operationType, variables }: ApolloLink.Operation): boolean {
  if (operationType === OperationTypeNode.QUERY) return true;
  const { input } = variables as { readonly input?: { readonly clientMutationId?: string } };
  return Boolean(input?.clientMutationId);
}

/** Things are known by their id; what has none lives inside the thing that holds it. */
export function createHubCache(): InMemoryCache {
  return new InMemoryCache({ possibleTypes });
}
