/** The mail of the morning: what is told daily, and on the day of the week that somebody chose what is told weekly. */
import { Inject, Injectable } from '@nestjs/common';
import { londonDay, weekdayOf, type DueWork, type Schedule, type ScheduledWork } from '@hub/core/server';
import { mailedAtFirst } from '@hub/plugins/subscriptions/contract';
import { choicesJoined, frequency, isStillWanted } from './frequency.sql';
import { morning, NewsLetters, type NewsFor } from './news-letters';

@Injectable()
export class SendDigests implements ScheduledWork {
  constructor(@Inject(NewsLetters) private readonly letters: NewsLetters) {}

  /** One mail at most for each member. Whoever has nothing new gets none. */
  async run({ dueAt, at, tx }: DueWork): Promise<void> {
    const day = londonDay(at);
    const due = await tx.query<NewsFor[]>(dueNews, [
      dueAt,
      weekdayOf(londonDay(dueAt)).toUpperCase(),
      day,
      mailedAtFirst.day,
    ]);
    await this.letters.promise(tx, 'DIGEST', due, at);
    await tx.query('DELETE FROM subscriptions.mail_day WHERE day < $1::date - 7', [day]);
    await tx.query(`DELETE FROM subscriptions.received_mail WHERE received_at < $1::timestamptz - interval '60 days'`, [
      at,
    ]);
  }
}

export const digestSchedule: Schedule = {
  name: 'subscriptions.digests',
  when: { at: morning },
  work: SendDigests,
};

/**
 * What was to be told at once on a day that had no room left is told now. So is what has waited for a weekly mail for more than a week,
 * because its reader chose another day meanwhile; what is older than two weeks is told no more.
 */
const dueNews = `
  SELECT n.member_ref AS member, array_agg(n.id ORDER BY n.created_at, n.id) AS notifications
  FROM subscriptions.notification n ${choicesJoined}
  WHERE n.letter_id IS NULL AND n.created_at <= $1 AND n.created_at > $1::timestamptz - interval '15 days' AND ${isStillWanted}
    AND (${frequency} IN ('AT_ONCE', 'DAILY')
      OR (${frequency} = 'WEEKLY' AND (coalesce(chosen.day, $4) = $2 OR n.created_at < $1::timestamptz - interval '8 days')))
    AND NOT EXISTS (SELECT 1 FROM subscriptions.letter l
      WHERE l.member_ref = n.member_ref AND l.day = $3::date AND l.kind = 'DIGEST')
  GROUP BY n.member_ref`;
