/** What becomes of a live operation when reading an event fails: its connection is given up, so that the client comes back and reads anew. */

/** The same results. When one fails, `giveUp` is told why and they end. Ends at once when the consumer returns, even while waiting. */
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
