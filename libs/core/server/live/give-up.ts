/** How a live operation begins and ends: confirmed where the client asks, refused, over, or given up when an event cannot be read. */
import type { ExecutionResult, GraphQLError } from 'graphql';
import { HubError } from '../graphql/errors';

/** The first message of an operation whose client asked to be told: from here on it misses nothing that happens. */
const listening: ExecutionResult = { data: null, extensions: { listening: true } };

/** The same results, after one that says that listening has begun. */
export function confirmed<T>(results: AsyncIterableIterator<T>): AsyncIterableIterator<T | ExecutionResult> {
  let isTold = false;
  return {
    next: async () => {
      if (isTold) return results.next();
      isTold = true;
      return { value: listening, done: false };
    },
    return: async () => (await results.return?.()) ?? { value: undefined, done: true },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/**
 * The same results. When one fails, `giveUp` is told why and they end: the connection is given up, so that the client comes back and reads
 * anew. What ends by the hub's own rules (a thing that may no longer be seen) fails as it is. Ends at once when the consumer returns, even while waiting.
 */
export function orGiveUp<T>(from: AsyncIterable<T>, giveUp: (error: unknown) => void): AsyncIterableIterator<T> {
  const results = from[Symbol.asyncIterator]();
  return {
    next: () =>
      results.next().catch((error: unknown) => {
        if (error instanceof HubError) throw error;
        giveUp(error);
        return { value: undefined, done: true };
      }),
    async return() {
      await results.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Results of an operation that was refused: none, so that the client is told with the protocol's `error` message. */
export async function* refusing(errors: readonly GraphQLError[] | undefined): AsyncGenerator<never> {
  const [error] = errors ?? [];
  if (error) throw error;
}
