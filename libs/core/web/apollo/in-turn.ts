/** Asking because something was told live: never twice at once, not without a pause, and until there is an answer. */
import { useEffect, useState } from 'react';
import { problemOf } from './errors';

const pause = 1000;
const longerPause = 5000;

type Ask = () => Promise<unknown>;

/** What is told while a question is on its way is asked for once more afterwards, so that the last answer is of after the last news. */
export class Turns {
  private next: Ask | null = null;
  private isBusy = false;
  private isOver = false;

  /** Asks at once, or as soon as it may. Of several that wait, the last is asked. */
  readonly take = (ask: Ask): void => {
    this.next = ask;
    this.isOver = false;
    if (!this.isBusy) void this.run();
  };

  /** Nothing that waits is asked any more. */
  end(): void {
    this.isOver = true;
  }

  private async run(): Promise<void> {
    this.isBusy = true;
    while (this.next && !this.isOver) {
      const ask = this.next;
      this.next = null;
      const isAnswered = await ask().then(
        () => true,
        (error: unknown) => !mayWorkLater(error),
      );
      if (!isAnswered) this.next ??= ask;
      await new Promise((resolve) => setTimeout(resolve, isAnswered ? pause : longerPause));
    }
    this.isBusy = false;
  }
}

function mayWorkLater(error: unknown): boolean {
  return ['OFFLINE', 'UNREACHABLE', 'SERVICE_UNAVAILABLE', 'RATE_LIMITED'].includes(problemOf(error).code);
}

/** For as long as the component is there. */
export function useInTurn(): (ask: Ask) => void {
  const [turns] = useState(() => new Turns());
  useEffect(() => () => turns.end(), [turns]);
  return turns.take;
}
