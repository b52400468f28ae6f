/** Who followed what was merged into another thing follows that one. */
import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@hub/core/contract';
import type { DomainEventHandler, MergeFacts } from '@hub/core/server';
import type { EntityManager } from 'typeorm';

@Injectable()
export class FollowOn implements DomainEventHandler {
  /** Moves the rules. Of two rules of one person the louder stays, unless they muted one: then they go on hearing nothing. */
  async handle(event: DomainEvent, tx: EntityManager): Promise<void> {
    const { into } = event.facts as unknown as MergeFacts;
    await tx.query(moveRules, [event.subject, into]);
  }
}

const moveRules = `
  WITH moved AS (DELETE FROM subscriptions.follow WHERE target_ref = $1 RETURNING member_ref, level, since, mailed, leave_out, whole_family)
  INSERT INTO subscriptions.follow (member_ref, target_ref, level, since, mailed, leave_out, whole_family)
  SELECT member_ref, $2, level, since, mailed, leave_out, whole_family FROM moved
  ON CONFLICT (member_ref, target_ref) DO UPDATE SET level = CASE
    WHEN 'MUTED' IN (follow.level, excluded.level) THEN 'MUTED'
    WHEN follow.level = 'NONE' OR subscriptions.loudness(excluded.level) < subscriptions.loudness(follow.level) THEN excluded.level
    ELSE follow.level END`;
