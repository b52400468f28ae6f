/** One question at a time, for many who ask it. */

/**
 * Asks once for all who come while the last one is being answered: an answer is never older than the wish for it. A question that fails
 * fails for those who waited for it alone.
 */
export function askedNext<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  return () => {
    next ??= running.then(() => {
      next = null;
      const asked = ask();
      running = asked.catch(() => undefined);
      return asked;
    });
    return next;
  };
}
