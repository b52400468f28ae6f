/** Whether people benefit, as the site says it itself. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { Action } from '@hub/core/server';
import type { Benefit } from '@hub/plugins/adaptations/contract';
import { AdaptationStore } from '../adaptation.store';
import { BenefitRecord } from './benefit.record';

export interface RecordBenefit {
  readonly adaptation: EntityRef;
  readonly benefit: Benefit;
  readonly words?: string | null;
  readonly expectedRevision?: number | null;
}

@Injectable()
export class BenefitService {
  constructor(@Inject(AdaptationStore) private readonly store: AdaptationStore) {}

  /** Says it, or says it otherwise than before. CONFLICT when the record has changed meanwhile. */
  async record(action: Action, input: RecordBenefit): Promise<EntityRef> {
    const { tx, actor, at } = action;
    const { benefit, words } = input;
    const record = await this.store.open(tx, input.adaptation, input.expectedRevision);
    const said = { adaptationRef: record.ref, benefit, words: words?.trim() || null, at, byRef: actor.ref };
    await tx.save(BenefitRecord, said);
    await this.store.save(action, record);
    return record.ref;
  }
}
