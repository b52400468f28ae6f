/** What is told when an intervention is published, withdrawn or brought back, and when it is due for review. */
import { Inject, Injectable } from '@nestjs/common';
import { enablerTag, keyOfSiteEditors, lessonTag, type DomainEvent, type EntityRef } from '@hub/core/contract';
import type { DefaultRule } from '@hub/core/server';
import {
  interventionPublished,
  interventionReinstated,
  interventionReviewDue,
  interventionWithdrawn,
  type PublishedFacts,
} from '@hub/plugins/interventions/contract';
import type { NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { remindedAgainAfterDays } from './description/review.schedule';
import { InterventionStore, type HeldIntervention } from './intervention.store';

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
      topic: 'PUBLICATION',
      circles: [[event.subject], wideCircle(held)],
    };
  }
}

@Injectable()
export class WithdrawnNotice implements NoticeSource {
  readonly event = interventionWithdrawn.name;

  constructor(@Inject(InterventionStore) private readonly store: InterventionStore) {}

  /** Whoever follows it, its site or its care models hears, unless it was brought back meanwhile. */
  async read({ subject }: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const held = await this.store.find(tx, subject);
    if (held?.record.status !== 'WITHDRAWN') return null;
    const circles = [[subject], wideCircle(held)];
    return { subject, happened: 'withdrew', news: 'first', topic: 'PUBLICATION', circles };
  }
}

@Injectable()
export class ReinstatedNotice implements NoticeSource {
  readonly event = interventionReinstated.name;

  constructor(@Inject(InterventionStore) private readonly store: InterventionStore) {}

  async read({ subject }: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const held = await this.store.find(tx, subject);
    if (held?.record.status !== 'PUBLISHED') return null;
    const circles = [[subject], wideCircle(held)];
    return { subject, happened: 'brought back', news: 'first', topic: 'PUBLICATION', circles };
  }
}

/** Switched off, a member hears of no review. */
export const reviewRule: DefaultRule = {
  name: 'interventions.reviews',
  label: 'Reviews that are due of interventions of your site',
  because: 'You write for the site',
};

const dueForLong = `A review has been due for ${remindedAgainAfterDays} days of an intervention of your site`;

@Injectable()
export class ReviewDueNotice implements NoticeSource {
  readonly event = interventionReviewDue.name;

  constructor(@Inject(InterventionStore) private readonly store: InterventionStore) {}

  /** For its editors alone, while the day that has come is still the day of its review. */
  async read({ subject, facts }: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const held = await this.store.find(tx, subject);
    if (held?.record.status !== 'PUBLISHED' || held.record.reviewOn !== facts.reviewOn) return null;
    const editors: { ref: EntityRef }[] = await tx.query(
      'SELECT ref FROM core.account WHERE $1 = ANY(keys) ORDER BY ref',
      [keyOfSiteEditors(held.record.siteRef)],
    );
    const because = facts.again === true ? dueForLong : 'A review is due of an intervention of your site';
    return {
      ...{ subject, happened: 'asked for a review of', news: 'first', circles: [] },
      addressees: editors.map(({ ref }) => ({ member: ref, because, rule: reviewRule.name })),
    };
  }
}

/** Its site, its care models, and what it bears on. */
function wideCircle({ record, careModels }: HeldIntervention): EntityRef[] {
  return [record.siteRef, ...careModels, ...record.lessons.map(lessonTag), ...record.enablers.map(enablerTag)];
}

/** In words between the actor's name and the title. */
export function whatHappened(number: number): string {
  return number === 1 ? 'published' : `published version ${number} of`;
}
