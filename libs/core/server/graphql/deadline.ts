/** The end of a request's patience: nobody waits for an answer longer than this, and nothing is committed after it. */
import { TookTooLong } from './errors';

/** How long one request may take. */
export const mostRequestMs = 10_000;

export interface Deadline {
  /** The work's result. Rejects with SERVICE_UNAVAILABLE when it takes longer; the work itself goes on unheard. */
  within<T>(work: Promise<T>): Promise<T>;
  /** Throws SERVICE_UNAVAILABLE when the time is over. */
  check(): void;
}

/** A deadline from now. */
export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds;
  return {
    async within(work) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new TookTooLong()), Math.max(0, end - performance.now()));
      });
      try {
        return await Promise.race([work, late]);
      } finally {
        clearTimeout(timer);
      }
    },
    check() {
      if (performance.now() > end) throw new TookTooLong();
    },
  };
}
