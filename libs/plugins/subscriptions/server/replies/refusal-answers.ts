/** Tells somebody by mail that their reply was not posted: to whom the hub knows, and not very often. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Attempts, Links, Mail, RateLimited, type AttemptLimit } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import type { ReceivedMail } from './received-mail';
import { refusalLetter, refusals, type Refusal } from './reply-refusals';

const aDay: AttemptLimit = { what: 'refused reply by member', most: 10, withinSeconds: 24 * 60 * 60 };

@Injectable()
export class RefusalAnswers {
  constructor(
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Links) private readonly links: Links,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  /** Answers the mail with the reason. The letter names nothing of the hub: its reader may not see it any more. */
  async write(tx: EntityManager, { from, messageId }: ReceivedMail, member: EntityRef, why: Refusal): Promise<void> {
    if (from === null || !(await this.mayAnswer(member))) return;
    await this.mail.write(tx, {
      ...refusalLetter(refusals[why], this.links.absolute('/notifications')),
      ...{ to: from, member, at: new Date() },
      headers: {
        'Auto-Submitted': 'auto-replied',
        ...(messageId ? { 'In-Reply-To': messageId, References: messageId } : {}),
      },
    });
  }

  private async mayAnswer(member: EntityRef): Promise<boolean> {
    try {
      await this.attempts.count(aDay, member);
      return true;
    } catch (error) {
      if (error instanceof RateLimited) return false;
      throw error;
    }
  }
}
