/** What becomes of errors that nobody caught: each is logged under an id and counted, and the process ends where its state is unknown. */
import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { Log } from './log';
import { currentWork, workFor } from './operating/current-work';
import { logSettings } from './operating/log-settings';

type Process = Pick<EventEmitter, 'on'> & { exit(code: number): void };

/**
 * Listens to the process from here on. A promise that failed while nobody waited for it leaves everything else as it was: the process goes
 * on. An exception that nobody caught ends it with 1, for whoever runs it to start it again.
 * @returns how many there were so far
 */
export function watchLastResort(
  running: Process = process,
  log: Pick<Log, 'error'> = new Log({ log: logSettings(process.env) }),
): () => number {
  let count = 0;
  const note = (what: string, error: unknown) => {
    count += 1;
    const work = currentWork() ?? { id: randomUUID(), operation: null, codes: new Set<string>() };
    workFor(work, () => log.error(what, error, { sinceTheStart: count }));
  };
  running.on('unhandledRejection', (error) => note('Nobody waited for what failed', error));
  running.on('uncaughtException', (error) => {
    note('Nobody caught this, and the process ends', error);
    running.exit(1);
  });
  return () => count;
}
