/**
 * A bucket of points for each caller, shared by the instances of a hub without a statement for each call: an instance counts by
 * itself, and adds up with the others each second, or as soon as a caller has spent a share of the bucket here. Instances together
 * let through at most one share, and the points of one call, each more than the bucket holds. While the others cannot be asked, an
 * instance counts alone.
 */
import type { Points, SpentPoints } from './spent-points';

const spanMs = 10_000;
const addUpEveryMs = 1000;

/** A tenth of the bucket. */
const sharesOfABucket = 10;

/** What one caller spent in this span: as known of all instances, and here since then. */
interface Spent {
  known: number;
  added: number;
  adding: number;
}

export class SharedBucket {
  private readonly share: number;
  private readonly timer: NodeJS.Timeout;
  private spent = new Map<string, Spent>();
  private span = 0;
  private running: Promise<void> | null = null;

  constructor(
    private readonly points: number,
    private readonly carrier: SpentPoints,
    private readonly now: () => number = Date.now,
  ) {
    this.share = Math.max(1, Math.floor(points / sharesOfABucket));
    this.timer = setInterval(() => void this.addUp(), addUpEveryMs);
    this.timer.unref();
  }

  /** Takes points from a caller's bucket. Gives null, or the milliseconds until it is full again when there are not enough. */
  async take(caller: string, points: number): Promise<number | null> {
    while (this.spentHere(caller) >= this.share) await this.addUp();
    const spent = this.of(caller);
    if (spent.known + spent.adding + spent.added + points > this.points) return spanMs - (this.now() % spanMs);
    spent.added += points;
    return null;
  }

  /** Adds up with the other instances now; several who ask at once share one statement. */
  addUp(): Promise<void> {
    this.running ??= this.tellCarrier().finally(() => (this.running = null));
    return this.running;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private spentHere(caller: string): number {
    const { added, adding } = this.of(caller);
    return added + adding;
  }

  private of(caller: string): Spent {
    const span = Math.floor(this.now() / spanMs);
    if (span !== this.span) this.spent = new Map();
    this.span = span;
    const spent = this.spent.get(caller) ?? { known: 0, added: 0, adding: 0 };
    this.spent.set(caller, spent);
    return spent;
  }

  private async tellCarrier(): Promise<void> {
    const told = [...this.spent].filter(([, { added }]) => added > 0);
    if (told.length === 0) return;
    for (const [, spent] of told) [spent.adding, spent.added] = [spent.added, 0];
    const batch: Points = new Map(told.map(([caller, { adding }]) => [caller, adding]));
    const totals = await this.carrier.add(this.span, batch).catch(() => null);
    for (const [caller, spent] of told)
      [spent.known, spent.adding] = [totals?.get(caller) ?? spent.known + spent.adding, 0];
  }
}
