/** What of evaluations is news: to those who follow it, what it is about, what that came from, its site or its care models. */
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '@hub/core/contract';
import { Directory } from '@hub/core/server';
import { evaluationCorrected, evaluationPublished, evaluationWithdrawn } from '@hub/plugins/evaluation/contract';
import type { NewsKind, NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { EvaluationRecord } from './evaluation.record';

@Injectable()
abstract class EvaluationNotice implements NoticeSource {
  abstract readonly event: string;
  /** In words between the actor's name and the title. */
  protected abstract readonly happened: string;
  protected abstract readonly news: NewsKind;

  constructor(@Inject(Directory) private readonly directory: Directory) {}

  /** Nothing while it is a draft. */
  async read({ subject }: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const record = await tx.findOneBy(EvaluationRecord, { ref: subject });
    const about = record && (await this.directory.get(tx, record.aboutRef));
    if (!about || record.status === 'DRAFT') return null;
    const circles = [[subject], [record.aboutRef], about.within, [record.siteRef, ...about.careModels]];
    const { happened, news } = this;
    return { subject, happened, news, topic: 'PUBLICATION', circles: circles.filter((circle) => circle.length > 0) };
  }
}

@Injectable()
export class PublishedNotice extends EvaluationNotice {
  readonly event = evaluationPublished.name;
  protected readonly happened = 'published the evaluation';
  protected readonly news = 'first';
}

@Injectable()
export class CorrectedNotice extends EvaluationNotice {
  readonly event = evaluationCorrected.name;
  protected readonly happened = 'corrected the evaluation';
  protected readonly news = 'reply';
}

@Injectable()
export class WithdrawnNotice extends EvaluationNotice {
  readonly event = evaluationWithdrawn.name;
  protected readonly happened = 'withdrew the evaluation';
  protected readonly news = 'reply';
}
