/** Unanswered questions are passed on to those who facilitate the community where they were asked, or those of the care models that they are about. */
import { Injectable } from '@nestjs/common';
import { keyOfRole, type DomainEvent, type EntityRef } from '@hub/core/contract';
import type { DefaultRule } from '@hub/core/server';
import type { Addressee, FurtherRecipients } from '@hub/plugins/subscriptions/contract';
import { questionUnanswered } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';

/** Switched off, a facilitator hears of no question in this way; it is on the work list all the same. */
export const questionsRule: DefaultRule = {
  name: 'communities.questions',
  label: 'Questions without an answer for 3 days, where you facilitate',
  because: 'You facilitate there',
};

const because = 'A question has had no answer for 3 days where you facilitate';

@Injectable()
export class FacilitatorsHearOfQuestions implements FurtherRecipients {
  readonly event = questionUnanswered.name;

  async read({ subject }: DomainEvent, tx: EntityManager): Promise<readonly Addressee[]> {
    const members = await tx.query<{ member: EntityRef }[]>(facilitators, [subject, keyOfRole('facilitator')]);
    return members.map(({ member }) => ({ member, because, rule: questionsRule.name }));
  }
}

/** Where no community of its care models has a facilitator of its own, those of the network look after them. */
const facilitators = `
  WITH place AS (
    SELECT c.ref, c.care_model_ref IS NOT NULL AS of_care_model FROM core.entity thread JOIN communities.community c
      ON CASE WHEN thread.community_ref IS NULL THEN c.care_model_ref = ANY(thread.care_models) ELSE c.ref = thread.community_ref END
    WHERE thread.ref = $1
  ), own AS (
    SELECT DISTINCT m.member_ref AS member FROM place JOIN communities.membership m ON m.community_ref = place.ref AND m.role = 'FACILITATOR'
  )
  SELECT member FROM own
  UNION
  SELECT account.ref FROM core.account account
  WHERE $2 = ANY(account.keys) AND account.suspended_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM own) AND EXISTS (SELECT 1 FROM place WHERE of_care_model)
  ORDER BY member`;
