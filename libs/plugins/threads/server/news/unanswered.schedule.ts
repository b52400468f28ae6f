/** Each morning: questions that nobody has answered for some days are passed on, once, to whoever looks after the place where they were asked. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { londonDay, Outbox, type DueWork, type Schedule, type ScheduledWork } from '@hub/core/server';
import { questionUnanswered } from '@hub/plugins/threads/contract';

/** So many days after it was asked, by the calendar in London. */
export const unansweredDays = 3;
/** What has waited longer is on the facilitators' list, and is passed on no more. */
const mostDays = 17;
/** Of one place: the others go on the mornings that follow. */
const mostADay = 3;

@Injectable()
export class PassOnQuestions implements ScheduledWork {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  async run({ at, tx }: DueWork): Promise<void> {
    const [passedOn] = await tx.query<[{ ref: EntityRef }[], number]>(passOn, [
      ...[londonDay(at), unansweredDays, mostDays, mostADay],
      at,
    ]);
    for (const { ref } of passedOn)
      await this.outbox.add(tx, { name: questionUnanswered.name, subject: ref, actor: null, at, facts: {} });
  }
}

export const passOnSchedule: Schedule = {
  name: 'threads.unanswered',
  when: { at: '07:20' },
  // What passed while the hub was down is due today as well.
  onItsDayAlone: true,
  work: PassOnQuestions,
};

/** Of a row `t` of a question: it waits for an answer, as lists say it, can be answered, and can be read. */
export const waitsForAnswer = `t.kind = 'QUESTION' AND t.accepted_post_id IS NULL AND NOT t.locked AND t.merged_into IS NULL
  AND EXISTS (SELECT 1 FROM threads.post p WHERE p.thread_ref = t.ref AND p.position = 1 AND p.removed_at IS NULL AND p.hidden_at IS NULL)`;

const passOn = `
  WITH waiting AS (
    SELECT t.ref, row_number() OVER (PARTITION BY coalesce(e.community_ref, e.care_models[1]) ORDER BY t.created_at, t.ref) AS place
    FROM threads.thread t JOIN core.entity e ON e.ref = t.ref
    WHERE t.passed_on_at IS NULL AND ${waitsForAnswer}
      AND (t.created_at AT TIME ZONE 'Europe/London')::date BETWEEN $1::date - $3::int AND $1::date - $2::int
  )
  UPDATE threads.thread t SET passed_on_at = $5 FROM waiting WHERE waiting.ref = t.ref AND waiting.place <= $4
  RETURNING t.ref`;
