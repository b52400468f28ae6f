/** What is told when an intervention is published. */
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '@hub/core/contract';
import { interventionPublished, type PublishedFacts } from '@hub/plugins/interventions/contract';
import type { NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { InterventionStore } from './intervention.store';

@Injectable()
export class PublishedNotice implements NoticeSource {
  readonly event = interventionPublished.name;

  constructor(@Inject(InterventionStore) private readonly store: InterventionStore) {}

  /** Its followers hear of it, and those of its site and care models. */
  async read(event: DomainEvent<string, PublishedFacts>, tx: EntityManager): Promise<NoticeFacts | null> {
    const held = await this.store.find(tx, event.subject);
    if (held?.record.status !== 'PUBLISHED') return null;
    return {
      subject: event.subject,
      happened: whatHappened(event.facts.number),
      news: 'first',
      circles: [[event.subject], [held.record.siteRef, ...held.careModels]],
    };
  }
}

/** In words between the actor's name and the title. */
export function whatHappened(number: number): string {
  return number === 1 ? 'published' : `published version ${number} of`;
}
