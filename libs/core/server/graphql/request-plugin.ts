/** What happens around every GraphQL request over HTTP: its cost is taken, and its answer gets the HTTP status that it means. */
import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import type { CallLimit } from '../http/call-limit';
import type { HubContext } from './context';
import { mostErrors, requireAffordable } from './limits';

/** Seconds after which a hub that was busy is worth asking again. */
const busySeconds = 2;

export function requestPlugin(calls: CallLimit): ApolloServerPlugin<HubContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (!operation) return;
          const cost = requireAffordable({ schema, document, operation, variables: request.variables ?? {} });
          await calls.takeCost(contextValue, cost);
        },
        willSendResponse({ response }) {
          finish(response);
          return Promise.resolve();
        },
      }),
  };
}

/** Cuts the list of errors, and says with the status where nothing could be done at all. */
function finish({ body, http }: GraphQLResponse): void {
  if (body.kind !== 'single' || !body.singleResult.errors) return;
  const { errors, data } = body.singleResult;
  body.singleResult.errors = errors.slice(0, mostErrors);
  if (Object.values(data ?? {}).some((value) => value !== null)) return;
  const limited = errors.find(({ extensions }) => extensions?.code === 'RATE_LIMITED');
  if (limited) {
    http.status = 429;
    http.headers.set('retry-after', String(limited.extensions?.retryAfterSeconds ?? 1));
  } else if (errors.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE')) {
    http.status = 503;
    http.headers.set('retry-after', String(busySeconds));
  }
}
