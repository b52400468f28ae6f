/** A question that nobody answered, while that is still so. To whom it is passed on is for others to say: communities name their facilitators. */
import { Injectable } from '@nestjs/common';
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import type { NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';
import { questionUnanswered } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { unansweredDays, waitsForAnswer } from './unanswered.schedule';

@Injectable()
export class QuestionUnansweredNotice implements NoticeSource {
  readonly event = questionUnanswered.name;

  async read({ subject }: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const [question] = await tx.query<{ author: EntityRef }[]>(
      `SELECT t.author_ref AS author FROM threads.thread t WHERE t.ref = $1 AND ${waitsForAnswer}`,
      [subject],
    );
    if (!question) return null;
    const happened = `No answer after ${unansweredDays} days`;
    return { subject, happened, news: 'first', circles: [], notTo: [question.author] };
  }
}
