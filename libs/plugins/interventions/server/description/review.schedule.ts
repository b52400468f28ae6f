/** Each morning: who edits an intervention hears that the day of its review has come, and once more when nothing came of it. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { londonDay, Outbox, type DueWork, type Schedule, type ScheduledWork } from '@hub/core/server';
import { interventionReviewDue } from '@hub/plugins/interventions/contract';

/** After so many days its editors hear once more, and then no more. */
export const remindedAgainAfterDays = 30;
/** A site with more of them hears of the others on the mornings that follow. */
const mostADay = 3;

interface DueReview {
  readonly ref: EntityRef;
  readonly reviewOn: string;
  readonly again: boolean;
}

@Injectable()
export class ReviewReminders implements ScheduledWork {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  async run({ at, tx }: DueWork): Promise<void> {
    const [due] = await tx.query<[DueReview[], number]>(remind, [londonDay(at), mostADay, remindedAgainAfterDays]);
    for (const { ref, reviewOn, again } of due) {
      const event = { name: interventionReviewDue.name, subject: ref, actor: null, at, facts: { reviewOn, again } };
      await this.outbox.add(tx, event);
    }
  }
}

export const reviewSchedule: Schedule = {
  name: 'interventions.review-reminders',
  when: { at: '07:30' },
  // What passed while the hub was down is due today as well.
  onItsDayAlone: true,
  work: ReviewReminders,
};

/** Nothing came of it: the day is the same, and no version was published since. */
const remind = `
  WITH due AS (
    SELECT i.ref, i.reminded_of IS NOT DISTINCT FROM i.review_on AS again,
      row_number() OVER (PARTITION BY i.site_ref ORDER BY i.review_on, i.ref) AS place
    FROM interventions.intervention i
    WHERE i.status = 'PUBLISHED' AND i.review_on <= $1::date
      AND (i.reminded_of IS DISTINCT FROM i.review_on OR (
        i.reminded_on <= $1::date - $3::int AND i.reminded_again_on IS NULL AND NOT EXISTS (
          SELECT 1 FROM interventions.version v WHERE v.intervention_ref = i.ref
            AND (v.published_at AT TIME ZONE 'Europe/London')::date >= i.review_on)))
  )
  UPDATE interventions.intervention i SET reminded_of = i.review_on,
    reminded_on = CASE WHEN due.again THEN i.reminded_on ELSE $1::date END,
    reminded_again_on = CASE WHEN due.again THEN $1::date END
  FROM due WHERE due.ref = i.ref AND due.place <= $2
  RETURNING i.ref, i.review_on::text AS "reviewOn", due.again`;
