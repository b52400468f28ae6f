/** Work that a plugin has done at certain times, whoever asks for it or not. */
import type { Type } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Calendar } from './calendar';

export interface DueWork {
  /** The time of the calendar that this is for. It lies behind when the hub was down at that time. */
  readonly dueAt: Date;
  /** Now. */
  readonly at: Date;
  /** Everything written goes through it: it is committed with the mark that this time is done. */
  readonly tx: EntityManager;
}

export interface ScheduledWork {
  /** Does what is due, once in effect for each time of the calendar. */
  run(due: DueWork): Promise<void>;
}

export interface Schedule {
  /** Unique in the hub: `interventions.review-reminders`. */
  readonly name: string;
  readonly when: Calendar;
  /** What was due on another day, while the hub was down, is not made up for: what today's work finds is all there is to do. */
  readonly onItsDayAlone?: boolean;
  readonly work: Type<ScheduledWork>;
}
