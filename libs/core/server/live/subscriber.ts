/**
 * One listener's place in a group: to the protocol an operation without results of its own, since answers are sent past it, from when it
 * is first waited for until it ends.
 */
import type { LiveListener } from './listener';

/** A peer that does not take even the first message is not kept for. */
const mostHeld = 1000;

export class Subscriber implements AsyncIterableIterator<never> {
  private held: Buffer[] | null = [];
  private ending: { readonly reason: unknown } | null = null;
  private wake: (() => void) | null = null;

  constructor(
    readonly listener: LiveListener,
    private readonly leave: (subscriber: Subscriber) => void,
  ) {}

  get isOpen(): boolean {
    return this.ending === null;
  }

  /** Sends an answer, or keeps it until the operation is waited for. Nothing is sent after the end. */
  send(answer: Buffer): void {
    if (!this.isOpen) return;
    if (!this.held) return this.listener.send(answer);
    this.held.push(answer);
    if (this.held.length <= mostHeld) return;
    this.end();
    this.listener.onUnheard();
  }

  /** Ends the operation: completed, or failed where there is a reason. */
  end(reason: unknown = null): void {
    if (this.ending) return;
    this.ending = { reason };
    this.held = null;
    this.leave(this);
    this.wake?.();
  }

  async next(): Promise<IteratorResult<never>> {
    const held = this.held ?? [];
    this.held = null;
    for (const answer of held) this.send(answer);
    if (!this.ending) await new Promise<void>((resolve) => (this.wake = resolve));
    if (this.ending?.reason) throw this.ending.reason;
    return { value: undefined, done: true };
  }

  return(): Promise<IteratorResult<never>> {
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
