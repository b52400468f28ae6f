/** What moderation keeps of a person: what they reported, and what was decided about what they wrote. */
import { Injectable } from '@nestjs/common';
import type { EntityRef, Transaction } from '@hub/core/contract';
import { refSeenBySql } from '@hub/core/server';
import type { PersonalData } from '@hub/plugins/identity/contract';

@Injectable()
export class ModerationData implements PersonalData {
  readonly name = 'moderation';

  async export(tx: Transaction, member: EntityRef): Promise<unknown> {
    return {
      reported: await tx.query(
        `SELECT ${refSeenBySql('r.thread_ref', '$1')} AS thread, r.reason, r.words, r.reported_at AS "reportedAt", r.decision
         FROM moderation.listed_report r WHERE r.member_ref = $1 ORDER BY r.reported_at, r.id`,
        [member],
      ),
      decidedAboutYou: await tx.query(
        `SELECT ${refSeenBySql('c.thread_ref', '$1')} AS thread, c.decision, c.decision_reason AS reason, c.decided_at AS "decidedAt",
           c.appeal_words AS appeal, c.appeal_answer AS "appealAnswer"
         FROM moderation.listed_case c WHERE c.author_ref = $1 AND (c.hid_it OR c.decided_at IS NOT NULL) ORDER BY c.reported_at, c.id`,
        [member],
      ),
    };
  }

  /** That something was reported or appealed stays with its case; what they wrote beside it goes. */
  async erase({ tx }: { readonly tx: Transaction }, member: EntityRef): Promise<void> {
    await tx.query('UPDATE moderation.report SET words = NULL WHERE member_ref = $1', [member]);
    await tx.query(
      `UPDATE moderation.appeal SET words = '' WHERE case_id IN (SELECT id FROM moderation.listed_case WHERE author_ref = $1)`,
      [member],
    );
  }
}
