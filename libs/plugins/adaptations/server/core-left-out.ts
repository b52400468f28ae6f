/** Tells the originator of core parts that a site left out, as soon as the originator may see the record, once for each change. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Outbox, type Action } from '@hub/core/server';
import { adaptationLeftOutCore } from '@hub/plugins/adaptations/contract';
import { IsNull, Not } from 'typeorm';
import type { AdaptationRecord } from './adaptation.record';
import { ModificationRecord } from './findings.records';

@Injectable()
export class CoreLeftOut {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  /** Nothing before the record is shared or published: then it waits for the change that opens it. */
  async tell({ tx, at }: Pick<Action, 'tx' | 'at'>, record: AdaptationRecord, actor: EntityRef | null): Promise<void> {
    if (!record.sharedAt && !record.publishedAt) return;
    const untold = { adaptationRef: record.ref, coreReason: Not(IsNull()), coreToldAt: IsNull() };
    const { affected } = await tx.update(ModificationRecord, untold, { coreToldAt: at });
    if (!affected) return;
    const facts = { source: record.sourceRef };
    await this.outbox.add(tx, { name: adaptationLeftOutCore.name, subject: record.ref, actor, at, facts });
  }
}
