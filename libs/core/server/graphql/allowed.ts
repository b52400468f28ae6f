/** Work that has begun before it is known whether it is allowed, and what must wait for that. */
import { AsyncLocalStorage } from 'node:async_hooks';

const opening = new AsyncLocalStorage<Promise<unknown>>();

/** Begins work while it is asked whether it is allowed. */
export function begun<T>(asked: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  return opening.run(asked, work);
}

/**
 * To be waited for before anything is done that the transaction at hand does not undo. Throws where the work is not allowed. What asks the
 * transaction has no need of it: PostgreSQL runs nothing for work that it refuses.
 */
export async function untilAllowed(): Promise<void> {
  await opening.getStore();
}
