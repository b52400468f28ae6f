/** For which request, or consequence of one, something is done: carried along through everything asynchronous. */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface CurrentWork {
  /** The request's id, which the client was told too. */
  readonly id: string;
  /** The operation or route that it asks for, where that is known by now: a name of a bounded list. */
  readonly operation: string | null;
  /** The part of it that is being done, where traces are taken. */
  readonly span?: string;
  /** Codes of the errors that its answer has so far. */
  readonly codes: Set<string>;
}

const storage = new AsyncLocalStorage<CurrentWork>();

/** Does something for a request; whatever that begins is done for the same one. */
export function workFor<T>(work: CurrentWork, what: () => T): T {
  return storage.run(work, what);
}

/** What is being worked for at this moment, where it is known. */
export function currentWork(): CurrentWork | undefined {
  return storage.getStore();
}
