/** A result may also be published as any intervention is. The record then follows, just as after publishAdaptation. */
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '@hub/core/contract';
import type { DomainEventHandler } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import { AdaptationRecord } from '../adaptation.record';
import { AdaptationsService } from '../adaptations.service';
import { CoreLeftOut } from '../changes/core-left-out';

@Injectable()
export class ResultPublished implements DomainEventHandler {
  constructor(
    @Inject(AdaptationsService) private readonly adaptations: AdaptationsService,
    @Inject(CoreLeftOut) private readonly core: CoreLeftOut,
  ) {}

  async handle(event: DomainEvent, tx: EntityManager): Promise<void> {
    const record = await tx.findOne(AdaptationRecord, {
      where: { resultRef: event.subject },
      lock: { mode: 'pessimistic_write' },
    });
    if (!record) return;
    const { at, actor, facts } = event;
    if (!record.publishedAt) await this.adaptations.markPublished({ tx, at }, record, actor);
    if (!event.loaded) await this.core.tellOfText({ tx, at }, record, { number: Number(facts.number), actor });
  }
}
