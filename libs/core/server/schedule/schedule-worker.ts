/**
 * Does scheduled work when its time has come: one row for each schedule says when that is. Whichever instance claims the row does
 * the work in the transaction that moves it on, so each time is done once; one that passed while all were down is done afterwards.
 */
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import type { Report } from '../log';
import { writtenProblem } from '../operating/written-frames';
import { londonDay, nextTime } from './calendar';
import type { Schedule, ScheduledWork } from './schedule';

export interface RunningSchedule extends Omit<Schedule, 'work'> {
  readonly work: ScheduledWork;
}

interface ClaimedSchedule {
  readonly name: string;
  readonly due_at: Date;
}

export class ScheduleWorker {
  private readonly schedules: ReadonlyMap<string, RunningSchedule>;
  private isListed = false;

  /** `clock` says what time it is. */
  constructor(
    private readonly database: Database,
    schedules: readonly RunningSchedule[],
    private readonly report: Report,
    private readonly clock: () => Date = () => new Date(),
  ) {
    this.schedules = new Map(schedules.map((schedule) => [schedule.name, schedule]));
  }

  /** Does one piece of work that is due. False when none is. */
  async handleNext(): Promise<boolean> {
    if (this.schedules.size === 0) return false;
    if (!this.isListed) await this.list();
    const at = this.clock();
    const failed: { name: string; error: unknown }[] = [];
    const worked = await this.database.source
      .transaction((tx) => this.claimAndRun(tx, at, (name, error) => failed.push({ name, error })))
      .catch((error: unknown) => {
        if (failed.length === 0) throw error;
        return true;
      });
    for (const { name, error } of failed) await this.tryLater(name, error, at);
    return worked;
  }

  /** Does all that is due. */
  async drain(): Promise<void> {
    while (await this.handleNext());
  }

  /** A schedule that is new, or whose calendar a release has changed, begins with its next time from now. */
  private async list(): Promise<void> {
    for (const { name, when } of this.schedules.values()) {
      await this.database.source.query(
        `INSERT INTO core.schedule AS s (name, calendar, due_at, next_try_at) VALUES ($1, $2, $3, $3)
         ON CONFLICT (name) DO UPDATE SET calendar = excluded.calendar, due_at = excluded.due_at, next_try_at = excluded.due_at
         WHERE s.calendar <> excluded.calendar`,
        [name, JSON.stringify(when), nextTime(when, this.clock())],
      );
    }
    this.isListed = true;
  }

  private async claimAndRun(
    tx: EntityManager,
    at: Date,
    fail: (name: string, error: unknown) => void,
  ): Promise<boolean> {
    const [claimed] = await tx.query<ClaimedSchedule[]>(
      `SELECT name, due_at FROM core.schedule WHERE next_try_at <= $1 AND name = ANY($2::text[])
       ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [at, [...this.schedules.keys()]],
    );
    const schedule = claimed && this.schedules.get(claimed.name);
    if (!claimed || !schedule) return false;
    try {
      const isLeftOut = schedule.onItsDayAlone && londonDay(claimed.due_at) !== londonDay(at);
      if (!isLeftOut) await schedule.work.run({ dueAt: claimed.due_at, at, tx });
      await tx.query(
        `UPDATE core.schedule SET due_at = $2, next_try_at = $2, done_at = $3, attempts = 0, problem = NULL WHERE name = $1`,
        [claimed.name, nextTime(schedule.when, claimed.due_at), at],
      );
    } catch (error) {
      fail(claimed.name, error);
      throw error;
    }
    return true;
  }

  /** Work that fails is tried again, after longer and longer, an hour at most. Its time is not lost. */
  private async tryLater(name: string, error: unknown, at: Date): Promise<void> {
    this.report('Scheduled work failed', error, { schedule: name });
    await this.database.source.query(
      `UPDATE core.schedule SET attempts = attempts + 1, problem = left($2, 2000),
         next_try_at = $3::timestamptz + least(interval '1 hour', interval '1 second' * power(4, least(attempts, 10)))
       WHERE name = $1`,
      [name, writtenProblem(error), at],
    );
  }
}
