/** What is to be mailed at once, as soon as it is in the inbox: in the same transaction. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import type { MadeNotification } from '../notification.store';
import { choicesJoined, frequency, isStillWanted } from './frequency.sql';
import { NewsLetters } from './news-letters';

@Injectable()
export class MailAtOnce {
  constructor(@Inject(NewsLetters) private readonly letters: NewsLetters) {}

  /** Promises a mail for each of the notifications whose reader wants it so. */
  async tell(tx: EntityManager, made: readonly MadeNotification[], at: Date): Promise<void> {
    const wanted = await tx.query<{ id: string; member: EntityRef }[]>(
      `SELECT n.id, n.member_ref AS member FROM subscriptions.notification n ${choicesJoined}
       WHERE n.id = ANY($1::uuid[]) AND ${frequency} = 'AT_ONCE' AND ${isStillWanted}`,
      [made.map(({ id }) => id)],
    );
    const news = wanted.map(({ id, member }) => ({ member, notifications: [id] }));
    await this.letters.promise(tx, 'AT_ONCE', news, at);
  }
}
