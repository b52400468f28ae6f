/** What becomes of a live operation that cannot begin, or whose reading of an event fails. */
import type { GraphQLError } from 'graphql';

/** The same results. When one fails, `giveUp` is told why and they end: the connection is given up, so that the client comes back and reads anew. Ends at once when the consumer returns, even while waiting. */
export function orGiveUp<T>(from: AsyncIterable<T>, giveUp: (error: unknown) => void): AsyncIterableIterator<T> {
  const results = from[Symbol.asyncIterator]();
  return {
    next: () =>
      results.next().catch((error: unknown) => {
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
