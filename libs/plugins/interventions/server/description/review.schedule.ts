/** Each morning: who edits an intervention hears once that the day of its review has come. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { londonDay, Outbox, type DueWork, type Schedule, type ScheduledWork } from '@hub/core/server';
import { interventionReviewDue } from '@hub/plugins/interventions/contract';

@Injectable()
export class ReviewReminders implements ScheduledWork {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  async run({ at, tx }: DueWork): Promise<void> {
    const [due] = await tx.query<[{ ref: EntityRef; review_on: string }[], number]>(
      `UPDATE interventions.intervention SET reminded_of = review_on
       WHERE status = 'PUBLISHED' AND review_on <= $1::date AND reminded_of IS DISTINCT FROM review_on
       RETURNING ref, review_on::text`,
      [londonDay(at)],
    );
    for (const { ref, review_on: reviewOn } of due) {
      const event = { name: interventionReviewDue.name, subject: ref, actor: null, at, facts: { reviewOn } };
      await this.outbox.add(tx, event);
    }
  }
}

export const reviewSchedule: Schedule = {
  name: 'interventions.review-reminders',
  when: { at: '07:30' },
  work: ReviewReminders,
};
