/** Tells those who follow a saved search what came to fit it, as far as they may see that when they are told. */
import { Injectable } from '@nestjs/common';
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import { searchFound, type FoundFacts } from '@hub/plugins/search/contract';
import type { NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class SavedSearchNotice implements NoticeSource {
  readonly event = searchFound.name;

  async read({ subject, at, facts }: DomainEvent, tx: EntityManager): Promise<NoticeFacts> {
    const { searches } = facts as unknown as FoundFacts;
    const notTo = await thoseWhoDidIt(tx, subject, at);
    return { subject, happened: 'Newly found', news: 'first', circles: [searches], saidAlready: true, notTo };
  }
}

/** Who did at that moment what made it fit: a search found it, but they know. */
async function thoseWhoDidIt(tx: EntityManager, subject: EntityRef, at: Date): Promise<EntityRef[]> {
  const rows: { actor: EntityRef }[] = await tx.query(
    'SELECT DISTINCT actor_ref AS actor FROM core.domain_event WHERE subject_ref = $1 AND at = $2 AND actor_ref IS NOT NULL',
    [subject, at],
  );
  return rows.map(({ actor }) => actor);
}
