/** Keeps a worker at work (that of the outbox, that of mail): woken by commits, and looking by itself now and then for what is due later. */
import type { LiveChannel } from '../live/live-channel';
import type { Report } from '../log';

const lookEveryMs = 1000;

/** Something with work that waits in the database. */
export interface Work {
  /** Does one piece of it. False when none was waiting. */
  handleNext(): Promise<boolean>;
}

export class WorkerLoop {
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = true;
  private timer: NodeJS.Timeout | null = null;
  private forget: (() => void) | null = null;

  constructor(
    private readonly worker: Work,
    private readonly channel: LiveChannel,
    private readonly report: Report,
  ) {}

  start(): void {
    this.stopped = false;
    this.forget = this.channel.whenWorkWaits(() => this.wake());
    this.timer = setInterval(() => this.wake(), lookEveryMs);
    this.wake();
  }

  /** Finishes the piece at hand, and takes no more. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.forget?.();
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private wake(): void {
    this.again = true;
    if (this.running || this.stopped) return;
    this.running = this.work().finally(() => (this.running = null));
  }

  private async work(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        while (!this.stopped && (await this.worker.handleNext()));
      } catch (error) {
        this.report('Work waits', error);
      }
    }
  }
}
