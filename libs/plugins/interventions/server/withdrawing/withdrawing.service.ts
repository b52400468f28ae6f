/** Taking back what is published, and bringing it back: the page and its versions stay through both. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Audit, badInput, Outbox, type Action } from '@hub/core/server';
import {
  interventionReinstated,
  interventionWithdrawn,
  type InterventionStatus,
} from '@hub/plugins/interventions/contract';
import { InterventionStore, type HeldIntervention } from '../intervention.store';
import type { InterventionRecord } from '../intervention.record';

@Injectable()
export class WithdrawingService {
  constructor(
    @Inject(InterventionStore) private readonly store: InterventionStore,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Throws BAD_USER_INPUT unless it is published, CONFLICT when it is not at the expected revision. */
  async withdraw(action: Action, ref: EntityRef, reason: string, expectedRevision?: number): Promise<void> {
    const held = await this.store.hold(action.tx, ref, expectedRevision);
    requireStatus(held, 'PUBLISHED', 'Only what is published can be withdrawn');
    await this.change(action, held, {
      status: 'WITHDRAWN',
      withdrawnAt: action.at,
      withdrawnBy: action.actor.ref,
      withdrawalReason: reason.trim(),
    });
    await this.tell(action, ref, interventionWithdrawn.name, reason);
  }

  /** Throws BAD_USER_INPUT unless it is withdrawn, CONFLICT when it is not at the expected revision. */
  async reinstate(action: Action, ref: EntityRef, reason: string, expectedRevision?: number): Promise<void> {
    const held = await this.store.hold(action.tx, ref, expectedRevision);
    requireStatus(held, 'WITHDRAWN', 'It is not withdrawn');
    const nobody = { withdrawnAt: null, withdrawnBy: null, withdrawalReason: null };
    await this.change(action, held, { status: 'PUBLISHED', ...nobody });
    await this.tell(action, ref, interventionReinstated.name, reason);
  }

  private change(action: Action, held: HeldIntervention, columns: Partial<InterventionRecord>): Promise<void> {
    return this.store.change(action, { ...held, record: { ...held.record, ...columns } });
  }

  private async tell({ tx, actor, at }: Action, subject: EntityRef, name: string, reason: string): Promise<void> {
    await this.audit.add(tx, { action: name, actor: actor.ref, subject, facts: { reason: reason.trim() } });
    await this.outbox.add(tx, { name, subject, actor: actor.ref, at, facts: {} });
  }
}

function requireStatus({ record }: HeldIntervention, status: InterventionStatus, message: string): void {
  if (record.status !== status) throw badInput('input.id', message);
}
