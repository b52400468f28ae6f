/** What one listener has not taken yet: an async iterator that others put messages into. */
import type { LivePayload } from './live';

/** More than this waiting means that the listener does not keep up. */
const mostWaiting = 1000;

export class Mailbox implements AsyncIterableIterator<LivePayload> {
  private readonly waiting: LivePayload[] = [];
  private taker: ((result: IteratorResult<LivePayload>) => void) | null = null;
  private ended = false;

  /** `onFull` is told when the listener does not keep up; the mailbox is at its end then, and what waited is gone. */
  constructor(
    private readonly onEnd: () => void,
    private readonly onFull: () => void = () => undefined,
  ) {}

  put(payload: LivePayload): void {
    if (this.ended) return;
    if (!this.taker) {
      this.keep(payload);
      return;
    }
    this.taker({ value: payload, done: false });
    this.taker = null;
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.onEnd();
    this.taker?.({ value: undefined, done: true });
    this.taker = null;
  }

  next(): Promise<IteratorResult<LivePayload>> {
    const value = this.waiting.shift();
    if (value) return Promise.resolve({ value, done: false });
    if (this.ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => (this.taker = resolve));
  }

  return(): Promise<IteratorResult<LivePayload>> {
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private keep(payload: LivePayload): void {
    this.waiting.push(payload);
    if (this.waiting.length <= mostWaiting) return;
    this.waiting.length = 0;
    this.end();
    this.onFull();
  }
}
