/** What waits in the database and when scheduled work was last done: the figures of all instances together, in one bounded statement. */
import { Inject, Injectable } from '@nestjs/common';
import { askedTogether, OwnConnection } from './own-connection';

/** More than this is not counted: a count must not cost more the worse things are. */
export const mostCounted = 10_000;

/** Scrapes closer together than this are answered alike. */
const goodForMs = 1000;

export interface Waiting {
  readonly count: number;
  /** Age of what has waited longest; 0 where nothing waits. */
  readonly oldestSeconds: number;
}

export interface ScheduleState {
  readonly name: string;
  readonly due: number;
  /** Null where it was never done. */
  readonly done: number | null;
  /** How often in a row it has failed. */
  readonly attempts: number;
}

export interface Backlog {
  readonly outbox: Waiting;
  readonly parked: number;
  readonly mail: Waiting;
  readonly schedules: readonly ScheduleState[];
}

/** How many rows there are, and how old the oldest is by a column `since`. */
const waiting = (rows: string) => `(SELECT json_build_object('count', count(*),
    'oldestSeconds', coalesce(round(greatest(0, extract(epoch FROM now() - min(since)))), 0))
  FROM (${rows} LIMIT ${mostCounted}) AS waiting)`;

const statement = `SELECT json_build_object(
  'outbox', ${waiting(`SELECT e.at AS since FROM core.delivery d JOIN core.domain_event e ON e.id = d.event_id
    WHERE d.done_at IS NULL AND d.parked_at IS NULL ORDER BY d.next_at`)},
  'parked', (SELECT count(*) FROM (SELECT 1 FROM core.delivery
    WHERE parked_at IS NOT NULL AND done_at IS NULL LIMIT ${mostCounted}) AS parked),
  'mail', ${waiting(`SELECT created_at AS since FROM core.mail
    WHERE sent_at IS NULL AND failed_at IS NULL ORDER BY next_at`)},
  'schedules', (SELECT coalesce(json_agg(json_build_object('name', name, 'due', extract(epoch FROM due_at),
    'done', extract(epoch FROM done_at), 'attempts', attempts) ORDER BY name), '[]') FROM core.schedule)
) AS backlog`;

@Injectable()
export class Backlogs {
  /** As it is, or was a few seconds ago. Rejects when the database does not answer. */
  readonly now: () => Promise<Backlog>;

  constructor(@Inject(OwnConnection) connection: OwnConnection) {
    this.now = askedTogether(async () => {
      const [row] = await connection.ask<{ backlog: Backlog }>(statement);
      if (!row) throw new Error('The statement of what waits gave no row.');
      return row.backlog;
    }, goodForMs);
  }
}
